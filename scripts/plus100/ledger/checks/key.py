"""R345, R346: a public key can be read and is one person's."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import Place, say

UNREADABLE, SHARED = "R345", "R346"
TYPES = frozenset(
    {
        "ssh-ed25519",
        "ssh-rsa",
        "ecdsa-sha2-nistp256",
        "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com",
        "sk-ecdsa-sha2-nistp256@openssh.com",
    }
)


def body(public: str) -> bytes | None:
    """What a line of an OpenSSH public key encodes; ``None`` if it is no such line. The body repeats
    the type, after its length in four bytes.
    """
    words = public.split()
    if len(words) < 2 or words[0] not in TYPES:  # noqa: PLR2004 - a type and a body
        return None
    try:
        raw = base64.b64decode(words[1], validate=True)
    except binascii.Error:
        return None
    head = len(words[0]).to_bytes(4) + words[0].encode()
    return raw if raw.startswith(head) and len(raw) > len(head) else None


def check(draft: Draft) -> Iterator[Finding]:
    """Every key; a shared one is reported at each person after the first."""
    owners: dict[bytes, tuple[str, Place]] = {}
    for name, cadre in sorted(draft.cadres.items()):
        for i, key in enumerate(cadre.keys):
            place = (draft.cadre_path(name), ("keys", i, "public"))
            raw = body(key.public)
            if raw is None:
                fix = "粘贴 .pub 文件里的一整行，例如以 ssh-ed25519 开头的；不要粘贴私钥。"
                yield say(UNREADABLE, place, f"干部 {name} 的第 {i + 1} 个公钥读不出来。", fix)
                continue
            person, first = owners.setdefault(raw, (cadre.person, place))
            if person != cadre.person:
                fix = "每人用自己的密钥；误贴的，换成本人的公钥。"
                message = f"干部 {name} 的公钥与 {person} 的相同，分不清是谁提交的。"
                yield say(SHARED, place, message, fix, first)
