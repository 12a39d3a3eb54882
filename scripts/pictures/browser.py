"""Pages of the site: their text, as pure code makes them, and their picture, as Chromium shows them."""

from __future__ import annotations

import base64
import html
import re
import shutil
import threading
from collections.abc import Iterable, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pictures.stage import staged
from pictures.wanted import Picture
from plus100.intake.tree import open_source
from plus100.measure.season import measure_season
from plus100.publish.entries import read_entries
from plus100.publish.handbook.shelf import DOCS, read_shelf
from plus100.publish.pages import pages
from plus100.publish.site import build

QUALITY, SCALE = 82, 2


def texts(folder: Path) -> Mapping[str, str]:
    """The words of every generated page of some records, without markup."""
    source = open_source(folder / "records")
    outcome = measure_season(source)
    told = read_entries(source, outcome.frame) if outcome.frame else {}
    made = pages(outcome, told, read_shelf(DOCS))
    return {path: _words(text) for path, text in made.items() if isinstance(text, str)}


def _words(text: str) -> str:
    bare = re.sub(r"<(?:style|script|svg)\b.*?</(?:style|script|svg)>|<[^>]*>", " ", text, flags=re.DOTALL)
    return " ".join(html.unescape(bare).split())


def photograph(pictures: Iterable[Picture]) -> None:
    """Build the site of the records and take every page's picture, in the light scheme."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needed by nobody who only compares

    with staged(Picture(name="")) as folder, sync_playwright() as playwright:
        build(folder / "records", folder / "site")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder / "site")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for picture in pictures:
            page = browser.new_page(
                viewport={"width": picture.width, "height": picture.height},
                device_scale_factor=SCALE,
                color_scheme="light",
            )
            address = picture.page.removesuffix("index.md").replace(".md", "/")
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}", wait_until="load")
            page.wait_for_timeout(300)
            taken = page.context.new_cdp_session(page).send(
                "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
            )
            picture.file.write_bytes(base64.b64decode(taken["data"]))
            page.close()
        browser.close()
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """No log."""
