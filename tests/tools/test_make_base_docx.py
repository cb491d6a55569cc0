from __future__ import annotations

import re

from generator.word.base_package import MAIN
from generator.word.package import read_package
from tests.word.schema import needs_schemas, schema_errors
from tools.make_base_docx import TARGET, render_base


def test_the_base_document_in_the_repository_is_what_the_tool_makes() -> None:
    # Compressed bytes depend on the zlib at hand; the parts do not.
    assert read_package(TARGET.read_bytes()) == read_package(render_base())


def test_the_tool_makes_the_same_bytes_twice() -> None:
    assert render_base() == render_base()


@needs_schemas
def test_its_parts_obey_the_schema() -> None:
    parts = {
        n: p for n, p in read_package(render_base()).items() if MAIN.encode() in p and n.endswith(".xml")
    }

    assert len(parts) == 9
    assert {name: errors for name, part in parts.items() if (errors := schema_errors(part))} == {}


def test_settings_are_those_of_a_chinese_document() -> None:
    parts = {name: part.decode() for name, part in read_package(render_base()).items()}

    assert 'w:val="compressPunctuation"' in parts["word/settings.xml"]
    assert re.search(r'"compatibilityMode"[^>]*w:val="15"', parts["word/settings.xml"])
    assert "updateFields" not in parts["word/settings.xml"]
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' in parts["word/styles.xml"]
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in parts["word/document.xml"]
