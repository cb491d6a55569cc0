"""The types of values on the command line, with errors in both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.cli.refusals import BadValueError, did_you_mean
from generator.errors import Bilingual
from generator.workspace.root import CONFIG_NAME, find_root

_COMMAS = re.compile(r"[,，、\s]+")
# More digits than any number that is asked for; int() takes long to read endless ones.
_LONGEST_NUMBER = 9
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


class OneOf(click.ParamType):  # type: ignore[type-arg]  # before click 8.2 it takes none
    """One of some names, in any letter case."""

    name = "name"

    def __init__(self, *names: str) -> None:
        self.names = names

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return _known(value, self.names)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(name) for name in self.names if name.startswith(incomplete)]


class Listed(click.ParamType):  # type: ignore[type-arg]  # before click 8.2 it takes none
    """Names joined by commas. The option may be repeated; `flat` joins what it was given."""

    name = "names"

    def __init__(self, *names: str) -> None:
        self.names = names

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        typed = [part for part in _COMMAS.split(value) if part]
        if not typed:
            raise BadValueError(_one_of(Bilingual("是空的", "it is empty"), self.names))
        return tuple(_known(part, self.names) for part in typed)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        before, comma, last = incomplete.rpartition(",")
        written = before.split(",")
        left = (name for name in self.names if name.startswith(last) and name not in written)
        return [CompletionItem(f"{before}{comma}{name}") for name in left]


def flat(_ctx: click.Context, _param: click.Parameter, values: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The names of all repetitions, each once, in the order of the command line."""
    return tuple(dict.fromkeys(name for value in values for name in value))


def _known(typed: str, names: tuple[str, ...]) -> str:
    if typed.lower() in names:
        return typed.lower()
    words = did_you_mean(Bilingual(f"没有「{typed}」", f"there is no “{typed}”"), typed.lower(), names)
    raise BadValueError(_one_of(words, names))


def _one_of(words: Bilingual, names: tuple[str, ...]) -> Bilingual:
    return Bilingual(f"{words.zh}（可写：{'、'.join(names)}）", f"{words.en} (one of: {', '.join(names)})")


class Day(click.ParamType):  # type: ignore[type-arg]  # before click 8.2 it takes none
    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            words = Bilingual(f"没有 {value} 这一天", f"there is no day {value}")
            raise BadValueError(words) from None
        raise BadValueError(
            Bilingual(f"「{value}」不是日期，写成 2026-11-30", f"“{value}” is no date; write 2026-11-30")
        )


class Month(click.ParamType):  # type: ignore[type-arg]  # before click 8.2 it takes none
    """Year and month."""

    name = "month"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        found = _MONTH.fullmatch(value)
        if found is None or not (int(found[1]) > 0 and 1 <= int(found[2]) <= 12):
            raise BadValueError(
                Bilingual(f"「{value}」不是月份，写成 2026-11", f"“{value}” is no month; write 2026-11")
            )
        return int(found[1]), int(found[2])


class OneLine(click.ParamType):  # type: ignore[type-arg]  # before click 8.2 it takes none
    """A line of text that documents can hold, as a note reads one."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from generator.source.text import unprintable_in

        text = " ".join(value.split())
        if not text:
            raise BadValueError(Bilingual("是空的", "it is empty"))
        if unprintable_in(text):
            raise BadValueError(Bilingual("有不能打印的字符", "it has characters that cannot be printed"))
        return text


class Whole(click.ParamType):  # type: ignore[type-arg]  # before click 8.2 it takes none
    """A whole number from 1 to most."""

    name = "number"

    def __init__(self, most: int) -> None:
        self.most = most

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        typed = str(value).strip()
        if typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST_NUMBER:
            number = int(typed)
            if 1 <= number <= self.most:
                return number
        raise BadValueError(
            Bilingual(f"写 1 到 {self.most} 的整数", f"write a whole number from 1 to {self.most}")
        )


def today() -> date:
    """The only place where the day is asked for."""
    return datetime.now().astimezone().date()


class WorkspaceFolder(click.ParamType):  # type: ignore[type-arg]  # before click 8.2 it takes none
    """A folder that holds presales.yaml."""

    name = "folder"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        if not path.is_dir():
            raise BadValueError(Bilingual(f"没有文件夹 {value}", f"there is no folder {value}"))
        if (path / CONFIG_NAME).is_file():
            return path
        words = Bilingual(f"{value} 里没有 {CONFIG_NAME}", f"there is no {CONFIG_NAME} in {value}")
        above = find_root(path)
        if above is not None:
            words = Bilingual(f"{words.zh}；上级 {above} 里有", f"{words.en}, but in {above} above it")
        raise BadValueError(words)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="dir")]
