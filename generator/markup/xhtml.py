"""The finished tree as XHTML text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

EMPTY = frozenset({"br", "col", "hr", "img", "input"})
# Attribute values: a reader of XML takes a bare tab there for a space.
ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;"})


def write_xhtml(root: Element) -> str:
    """Attributes in alphabetical order. Every `&` of the tree is meant; Python-Markdown's own serializer, which
    leaves alone what looks like an entity, is twice as slow as well.
    """
    parts: list[str] = []
    _add(root, parts)
    return "".join(parts)


def _add(element: Element, parts: list[str]) -> None:
    tag = element.tag
    attributes = _attributes(element.attrib) if element.attrib else ""
    if tag in EMPTY:
        parts.append(f"<{tag}{attributes} />")
    else:
        parts.append(f"<{tag}{attributes}>")
        if element.text:
            parts.append(_escaped(element.text))
        for child in element:
            _add(child, parts)
        parts.append(f"</{tag}>")
    if element.tail:
        parts.append(_escaped(element.tail))


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{value.translate(ATTRIBUTE)}"' for name, value in sorted(values.items()))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
