"""Reading: laws that hold for every file, and files that mean harm."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from plus100.core.catalogue import CATALOGUE
from plus100.intake.reading.careful import examine
from plus100.intake.reading.scalars import LARGEST
from plus100.intake.reading.sound import MAX_DEPTH, DoubtError, build
from plus100.intake.reading.strict_yaml import read
from plus100.intake.reading.text import decode

WORDS = st.text(alphabet=st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=12)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST, LARGEST)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)
TEXTS = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)
PIECES = st.sampled_from(
    [
        *"-:[]{},#!?|>%@\t\n\\\"'：，－",
        "a",
        "id: x",
        "- ",
        "  ",
        ": ",
        "&a",
        "*a",
        "---",
        "...",
        "<<",
        "010",
        "1e3",
        "2017-05-03",
        "植树",
        "\r\n",
        "a: >-\n  ",
        "- |\n",
    ]
)


def depth(value: Any) -> int:
    """How deep collections are nested."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_found_wanting(data: bytes) -> None:
    """Nothing that a file contains raises; every finding has a place and a page."""
    _, findings = read(data, "a.yml")
    for finding in findings:
        assert finding.code in CATALOGUE
        assert finding.where.line
        assert finding.where.column


@given(st.lists(PIECES, max_size=30).map("".join))
def test_yaml_of_any_shape_is_read_or_found_wanting(text: str) -> None:
    """So do files that are almost YAML; and a place lies within the file."""
    _, findings = read(text.encode(), "a.yml")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        assert finding.where.line
        assert finding.where.column
        assert finding.where.line <= len(lines)
        assert finding.where.column <= len(lines[finding.where.line - 1]) + 1


@given(st.lists(PIECES, max_size=30).map("".join))
@example("a: b\n  c:d\n")
@example("a: |\n   \n# b\n")
@example("a: |\n  b\n   ")
def test_both_readings_agree(text: str) -> None:
    """What the quick reading takes, the careful one takes as the same value, without a finding."""
    decoded, _ = decode(text.encode(), "a.yml")
    if decoded is None:
        return
    try:
        value = build(text.encode(), decoded)
    except DoubtError:
        return
    careful = examine(decoded, "a.yml")
    assert careful.findings == []
    assert careful.root is not None
    assert repr(careful.root.value) == repr(value)


@given(VALUES.filter(lambda value: depth(value) <= MAX_DEPTH))
def test_json_is_read_as_itself(value: object) -> None:
    """JSON is YAML: what was written is what is read, types included."""
    got, findings = read(json.dumps(value, ensure_ascii=False).encode(), "a.yml")
    assert findings == ()
    assert got == value
    assert str(got).count("True") == str(value).count("True")


@given(TEXTS.filter(lambda value: depth(value) <= MAX_DEPTH))
def test_block_style_is_read_as_itself(value: object) -> None:
    """What an ordinary writer of YAML writes is read as it was meant."""
    written = yaml.safe_dump(value, allow_unicode=True, width=10_000, default_style='"')
    got, findings = read(written.encode(), "a.yml")
    assert findings == ()
    assert got == value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("1e3", 1000),
        ("+1", 1),
        ("-0", 0),
        (".5", 0.5),
        ("12:30", "12:30"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("y", "y"),
        ("2017-05-03", "2017-05-03"),
        ("2017-02-30", "2017-02-30"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("1.2.3", "1.2.3"),
        ("~", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("=", "="),
    ],
)
def test_scalars_mean_what_yaml_1_2_says(written: str, meant: object) -> None:
    """The core schema and nothing of YAML 1.1, as value, as item and in quotes (then text)."""
    got, findings = read(f"a: {written}\nb: [{written}]\nc: '{written}'\n".encode(), "a.yml")
    assert findings == ()
    assert repr(got) == repr({"a": meant, "b": [meant], "c": written})


def test_keys_are_text_as_written() -> None:
    """A key that looks like a number, a date or a truth value is a name all the same."""
    got, findings = read(b"2017: a\ntrue: b\n2017-05-03: c\n010: d\n", "a.yml")
    assert findings == ()
    assert got == {"2017": "a", "true": "b", "2017-05-03": "c", "010": "d"}


def test_reading_goes_on_behind_a_fault_that_it_can_bear() -> None:
    """Several faults of one file are told at once, each at its place, and the value is kept."""
    got, findings = read(b"- a: 1\n  a: 2\n- b: &x 1\n- c: *x\n- !t d\n- .nan\n", "a.yml")
    assert [(f.code, f.where.line, f.where.column, f.where.pointer) for f in findings] == [
        ("Y120", 2, 3, (0, "a")),
        ("Y123", 3, 6, (1, "b")),
        ("Y124", 4, 6, (2, "c")),
        ("Y125", 5, 3, (3,)),
        ("Y112", 6, 3, (4,)),
    ]
    assert got == [{"a": 1}, {"b": 1}, {"c": None}, "d", ".nan"]


HOSTILE = {
    "brackets": "'[' * 100_000",
    "braces": "'{a: ' * 100_000",
    "dashes": "'- ' * 100_000",
    "keys": "'\\n'.join(f'k{i}: {i}' for i in range(50_000))",
    "digits": "'a: ' + '9' * 1_000_000",
    "line": "'a: ' + 'x' * 1_000_000",
    "quotes": "'a: \"' + 'x ' * 500_000",
    "aliases": "'a0: &a0 [x]\\n' + ''.join(f'a{i}: &a{i} [*a{i-1}, *a{i-1}]\\n' for i in range(1, 2000))",
    "comments": "'#\\n' * 400_000 + '[]#'",
    "questions": "'? ' * 100_000",
    "mailboxes": "'a' * 500_000 + '@' * 100_000",
    "numbers": "'1 ' * 500_000",
    "tabs": "'\\t' * 1_000_000",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_soon_and_small(name: str) -> None:
    """Each ends with a finding, well within a minute and half a gigabyte, leak scan included."""
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))\n"
        "from plus100.intake import leaks\n"
        "from plus100.intake.reading import strict_yaml\n"
        f"data = ({HOSTILE[name]}).encode()\n"
        "leaks.scan('a.yml', data)\n"
        "print(len(strict_yaml.read(data, 'a.yml')[1]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert (int(done.stdout) > 0) == (name not in {"line", "numbers", "mailboxes"})
