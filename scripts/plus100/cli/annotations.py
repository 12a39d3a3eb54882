"""Findings as GitHub workflow commands, one annotation each.

Everything in them is untrusted: a value may hold line breaks and ``::``. GitHub's own toolkit escapes
``%``, CR and LF in the message, and ``:`` and ``,`` as well in properties.
"""

from __future__ import annotations

from plus100.cli.cells import clean
from plus100.cli.options import Options
from plus100.core.findings import Finding, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def annotation(finding: Finding, options: Options) -> str:
    """``::error file=…,line=…,col=…,title=…::message``."""
    where = finding.where
    properties = {
        "file": options.shown(where.path),
        "line": where.line,
        "col": where.column,
        "title": finding.code,
    }
    written = ",".join(
        f"{name}={escaped(value)}" for name, value in properties.items() if value is not None
    )
    message = f"{clean(finding.message)}\n改法：{clean(finding.fix)}"
    return f"::{COMMANDS[finding.severity]} {written}::{message.translate(MESSAGE)}"


def escaped(value: object) -> str:
    """A property's value."""
    return str(value).translate(PROPERTY)
