"""Every kind of block on the two company bases: valid, whole, and in the company's design."""

from __future__ import annotations

import functools
import io
import subprocess
from pathlib import Path

import docx
import pytest
from lxml import etree

from generator.document import Document, Figure
from generator.errors import Language
from generator.word import Base, read_base, render_docx
from generator.word.package import read_package
from tests.bases.make import BASES, path_of
from tests.judges import needs, read_with_pandoc
from tests.judges import path_of as judge
from tests.word.conftest import BUILT_IN
from tests.word.documents import EVERYTHING, heading, paragraph, setting, table
from tests.word.lint import lint_package
from tests.word.reading import W, find, read_parts, style_of, text_of, value
from tests.word.schema import needs_schemas, schema_errors
from tests.word.test_pandoc import words

SCHEMATIC = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/footnotes.xml",
)
each = pytest.mark.parametrize("name", BASES)


@functools.cache
def base_of(name: str) -> Base:
    return read_base(path_of(name).read_bytes(), path=f"{name}.docx", builtin=BUILT_IN.read_bytes())


@functools.cache
def rendered(name: str) -> bytes:
    language: Language = "zh" if name == "official" else "en"
    return render_docx(EVERYTHING, base_of(name), setting(language, customer="云圃 & Co", label="内部 “L”"))


def part(name: str, member: str) -> etree._Element:
    return etree.fromstring(read_parts(rendered(name))[member])


@each
def test_the_base_in_the_repository_is_what_the_script_makes(name: str) -> None:
    # Compressed bytes depend on the zlib at hand; the parts do not.
    assert read_package(path_of(name).read_bytes()) == read_package(BASES[name]())


@needs_schemas
@each
def test_every_part_obeys_the_schema(name: str) -> None:
    parts = read_parts(rendered(name))
    bands = [member for member in parts if member.startswith(("word/header", "word/footer"))]

    assert len(bands) >= 5
    assert {member: found for member in (*SCHEMATIC, *bands) if (found := schema_errors(parts[member]))} == {}


@each
def test_every_reference_leads_somewhere(name: str) -> None:
    assert lint_package(rendered(name)) == []


@each
def test_nothing_is_left_to_fill(name: str) -> None:
    parts = read_parts(rendered(name))

    assert [member for member, data in parts.items() if b"{{" in data or b"}}" in data] == []


@each
def test_the_history_of_the_base_stays_behind(name: str) -> None:
    whole = b"".join(read_parts(rendered(name)).values())
    traces = ("Template team", "行政部", "Template company", "ContentTypeId", "2019", "w:rsid", "Normal.dotm")

    assert [trace for trace in traces if trace.encode() in whole] == []


@each
@needs("pandoc")
def test_pandoc_reads_the_same_text_as_on_the_built_in_base(name: str, tmp_path: Path) -> None:
    blocks = tuple(b for b in EVERYTHING.blocks if not isinstance(b, Figure) or b.path != "figures/plan.svg")
    document = Document(blocks, EVERYTHING.footnotes)  # the scale of a plan says as much as its width allows
    texts = []
    for number, base in enumerate((read_base(BUILT_IN.read_bytes()), base_of(name))):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(render_docx(document, base, setting()))
        texts.append(words(read_with_pandoc(path, "docx")["blocks"]))

    assert len(texts[0]) > 400
    assert texts[0].partition("客户：")[2] in texts[1]


@each
@needs("soffice")
def test_libreoffice_loses_no_word(name: str, tmp_path: Path) -> None:
    path = tmp_path / "document.docx"
    path.write_bytes(rendered(name))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = (
        str(judge("soffice")),
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        str(tmp_path),
    )
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "document.txt").read_text("utf-8-sig")
    written = find(part(name, "word/document.xml"), "//w:t[not(ancestor::w:txbxContent)]")

    assert len(written) > 100
    assert [node.text for node in written if (node.text or "").strip() not in text] == []


# ── The Chinese office paper ──


