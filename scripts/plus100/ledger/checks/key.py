"""R345, R346: a public key can be read and is one person's. The schema says which types there are."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.held import held
from plus100.ledger.checks.say import Place, say

UNREADABLE, SHARED = "R345", "R346"


def body(public: str) -> bytes | None:
    """What a line of an OpenSSH public key (type and body) encodes; ``None`` if it is none. The body
    is a row of fields, each after its length in four bytes; the first repeats the type.
    """
    kind, _, encoded = public.partition(" ")
    try:
        raw = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        return None
    fields = []
    at = 0
    while at < len(raw):
        end = at + 4 + int.from_bytes(raw[at : at + 4])
        fields.append(raw[at + 4 : end])
        at = end
    return raw if at == len(raw) and fields[:1] == [kind.encode()] and len(fields) > 1 else None


def check(draft: Draft) -> Iterator[Finding]:
    """Every key; a shared one is reported at each person after the first."""
    owners: dict[bytes, tuple[str, Place]] = {}
    for one in held(draft):
        for i, key in enumerate(one.keys):
            place = (one.path, (*one.steps, "keys", i, "public"))
            raw = body(key.public)
            if raw is None:
                fix = "粘贴 .pub 文件里的一整行，例如以 ssh-ed25519 开头的；不要粘贴私钥。"
                yield say(UNREADABLE, place, f"{one.name} 的第 {i + 1} 个公钥读不出来。", fix)
                continue
            person, first = owners.setdefault(raw, (one.person, place))
            if person != one.person:
                fix = "每人用自己的密钥；误贴的，换成本人的公钥。"
                message = f"{one.name} 的公钥与 {person} 的相同，分不清是谁提交的。"
                yield say(SHARED, place, message, fix, first)
