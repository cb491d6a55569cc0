"""What templates may use: the views that they are handed, walked type by type, and everything else that they may name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from generator.build.kinds import KINDS
from generator.errors import Bilingual
from generator.prose import Prose
from generator.templating.offers import Tool, macros_of, offered_filters, offered_tests
from generator.views.brief import build_brief
from generator.views.difference import build_difference
from generator.views.digest import build_digest
from generator.word.placeholders import PLACEHOLDERS, Placeholder
from generator.workspace.builtin import builtin_templates

BLOCKS = "blocks.md.j2"
# Documents by name -> what builds the view of their template.
VIEWS: Mapping[str, Callable[..., object]] = {
    **{kind.name: kind.view for kind in KINDS},
    "digest": build_digest,
    "brief": build_brief,
    "diff": build_difference,
}
_WORDS = {
    str: Bilingual("文字", "text"),
    Prose: Bilingual("记录里的 Markdown", "Markdown of the note"),
    bool: Bilingual("是否", "yes or no"),
    int: Bilingual("整数", "whole number"),
    dict: Bilingual("键和值", "keys and values"),
}


@dataclass(frozen=True, slots=True)
class OfferedField:
    """type is in words; meaning is what the docstring of the group says of it, else empty."""

    name: str
    type: Bilingual
    meaning: str


@dataclass(frozen=True, slots=True)
class OfferedGroup:
    """Fields that come together; name is what types call it."""

    name: str
    meaning: str
    fields: tuple[OfferedField, ...]


@dataclass(frozen=True, slots=True)
class OfferedDocument:
    """The first of groups is `view`; the others are what its fields hold."""

    name: str
    groups: tuple[OfferedGroup, ...]

    @property
    def template(self) -> str:
        return f"{self.name}.md.j2"


@dataclass(frozen=True, slots=True)
class Offers:
    documents: tuple[OfferedDocument, ...]
    macros: tuple[Tool, ...]
    filters: tuple[Tool, ...]
    tests: tuple[Tool, ...]
    placeholders: tuple[Placeholder, ...]


def read_offers(documents: tuple[str, ...] = ()) -> Offers:
    """Those of some documents, by name; of all where none are named."""
    blocks = (builtin_templates() / BLOCKS).read_text("utf-8")
    named = documents or tuple(VIEWS)
    return Offers(
        tuple(_document(name) for name in named),
        macros_of(blocks),
        offered_filters(),
        offered_tests(),
        PLACEHOLDERS,
    )


def _document(name: str) -> OfferedDocument:
    view = get_type_hints(VIEWS[name])["return"]
    return OfferedDocument(name, tuple(_group(found) for found in _groups(view, [])))


def _groups(kind: Any, seen: list[type]) -> list[type]:
    """The dataclasses that a type leads to, each once, in the order in which their fields stand."""
    held = get_origin(kind)
    for argument in get_args(kind):
        _groups(argument, seen)
    own = held if is_dataclass(held) else kind
    if isinstance(own, type) and is_dataclass(own) and own not in seen:
        seen.append(own)
        for _, inner in _members(own):
            _groups(inner, seen)
    return seen


def _members(group: type) -> Iterator[tuple[str, Any]]:
    """Fields, then what is computed from them."""
    hints = get_type_hints(group)
    yield from ((field.name, hints[field.name]) for field in fields(group))
    for name, value in vars(group).items():
        if isinstance(value, property) and value.fget is not None:
            yield name, get_type_hints(value.fget)["return"]


def _group(group: type) -> OfferedGroup:
    members = tuple(_members(group))
    meaning, by_name = _meanings(group.__doc__ or "", [name for name, _ in members])
    told = (OfferedField(name, _in_words(kind), by_name.get(name, "")) for name, kind in members)
    return OfferedGroup(group.__name__, meaning, tuple(told))


def _in_words(kind: Any) -> Bilingual:
    held, arguments = get_origin(kind), get_args(kind)
    if held is tuple:
        inner = _in_words(arguments[0])
        return Bilingual(f"列表：{inner.zh}", f"list of {inner.en}")
    if NoneType in arguments:
        inner = _in_words(next(argument for argument in arguments if argument is not NoneType))
        return Bilingual(f"{inner.zh}，可能没有", f"{inner.en}, if any")
    if is_dataclass(held):
        inner = _in_words(arguments[0])
        name = getattr(held, "__name__", "")
        return Bilingual(f"{name}：{inner.zh}", f"{name} of {inner.en}")
    if isinstance(kind, TypeVar):
        return Bilingual("所列的东西", "what is listed")
    known = _WORDS.get(held or kind)
    return known or Bilingual(kind.__name__, kind.__name__)


def _meanings(doc: str, names: list[str]) -> tuple[str, dict[str, str]]:
    """A docstring as it is written here: sentences on the whole, and clauses such as `label: ...` or `plan and map are
    ...` on single members, one after the other with semicolons."""
    whole: list[str] = []
    by_name: dict[str, str] = {}
    name = "|".join(map(re.escape, names))
    clause = re.compile(rf"((?:{name})(?:(?:, | and )(?:{name}))*)(?:: | (?:is|are) )(.*)", re.DOTALL)
    generated = doc.startswith("_") or re.match(
        r"\w+\(", doc
    )  # a dataclass without a docstring gets its signature
    for sentence in re.split(r"(?<=\.)\s+", " ".join(doc.split())) if not generated else ():
        rest = []
        for part in sentence.removesuffix(".").split("; "):
            match = clause.fullmatch(part)
            if match:
                by_name |= dict.fromkeys(re.split(r", | and ", match[1]), match[2])
            else:
                rest.append(part)
        whole += [f"{'; '.join(rest)}."] if rest else []
    return " ".join(whole), by_name
