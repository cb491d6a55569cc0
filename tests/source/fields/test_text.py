"""Lines are literal and on one line; prose keeps its lines."""

from __future__ import annotations

import pytest

from generator.prose import Prose
from generator.source.fields import Line, Lines, ProseText, is_wide
from tests.source.fields.kinds import read, refused


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "1.10",
        "010",
        "1:30",
        "*a*",
        "_b_",
        "|",
        "<b>",
        "# x",
        "{{ y }}",
        "`z`",
        "\\n",
        "  inside  out".strip(),
        "甲　乙",
        "“引号”",
        "１２",
    ],
)
def test_a_line_is_what_was_typed(typed: str) -> None:
    assert read(Line, typed) == typed
    assert not isinstance(read(Line, typed), Prose)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  a b \n", "a b"),
        ("a\nb", "a b"),
        ("a  \n   b", "a b"),
        ("a\n\n\nb", "a b"),
        ("甲\n乙", "甲乙"),
        ("甲，\n乙", "甲，乙"),
        ("甲\nb", "甲 b"),
        ("a\n乙", "a 乙"),
        ("안녕\n세계", "안녕 세계"),
        ("甲\n안녕", "甲 안녕"),
        ("カナ\n仮名", "カナ仮名"),
        ("ｱ\nｱ", "ｱ ｱ"),
        ("a\u2028b", "a b"),
        ("a\u0085b", "a b"),
        ("a\tb", "a b"),
        ("\u3000甲\u3000", "甲"),
    ],
)
def test_a_line_break_is_one_space_and_none_between_wide_characters_that_are_not_hangul(
    typed: str, expected: str
) -> None:
    assert read(Line, typed) == expected


@pytest.mark.parametrize("typed", ["", "  ", "\n", "\u3000"])
@pytest.mark.parametrize("kind", [Line, ProseText, Lines])
def test_empty_text_is_refused(kind: object, typed: str) -> None:
    assert refused(kind, typed).code == "empty_text"


@pytest.mark.parametrize("typed", ["a\x07b", "a\ud800b", "a\ufffe"])
@pytest.mark.parametrize("kind", [Line, ProseText, Lines])
def test_what_a_document_cannot_hold_is_refused(kind: object, typed: str) -> None:
    assert refused(kind, typed).code == "control_character"


@pytest.mark.parametrize("kind", [Line, ProseText])
def test_a_list_or_a_group_is_no_text(kind: object) -> None:
    assert refused(kind, ["a"]).code == refused(kind, {"a": "b"}).code == "expected_text"


def test_text_that_became_a_pair_is_told_in_quotes() -> None:
    found = refused(Line, {"“价格": "高”"}).suggestion

    assert found is not None
    assert found.en.endswith(': "价格: 高"')


@pytest.mark.parametrize("typed", [{"a": "b", "c": "d"}, {"a": ["b"]}, {}])
def test_a_real_group_is_told_to_be_one_value(typed: object) -> None:
    found = refused(Line, typed).suggestion

    assert found is not None
    assert found.en.startswith("write one value")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a\n\nb", "a\n\nb"),
        ("\n\na\n", "a"),
        ("- a\n- b  \n", "- a\n- b"),
        ("  a\n  b", "  a\n  b"),
        ("a\tb", "a    b"),
        ("a\u2028b\u2029c\u0085d", "a\nb\nc\nd"),
    ],
)
def test_prose_keeps_its_lines(typed: str, expected: str) -> None:
    found = read(ProseText, typed)

    assert found == expected
    assert isinstance(found, Prose)


@pytest.mark.parametrize(("typed", "expected"), [("a", ("a",)), (["a", "b\nc"], ("a", "b c")), ([], ())])
def test_one_line_or_a_list_of_lines(typed: object, expected: tuple[str, ...]) -> None:
    assert read(Lines, typed) == expected


def test_a_long_run_of_spaces_takes_no_time() -> None:
    text = "a" + " " * 500_000 + "b"

    assert read(Line, text) == text


@pytest.mark.parametrize(
    ("char", "wide"),
    [
        ("甲", True),
        ("，", True),
        ("Ａ", True),
        ("あ", True),
        ("안", False),
        ("a", False),
        ("ｱ", False),
        ("é", False),
    ],
)
def test_wide_characters_are_those_that_need_no_space(char: str, wide: bool) -> None:
    assert is_wide(char) is wide
