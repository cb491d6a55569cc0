"""Whether a person changed a file, and what, in words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from generator.errors import Bilingual
from generator.output.docx_content import read_content

_TEXTS = frozenset((".md", ".html", ".svg", ".csv", ".json", ".txt"))
_MAX_PARAGRAPHS = 5000
_QUOTED_CHARACTERS = 30
_DIFFERS = Bilingual("内容不同", "the content differs")
_LOOKS = Bilingual("文字相同，格式或图片不同", "the text is the same, formatting or pictures differ")


def same_content(ours: bytes, theirs: bytes, suffix: str) -> bool:
    """Whether nothing was changed by hand, although a program may have saved the file anew.

    For .docx: texts, tables, marks, comments and pictures are those of ours (docx_content). For texts: but for line
    endings and a byte order mark. Everything else has to be equal byte for byte.
    """
    if ours == theirs:
        return True
    if suffix == ".docx":
        content = read_content(ours)
        return content is not None and content == read_content(theirs)
    return suffix in _TEXTS and _plain(ours) == _plain(theirs)


def describe_edit(ours: bytes, theirs: bytes, suffix: str) -> Bilingual:
    """What a person made of our file, as "3 paragraphs changed, 1 added: “…”"."""
    before, after = _paragraphs(ours, suffix), _paragraphs(theirs, suffix)
    if before is None or after is None or max(len(before), len(after)) > _MAX_PARAGRAPHS:
        return _DIFFERS
    return _count(before, after) if before != after else _LOOKS


def _count(before: Sequence[str], after: Sequence[str]) -> Bilingual:
    changed = added = removed = 0
    example = ""
    for _, start, end, new_start, new_end in _differences(before, after):
        pairs = min(end - start, new_end - new_start)
        changed += pairs
        removed += end - start - pairs
        added += new_end - new_start - pairs
        example = example or _shorten((*after[new_start:new_end], *before[start:end])[0])
    counts = (
        (changed, Bilingual("改了", "changed")),
        (added, Bilingual("加了", "added")),
        (removed, Bilingual("删了", "removed")),
    )
    zh = "、".join(f"{word.zh} {number} 段" for number, word in counts if number)
    named = [(number, word.en) for number, word in counts if number]
    first, *others = named
    paragraphs = "paragraph" if first[0] == 1 else "paragraphs"
    en = ", ".join((f"{first[0]} {paragraphs} {first[1]}", *(f"{number} {word}" for number, word in others)))
    return Bilingual(f"{zh}：“{example}”", f"{en}: “{example}”")


def _differences(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [code for code in codes if code[0] != "equal"]


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED_CHARACTERS else f"{text[: _QUOTED_CHARACTERS - 1]}…"


def _paragraphs(data: bytes, suffix: str) -> Sequence[str] | None:
    if suffix == ".docx":
        content = read_content(data)
        return content.paragraphs if content else None
    if suffix not in _TEXTS:
        return None
    lines = (line.strip() for line in _plain(data).decode("utf-8", "replace").split("\n"))
    return tuple(line for line in lines if line)


def _plain(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
