"""Names that every machine can hold, that stay in the folder, and that are not taken by the program itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from generator.errors import Bilingual

MEMORY = ".presales"
MAX_PART_BYTES = 255
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"))
)  # fmt: skip
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f\ud800-\udfff]')
_OURS = re.compile(r"(?P<stem>.+)\.(?:new|bak-[0-9]+)(?P<suffix>\.[^.]*)?", re.DOTALL)


def refuse_name(path: str) -> Bilingual | None:
    """Why a path below output/ is not written, None for a good one."""
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", path):
        return Bilingual("路径指向 output/ 之外：改文件名", "the path leads out of output/: change the name")
    if parts[0].casefold() == MEMORY:
        return Bilingual(
            f"{MEMORY}/ 归程序自己用：改文件名", f"{MEMORY}/ is the program's own: change the name"
        )
    if _OURS.fullmatch(parts[-1]):
        return Bilingual(
            "以 .new 或 .bak-数字 结尾的名字留给新版本和备份：改文件名",
            "names ending in .new or .bak-number are for new versions and backups: change the name",
        )
    return next((problem for part in parts if (problem := _refuse_part(part))), None)


def _refuse_part(part: str) -> Bilingual | None:
    if part in ("", "."):
        return Bilingual("文件名有一段是空的", "a part of the name is empty")
    if found := _FORBIDDEN.search(part):
        shown = ascii(found[0])[1:-1]
        return Bilingual(
            f"文件名不能含 {shown}：改掉这个字符", f"a file name cannot hold {shown}: change this character"
        )
    if part[-1] in ". ":
        return Bilingual(
            f"“{part}”以点或空格结尾，Windows 存不了：改文件名",
            f"“{part}” ends in a dot or a space, which Windows cannot store: change the name",
        )
    if part.partition(".")[0].rstrip().casefold() in _DEVICES:
        return Bilingual(
            f"“{part}”是 Windows 的保留名：改文件名",
            f"“{part}” is a reserved name of Windows: change the name",
        )
    if len(part.encode()) > MAX_PART_BYTES:
        return Bilingual(
            f"文件名太长（最多 {MAX_PART_BYTES} 字节）：缩短它",
            f"the file name is too long (at most {MAX_PART_BYTES} bytes): shorten it",
        )
    return None


def fold(path: str) -> str:
    """Equal for paths that are one file on Windows or macOS."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def find_collisions(paths: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Different paths that are one file on some machine, for builds whose processes do not see each other."""
    ordered = sorted(set(paths), key=lambda path: (fold(path), path))
    groups = (tuple(group) for _, group in groupby(ordered, fold))
    return tuple(group for group in groups if len(group) > 1)


def beside_name(path: str) -> str:
    """Where the new version stands next to a file that is kept: `report.zh.new.docx`."""
    return _insert(path, "new")


def backup_name(path: str, number: int) -> str:
    return _insert(path, f"bak-{number}")


def kept_name(path: str) -> str | None:
    """The file that a new version stands next to, None for a path that is no new version."""
    folder, slash, name = path.rpartition("/")
    found = _OURS.fullmatch(name)
    if not found:
        return None
    return f"{folder}{slash}{found['stem']}{found['suffix'] or ''}"


def suffix_of(path: str) -> str:
    """The last ending in lower case with its dot, empty without one."""
    stem, dot, ending = path.rpartition("/")[2].rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def _insert(path: str, word: str) -> str:
    ending = len(suffix_of(path))
    return f"{path[: len(path) - ending]}.{word}{path[len(path) - ending :]}"
