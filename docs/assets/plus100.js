/* Tables sort and filter. Without this script they are whole and in their own order. */
(() => {
  "use strict";
  const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

  const text = (cell) => (cell ? cell.textContent.trim() : "");
  const number = (cell) => {
    const raw = cell ? (cell.dataset.v !== undefined ? cell.dataset.v : text(cell)) : "";
    const found = /-?\d+(\.\d+)?/.exec(raw.replace(/,/g, ""));
    return found ? Number(found[0]) : null;
  };
  const compare = {
    num: (a, b) => {
      const x = number(a), y = number(b);
      return x === y ? 0 : x === null ? -1 : y === null ? 1 : x - y;
    },
    text: (a, b) => collator.compare(text(a), text(b)),
  };

  function sort(table, column, kind, direction) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const sign = direction === "descending" ? -1 : 1;
    const first = (row) => Number(row.dataset.n);
    rows.sort((a, b) => sign * compare[kind](a.cells[column], b.cells[column]) || first(a) - first(b));
    body.append(...rows);
  }

  function heads(table) {
    Array.from(table.tBodies[0].rows).forEach((row, n) => { row.dataset.n = String(n); });
    const cells = Array.from(table.tHead.rows[0].cells);
    cells.forEach((head, column) => {
      const kind = head.dataset.type || "text";
      if (kind === "none") return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        const start = kind === "num" ? "descending" : "ascending";
        const other = start === "ascending" ? "descending" : "ascending";
        const next = now === start ? other : start;
        cells.forEach((one) => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", next);
        sort(table, column, kind, next);
      });
    });
  }

  function place(table, bar) {
    const box = table.closest(".p-scroll") || table;
    box.before(bar);
  }

  /* Where a phone lays rows out as blocks there are no headings to press: a list does their work. */
  function chooser(table) {
    if (!table.classList.contains("p-stack") || table.tBodies[0].rows.length < 6) return;
    const bar = document.createElement("div");
    bar.className = "p-filter p-narrow";
    const select = document.createElement("select");
    select.setAttribute("aria-label", "排序");
    select.append(new Option("排序：原来的顺序", ""));
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const kind = head.dataset.type || "text";
      if (kind === "none") return;
      const name = head.textContent.trim();
      const ways = kind === "num" ? [["从高到低", "descending"], ["从低到高", "ascending"]] : [["顺序", "ascending"]];
      ways.forEach(([way, direction]) => select.append(new Option(`${name}（${way}）`, `${column} ${kind} ${direction}`)));
    });
    bar.append(select);
    place(table, bar);
    select.addEventListener("change", () => {
      const [column, kind, direction] = select.value.split(" ");
      if (kind) sort(table, Number(column), kind, direction);
      else table.tBodies[0].append(...Array.from(table.tBodies[0].rows).sort((a, b) => a.dataset.n - b.dataset.n));
    });
  }

  function filter(table) {
    const words = table.dataset.filter;
    const rows = Array.from(table.tBodies[0].rows);
    if (!words || rows.length < 6) return;
    const bar = document.createElement("div");
    bar.className = "p-filter";
    const input = document.createElement("input");
    input.type = "search";
    input.placeholder = words;
    input.setAttribute("aria-label", words);
    const output = document.createElement("output");
    output.setAttribute("aria-live", "polite");
    bar.append(input, output);
    place(table, bar);
    const show = () => {
      const wanted = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      let seen = 0;
      rows.forEach((row) => {
        const content = row.textContent.toLowerCase();
        row.hidden = !wanted.every((word) => content.includes(word));
        seen += row.hidden ? 0 : 1;
      });
      output.textContent = wanted.length ? `${seen}／${rows.length} 行` : "";
    };
    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { input.value = ""; show(); }
    });
  }

  /* On a phone such tables are laid out as blocks, which would hide from screen readers what they are. */
  document.querySelectorAll("table.p-stack").forEach((table) => {
    table.setAttribute("role", "table");
    table.querySelectorAll("thead, tbody").forEach((part) => part.setAttribute("role", "rowgroup"));
    table.querySelectorAll("tr").forEach((row) => row.setAttribute("role", "row"));
    table.querySelectorAll("tbody td").forEach((cell) => cell.setAttribute("role", "cell"));
    table.querySelectorAll("tbody th").forEach((cell) => cell.setAttribute("role", "rowheader"));
    table.querySelectorAll("thead th").forEach((cell) => cell.setAttribute("role", "columnheader"));
  });

  /* The search splits Chinese into words but not “第3中学”: give it the parts. What is typed stays. */
  const box = document.querySelector('[data-md-component="search-query"]');
  const typed = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  const border = /\p{sc=Han}(?=[A-Za-z0-9])|[A-Za-z0-9](?=\p{sc=Han})/gu;
  if (box) {
    Object.defineProperty(box, "value", {
      get() { return typed.get.call(this).replace(border, "$& "); },
      set(value) { typed.set.call(this, value); },
    });
    /* The search listens to keys alone: what is pasted or spoken into it is told to it as one. */
    box.addEventListener("input", () => box.dispatchEvent(new Event("keyup")));
  }

  /* Paper shows what is folded, in browsers whose style sheets cannot unfold it too. */
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((one) => { one.open = true; one.dataset.shut = ""; });
  });
  addEventListener("afterprint", () => {
    document.querySelectorAll("details[data-shut]").forEach((one) => { one.open = false; delete one.dataset.shut; });
  });

  /* A page that is loaded anew begins with its drawers shut. */
  document.querySelectorAll("input.md-toggle").forEach((toggle) => { toggle.autocomplete = "off"; });

  document.querySelectorAll("table[data-p-table]").forEach((table) => {
    if (!table.tHead || !table.tBodies.length) return;
    chooser(table);
    heads(table);
    filter(table);
  });
})();