def test_headings_count_themselves_and_lose_the_numbers_of_the_template() -> None:
    blocks = (heading(2, "0 结论", "a"), heading(3, "3 条经验", "b"), heading(2, "1 目标", "c"))
    tree = etree.fromstring(
        read_parts(render_docx(Document(blocks), base_of("official"), setting()))["word/document.xml"]
    )
    found = [(style_of(p), text_of(p)) for p in tree.iter(W + "p") if style_of(p) in ("1", "2")]

    assert found == [("1", "结论"), ("2", "3 条经验"), ("1", "目标")]


def test_styles_are_found_under_the_ids_of_chinese_word() -> None:
    base = base_of("official")

    assert (base.style("heading 1"), base.style("Body Text"), base.style("Title")) == ("1", "a3", "a4")


def test_an_indent_of_the_first_line_does_not_reach_lists_and_tables() -> None:
    sheet = part("official", "word/styles.xml")
    texts = find(sheet, "w:style[w:name/@w:val='Table Text' or w:name/@w:val='List Bullet']/w:pPr/w:ind")

    assert [value(indent, "firstLineChars") for indent in texts] == ["0", "0"]


def test_the_red_head_is_filled_over_its_runs() -> None:
    texts = [p.text for p in docx.Document(io.BytesIO(rendered("official"))).paragraphs[:2]]

    assert texts == ["澄湖科技文件", "风险 & 承诺 · 2026年11月20日"]


def test_odd_and_even_pages_show_the_label() -> None:
    texts = [text_of(part("official", f"word/header{number}.xml")) for number in (1, 2, 3)]

    assert ["内部 “L”" in text for text in texts] == [True] * 3
    assert base_of("official").shows_label


# ── The English company ──


def test_the_box_on_the_cover_and_its_older_copy_say_the_same() -> None:
    boxes = [text_of(box) for box in find(part("corporate", "word/document.xml"), "//w:txbxContent")]

    assert boxes == ["Prepared for 云圃 & Co风险 & 承诺 · 20 November 2026内部 “L”"] * 2


def test_the_control_on_the_cover_shows_what_the_property_says() -> None:
    control = find(part("corporate", "word/document.xml"), "//w:sdt")[0]
    properties = docx.Document(io.BytesIO(rendered("corporate"))).core_properties

    assert text_of(control) == properties.title == "云圃机械 <备忘录> & R"
    assert find(control, ".//w:showingPlcHdr") == find(control, ".//w:rStyle") == []
    assert len(find(control, ".//w:dataBinding")) == 1


def test_a_field_shows_what_its_property_says() -> None:
    footer = part("corporate", "word/footer2.xml")
    custom = part("corporate", "docProps/custom.xml")

    assert text_of(footer).startswith("云圃 & Co · 依据")
    assert [(node.get("name"), "".join(map(str, node.itertext()))) for node in custom] == [
        ("Customer", "云圃 & Co")
    ]


def test_keywords_are_filled_and_the_company_is_that_of_the_document() -> None:
    parts = read_parts(rendered("corporate"))

    assert (
        docx.Document(io.BytesIO(rendered("corporate"))).core_properties.keywords == "云圃 & Co, 风险 & 承诺"
    )
    assert b"<Company>\xe6\xbe\x84\xe6\xb9\x96\xe7\xa7\x91\xe6\x8a\x80</Company>" in parts["docProps/app.xml"]


def test_tables_have_the_companys_default_style() -> None:
    document = Document((table(("a",), ("1",)),))
    tree = etree.fromstring(
        read_parts(render_docx(document, base_of("corporate"), setting()))["word/document.xml"]
    )

    assert [value(node) for node in tree.iter(W + "tblStyle")] == ["MeridianTable"]


def test_the_text_begins_behind_the_cover_and_both_sections_stay() -> None:
    read = docx.Document(
        io.BytesIO(render_docx(Document((paragraph("ours"),)), base_of("corporate"), setting("en")))
    )

    assert [p.text for p in read.paragraphs][-1] == "ours"
    assert [section.different_first_page_header_footer for section in read.sections] == [False, True]


def test_the_logo_keeps_its_sharp_copy() -> None:
    parts = read_parts(rendered("corporate"))

    assert {"word/media/logo.png", "word/media/logo.svg"} <= parts.keys()
    assert b"Logo of \xe6\xbe\x84\xe6\xb9\x96\xe7\xa7\x91\xe6\x8a\x80" in parts["word/header2.xml"]
