from __future__ import annotations

import hashlib

import pytest
from lxml import etree

from generator.document import Document, Figure
from generator.word import Base, Picture, render_docx
from generator.word.pictures import picture_size
from tests.word.documents import PICTURE, setting
from tests.word.reading import find, read_parts

FIGURE = Figure("figures/site.png", 'a "wide" <hall>', "")


def test_a_picture_is_stored_once_under_its_content(base: Base) -> None:
    pictures = {"a.png": PICTURE, "b.png": PICTURE}
    document = Document((Figure("a.png", "a", ""), Figure("b.png", "b", "")))
    parts = read_parts(render_docx(document, base, setting(pictures=pictures)))
    name = f"word/media/{hashlib.sha256(PICTURE.data).hexdigest()[:12]}.png"

    assert [(part, parts[part]) for part in parts if "media" in part] == [(name, PICTURE.data)]
    assert b'Extension="png" ContentType="image/png"' in parts["[Content_Types].xml"]


def test_alt_text_is_the_description(base: Base) -> None:
    parts = read_parts(render_docx(Document((FIGURE, FIGURE)), base, setting()))
    drawn = find(etree.fromstring(parts["word/document.xml"]), "//wp:docPr")

    assert [node.get("descr") for node in drawn] == [FIGURE.alt, FIGURE.alt]
    assert len({node.get("id") for node in drawn}) == 2


@pytest.mark.parametrize(
    ("width_px", "height_px", "expected"),
    [(40, 20, (381000, 190500)), (2000, 100, (6350000, 317500)), (100, 4000, (127000, 5080000))],
)
def test_a_picture_fits_into_the_text(width_px: int, height_px: int, expected: tuple[int, int]) -> None:
    assert picture_size(Picture(b"", "png", width_px, height_px), 10_000, 10_000) == expected
