"""The hook of ``server init`` without a new interpreter for each push: a process that has everything
imported forks for every call and becomes the hook, with the caller's streams, folder and environment. For
tests that push hundreds of times; what is judged, and all of Git, is as it is otherwise.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CALLER = """\
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as there:
    there.connect(sys.argv[1])
    told = json.dumps([os.getcwd(), dict(os.environ)]).encode()
    socket.send_fds(there, [len(told).to_bytes(4, "big")], [0, 1, 2])
    there.sendall(told)
    sys.exit(there.recv(1)[0])
"""


@contextmanager
def warm_hook(repository: Path, folder: Path) -> Iterator[None]:
    """Let a repository's pre-receive hook call such a process."""
    address, caller = folder / "hook.socket", folder / "caller.py"
    caller.write_text(CALLER)
    hook = repository / "hooks" / "pre-receive"
    before = hook.read_text()
    assert before.endswith(" server pre-receive --records records\n")
    command = [sys.executable, str(Path(__file__)), str(address)]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    try:
        while not address.exists():
            assert process.poll() is None
            time.sleep(0.02)
        hook.write_text(f"#!/bin/sh\nexec {sys.executable} -I -S {caller} {address}\n")
        yield
    finally:
        hook.write_text(before)
        process.terminate()
        process.wait()


def serve(address: str) -> None:
    """Wait for calls."""
    import plus100.cli.reports  # noqa: PLC0415  (only this process needs them)
    import plus100.cli.server  # noqa: PLC0415
    import plus100.publish.columns.proofs  # noqa: PLC0415
    import plus100.publish.handbook.book  # noqa: F401, PLC0415
    from plus100.cli.app import run  # noqa: PLC0415

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as here:
        here.bind(address)
        here.listen(64)
        while True:
            call, _ = here.accept()
            if os.fork():
                call.close()
                continue
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            length, streams, _, _ = socket.recv_fds(call, 4, 3)
            told = b""
            while len(told) < int.from_bytes(length, "big"):
                told += call.recv(65536)
            folder, environment = json.loads(told)
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(environment)
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
            sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
            code = run(["server", "pre-receive", "--records", "records"])
            call.sendall(bytes([code]))
            os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1])
