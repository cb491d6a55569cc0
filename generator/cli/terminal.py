"""The terminal: what it can show, how wide text is on it, and how far a run has come."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from types import TracebackType
from typing import Self
from unicodedata import east_asian_width

import click

Rows = Sequence[tuple[str, str]]

INDENT = "  "
_MAX_FIRST_COLUMN = 26
_GAP = 2
_BAR = 24
# Escape sequences and other controls that a path or a text could carry to the terminal.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# A word, or one wide character; punctuation stays with what it closes or opens.
_TOKEN = re.compile(r"\s+|[（「“《]*(?:[^\s\u2e80-\uffee]+|[\u2e80-\uffee])[，。；：、！？）」”》…]*")


def speak_utf8() -> None:
    """Pipes and files get UTF-8 on every system; a terminal keeps its encoding. Nothing fails for a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def harmless(text: str) -> str:
    """The text with a visible mark for each character that would steer the terminal."""
    return _CONTROLS.sub("\ufffd", text)


def columns(text: str) -> int:
    """How many columns the text takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most that many columns, as far as words allow."""
    lines = [""]
    for token in _TOKEN.findall(text):
        if lines[-1] and columns(lines[-1] + token.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += token if lines[-1] else token.lstrip()
    return [line.rstrip() for line in lines]


def table(title: str, rows: Rows, width: int = 80) -> str:
    """Two columns below the title; a name too long for the first has its meaning on the next line."""
    first = min(_MAX_FIRST_COLUMN, max(columns(name) for name, _ in rows)) + _GAP
    margin = " " * (len(INDENT) + first)
    lines = [title]
    for name, meaning in rows:
        start = INDENT + name + " " * (first - columns(name))
        if columns(name) + _GAP > first:
            lines.append(INDENT + name)
            start = margin
        head, *rest = wrap(meaning, max(20, width - len(margin)))
        lines += [start + head, *(margin + line for line in rest)]
    return "\n".join(lines)


class Bar:
    """A progress bar on standard error, gone when the run ends. Called with how many are done and of how many."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._drawn = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._draw("")

    def __call__(self, done: int, total: int) -> None:
        filled = _BAR * done // total
        self._draw(f"[{'#' * filled}{'-' * (_BAR - filled)}] {done}/{total}")

    def _draw(self, text: str) -> None:
        if self._shown and text != self._drawn:
            click.echo(f"\r{text.ljust(len(self._drawn))}", err=True, nl=False)
            if not text:
                click.echo("\r", err=True, nl=False)
            self._drawn = text
