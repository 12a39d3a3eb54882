"""Pushes to a server as cases: what is proposed on a branch or straight to main, and merges of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from plus100.core.findings import Finding
from plus100.review.objects import open_objects
from plus100.server.desk import Desk, Push, Ruling
from plus100.server.rulings import rule_on
from plus100.server.trunk import MAIN
from support import pulls
from support.gitrepo import DAY, Content, Store

NOTHING = "0" * 40


def findings(case: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Everything that a case's pusher is told."""
    told = ruling(case)
    return (*told.refused, *told.waiting, *told.warnings)


def ruling(case: Mapping[str, Any]) -> Ruling:
    """The ruling on a case. ``key`` is the connection's; ``files``, ``append``, ``edits``, ``raw`` (over
    the base, or over ``before``) are committed by ``signer`` (else the key's holder) as ``author``. They
    are pushed to ``ref``, else a branch of the holder's; ``direct`` pushes them to main. ``merge`` merges
    them into main: its ``signer``, and ``files`` slipped in. ``meanwhile`` is what main gained first,
    ``from old`` merges into main as it was before.
    """
    made = pulls.bench()
    start = {**pulls.base_files(), **case.get("before", {})}
    base = made.store.commit(made.store.tree(start))
    later = {**start, **case.get("meanwhile", {})}
    main = made.store.commit(made.store.tree(later), base) if "meanwhile" in case else base
    over = pulls.over(case)
    holder = case["key"]
    head = signed(made.store, {**start, **over}, (base,), case.get("signer", holder), case.get("author"))
    ref = case.get("ref", f"refs/heads/{holder}/a")
    new, old = head, NOTHING
    if case.get("delete"):
        new, old = NOTHING, head
    if "direct" in case or "merge" in case:
        ref, old = MAIN, main
    if "merge" in case:
        head = base if case["merge"].get("nothing") else head
        onto = base if case.get("from old") else main
        trees = {**(start if case.get("from old") else later), **over, **case["merge"].get("files", {})}
        new = signed(made.store, trees, (onto, head), case["merge"]["signer"])
    return ruled(made.store.folder, main, Push(old, new, ref), holder, case.get("received"))


def ruled(folder: Path, main: str, push: Push, holder: str, day: object = None) -> Ruling:
    """The ruling on a push by the holder of a test key."""
    with open_objects(folder / "records") as objects:
        received = date.fromisoformat(str(day)) if day else pulls.RECEIVED
        key = pulls.fingerprint(holder)
        return rule_on(Desk(objects, folder / "records", key, received, objects.commit(main)), push)


def signed(
    store: Store,
    files: Mapping[str, Content] | str,
    parents: tuple[str, ...],
    signer: str,
    author: str | None = None,
) -> str:
    """A commit of files, or of a tree, by the holder of a test key (or of a key at a path); ``nobody``
    signs nothing.
    """
    mailbox = f"{author or signer}@shili"
    tree = files if isinstance(files, str) else store.tree(files)
    lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
    lines += [f"author x <{mailbox}> {DAY} +0000", f"committer x <{mailbox}> {DAY} +0000"]
    payload = "\n".join([*lines, "", "message", ""]).encode()
    if signer == "nobody":
        return store.object("commit", payload)
    before, _, message = payload.partition(b"\n\n")
    armour = pulls.signature(payload, signer, "git").strip().replace("\n", "\n ").encode()
    return store.object("commit", before + b"\ngpgsig " + armour + b"\n\n" + message)
