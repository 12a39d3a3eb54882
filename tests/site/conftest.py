"""A built site, a server on this machine for it, and a browser that counts what it must not see."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from plus100.publish import site as whole_site
from plus100.publish.handbook.shelf import DOCS, Shelf, read_shelf
from publish.league import League, league
from support.browsing import FLAGS, serve

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")


def build_site(made: League, out: Path) -> Path:
    """The site of a hand-made league, built strictly by MkDocs. Its only edition has no rules, so that
    no answer would find what it cites, and guides are empty.
    """
    shelf = Shelf(guides=dict.fromkeys(read_shelf(DOCS).guides, "# 示例指南\n".encode()))
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(out), strict=True)
    config.extra["plus100"] = {"outcome": made.outcome, "told": made.told, "shelf": shelf}
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return out


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A league of 30 cadres, built and served."""
    names = {f"c{number}": f"示例干部{number}号" for number in range(30)}
    yield from serve(build_site(league(names), tmp_path_factory.mktemp("site")))


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample records; the build is strict, so a warning would have ended it."""
    out = tmp_path_factory.mktemp("sample")
    whole_site.build(ROOT / "records", out)
    return out


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Iterator[str]:
    """Where that site is served."""
    yield from serve(sample_folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium (tests that need it are marked)."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


class Watched:
    """A browser page with everything noted that a sound page never does."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.faults: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"error {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)

    def _console(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"{message.type} {message.text}")

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.faults.append(f"request {request.url}")

    def _failed(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":  # the browser's own doing when we leave a page
            self.faults.append(f"failed {request.url} {request.failure}")

    def open(self, path: str) -> Page:
        """Go there and wait until it is loaded."""
        response = self.page.goto(self.base + path, wait_until="load")
        assert response is not None
        assert response.ok, path
        return self.page


Watch = Callable[..., Watched]


@pytest.fixture
def watch(browser: Browser, site: str) -> Iterator[Watch]:
    """Makes watched pages of the built site, in contexts of the given kind."""
    contexts: list[BrowserContext] = []

    def make(*, width: int = 1280, base: str = site, **options: Any) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        return Watched(context, base)

    yield make
    for context in contexts:
        context.close()
