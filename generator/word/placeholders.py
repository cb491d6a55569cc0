"""Bare-name placeholders such as `{{ title }}` of a base document: which there are, and filling them.

A base document is data: a name is replaced by a value, nothing is executed, and values are not looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.errors import Bilingual
from generator.word.escaping import escape_text


@dataclass(frozen=True, slots=True)
class Placeholder:
    """word is what a Chinese author may call it; that of page_of is made of fields and stands in text alone."""

    name: str
    word: str
    meaning: Bilingual


BODY, PAGE_OF = "body", "page_of"
PLACEHOLDERS = (
    Placeholder("title", "标题", Bilingual("文档标题", "title of the document")),
    Placeholder("subject", "文档类型", Bilingual("文档种类，如“复盘”", 'kind of document, such as "Retrospective"')),
    Placeholder("customer", "客户", Bilingual("客户名称", "name of the customer")),
    Placeholder("company", "公司", Bilingual("我方公司，取自 presales.yaml", "our company, from presales.yaml")),
    Placeholder("label", "密级", Bilingual("密级，如“内部资料”", 'confidentiality, such as "Internal"')),
    Placeholder("date", "日期", Bilingual("截至日期，如 2026年11月20日", "the as-of day, such as 20 November 2026")),
    Placeholder("day", "截至日", Bilingual("截至日期，如 2026-11-20", "the as-of day, such as 2026-11-20")),
    Placeholder(
        "generated_from", "依据",
        Bilingual("所依据的笔记及其版本；客户文档里只有截至日期", "the note and its version; in documents for customers the as-of day alone"),
    ),
    Placeholder(PAGE_OF, "页码", Bilingual("页码与总页数，如“第 1 页 / 共 9 页”", 'page and pages, such as "Page 1 of 9"')),
    Placeholder(BODY, "正文", Bilingual("独占一段：正文从这里开始", "alone in its paragraph: where the text goes")),
)  # fmt: skip
_PUBLIC = tuple(placeholder.name for placeholder in PLACEHOLDERS)
AUTHOR = "_author"  # not for base documents: the company, else the product
IN_ATTRIBUTES = frozenset(_PUBLIC) - {BODY, PAGE_OF}
IN_TEXT = IN_ATTRIBUTES | {PAGE_OF}

# Also with the braces of a Chinese keyboard.
PLACEHOLDER = re.compile(r"[{｛]{2}([^{}｛｝]*)[}｝]{2}")
LEFTOVER = re.compile(r"[{｛]{2}|[}｝]{2}")
_AROUND = " \t\r\n\u00a0\u3000\"'“”‘’«»"

# Literal text at even places, names at odd ones.
Template = tuple[str, ...]
Edit = tuple[int, int, Template]


def placeholder_name(written: str) -> str:
    """`Title`, `“title”` and `page of` as Word's corrections leave them: the name that was meant."""
    return re.sub(r"[\s-]+", "_", written.strip(_AROUND)).lower()


def nearest_name(written: str) -> str:
    """What an unknown name may have meant, empty where nothing is near."""
    name = placeholder_name(written)
    by_word = {placeholder.word: placeholder.name for placeholder in PLACEHOLDERS}
    near = get_close_matches(name, _PUBLIC, 1, 0.6)
    return by_word.get(name) or (near[0] if near else "")


def fill(template: Template, values: Mapping[str, str]) -> str:
    """values are XML: escaped text, or runs for `page_of`."""
    return "".join(values[piece] if place % 2 else piece for place, piece in enumerate(template))


def split_text(
    text: str, names: Collection[str] = IN_TEXT, literal: Callable[[str], str] = escape_text
) -> tuple[Template, tuple[str, ...]]:
    """The text as a template, and the names in it that mean nothing here: they stay as they stand."""
    pieces = [""]
    unknown: list[str] = []
    end = 0
    for match in PLACEHOLDER.finditer(text):
        name = placeholder_name(match[1])
        if name in names:
            pieces[-1] += literal(text[end : match.start()])
            pieces += [name, ""]
            end = match.end()
        else:
            unknown.append(match[1].strip())
    pieces[-1] += literal(text[end:])
    return tuple(pieces), tuple(unknown)


def wrapped(before: str, template: Template, after: str) -> Template:
    if len(template) == 1:
        return (before + template[0] + after,)
    return (before + template[0], *template[1:-1], template[-1] + after)


def splice(part: bytes, edits: tuple[Edit, ...]) -> Template:
    """The part with its edits in place. Of edits that overlap the one that comes first in the argument counts."""
    taken: list[Edit] = []
    for edit in edits:
        if all(edit[1] <= other[0] or other[1] <= edit[0] for other in taken):
            taken.append(edit)
    pieces = [""]
    at = 0
    for start, end, template in sorted(taken):
        pieces[-1] += part[at:start].decode() + template[0]
        pieces += template[1:]
        at = end
    pieces[-1] += part[at:].decode()
    return tuple(pieces)
