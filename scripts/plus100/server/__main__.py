"""The forced command of ``authorized_keys``: ``python -I -m plus100.server REPOSITORY FINGERPRINT``.

Not a command of ``plus100``: nobody calls it by hand, and it must start at once, since every fetch waits
for it. It imports the standard library only.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from plus100.server.shell import asked, become


def main(repository: Path, fingerprint: str) -> int:
    """Become Git, or say in a sentence what can be done here."""
    program = asked(os.environ.get("SSH_ORIGINAL_COMMAND", ""), repository)
    if program is None:
        words = f"这里只能用 git 取回和推送 {repository.name}，不能登录，也不能运行别的命令。\n"
        sys.stderr.buffer.write(words.encode())
        return 1
    become(program, repository, fingerprint)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
