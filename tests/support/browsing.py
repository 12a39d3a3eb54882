"""A server on this machine, and measures taken inside the browser."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedReader, BytesIO
from pathlib import Path

from playwright.sync_api import Page

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium as root, without the calls home that it makes by itself."""

SHRINKS = (".html", ".css", ".js", ".json", ".svg")


@lru_cache(maxsize=256)
def shrunk(path: Path, _changed: int) -> bytes:
    """A file's content, compressed."""
    return gzip.compress(path.read_bytes(), mtime=0)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder as hosts do: text is compressed, what all pages share is fetched once."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BufferedReader | None:
        """Answer with compressed text where that is taken, else as the library does."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (takes and path.is_file() and path.name.endswith(SHRINKS)):
            return super().send_head()  # type: ignore[return-value] # a file or nothing
        content = shrunk(path, path.stat().st_mtime_ns)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def end_headers(self) -> None:
        """Styles and scripts may be kept."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """No log."""


def serve(folder: Path) -> Iterator[str]:
    """The address under which a folder is served, until the caller is done."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = s => { const n = s.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const over = (top, ground) => [0, 1, 2].map(i => top[i] * top[3] + ground[i] * (1 - top[3]));
  const ground = e => {
    const layers = [];
    for (; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const faults = [];
  for (const e of document.querySelectorAll('header *, nav *, article *, footer *')) {
    if (!e.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    const svg = e.closest('svg');
    const style = getComputedStyle(e);
    const paint = svg ? style.fill : style.color;
    if (e.tagName === 'title' || e.tagName === 'desc' || !/^rgb/.test(paint)) continue;
    const back = ground(e), text = over(parse(paint), back);
    const [high, low] = [light(text), light(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const what = `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 20)}`;
    if (ratio < 4.5) faults.push(`${ratio.toFixed(2)} ${what}`);
  }
  return faults;
}"""


def contrast_faults(page: Page) -> list[str]:
    """Every visible text with less than 4.5 : 1 to its ground."""
    faults: list[str] = page.evaluate(CONTRAST)
    return faults
