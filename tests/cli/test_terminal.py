"""Text on a terminal: wide characters, harmless controls, a bar that leaves nothing behind."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.terminal import Bar, columns, harmless, speak_utf8, table, wrap


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_wide_characters_take_two_columns() -> None:
    assert columns("售前 note，") == 11


def test_lines_break_between_words_and_between_wide_characters() -> None:
    assert wrap("one two three", 8) == ["one two", "three"]
    assert wrap("每次售前支持", 8) == ["每次售前", "支持"]


def test_punctuation_stays_with_what_it_closes_or_opens() -> None:
    assert wrap("每次售前，支持", 8) == ["每次售", "前，支持"]
    assert wrap("每次售（前）支", 8) == ["每次售", "（前）支"]


def test_a_word_longer_than_the_line_stands_alone() -> None:
    assert wrap("a presales.yaml b", 5) == ["a", "presales.yaml", "b"]


@given(st.text(alphabet="ab ，。（）售前“”", max_size=60), st.integers(4, 30))
def test_wrapping_loses_no_character(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


def test_controls_that_would_steer_the_terminal_are_shown_as_marks() -> None:
    assert harmless("a\x1b[2J\r\u202eb\tc\n") == "a\ufffd[2J\ufffd\ufffdb\tc\n"


def test_a_table_has_a_column_of_names_and_long_names_get_a_line() -> None:
    long = "--a-very-long-name-indeed VALUE"

    shown = table("Options:", [("--x", "short"), (long, "told below it")], 60)

    assert shown == f"Options:\n  --x{' ' * 25}short\n  {long}\n{' ' * 30}told below it"


def test_a_meaning_continues_below_itself() -> None:
    assert table("选项：", [("-a", "每次售前支持每次售前支持")], 26) == (
        "选项：\n  -a  每次售前支持每次售前\n      支持"
    )


def test_the_bar_counts_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with Bar(shown=True) as bar:
        bar(1, 2)
        bar(1, 2)
        bar(2, 2)

    half, whole = "[############------------] 1/2", "[########################] 2/2"
    assert terminal.getvalue() == f"\r{half}\r{whole}\r{' ' * len(whole)}\r"


@pytest.mark.parametrize(("stream", "shown"), [(io.StringIO(), True), (Terminal(), False)])
def test_there_is_no_bar_in_a_pipe_or_when_quiet(
    stream: io.StringIO, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)

    with Bar(shown=shown) as bar:
        bar(1, 2)

    assert stream.getvalue() == ""


class TerminalInAscii(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_pipes_get_utf_8_and_a_terminal_its_own_encoding_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipe, screen = io.BytesIO(), io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(pipe, "ascii"))
    monkeypatch.setattr(sys, "stderr", TerminalInAscii(screen, "ascii"))

    speak_utf8()
    for stream in (sys.stdout, sys.stderr):
        stream.write("售\udc80")
        stream.flush()

    assert pipe.getvalue() == "售\\udc80".encode()
    assert screen.getvalue() == b"\\u552e\\udc80"


def test_streams_of_other_kinds_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)

    speak_utf8()

    assert sys.stdout is stream
