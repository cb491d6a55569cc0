"""The ISO schemas of WordprocessingML, where they are at hand."""

from __future__ import annotations

import functools

from lxml import etree

from tests.judges import SCHEMAS, needs

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_IGNORABLE = f"{_COMPATIBILITY}Ignorable"

needs_schemas = needs("schemas")


@functools.cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS))


def schema_errors(part: bytes) -> list[str]:
    tree = etree.fromstring(part)
    tree.attrib.pop(_IGNORABLE, "")  # Word's own way to mark its extensions, outside these schemas
    for alternatives in list(tree.iter(f"{_COMPATIBILITY}AlternateContent")):
        _take_fallback(alternatives)
    try:
        _schema().assertValid(tree)
    except etree.DocumentInvalid as error:
        return [str(error)]
    return []


def _take_fallback(alternatives: etree._Element) -> None:
    """As a program does that knows no extension (ECMA-376-3, 10)."""
    parent = alternatives.getparent()
    fallback = alternatives.find(f"{_COMPATIBILITY}Fallback")
    assert parent is not None
    assert fallback is not None
    for child in fallback:
        parent.insert(parent.index(alternatives), child)
    parent.remove(alternatives)
