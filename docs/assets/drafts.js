/* New files: the day and a short random part, in the file's name too, go in where they are known only when one
   writes. Without this script those blanks stay blank. */
(() => {
  "use strict";
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const part = () => Array.from(crypto.getRandomValues(new Uint8Array(4)), (n) => letters[n % letters.length]).join("");
  const fill = (text, id) => text
    .replace(/^((?:- | {2})?id:)(?= {2}#)/gm, `$1 ${id}`)
    .replace(/^((?: {2})?date:)(?= {2}#)/gm, `$1 ${day}`);

  const named = (address, name) => {
    const link = new URL(address);
    for (const field of ["filename", "file_name"]) {
      if (link.searchParams.has(field)) link.searchParams.set(field, link.searchParams.get(field) + name);
    }
    return link;
  };

  document.querySelectorAll("a[data-draft]").forEach((link) => {
    const id = `${day.replace(/-/g, "")}-${part()}`;
    const address = named(link.href, `${id}.${link.dataset.draft}`);
    const query = Array.from(address.searchParams, ([name, value]) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(name === "value" ? fill(value, id) : value)}`);
    link.href = `${address.origin}${address.pathname}?${query.join("&")}`;
  });

  document.querySelectorAll("details[data-draft]").forEach((box) => {
    const id = `${day.replace(/-/g, "")}-${part()}`;
    const name = `${id}.${box.dataset.draft}`;
    const code = box.querySelector("pre code");
    code.textContent = fill(code.textContent, id);
    for (const one of box.querySelectorAll("p code")) one.textContent = one.textContent.replace(/[^/]*$/, name);
    for (const one of box.querySelectorAll("p a")) one.href = named(one.href, name).href;
    if (!navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "md-button";
    button.textContent = "复制";
    button.addEventListener("click", () => navigator.clipboard.writeText(code.textContent).then(() => {
      button.textContent = "已复制";
    }));
    code.parentElement.before(button);
  });
})();
