"""A records folder in memory: a ``Source`` without files."""

from plus100.intake.memory import Memory

__all__ = ["Memory"]
