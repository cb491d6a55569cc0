from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from generator.document import Document
from generator.errors import ProblemsError, Severity
from generator.word import Base, read_base, render_docx
from generator.word.base_package import MAIN, OFFICE
from generator.word.package import pack_member, read_package, render_package
from generator.word.styles import NEEDED, style_key
from tests.word.documents import EVERYTHING, bullets, paragraph, setting
from tests.word.lint import lint_package
from tests.word.reading import W, find, read_parts, text_of, value
from tests.word.schema import needs_schemas, schema_errors


def changed(data: bytes, **edits: Callable[[str], str]) -> bytes:
    """The package with some parts edited; names are those of parts in word/ without `.xml`."""
    parts = read_package(data)
    for name, edit in edits.items():
        part = f"word/{name}.xml"
        before = parts[part].decode()
        after = edit(before)
        assert after != before
        parts[part] = after.encode()
    return render_package(pack_member(name, part) for name, part in parts.items())


def codes(raised: pytest.ExceptionInfo[ProblemsError]) -> list[str]:
    return [problem.code for problem in raised.value.problems]


@pytest.fixture
def foreign() -> bytes:
    """What somebody might bring: the default document of python-docx with a header, a list and a picture of text."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].add_run("{{ la").bold = True
    made.sections[0].header.paragraphs[0].add_run("bel }} · {{ title }}")
    made.add_heading("Cover", 1)
    made.add_paragraph("bullet", style="List Bullet")
    made.add_paragraph("{{ body }}")
    made.add_paragraph("after the body, {{ day }}")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_the_built_in_base_lacks_nothing(base: Base) -> None:
    assert base.remarks == ()
    assert {style_key(*key) for key in NEEDED} <= base.style_ids.keys()
    assert base.text_width == 11906 - 2 * 1134


def test_a_foreign_base_gets_the_missing_styles_and_says_so(foreign: bytes, built_in: bytes) -> None:
    base = read_base(foreign, path="base.docx", builtin=built_in)
    remark = next(problem for problem in base.remarks if problem.code == "base-styles")

    assert remark.severity is Severity.HINT
    assert "Callout Note" in remark.message.en
    assert "heading 1" not in remark.message.en


@needs_schemas
def test_a_foreign_base_carries_every_kind(foreign: bytes, built_in: bytes) -> None:
    base = read_base(foreign, builtin=built_in)
    data = render_docx(EVERYTHING, base, setting())
    parts = read_parts(data)

    assert lint_package(data) == []
    assert schema_errors(parts["word/document.xml"]) == []
    assert schema_errors(parts["word/styles.xml"]) == []
    assert schema_errors(parts["word/numbering.xml"]) == []


def test_a_foreign_base_keeps_what_stands_around_the_body(foreign: bytes, built_in: bytes) -> None:
    base = read_base(foreign, builtin=built_in)
    read = docx.Document(io.BytesIO(render_docx(Document((paragraph("ours"),)), base, setting())))

    assert [p.text for p in read.paragraphs] == ["Cover", "bullet", "ours", "after the body, 2026-11-20"]
    assert read.sections[0].header.paragraphs[0].text == "内部资料 · 云圃机械 <备忘录> & R"


def test_styles_that_a_base_has_stay_as_they_are(foreign: bytes, built_in: bytes) -> None:
    parts = read_parts(render_docx(Document(()), read_base(foreign, builtin=built_in), setting()))
    before = etree.fromstring(read_package(foreign)["word/styles.xml"])
    after = etree.fromstring(parts["word/styles.xml"])
    for mark in find(before, "//w:rsid"):  # of the session in which a style was changed
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    kept = {value(node, "styleId"): etree.tostring(node) for node in find(after, "w:style")}

    assert len(find(before, "w:style")) > 50
    assert [i for n in find(before, "w:style") if kept[(i := value(n, "styleId"))] != etree.tostring(n)] == []


def test_without_the_built_in_base_missing_styles_are_an_error(foreign: bytes) -> None:
    with pytest.raises(ProblemsError) as raised:
        read_base(foreign)

    assert codes(raised) == ["base-styles"]


def test_styles_are_found_by_name_whatever_their_ids(built_in: bytes) -> None:
    data = changed(
        built_in,
        styles=lambda s: s.replace('"Heading1"', '"a7"'),
    )
    base = read_base(data)

    assert base.style("heading 1") == "a7"


def test_the_base_decides_about_bullets(built_in: bytes) -> None:
    base = read_base(changed(built_in, numbering=lambda s: s.replace('w:val="•"', 'w:val="★"')))
    numbering = etree.fromstring(
        read_parts(render_docx(Document((bullets("a"),)), base, setting()))["word/numbering.xml"]
    )
    used = value(find(numbering, "w:num")[-1].findall(W + "abstractNumId")[0])

    assert value(find(numbering, f"w:abstractNum[@w:abstractNumId='{used}']/w:lvl/w:lvlText")[0]) == "★"


def test_a_label_without_a_place_becomes_the_first_line(built_in: bytes) -> None:
    base = read_base(changed(built_in, header2=lambda s: s.replace("{{ label }}", "")))
    read = docx.Document(io.BytesIO(render_docx(Document((paragraph("ours"),)), base, setting())))

    assert [problem.code for problem in base.remarks] == ["base-no-label"]
    assert [p.text for p in read.paragraphs] == ["内部资料", "ours"]


def test_no_label_needs_no_line(built_in: bytes) -> None:
    base = read_base(changed(built_in, header2=lambda s: s.replace("{{ label }}", "")))
    read = docx.Document(io.BytesIO(render_docx(Document((paragraph("ours"),)), base, setting(label=""))))

    assert [p.text for p in read.paragraphs] == ["ours"]


def test_a_sample_without_a_body_gives_way(built_in: bytes) -> None:
    base = read_base(changed(built_in, document=lambda s: s.replace("{{ body }}", "some sample text")))
    tree = etree.fromstring(
        read_parts(render_docx(Document((paragraph("ours"),)), base, setting()))["word/document.xml"]
    )

    assert [problem.code for problem in base.remarks] == ["base-no-body"]
    assert text_of(tree) == "ours"
    assert len(find(tree, "w:body/w:sectPr")) == 1


def test_what_gives_way_behind_a_cover_is_told(built_in: bytes) -> None:
    def cover(text: str) -> str:
        head = '<w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">{{ body }}'
        return text.replace('<w:p><w:r><w:t xml:space="preserve">{{ body }}', head).replace(
            "{{ body }}", "Lorem ipsum"
        )

    base = read_base(changed(built_in, document=cover))
    read = docx.Document(io.BytesIO(render_docx(Document((paragraph("ours"),)), base, setting(title="T"))))

    assert [p.text for p in read.paragraphs] == ["T", "ours"]
    assert [problem.message.en for problem in base.remarks] == [
        "no {{ body }}: the text goes behind the cover and replaces what begins with “Lorem ipsum”"
    ]


def test_unknown_placeholders_are_named_with_their_part(built_in: bytes) -> None:
    data = changed(
        built_in,
        header1=lambda s: s.replace("{{ title }}", "{{ titel }}"),
        footer1=lambda s: s.replace("{{ page_of }}", "{{ pages }}"),
    )
    with pytest.raises(ProblemsError) as raised:
        read_base(data)

    assert [(p.key, p.message.en) for p in raised.value.problems] == [
        ("word/footer1.xml", "unknown placeholder {{ pages }} in the footer"),
        ("word/header1.xml", "unknown placeholder {{ titel }} in the header"),
    ]
    assert [p.suggestion and p.suggestion.en for p in raised.value.problems] == [
        "did you mean {{ page_of }}?",
        "did you mean {{ title }}?",
    ]


def _with_part(data: bytes, name: str, part: bytes) -> bytes:
    parts = {**read_package(data), name: part}
    return render_package(pack_member(key, value) for key, value in parts.items())


def test_macros_are_refused(built_in: bytes) -> None:
    with pytest.raises(ProblemsError) as raised:
        read_base(_with_part(built_in, "word/vbaProject.bin", b"x"))

    assert codes(raised) == ["base-macro"]


def related(kind: str, target: str) -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


def test_a_picture_from_outside_is_refused(built_in: bytes) -> None:
    logo = related("image", "https://example.com/logo.png")
    with pytest.raises(ProblemsError) as raised:
        read_base(_with_part(built_in, "word/_rels/header1.xml.rels", logo))

    assert codes(raised) == ["base-external"]
    assert "https://example.com/logo.png" in raised.value.problems[0].message.en


@pytest.mark.parametrize("data", [b"", b"PK\3\4 broken", b"plain text"])
def test_what_is_no_word_document_is_said_so(data: bytes) -> None:
    with pytest.raises(ProblemsError) as raised:
        read_base(data)

    assert codes(raised) == ["base-not-word"]


def test_a_package_of_another_kind_is_no_word_document(built_in: bytes) -> None:
    with pytest.raises(ProblemsError) as raised:
        read_base(render_package([pack_member("[Content_Types].xml", b"<Types/>")]))

    assert codes(raised) == ["base-not-word"]


def test_a_template_file_is_no_document(built_in: bytes) -> None:
    types = read_package(built_in)["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    with pytest.raises(ProblemsError) as raised:
        read_base(_with_part(built_in, "[Content_Types].xml", types))

    assert codes(raised) == ["base-not-word"]
    assert ".dotx" in raised.value.problems[0].message.en


def test_an_old_or_locked_file_is_told_apart() -> None:
    with pytest.raises(ProblemsError) as raised:
        read_base(bytes.fromhex("d0cf11e0a1b11ae1"))

    assert ".doc" in raised.value.problems[0].message.en


def test_empty_parts_are_filled(built_in: bytes) -> None:
    names = f'xmlns:w="{MAIN}"'
    base = read_base(
        changed(
            built_in,
            numbering=lambda _: f"<w:numbering {names}/>",
            footnotes=lambda _: f"<w:footnotes {names}/>",
        )
    )
    data = render_docx(EVERYTHING, base, setting())

    assert [problem for problem in lint_package(data) if "List" not in problem] == []
    assert base.numbering.own == {}


def test_a_header_without_placeholders_is_kept_as_it_is(built_in: bytes) -> None:
    data = changed(built_in, header1=lambda s: s.replace("{{ title }}", "own").replace("{{ label }}", ""))
    base = read_base(data)
    parts = read_parts(render_docx(EVERYTHING, base, setting()))

    assert parts["word/header1.xml"] == read_package(data)["word/header1.xml"]
    assert not base.shows_label


def test_strict_open_xml_is_told_apart(built_in: bytes) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = changed(
        built_in,
        document=lambda s: s.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict),
    )
    with pytest.raises(ProblemsError) as raised:
        read_base(data)

    assert "base-namespace" in codes(raised)


@pytest.mark.parametrize("part", ["styles", "document", "numbering", "header1"])
def test_broken_xml_is_a_problem_not_a_crash(built_in: bytes, part: str) -> None:
    with pytest.raises(ProblemsError) as raised:
        read_base(changed(built_in, **{part: lambda s: s[:-20]}))

    assert codes(raised) == ["base-damaged"]


def test_ids_begin_above_those_of_the_base(built_in: bytes) -> None:
    mark = '<w:p><w:bookmarkStart w:id="41" w:name="own"/><w:bookmarkEnd w:id="41"/></w:p><w:sectPr>'
    base = read_base(changed(built_in, document=lambda s: s.replace("<w:sectPr>", mark)))

    assert base.first_bookmark == 42
    assert lint_package(render_docx(EVERYTHING, base, setting())) == []


def test_every_style_of_ours_has_its_east_asian_font(built_in: bytes) -> None:
    styles = docx.Document(io.BytesIO(built_in)).styles
    names = ("Normal", "Title", "Heading 1", "Heading 4")
    fonts = [styles[name].element.find(".//" + qn("w:rFonts")) for name in names]

    assert [font.get(qn("w:eastAsia")) for font in fonts] == ["Microsoft YaHei"] * 4
    assert b"Theme" not in read_package(built_in)["word/styles.xml"]
