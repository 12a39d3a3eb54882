"""SSH-signed commits: who signed each, and whether that is who the commit says wrote it.

Git's own ``verify-commit`` is not asked: it judges a key by the committer's date, which its author may
choose, and calls a commit good whoever its author is. ``ssh-keygen`` does the arithmetic; which key may be
used on the day of receipt, and whose it is, the base says.
"""

from __future__ import annotations

import base64
import binascii
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from plus100.core.findings import Finding
from plus100.review.changes import Change
from plus100.review.identity import (
    Account,
    HeldKey,
    by_account,
    fingerprint_of,
    is_valid,
    only_one,
    out_of_date,
    registered_keys,
)
from plus100.review.objects import Objects
from plus100.review.roles import Roles
from plus100.review.say import refusal, shown

NO_KEY, UNSIGNED, BAD, NOT_AUTHOR = "G951", "G953", "G954", "G955"

_NOREPLY = re.compile(r"(\d{1,16})\+[^@]*@users\.noreply\.github\.com")
_HEADER = re.compile(rb"^gpgsig(?:-sha256)? (.*\n(?: .*\n)*)", re.MULTILINE)
_ARMOUR = re.compile(
    r"-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\s*", re.DOTALL
)
_WAIT = 20


@dataclass(frozen=True, slots=True)
class Signed:
    """A commit and the person who both wrote and signed it; ``None`` with the reasons."""

    commit: str
    person: str | None
    findings: tuple[Finding, ...]


class Parts(NamedTuple):
    """A commit taken apart: the author's mailbox, what was signed, the signature's armour."""

    mailbox: str
    payload: bytes
    signature: str


def allowed_signers(roles: Roles) -> str:
    """Git's ``gpg.ssh.allowedSignersFile``: the keys that are valid on the day, by person. No dates are
    written: git would hold them against the committer's claim.
    """
    held = (one for one in registered_keys(roles) if is_valid(one.key, roles.day))
    lines = dict.fromkeys(f'{one.person} namespaces="git" {one.key.public}' for one in held)
    return "".join(f"{line}\n" for line in lines)


def by_signatures(objects: Objects, roles: Roles, change: Change) -> tuple[Signed, ...]:
    """One verdict for every commit that the change brings, newest first."""
    known = tuple(registered_keys(roles))
    with TemporaryDirectory(prefix="plus100-") as folder:
        signers = Path(folder) / "allowed_signers"
        signers.write_text(allowed_signers(roles), encoding="utf-8")
        return tuple(_signed(objects, roles, name, known, signers) for name in change.commits)


def _signed(objects: Objects, roles: Roles, name: str, known: tuple[HeldKey, ...], signers: Path) -> Signed:
    found = objects.read(name)
    parts = taken_apart(found[1]) if found else None
    if parts is None or not parts.signature:
        fix = "运行 git config gpg.format ssh 和 git config commit.gpgsign true，再重新提交。"
        return _bad(name, UNSIGNED, f"提交 {name[:10]} 没有签名。", fix)
    public = public_key(parts.signature)
    if public is None:
        fix = "用登记过的 SSH 公钥签名：git config gpg.format ssh，再 git commit --amend -S --no-edit。"
        return _bad(name, BAD, f"提交 {name[:10]} 的签名不是 SSH 签名，或读不出来。", fix)
    held = [one for one in known if one.key.public == public]
    if not held:
        fix = "请本单位审核人在你的 cadre.yml 里登记 keys，合并之后再提交。"
        message = f"提交 {name[:10]} 用公钥 {fingerprint_of(public)} 签名，这把公钥没有登记。"
        return _bad(name, NO_KEY, message, fix)
    valid = [one for one in held if is_valid(one.key, roles.day)]
    if not valid:
        return Signed(name, None, (out_of_date(held[-1], roles.day),))
    person, shared = only_one(dict.fromkeys(one.person for one in valid), f"公钥 {fingerprint_of(public)}")
    if person is None:
        return Signed(name, None, shared)
    return _verified(name, parts, person, signers, roles)


