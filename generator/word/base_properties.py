"""Document properties of a base document: those with placeholders are filled, those that its text shows are kept.

Title, subject, author and company are always of the document at hand. Everything else (a library's ids, a sensitivity
label of another file, the names of people) stays behind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.word.placeholders import (
    AUTHOR,
    IN_ATTRIBUTES,
    PLACEHOLDER,
    Edit,
    Template,
    splice,
    split_text,
)
from generator.word.spans import Span, inside, read_spans

CORE_ORDER = ("title", "subject", "creator", "keywords", "description", "category", "contentStatus")
APP_ORDER = ("Manager", "Company")
_OURS: Mapping[str, Template] = {
    "title": ("", "title", ""),
    "subject": ("", "subject", ""),
    "creator": ("", AUTHOR, ""),
    "Company": ("", "company", ""),
}
# What fields call them.
_FIELD_NAMES = {"author": "creator", "lastsavedby": "creator", "comments": "description"}
_CONTROL = re.compile(r"/(?:\w+:)?(\w+)(?:\[1\])?$")


@dataclass(frozen=True, slots=True)
class Properties:
    """built_in by element name, custom by property name; unknown are (property, placeholder) that mean nothing."""

    built_in: Mapping[str, Template]
    custom: Mapping[str, Template]
    custom_part: bytes
    unknown: tuple[tuple[str, str], ...] = ()

    def of_field(self, name: str) -> Template | None:
        """What a `DOCPROPERTY` field or a field of its own such as `TITLE` shows."""
        wanted = _FIELD_NAMES.get(name.lower(), name.lower())
        found = {key.lower(): value for key, value in {**self.custom, **self.built_in}.items()}
        return found.get(wanted)

    def of_binding(self, path: str) -> Template | None:
        """What a content control shows that is bound to a property by this XPath."""
        match = _CONTROL.search(path) if "roperties" in path else None
        return self.built_in.get(match[1]) if match else None


def read_properties(parts: Mapping[str, bytes]) -> Properties:
    """parts: "core", "app" and "custom" where the base has them."""
    unknown: list[tuple[str, str]] = []
    built_in = dict(_OURS)
    wanted = {*CORE_ORDER, *APP_ORDER}
    for part in (parts.get("core"), parts.get("app")):
        for span in read_spans(part) if part else ():
            name = span.tag.rpartition(":")[2]
            if name in wanted and PLACEHOLDER.search(span.text):
                built_in[name], strange = split_text(span.text, IN_ATTRIBUTES)
                unknown += ((name, word) for word in strange)
    custom = {}
    for name, texts in _custom_texts(read_spans(parts["custom"]) if "custom" in parts else ()):
        custom[name], strange = split_text("".join(span.text for span in texts), IN_ATTRIBUTES)
        unknown += ((name, word) for word in strange)
    return Properties(built_in, custom, parts.get("custom", b""), tuple(unknown))


def _custom_texts(spans: tuple[Span, ...]) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    return tuple(
        (span.attributes["name"], inside(spans, index))
        for index, span in enumerate(spans)
        if span.tag == "property"
    )


def kept_custom(properties: Properties, asked: Collection[str]) -> tuple[Template, tuple[str, ...]]:
    """The part with the properties that are filled or that the text asks for, empty without any; names of the others."""
    if not properties.custom:
        return (), ()
    spans = read_spans(properties.custom_part)
    names = {name.lower() for name in asked}
    edits: list[Edit] = []
    gone = []
    for index, span in enumerate(spans):
        if span.tag != "property":
            continue
        name = span.attributes["name"]
        template = properties.custom[name]
        if len(template) == 1 and name.lower() not in names:
            gone.append(name)
            edits.append((span.start, span.end, ("",)))
        elif len(template) > 1:
            text = next(s for s in inside(spans, index) if PLACEHOLDER.search(s.text))
            edits.append((text.inner_start, text.inner_end, template))
    if len(gone) == len(properties.custom):
        return (), tuple(gone)
    return splice(properties.custom_part, tuple(edits)), tuple(gone)
