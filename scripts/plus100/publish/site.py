"""The whole site in one call: measure, render, let MkDocs build it strictly."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from plus100.intake.tree import open_source
from plus100.measure.season import Outcome, measure_season
from plus100.publish.columns.drawer import drawer_beside
from plus100.publish.entries import read_entries
from plus100.publish.mkdocs import OPTIONS

CONFIG = Path(__file__).parents[3] / "mkdocs.yml"


class SiteError(Exception):
    """The site cannot be built from its hand-written pages; ``warnings`` are MkDocs' own words."""

    def __init__(self, warnings: list[str]) -> None:
        super().__init__("\n".join(warnings))
        self.warnings = warnings


class _Ear(logging.Handler):
    """Remembers what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def build(
    records: Path,
    site_dir: Path,
    *,
    at: str | None = None,
    as_of: date | None = None,
    outcome: Outcome | None = None,
) -> Outcome:
    """Build the site of some records into ``site_dir`` and hand back what was measured.

    An ``outcome`` measured before (of the same records) is used as it is. Raises ``SiteError`` on a
    warning of MkDocs, since the build is strict.
    """
    source = open_source(records, at=at)
    found = outcome or measure_season(source, as_of=as_of)
    told = read_entries(source, found.frame) if found.frame else {}
    config = load_config(str(CONFIG), site_dir=str(site_dir.resolve()), strict=True)
    config.extra[OPTIONS] = {"outcome": found, "told": told, "drawer": drawer_beside(records, at)}
    config.plugins.on_startup(command="build", dirty=False)
    ear = _Ear()
    logging.getLogger("mkdocs").addHandler(ear)
    try:
        mkdocs_build(config)
    except Abort as error:
        raise SiteError(ear.heard or [str(error)]) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(ear)
        config.plugins.on_shutdown()
    return found


def serve(
    records: Path,
    *,
    at: str | None = None,
    as_of: date | None = None,
    address: str = "127.0.0.1:8000",
) -> None:
    """Serve the site and rebuild it when records change; ends with Ctrl-C."""
    options: dict[str, Any] = {"records": str(records), "at": at}
    options["as_of"] = as_of.isoformat() if as_of else None
    mkdocs_serve(
        str(CONFIG),
        dev_addr=address,
        strict=False,
        watch=[str(records)],
        extra={"generator": False, OPTIONS: options},
    )
