"""The ISO schemas of WordprocessingML, where they are at hand."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from lxml import etree

DRIVER = Path(__file__).parents[3] / "shared" / "ooxml-xsd" / "all.xsd"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"

needs_schemas = pytest.mark.skipif(
    not DRIVER.exists(), reason="the OOXML schemas are not at ../shared/ooxml-xsd"
)


@functools.cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(DRIVER))


def schema_errors(part: bytes) -> list[str]:
    tree = etree.fromstring(part)
    tree.attrib.pop(_IGNORABLE, "")  # Word's own way to mark its extensions, outside these schemas
    try:
        _schema().assertValid(tree)
    except etree.DocumentInvalid as error:
        return [str(error)]
    return []
