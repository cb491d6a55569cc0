"""The ISO schemas of WordprocessingML, where they are at hand."""

from __future__ import annotations

import functools

from lxml import etree

from tests.judges import SCHEMAS, needs

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"

needs_schemas = needs("schemas")


@functools.cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS))


def schema_errors(part: bytes) -> list[str]:
    tree = etree.fromstring(part)
    tree.attrib.pop(_IGNORABLE, "")  # Word's own way to mark its extensions, outside these schemas
    try:
        _schema().assertValid(tree)
    except etree.DocumentInvalid as error:
        return [str(error)]
    return []
