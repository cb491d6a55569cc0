"""Bytes of a YAML file -> text that can be parsed, or the reason why not."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.errors import Bilingual, Problem

MAX_BYTES = 1024 * 1024
# What YAML calls printable; it is also all that XML 1.0, and so Word, can hold.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHOWN = 60
_LOOKED_AT = 40
_CONFLICT = re.compile(r"^(<{7}|>{7})( .*)?$", re.MULTILINE)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
DELETE_IT = Bilingual(
    "删掉这个看不见的字符（常由复制粘贴带入）", "delete this invisible character (often pasted in)"
)
_SAVE_AS_UTF8 = Bilingual(
    "用编辑器「另存为」，编码选 UTF-8", "use the editor's “Save with encoding” and choose UTF-8"
)


@dataclass(frozen=True)
class Source:
    """A file's text with LF line ends and no BOM; path is relative to the workspace with `/`.

    Not slotted, so that its lines are found once, and only when something is wrong with it.
    """

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The offset at which each line starts."""
        return (0, *accumulate(len(line) + 1 for line in self.lines[:-1]))

    def line(self, number: int) -> str:
        """The line with that number (from 1) as typed, or nothing past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def position(self, index: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character offset."""
        index = min(index, len(self.text))
        number = bisect_right(self._starts, index)
        return number, index - self._starts[number - 1] + 1


def unprintable_in(text: str) -> re.Match[str] | None:
    """The first character that neither YAML nor XML may hold."""
    return _UNPRINTABLE.search(text)


def shown(text: str) -> str:
    """A typed text as messages quote it: on one line, its beginning only where it is long."""
    line = unprintable_shown(" ".join(text[: 2 * _SHOWN].split()))
    return line if len(line) <= _SHOWN and len(text) <= 2 * _SHOWN else line[:_SHOWN] + "…"


def decode_source(path: str, data: bytes) -> Source | Problem:
    """Text of a file, or what keeps it from being read: too big, not UTF-8, binary, control characters, a conflict."""
    if len(data) > MAX_BYTES:
        return too_large(path, len(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _wrong_encoding(path, data, error)
    if "\x00" in text:
        return _not_utf8_text(path, data)
    source = Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    return _control_character(source) or _conflict(source) or source


def too_large(path: str, size: int) -> Problem:
    return Problem(
        path=path,
        line=1,
        column=1,
        code="file_too_large",
        message=Bilingual(
            f"文件有 {size:,} 字节，超过 1 MiB", f"the file has {size:,} bytes, more than 1 MiB"
        ),
        suggestion=Bilingual(
            "一次支持一个文件；把附件和长文移出记录",
            "one engagement a file; move attachments and long texts out",
        ),
    )


def _wrong_encoding(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    line = data[: error.start].count(b"\n") + 1
    if b"\x00" in data:
        return _not_utf8_text(path, data)
    if _is_gbk(data):
        what = Bilingual("文件像是 GBK 编码，不是 UTF-8", "the file looks like GBK, not UTF-8")
    else:
        what = Bilingual("文件不是 UTF-8 编码", "the file is not in UTF-8")
    return Problem(
        path=path, line=line, column=1, code="file_encoding", message=what, suggestion=_SAVE_AS_UTF8
    )


def _not_utf8_text(path: str, data: bytes) -> Problem:
    """The problem of a file with null bytes: half of them are in English text in UTF-16."""
    half = len(data[:_LOOKED_AT]) // 2
    if data.startswith(_UTF16_MARKS) or half in (data[:_LOOKED_AT:2].count(0), data[1:_LOOKED_AT:2].count(0)):
        what = Bilingual("文件是 UTF-16 编码，不是 UTF-8", "the file is in UTF-16, not UTF-8")
        return Problem(path, 1, 1, "file_encoding", what, _SAVE_AS_UTF8)
    return Problem(
        path,
        1,
        1,
        "file_binary",
        Bilingual("这是二进制文件，不是文本", "this is a binary file, not text"),
        Bilingual(
            "记录是文本文件；图片写在 attachments 里", "notes are text files; pictures go to attachments"
        ),
    )


def _is_gbk(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def _control_character(source: Source) -> Problem | None:
    found = unprintable_in(source.text)
    if not found:
        return None
    line, column = source.position(found.start())
    return Problem(
        path=source.path,
        line=line,
        column=column,
        code="control_character",
        message=control_character_message(found[0]),
        suggestion=DELETE_IT,
        source=unprintable_shown(source.line(line)),
    )


def control_character_message(char: str) -> Bilingual:
    code = f"U+{ord(char):04X}"
    return Bilingual(
        f"控制字符 {code} 不能写进 Word 等文件", f"control character {code} cannot be written to Word files"
    )


def unprintable_shown(line: str) -> str:
    """The line with each unprintable character as a visible mark."""
    return _UNPRINTABLE.sub("\ufffd", line)


def _conflict(source: Source) -> Problem | None:
    found = _CONFLICT.search(source.text)
    if not found:
        return None
    line, column = source.position(found.start())
    return Problem(
        path=source.path,
        line=line,
        column=column,
        code="merge_conflict",
        message=Bilingual("合并冲突还没有解决", "an unresolved merge conflict"),
        suggestion=Bilingual(
            "留下要的内容，删掉 <<<<<<<、=======、>>>>>>> 三种标记行",
            "keep the lines you want and delete the <<<<<<<, ======= and >>>>>>> lines",
        ),
        source=source.line(line),
    )
