"""Drafts: filled in, they are sound records; empty, they are told blank by blank; the way to the forge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from plus100.core.findings import Finding
from plus100.intake.locate import locate
from plus100.ledger.assemble import check, read_frame
from plus100.ledger.records import Forge
from plus100.ledger.world import Frame
from plus100.publish.columns.drawer import Drawer
from plus100.publish.columns.kinds import COLUMNS
from plus100.publish.columns.press import compose
from plus100.publish.drafts.blanks import NAME, blanks, fill
from plus100.publish.drafts.forge import LONGEST, way
from plus100.publish.drafts.offers import for_cadre, for_column
from plus100.publish.drafts.texts import Draft, activity, partner, piece
from publish.columns.pieces import picture
from support import mini

CADRE = "xian/qian-si"
URL = "https://git.example.org/shili/plus100"
VALUES: Mapping[str, str] = {
    "id": "20181106-k7aa",
    "date": "2018-11-06",
    "theme": "talk",
    "title": "与青年谈心",
    "since": "2018-11-01",
    "field": "rural",
    "occupation": "agriculture",
    "age_confirmed": "2018-11-01",
    "met": "visit",
    "unit": "xian",
    "until": "2018-11-30",
    "link": "https://example.org/a",
    "purpose": "转给青年",
    "person": "小示",
    "file": "a-1.jpg",
    "alt": "示例画面",
}


def frame(forge: str = "") -> Frame:
    """The miniature repository's, at a forge."""
    text = mini.files()["records/settings.yml"].decode()
    if forge:
        text += f"forge: {{kind: {forge}, url: {URL}}}\n"
    found, _ = read_frame(mini.source({"records/settings.yml": text}))
    assert found is not None
    return found


DRAFTS = {
    "activity": activity(frame(), CADRE),
    "partner": partner(CADRE),
    **{column.kind: piece(column, "xian") for column in COLUMNS},
    "story without a unit": piece(COLUMNS[-1]),
}


def judged(draft: Draft) -> tuple[Finding, ...]:
    """What the engine finds in the repository with the draft in it."""
    path = draft.path.replace(NAME, "20181106-k7aa")
    if path.startswith("records/"):
        source = mini.source({path: draft.text})
        return locate(check(source), source)
    files = {path: draft.text.encode()}
    if "a-1.jpg" in draft.text:
        files[f"{path.rpartition('/')[0]}/a-1.jpg"] = picture("JPEG")
    return compose(Drawer(files), frame()).findings


def written(text: str) -> str:
    """What the writer does besides filling blanks: the text, and saying who agreed."""
    return text.replace("agreed: false", "agreed: true").replace("在这里写正文。", "十一月六日，走访三户。")


@pytest.mark.parametrize("kind", DRAFTS)
def test_a_draft_filled_in_is_sound(kind: str) -> None:
    """Blanks filled with obvious values, text written, consent given: nothing to find."""
    draft = DRAFTS[kind]
    assert set(blanks(draft.text)) <= set(VALUES)
    text = written(fill(draft.text, VALUES))
    assert blanks(text) == ()
    assert judged(Draft(draft.path, text)) == ()


@pytest.mark.parametrize("kind", DRAFTS)
def test_every_blank_that_is_left_is_told(kind: str) -> None:
    """Each blank alone left empty is a finding at its line: nothing is submitted half written unseen."""
    draft = DRAFTS[kind]
    for name in dict.fromkeys(blanks(draft.text)):
        rest = {one: value for one, value in VALUES.items() if one != name}
        text = written(fill(draft.text, rest))
        line = 1 + text.splitlines().index(next(one for one in text.splitlines() if blanks(one) == (name,)))
        found = judged(Draft(draft.path, text))
        assert line in {one.where.line for one in found}, (name, found)


@pytest.mark.parametrize("kind", [column.kind for column in COLUMNS if column.kind != "boost"])
def test_the_words_of_the_template_are_not_published(kind: str) -> None:
    """A body that still says where to write, and a consent that nobody gave, keep a piece out."""
    draft = DRAFTS[kind]
    text = fill(draft.text, VALUES)
    codes = {one.code for one in judged(Draft(draft.path, text))}
    assert codes >= {"C710"} | ({"C708"} if kind in {"moment", "story"} else set())


def parts(address: str) -> tuple[str, dict[str, str]]:
    """An address's path and its fields, read as a server reads them."""
    split = urlsplit(address)
    assert f"{split.scheme}://{split.netloc}" == "https://git.example.org"
    fields = parse_qs(split.query, strict_parsing=True, keep_blank_values=True)
    assert all(len(values) == 1 for values in fields.values())
    return unquote(split.path), {name: value for name, (value,) in fields.items()}


def forge(kind: str, **more: Any) -> Forge:
    """A forge."""
    return Forge(kind=kind, **{"url": URL, **more})