def _verified(name: str, parts: Parts, person: str, signers: Path, roles: Roles) -> Signed:
    """The signature holds, and the author is who signed."""
    if not _holds(parts, person, signers):
        fix = "内容在签名之后改过，重新签名：git commit --amend -S --no-edit。"
        return _bad(name, BAD, f"提交 {name[:10]} 的签名与内容不符。", fix)
    author = author_of(parts.mailbox, roles)
    if author != person:
        said = author or f"邮箱 {_masked(parts.mailbox)}"
        message = f"提交 {name[:10]} 的作者是 {said}，签名的是 {person}。"
        fix = f"由作者本人签名；自己写的，把 git config user.email 设为 {person}@任意域名。"
        return _bad(name, NOT_AUTHOR, message, fix)
    return Signed(name, person, ())


def _masked(mailbox: str) -> str:
    """A mailbox may be somebody's: a message tells only how it begins."""
    return f"{shown(mailbox)[:3]}…"


def _bad(name: str, code: str, message: str, fix: str) -> Signed:
    return Signed(name, None, (refusal(code, "", message, fix),))


def taken_apart(data: bytes) -> Parts | None:
    """A commit's parts; ``None`` where it is no commit. Of two signatures neither is taken."""
    head, blank, rest = data.partition(b"\n\n")
    head += b"\n"
    author = re.search(rb"^author [^\n]*<([^<>\n]*)> \d+ [+-]\d{4}$", head, re.MULTILINE)
    if not blank or author is None:
        return None
    signatures = _HEADER.findall(head)
    if len(signatures) > 1:
        return Parts(_text(author[1]), data, "?")
    payload = _HEADER.sub(b"", head) + b"\n" + rest
    armour = signatures[0].replace(b"\n ", b"\n") if signatures else b""
    return Parts(_text(author[1]), payload, _text(armour))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def public_key(armour: str) -> str | None:
    """The key inside an SSH signature as a line of ``.pub``; ``None`` for anything else. The fields of
    PROTOCOL.sshsig: magic, version, key, each field after its length in four bytes.
    """
    match = _ARMOUR.fullmatch(armour)
    try:
        raw = base64.b64decode(match[1].replace("\n", ""), validate=True) if match else b""
    except binascii.Error:
        return None
    if raw[:10] != b"SSHSIG\0\0\0\x01":
        return None
    key = raw[14 : 14 + int.from_bytes(raw[10:14])]
    kind = key[4 : 4 + int.from_bytes(key[:4])].decode("ascii", "replace")
    return f"{kind} {base64.b64encode(key).decode()}"


def _holds(parts: Parts, person: str, signers: Path) -> bool:
    """Whether ``ssh-keygen`` calls the signature good for a person's key."""
    file = signers.with_name("signature")
    file.write_text(parts.signature, encoding="utf-8")
    asked = ("ssh-keygen", "-Y", "verify", "-f", signers, "-I", person, "-n", "git", "-s", file)
    try:
        ran = subprocess.run(asked, input=parts.payload, capture_output=True, timeout=_WAIT, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0


def author_of(mailbox: str, roles: Roles) -> str | None:
    """The person of an author's mailbox: the part before ``@`` is the person id, or it is the address
    that GitHub gives to an account's number.
    """
    match = _NOREPLY.fullmatch(mailbox)
    if match is not None:
        return by_account(roles, Account("github", int(match[1])))[0]
    return mailbox.partition("@")[0] or None


def one_person(signed: Iterable[Signed]) -> tuple[str | None, tuple[Finding, ...]]:
    """The one person who made all commits, or every reason why there is none."""
    all_of = tuple(signed)
    findings = tuple(finding for one in all_of for finding in one.findings)
    persons = dict.fromkeys(one.person for one in all_of if one.person is not None)
    if findings or not persons:
        return None, findings
    if len(persons) > 1:
        message = f"这次改动里有几个人的提交：{'、'.join(persons)}。"
        return None, (refusal(NOT_AUTHOR, "", message, "各人的改动分开提交。"),)
    return next(iter(persons)), ()
