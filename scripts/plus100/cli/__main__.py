"""``python -m plus100.cli`` is ``plus100``."""

from plus100.cli.app import main

main()