@pytest.mark.parametrize("kind", DRAFTS)
def test_github_takes_folder_and_text(kind: str) -> None:
    """``/OWNER/REPO/new/BRANCH?filename=PATH&value=TEXT``; the text arrives letter by letter, and the path
    ends where the name is to be written.
    """
    draft = DRAFTS[kind]
    found = way(forge("github", branch="main"), draft.folder, draft.text)
    assert (found.placed, found.filled) == (True, True)
    assert parts(found.address) == (
        "/shili/plus100/new/main",
        {"filename": f"{draft.folder}/", "value": draft.text},
    )


@pytest.mark.parametrize("kind", DRAFTS)
def test_gitea_takes_the_folder_in_the_path(kind: str) -> None:
    """``/OWNER/REPO/_new/BRANCH/FOLDER/?filename=NAME&value=TEXT``, as its documentation writes it."""
    draft = DRAFTS[kind]
    found = way(forge("gitea"), draft.folder, draft.text)
    assert (found.placed, found.filled) == (True, True)
    assert parts(found.address) == (
        f"/shili/plus100/_new/main/{draft.folder}/",
        {"filename": "", "value": draft.text},
    )


def test_gitlab_takes_the_folder_only() -> None:
    """``/OWNER/REPO/-/new/BRANCH?file_name=PATH``; its editor ignores a text, so that is to be copied."""
    draft = DRAFTS["activity"]
    found = way(forge("gitlab"), draft.folder, draft.text)
    assert (found.placed, found.filled) == (True, False)
    assert parts(found.address) == ("/shili/plus100/-/new/main", {"file_name": f"{draft.folder}/"})


def test_gitee_takes_nothing() -> None:
    """No form of an address is documented: the repository's page, name and text to be copied."""
    draft = DRAFTS["activity"]
    assert way(forge("gitee"), draft.folder, draft.text) == (URL, False, False)


@pytest.mark.parametrize("kind", DRAFTS)
@pytest.mark.parametrize("host", ["github", "gitea", "gitlab", "gitee"])
def test_no_two_drafts_get_one_name(host: str, kind: str) -> None:
    """No address holds a name for the file: whoever opens the page later would take the same again."""
    draft = DRAFTS[kind]
    assert NAME in draft.path
    assert NAME not in way(forge(host), draft.folder, "").address


@pytest.mark.parametrize("kind", ["github", "gitea"])
def test_an_address_beyond_7_kb_goes_without_the_text(kind: str) -> None:
    """At the limit, which leaves room for a name, it is whole; one character on it is the folder's page."""
    folder = "docs/columns/stories"
    base = len(way(forge(kind), folder, "").address) + len("20181130-k3f9.yml")
    at = way(forge(kind), folder, "x" * (LONGEST - base))
    assert (len(at.address), at.filled) == (7 * 1024 - 17, True)
    beyond = way(forge(kind), folder, "x" * (LONGEST - base + 1))
    assert (beyond.placed, beyond.filled) == (True, False)
    path, fields = parts(beyond.address)
    assert fields.keys() == {"filename"}
    assert (path + fields["filename"]).endswith("docs/columns/stories/")


def test_odd_branches_and_addresses() -> None:
    """A branch with a slash or a sign stays one; a closing slash and ``.git`` do no harm."""
    found = way(forge("github", branch="records/2018#1", url=f"{URL}.git/"), "a", "x")
    assert found.address.startswith(f"{URL}/new/records/2018%231?")


@pytest.mark.parametrize(("kind", "count"), [("", 0), ("none", 0), ("github", 3), ("gitee", 3)])
def test_offers_need_a_forge(kind: str, count: int) -> None:
    """A cadre is offered an activity, a partner, a story; a column one contribution; nothing without."""
    offers = for_cadre(frame(kind), CADRE)
    assert len(offers) == count
    assert len(for_column(frame(kind), COLUMNS[0])) == min(count, 1)
    if offers:
        assert [one.draft for one in offers] == [DRAFTS["activity"], DRAFTS["partner"], DRAFTS["story"]]


def test_an_activity_may_have_the_themes_of_its_unit_and_day() -> None:
    """The policy's of the as-of day and the unit's own, with their titles, ``other`` last; every one of
    them is accepted.
    """
    path = "records/units/xian/unit.yml"
    own = "themes:\n  - {id: own-theme, title: 本县“自己的”主题}\n"
    text = mini.files()[path].decode().replace("themes:\n", own)
    found, _ = read_frame(mini.source({path: text}))
    assert found is not None
    draft = activity(found, CADRE)
    listed = re.findall(r"^  #   (\S+) (.+)$", draft.text, re.MULTILINE)
    assert ("own-theme", "本县“自己的”主题") in listed
    assert ("talk", "谈心谈话") in listed
    assert listed[-1] == ("other", "其他")
    for theme, _ in listed:
        filled = written(fill(draft.text, {**VALUES, "theme": theme}))
        source = mini.source({path: text, draft.path.replace(NAME, "20181106-k7aa"): filled})
        assert check(source) == (), theme


def test_all_drafts_fit() -> None:
    """None of ours needs to be copied where a forge takes text."""
    for draft in DRAFTS.values():
        assert way(forge("github"), draft.folder, draft.text).filled
        assert way(forge("gitea"), draft.folder, draft.text).filled
