"""``core.ids`` and the schemas have one grammar of names."""

from __future__ import annotations

import re

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plus100.core.ids import ENTRY, NAME
from plus100.intake.schema import load

FORMS = {
    "name": NAME,
    "entry_id": ENTRY,
    "cadre_id": re.compile(f"{NAME.pattern}/{NAME.pattern}"),
}
SIGNS = st.text("az09-AZ_/. \n٣３é示", max_size=8)


def accepts(form: str, text: str) -> bool:
    """Whether the schemas take the text for a name of that form."""
    definition = load("cadre")["$defs"][form]
    return jsonschema_rs.Draft202012Validator(dict(definition)).is_valid(text)


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_a_text_is_a_name_for_both_or_for_neither(form: str, data: st.DataObject) -> None:
    """Names, names with something before, within or after them, and anything else."""
    name = data.draw(st.from_regex(FORMS[form], fullmatch=True))
    at = data.draw(st.integers(0, len(name)))
    for text in (name, name[:at] + data.draw(SIGNS) + name[at:], data.draw(SIGNS), name * 2, f"{name}\n"):
        assert accepts(form, text) is (FORMS[form].fullmatch(text) is not None), text


@pytest.mark.parametrize(
    "text", ["a" * 60, "a" * 61, "a-" * 29 + "aa", "a-" * 30 + "a", "", "٢٠١٧٠٥٠٣-aa", "20170503-aa"]
)
def test_they_agree_at_the_edges(text: str) -> None:
    """Sixty characters and no more, and ASCII digits alone."""
    for form, pattern in FORMS.items():
        for name in (text, f"{text}/{text}"):
            assert accepts(form, name) is (pattern.fullmatch(name) is not None), (form, name)
