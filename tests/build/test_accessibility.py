"""What people who cannot see a document, or see no colours, are told by its Word file."""

from __future__ import annotations

import functools
import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from generator.errors import Language
from generator.states import LIGHT_OF_GLYPH
from tests.build.building import build_all, write_note
from tests.builders import FULL, MINIMAL
from tests.figures.test_colours import luminance
from tests.word.reading import Element, find, read_parts, text_of, value

DC = "{http://purl.org/dc/elements/1.1/}"


@functools.cache
def parts_of_documents(folder: Path, language: Language) -> dict[str, dict[str, bytes]]:
    write_note(folder, {**MINIMAL, **FULL})
    _, files = build_all(folder, languages=(language,))
    return {name: read_parts(data) for name, data in files.items() if name.endswith(".docx")}


@pytest.fixture(scope="module", params=["zh", "en"])
def documents(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, bytes]]:
    found = parts_of_documents(tmp_path_factory.mktemp("accessible"), request.param)
    assert len(found) >= 2
    return found


def bodies(documents: dict[str, dict[str, bytes]]) -> dict[str, Element]:
    return {name: etree.fromstring(parts["word/document.xml"]) for name, parts in documents.items()}


def test_headings_skip_no_level(documents: dict[str, dict[str, bytes]]) -> None:
    for name, body in bodies(documents).items():
        styles = [value(node) for node in find(body, "//w:body/w:p/w:pPr/w:pStyle")]
        levels = [int(style[-1]) for style in styles if re.fullmatch(r"Heading\d", style)]

        assert styles.count("Title") == 1, name
        assert levels[0] == 1, name
        assert [after for before, after in pairwise(levels) if after > before + 1] == [], name


def test_every_table_has_a_marked_head(documents: dict[str, dict[str, bytes]]) -> None:
    tables = [table for body in bodies(documents).values() for table in find(body, "//w:tbl")]
    marked = [table for table in tables if find(table, "w:tr[1]/w:trPr/w:tblHeader")]

    assert len(marked) == len(tables) > 20


def test_everything_drawn_is_described(documents: dict[str, dict[str, bytes]]) -> None:
    found = 0
    for body in bodies(documents).values():
        captions = find(body, "//w:p[w:pPr/w:pStyle/@w:val='Caption']")
        described = [value(node) for node in find(body, "//w:tblPr/w:tblDescription")]
        described += [str(node.get("descr")) for node in find(body, "//wp:docPr")]
        found += len(captions)

        assert len([text for text in described if text]) == len(captions)

    assert found >= 3


def test_states_say_in_words_what_their_colour_says(documents: dict[str, dict[str, bytes]]) -> None:
    coloured = [
        text_of(cell)
        for body in bodies(documents).values()
        for cell in find(body, "//w:tc[.//w:rStyle[starts-with(@w:val, 'State')]]")
    ]

    assert len(coloured) > 20
    assert [text for text in coloured if text[0] not in LIGHT_OF_GLYPH] == []


def test_title_and_language_are_told(documents: dict[str, dict[str, bytes]]) -> None:
    for name, parts in documents.items():
        properties = etree.fromstring(parts["docProps/core.xml"])
        language = "zh-CN" if ".zh." in name else "en-US"

        assert properties.findtext(f"{DC}title")
        assert properties.findtext(f"{DC}language") == language


def test_links_stand_out_from_what_they_stand_on(documents: dict[str, dict[str, bytes]]) -> None:
    styles = etree.fromstring(next(iter(documents.values()))["word/styles.xml"])
    (colour,) = [value(n) for n in find(styles, "//w:style[@w:styleId='Hyperlink']/w:rPr/w:color")]
    grounds = ("FFFFFF", "E8EDF3")  # the page and the heads of tables

    assert min((luminance(ground) + 0.05) / (luminance(colour) + 0.05) for ground in grounds) >= 4.5
