"""Bytes of a file as text, or why not."""

from __future__ import annotations

import pytest

from generator.errors import Problem
from generator.source.text import MAX_BYTES, Source, decode_source, shown

PATH = "engagements/a.yaml"


def decoded(data: bytes) -> str:
    source = decode_source(PATH, data)
    assert isinstance(source, Source)
    return source.text


def refused(data: bytes) -> Problem:
    problem = decode_source(PATH, data)
    assert isinstance(problem, Problem)
    return problem


# ── What is read ──


@pytest.mark.parametrize(
    "data",
    [
        b"a: 1\nb: 2\n",
        b"a: 1\r\nb: 2\r\n",
        b"a: 1\rb: 2\r",
        b"\xef\xbb\xbfa: 1\nb: 2\n",
        b"\xef\xbb\xbfa: 1\r\nb: 2\n",
    ],
)
def test_a_byte_order_mark_and_any_line_ends_are_fine(data: bytes) -> None:
    assert decoded(data) == "a: 1\nb: 2\n"


def test_text_of_any_script_is_read_as_it_is() -> None:
    text = "林岚 · café · 안녕 · 🚀 · \u200b · \t|"

    assert decoded(text.encode()) == text


def test_a_file_of_just_one_mebibyte_is_read() -> None:
    assert len(decoded(b"#" * MAX_BYTES)) == MAX_BYTES


# ── What is refused ──


def test_a_larger_file_is_refused_with_its_size() -> None:
    problem = refused(b"#" * (5 * MAX_BYTES))

    assert (problem.code, problem.line, problem.column) == ("file_too_large", 1, 1)
    assert "5,242,880" in problem.message.zh
    assert "5,242,880" in problem.message.en


@pytest.mark.parametrize(
    ("data", "says", "line"),
    [
        ("schema: 1\npresales: 林岚\n".encode("gbk"), "GBK", 2),
        ("presales: 林岚\n".encode("utf-16"), "UTF-16", 1),
        ("presales: Lin\n".encode("utf-16-be"), "UTF-16", 1),
        ("presales: Lin\n".encode("utf-16-le"), "UTF-16", 1),
        ("a: 1\nb: 2\nname: José\n".encode("latin-1"), "UTF-8", 3),
        (b"a: \xff\xfe\xfd\n", "UTF-8", 1),
    ],
)
def test_another_encoding_is_named_and_how_to_save_it(data: bytes, says: str, line: int) -> None:
    problem = refused(data)

    assert (problem.code, problem.line, problem.column) == ("file_encoding", line, 1)
    assert says in problem.message.zh
    assert says in problem.message.en
    assert problem.suggestion is not None
    assert "UTF-8" in problem.suggestion.zh
    assert "UTF-8" in problem.suggestion.en


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"PK\x03\x04\x00\x00\xff", b"a: b\x00c"]
)
def test_a_binary_file_is_no_note(data: bytes) -> None:
    assert refused(data).code == "file_binary"


@pytest.mark.parametrize("char", ["\x0b", "\x07", "\x1b", "\x7f", "\x80", "\ufffe", "\uffff"])
def test_a_control_character_is_found_where_it_stands(char: str) -> None:
    problem = refused(f"a: 1\nb: x{char}y\n".encode())

    assert (problem.code, problem.line, problem.column) == ("control_character", 2, 5)
    assert f"U+{ord(char):04X}" in problem.message.en
    assert problem.source == "b: x\ufffdy"


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> theirs", "<<<<<<<"])
def test_an_unresolved_merge_conflict_is_named(mark: str) -> None:
    problem = refused(f"a: 1\n{mark}\nb: 2\n".encode())

    assert (problem.code, problem.line, problem.column, problem.source) == ("merge_conflict", 2, 1, mark)


@pytest.mark.parametrize("line", ["  <<<<<<< HEAD", "<<<<<<<<< more", "<<<<<< less", "a: <<<<<<< HEAD"])
def test_what_only_looks_like_a_conflict_is_text(line: str) -> None:
    assert decoded(line.encode()) == line


# ── Lines, places and quotations ──


def test_lines_count_from_one_and_there_is_nothing_outside() -> None:
    source = Source(PATH, "one\ntwo\n")

    assert [source.line(number) for number in (0, 1, 2, 3, 4)] == ["", "one", "two", "", ""]


def test_a_place_is_a_line_and_a_column_in_characters() -> None:
    source = Source(PATH, "甲乙\n\n🚀b")

    found = [source.position(index) for index in range(7)]

    assert found == [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2), (3, 3)]


def test_a_place_past_the_end_is_the_end() -> None:
    assert Source(PATH, "a\n").position(99) == (2, 1)


def test_messages_quote_short_text_as_it_is() -> None:
    assert shown("2026-05") == "2026-05"


def test_messages_quote_the_beginning_of_long_text_on_one_line() -> None:
    assert shown("a\n  b\x07" + "c" * 10_000_000) == "a b\ufffd" + "c" * 56 + "…"
    assert shown("甲" * 61) == "甲" * 60 + "…"
    assert shown("x" + " " * 500 + "y") == "x…"
