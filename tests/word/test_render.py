from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.document import Document, Footnote, FootnoteMark, Link, Paragraph, Str, Strong
from generator.errors import Language
from generator.word import Base, MissingPictureError, read_base, render_docx
from generator.word.placeholders import fill
from generator.word.render import placeholder_values
from tests.word.conftest import BUILT_IN
from tests.word.documents import (
    EVERYTHING,
    NOTES,
    bullets,
    cell,
    heading,
    inlines,
    item,
    paragraph,
    setting,
    table,
)
from tests.word.lint import lint_package
from tests.word.reading import Element, W, body_of, find, read_parts, text_of, value
from tests.word.schema import needs_schemas, schema_errors

AWKWARD = (
    "R&D <b>",
    "]]>",
    'say "hi"',
    "it’s",
    "“中文”",
    "😀 emoji",
    "&amp;",
    "{{ title }}",
    "a  b",
    "…—…",
    "é ü ß",
    "½×2",
    "𠮷野",
)
STATED = (
    "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/footnotes.xml",
    "word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/fontTable.xml",
)  # fmt: skip


@needs_schemas
@pytest.mark.parametrize("name", STATED)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_part_obeys_the_schema(base: Base, name: str, language: Language) -> None:
    parts = read_parts(render_docx(EVERYTHING, base, setting(language)))

    assert schema_errors(parts[name]) == []


def test_every_reference_leads_somewhere(base: Base) -> None:
    assert lint_package(render_docx(EVERYTHING, base, setting())) == []


def test_an_empty_document_is_a_valid_file(base: Base) -> None:
    data = render_docx(Document(()), base, setting())

    assert lint_package(data) == []
    assert len(docx.Document(io.BytesIO(data)).paragraphs) == 0


def test_the_same_arguments_give_the_same_bytes(base: Base, built_in: bytes) -> None:
    first = render_docx(EVERYTHING, base, setting())
    second = render_docx(EVERYTHING, read_base(built_in), setting())

    assert second == first


_PRINT_HASH = """
import hashlib
from tests.word.conftest import BUILT_IN
from tests.word.documents import EVERYTHING, setting
from generator.word import read_base, render_docx
print(hashlib.sha256(render_docx(EVERYTHING, read_base(BUILT_IN.read_bytes()), setting())).hexdigest())
"""


def test_hash_seeds_do_not_show_in_the_bytes() -> None:
    def build(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}
        run = subprocess.run(
            [sys.executable, "-c", _PRINT_HASH], env=environment, cwd=BUILT_IN.parents[1], capture_output=True,
            text=True, check=True,
        )  # fmt: skip
        return run.stdout.strip()

    first, second = build("1"), build("4242")

    assert len(first) == 64
    assert second == first


def test_python_docx_reads_headings_and_tables(base: Base) -> None:
    read = docx.Document(io.BytesIO(render_docx(EVERYTHING, base, setting())))
    headings = [
        (p.style.name, p.text) for p in read.paragraphs if p.style and p.style.name in ("Title", "Heading 1")
    ]

    assert headings == [
        ("Title", "云圃机械 · 技术风险备忘录"),
        ("Heading 1", "一、总览"),
        ("Heading 1", "New page"),
    ]
    assert [c.text for c in read.tables[0].rows[2].cells] == ["R2", "端口\n不足", "● 可控"]


def test_properties_come_from_the_setting(base: Base) -> None:
    properties = docx.Document(io.BytesIO(render_docx(EVERYTHING, base, setting("en")))).core_properties

    assert (properties.title, properties.subject) == ("云圃机械 <备忘录> & R", "风险 & 承诺")
    assert (properties.author, properties.language) == ("澄湖科技", "en-US")
    assert str(properties.created) == str(properties.modified) == "2026-11-20 00:00:00+00:00"


def test_nothing_in_the_file_names_another_program(base: Base) -> None:
    parts = read_parts(render_docx(EVERYTHING, base, setting(company="")))

    assert [name for name, part in parts.items() if b"python-docx" in part] == []
    assert b"<dc:creator>presales</dc:creator>" in parts["docProps/core.xml"]


def test_header_and_footer_are_filled_and_escaped(base: Base) -> None:
    parts = read_parts(render_docx(EVERYTHING, base, setting()))

    assert text_of(etree.fromstring(parts["word/header1.xml"])) == "云圃机械 <备忘录> & R内部资料"
    assert text_of(etree.fromstring(parts["word/header2.xml"])) == "澄湖科技内部资料"
    assert (
        text_of(etree.fromstring(parts["word/footer1.xml"]))
        == "依据 2026-05-yunpu@3f9a1c22d0be第 1 页 / 共 1 页"
    )


