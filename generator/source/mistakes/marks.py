"""Slips in what stands between the words: indentation, list marks, colons and commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Bilingual
from generator.source.mistakes.mistake import KEY, Mistake, write

_LEAD = re.compile(r"[ \t\u3000\u00a0]*(?:-[ \t\u3000\u00a0]+)*")
_BULLET = re.compile(r"^(?P<lead> *)(?P<mark>[*•·–—－])[ \u3000]*(?P<value>\S.*)$")
_GLUED_DASH = re.compile(rf"^(?P<lead> *)-(?P<value>{KEY}: .*)$")
_FULL_WIDTH_COLON = re.compile(rf"(?P<lead>^\s*(?:- +)*|[{{,]\s*)(?P<key>{KEY})：\s*")
_NO_SPACE = re.compile(rf"^(?P<lead>\s*(?:- +)*)(?P<key>{KEY}):(?P<value>[^\s/].*)$")
_FULL_WIDTH_COMMA = re.compile(rf"[，、；]\s*(?={KEY}: )")


def odd_indentation(line: str) -> Iterator[Mistake]:
    """Tabs, full-width and no-break spaces before the first word."""
    found = _LEAD.match(line)
    lead = found[0] if found else ""
    odd = next((index for index, char in enumerate(lead) if char not in " -"), None)
    if odd is None:
        return
    code, message, suggestion = _TAB if lead[odd] == "\t" else _WIDE_SPACE
    for width in (2, 1, 4):
        spaces = " " * width
        plain = lead.replace("\t", spaces).replace("\u3000", spaces).replace("\u00a0", " ")
        yield Mistake(odd + 1, code, message, suggestion, plain + line[len(lead) :])


_TAB = (
    "tab",
    Bilingual("缩进里有制表符（Tab）", "a tab in the indentation"),
    Bilingual("缩进只用空格，每级两个", "indent with spaces only, two a level"),
)
_WIDE_SPACE = (
    "full_width_space",
    Bilingual("缩进里有全角空格", "a full-width space in the indentation"),
    Bilingual("缩进只用半角空格，每级两个", "indent with plain spaces, two a level"),
)


def odd_list_mark(line: str) -> Iterator[Mistake]:
    """A list item that does not start with a hyphen and a space."""
    found = _BULLET.match(line)
    if found:
        mended = f"{found['lead']}- {found['value']}"
        message = Bilingual(f"列表项以 {found['mark']} 开头", f"a list item that starts with {found['mark']}")
        yield Mistake(found.end("lead") + 1, "odd_list_mark", message, write(mended), mended)
    found = _GLUED_DASH.match(line)
    if found:
        mended = f"{found['lead']}- {found['value']}"
        message = Bilingual("- 后面要空一格", "a space is needed after the -")
        yield Mistake(found.end("lead") + 1, "space_after_dash", message, write(mended), mended)


def full_width_colons(line: str) -> Iterator[Mistake]:
    for found in _FULL_WIDTH_COLON.finditer(line):
        mended = f"{line[: found.start()]}{found['lead']}{found['key']}: {line[found.end() :]}"
        message = Bilingual(f"{found['key']} 后面是全角冒号", f"a full-width colon after {found['key']}")
        yield Mistake(found.end("key") + 1, "full_width_colon", message, WRITE_COLON, mended)


WRITE_COLON = Bilingual("键后面用英文冒号加一个空格「: 」", "write : and a space after the key")


def full_width_commas(line: str) -> Iterator[Mistake]:
    """One between two pairs in braces: `{kind: 改进，theme: 情报不全}`."""
    if "{" not in line:
        return
    for found in _FULL_WIDTH_COMMA.finditer(line):
        mended = f"{line[: found.start()]}, {line[found.end() :]}"
        message = Bilingual(
            f"两个键之间是全角的「{found[0][0]}」", f"a full-width {found[0][0]} between two keys"
        )
        comma = Bilingual("用英文逗号加一个空格「, 」", "write a comma and a space")
        yield Mistake(found.start() + 1, "full_width_comma", message, comma, mended)


def glued_values(line: str) -> Iterator[Mistake]:
    found = _NO_SPACE.match(line)
    if found:
        mended = f"{found['lead']}{found['key']}: {found['value']}"
        message = Bilingual("冒号后面要空一格", "a space is needed after the colon")
        yield Mistake(found.end("key") + 1, "space_after_colon", message, write(mended), mended)
