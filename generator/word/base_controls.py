"""Text of a base document that Word takes from elsewhere: content controls and fields that show a property.

Some readers show the remembered text, others look the property up. Both are written, and say the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.word.base_properties import Properties
from generator.word.base_text import as_text
from generator.word.placeholders import IN_TEXT, Edit, Template, placeholder_name
from generator.word.spans import Span, ancestor, inside

_OWN_FIELDS = {"TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "LASTSAVEDBY"}
_DATE = re.compile(r'\s+w:fullDate="[^"]*"')


@dataclass(frozen=True, slots=True)
class Linked:
    """Edits, the custom properties that text asks for, and the names of fields that will say something stale."""

    edits: tuple[Edit, ...]
    asked: tuple[str, ...]
    stale: tuple[str, ...]


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    separated: bool = False
    result: list[Span] = field(default_factory=list)


def find_linked(part: bytes, spans: tuple[Span, ...], properties: Properties) -> Linked:
    edits: list[Edit] = []
    asked: list[str] = []
    stale: list[str] = []
    for index, span in enumerate(spans):
        if span.tag == "w:sdt":
            edits += _control_edits(part, spans, index, properties)
    for instruction, result in _fields(spans):
        words = [word.strip('"“”') for word in re.findall(r'"[^"]*"|\S+', instruction)]
        template = _field_template(words, properties)
        if template is not None:
            edits += _replaced(result, template)
            asked += words[1:2]
        elif words and words[0].upper() in STALE:
            stale.append(words[0].upper())
    return Linked(tuple(edits), tuple(asked), tuple(dict.fromkeys(stale)))


# What such a field remembers is the base document's, and stays until somebody updates it; or it says today's date.
STALE = {
    "FILENAME", "USERNAME", "USERINITIALS", "USERADDRESS", "TEMPLATE", "CREATEDATE", "SAVEDATE", "PRINTDATE",
    "DATE", "TIME", "EDITTIME", "REVNUM",
}  # fmt: skip


def _field_template(words: list[str], properties: Properties) -> Template | None:
    match [words[0].upper() if words else "", *words[1:]]:
        case ["DOCPROPERTY", name, *_]:
            return properties.of_field(name)
        case ["STYLEREF", *_]:
            return (
                "",
                "title",
                "",
            )  # what it remembers is a heading of the base; Word looks it up when it draws
        case [name, *_] if name in _OWN_FIELDS:
            return properties.of_field(name)
        case _:
            return None


def _fields(spans: tuple[Span, ...]) -> list[tuple[str, tuple[Span, ...]]]:
    """Instruction and text of the result of every field, outer before inner (ECMA-376-1, 17.16.2)."""
    found = [
        (span.attributes.get("w:instr", ""), tuple(s for s in inside(spans, index) if s.tag == "w:t"))
        for index, span in enumerate(spans)
        if span.tag == "w:fldSimple"
    ]
    complex_fields: list[_Field] = []
    open_fields: list[_Field] = []
    for span in spans:
        if span.tag == "w:fldChar":
            _follow(span.attributes.get("w:fldCharType", ""), open_fields, complex_fields)
        elif span.tag == "w:instrText" and open_fields:
            open_fields[-1].instruction += span.text
        elif span.tag == "w:t":
            for opened in open_fields:
                if opened.separated:
                    opened.result.append(span)
    return found + [(one.instruction, tuple(one.result)) for one in complex_fields]


def _follow(kind: str, open_fields: list[_Field], fields: list[_Field]) -> None:
    if kind == "begin":
        open_fields.append(_Field())
        fields.append(open_fields[-1])
    elif kind == "separate" and open_fields:
        open_fields[-1].separated = True
    elif kind == "end" and open_fields:
        open_fields.pop()


def _control_edits(part: bytes, spans: tuple[Span, ...], index: int, properties: Properties) -> list[Edit]:
    """A control bound to something that does not travel is let go, and keeps the text that it shows."""
    within = [span for span in inside(spans, index) if ancestor(spans, span, "w:sdt") == index]
    tag = next((span.attributes.get("w:val", "") for span in within if span.tag == "w:tag"), "")
    bindings = [span for span in within if span.tag in ("w:dataBinding", "w15:dataBinding")]
    path = bindings[0].attributes.get("w:xpath", "") if bindings else ""
    template = properties.of_binding(path)
    edits: list[Edit] = []
    if template is None:
        edits += ((span.start, span.end, ("",)) for span in bindings)
        name = placeholder_name(tag.strip("{}"))
        template = ("", name, "") if name in IN_TEXT else None
    texts = tuple(span for span in within if span.tag == "w:t")
    edits += ((s.start, s.inner_start, (_undated(part, s),)) for s in within if s.tag == "w:date")
    if template is None or not texts:
        return edits
    hints = [span for span in within if span.tag == "w:showingPlcHdr"]
    edits += ((span.start, span.end, ("",)) for span in hints)
    if hints:  # the grey of a hint is no look for a value
        edits += ((span.start, span.end, ("",)) for span in within if span.tag == "w:rStyle")
    return [*_replaced(texts, template), *edits]


def _undated(part: bytes, span: Span) -> str:
    """The day that a date control remembers is not that of the text in it."""
    return _DATE.sub("", part[span.start : span.inner_start].decode())


def _replaced(texts: tuple[Span, ...], template: Template) -> list[Edit]:
    """The first piece of text says it all."""
    return [
        (span.start, span.end, as_text(template) if place == 0 else ("",)) for place, span in enumerate(texts)
    ]