def test_page_numbers_are_fields(base: Base) -> None:
    footer = etree.fromstring(read_parts(render_docx(EVERYTHING, base, setting()))["word/footer1.xml"])

    assert [str(node.text).strip() for node in footer.iter(W + "instrText")] == ["PAGE", "NUMPAGES"]
    assert [value(node, "relativeTo") for node in footer.iter(W + "ptab")] == ["margin"]


def test_placeholders_in_values_stay_text() -> None:
    values = placeholder_values(setting(title="{{ label }}"))

    assert fill(("a", "title", "b"), values) == "a{{ label }}b"


def test_footnotes_have_their_own_links_and_lists(base: Base) -> None:
    parts = read_parts(render_docx(EVERYTHING, base, setting()))
    notes = find(etree.fromstring(parts["word/footnotes.xml"]), "w:footnote")

    assert [value(note, "id") for note in notes] == ["-1", "0", "1"]
    assert text_of(notes[2]) == " 访谈 2026-11-18，原文in a note"
    assert b"https://example.com/note" in parts["word/_rels/footnotes.xml.rels"]
    assert b"https://example.com/note" not in parts["word/_rels/document.xml.rels"]


def test_a_second_mark_refers_to_the_first(base: Base) -> None:
    document = Document((paragraph("a", FootnoteMark(1), "b", FootnoteMark(1)),), NOTES)
    tree = etree.fromstring(read_parts(render_docx(document, base, setting()))["word/document.xml"])

    assert len(find(tree, "//w:footnoteReference")) == 1
    assert [str(node.text).strip() for node in tree.iter(W + "instrText")] == ["NOTEREF _presales_note_1 \\h"]


def test_a_mark_within_a_note_is_a_raised_number(base: Base) -> None:
    note = Footnote(1, (paragraph("see ", FootnoteMark(1)),))
    parts = read_parts(render_docx(Document((paragraph("a", FootnoteMark(1)),), (note,)), base, setting()))

    assert text_of(etree.fromstring(parts["word/footnotes.xml"])) == " see 1"
    assert "word/_rels/footnotes.xml.rels" not in parts


def test_a_picture_that_nobody_holds_is_named(base: Base) -> None:
    with pytest.raises(MissingPictureError) as raised:
        render_docx(EVERYTHING, base, setting(pictures={}))

    assert raised.value.path == "figures/site.png"


def test_few_runs_carry_formatting_of_their_own(base: Base) -> None:
    tree = etree.fromstring(read_parts(render_docx(EVERYTHING, base, setting()))["word/document.xml"])
    runs = find(tree, "//w:r")
    formatted = find(tree, "//w:r[w:rPr/*[not(self::w:rStyle) and not(self::w:rFonts/@w:hint)]]")

    assert len(runs) > 100
    assert len(formatted) <= len(runs) * 0.05


def _words(element: Element) -> str:
    return text_of(element).replace("\n", "")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(AWKWARD),
            st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff"), min_size=1),
        ),
        min_size=1, max_size=6,
    )
)  # fmt: skip
def test_text_in_is_text_out(texts: list[str]) -> None:
    base = read_base(BUILT_IN.read_bytes())
    joined = "".join(texts)
    strong = Strong(tuple(Str(text) for text in texts))
    body = body_of(
        base,
        heading(2, joined, "a"),
        Paragraph(tuple(Str(text) for text in texts)),
        paragraph(strong, Link("https://example.com/" + joined[:40], joined, inlines(*texts))),
        bullets(item(joined, paragraph(joined))),
        table(("head", joined), (cell(strong), joined)),
    )

    assert text_of(body) == joined * 6 + "head" + joined * 3


def test_awkward_text_stays_whole_in_the_package() -> None:
    base = read_base(BUILT_IN.read_bytes())
    data = render_docx(Document(tuple(paragraph(text) for text in AWKWARD)), base, setting())
    read = docx.Document(io.BytesIO(data))

    assert tuple(p.text for p in read.paragraphs) == AWKWARD


def test_the_package_begins_with_the_content_types(base: Base) -> None:
    data = render_docx(EVERYTHING, base, setting())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
    names = [info.filename for info in infos]

    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert {(i.date_time, i.create_system, i.external_attr) for i in infos} == {((1980, 1, 1, 0, 0, 0), 0, 0)}


def test_the_base_document_is_in_the_repository() -> None:
    assert Path(BUILT_IN).stat().st_size < 16_000
