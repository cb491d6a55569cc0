"""The conclusion leads on: its links go to sections of the same document, in every kind of file."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html

from generator.errors import Language
from tests.build.building import build_all, write_note
from tests.builders import FULL, MINIMAL
from tests.word.reading import find, read_parts, text_of, value

SECTIONS = {"5", "6", "7", "10"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("note", [MINIMAL, {**MINIMAL, **FULL}], ids=["minimal", "full"])
def test_links_of_the_bottom_line_lead_to_headings(
    tmp_path: Path, note: dict[str, object], language: Language
) -> None:
    write_note(tmp_path, note)
    _, files = build_all(tmp_path, languages=(language,))
    stem = next(name for name in files if name.endswith(f"retrospective.{language}.md")).removesuffix(".md")
    page = html.fromstring(files[f"{stem}.html"].decode()).find(".//main")
    document = etree.fromstring(read_parts(files[f"{stem}.docx"])["word/document.xml"])
    assert page is not None
    anchors = {str(node.get("href"))[1:] for node in page.iter("a") if str(node.get("href")).startswith("#")}
    headings = {str(node.get("id")) for node in page.iter("h2", "h3", "h4")}
    links = [node for node in find(document, "//w:hyperlink[@w:anchor]") if node.getparent() is not None]
    marks = {value(node, "name") for node in find(document, "//w:bookmarkStart")}

    assert {anchor.split("-")[0] for anchor in anchors} == SECTIONS
    assert anchors <= headings
    assert len([link for link in links if text_of(link)]) == len(links) >= 5
    assert {value(link, "anchor") for link in links} <= marks
