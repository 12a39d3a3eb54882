"""The samples' own YAML writer."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from samples.emit import document, scalar

PRINTABLE = st.characters(exclude_categories=("C", "Zl", "Zp"))
TEXT = st.text(PRINTABLE, max_size=30)


@given(TEXT)
def test_text_reads_back(text: str) -> None:
    """Any printable text is read back as that text, even by a reader of YAML 1.1."""
    value = yaml.safe_load(document("a.yml", "unit", {"key": f"例{text}", "list": [f"例{text}"]}))
    assert value == {"key": f"例{text}", "list": [f"例{text}"]}


MISLEADING = ["no", "On", "null", "010", "1e3", "12:30", "", " a", "a: b", "a #b", "0x1f"]


@pytest.mark.parametrize("text", MISLEADING)
def test_a_text_that_looks_like_something_else_is_quoted(text: str) -> None:
    """What a reader of YAML 1.1 or 1.2 could take for another type or syntax is quoted."""
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["deed", "A", "例小禾", "共青团示例甲省委", "20180404-dqke", "p001"])
def test_plain_words_stay_plain(text: str) -> None:
    """Words that nobody can misread carry no quotes."""
    assert scalar(text) == text


def test_layout() -> None:
    """Block style: the schema line, the mark, keys in the given order, lists of scalars in brackets."""
    item = {"id": "p001", "channels": ["qq", "group"], "age": [{"value": "to_35", "from": "x2018"}]}
    assert document("units/a/partners/1.yml", "partners", [item]) == (
        "# yaml-language-server: $schema=../../../../schemas/partners.schema.json\n"
        "# 示例：虚构数据，与真实的单位、人员和活动无关\n"
        "- id: p001\n"
        "  channels: [qq, group]\n"
        "  age:\n"
        "    - value: to_35\n"
        "      from: x2018\n"
    )
