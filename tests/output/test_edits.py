"""Whether a person changed a file, and what, in words."""

from __future__ import annotations

import struct
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.document import Document
from generator.errors import Bilingual
from generator.output import Fate, Written, docx_content
from generator.output.docx_content import read_content
from generator.output.edits import describe_edit, same_content
from generator.word import read_base, render_docx
from tests.judges import needs, path_of
from tests.output.saved_anew import add_part, change_part, change_text, save_as_word_does
from tests.output.workplace import Workplace
from tests.word.documents import BLOCKS, NOTES, heading, paragraph, setting, table

BASE = read_base((Path(__file__).parents[2] / "templates/base.docx").read_bytes())
SIMPLE = Document(
    (
        heading(1, "Memo", "memo"),
        paragraph("Answer by Friday."),
        paragraph("Price stands."),
        table(("Risk", "State"), ("late", "red")),
    )
)
OURS = render_docx(SIMPLE, BASE, setting("en"))
EVERYTHING = render_docx(Document(BLOCKS, NOTES), BASE, setting("zh"))
RUN = "<w:r><w:t"
PLAIN_PARAGRAPH = "<w:p><w:r><w:t>Mine</w:t></w:r></w:p>"


# ── Not an edit ──


@pytest.mark.parametrize("data", [OURS, EVERYTHING], ids=["simple", "everything"])
def test_a_document_that_word_saved_anew_has_the_same_content(data: bytes) -> None:
    again = save_as_word_does(data)

    assert again != data
    assert same_content(data, again, ".docx")


@needs("soffice")
def test_a_document_that_libreoffice_saved_anew_has_the_same_content(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(OURS)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    kind = "docx:MS Word 2007 XML"
    command = [
        str(path_of("soffice")),
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(tmp_path / "out"),
    ]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True)
    again = (tmp_path / "out" / "a.docx").read_bytes()

    assert again != OURS
    assert same_content(OURS, again, ".docx")


def test_a_document_saved_anew_is_written_over_when_the_note_changes(place: Workplace) -> None:
    path = "a/memo.en.docx"
    place.build(OURS, path)
    place.edit(save_as_word_does(OURS), path)

    assert place.build(OURS, path) == Written(path, Fate.UNCHANGED)
    assert place.is_current(OURS, path)
    assert place.build(EVERYTHING, path) == Written(path, Fate.WRITTEN)
    assert place.files() == {path: EVERYTHING}


def test_a_document_saved_anew_between_two_versions_of_the_note_is_written_over(place: Workplace) -> None:
    path = "a/memo.en.docx"
    place.build(OURS, path)
    place.edit(save_as_word_does(OURS), path)

    assert place.build(EVERYTHING, path) == Written(path, Fate.WRITTEN)


# ── An edit ──


def test_every_kind_of_edit_in_word_is_seen() -> None:
    edits = {
        "a word": change_text(OURS, "Friday", "Monday"),
        "a space": change_text(OURS, "Price stands", "Price  stands"),
        "bold": change_text(OURS, f"{RUN} xml:space=\"preserve\">Price", "<w:r><w:rPr><w:b/></w:rPr><w:t>Price"),
        "highlight": change_text(
            OURS, f"{RUN} xml:space=\"preserve\">Price", '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>Price'
        ),
        "another font": change_text(
            OURS, f"{RUN} xml:space=\"preserve\">Price", '<w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>Price'
        ),
        "a paragraph": change_text(OURS, "<w:sectPr", f"{PLAIN_PARAGRAPH}<w:sectPr"),
        "an empty paragraph": change_text(OURS, "<w:sectPr", "<w:p/><w:sectPr"),
        "a tracked insertion": change_text(
            OURS, "<w:sectPr", "<w:p><w:ins><w:r><w:t/></w:r></w:ins></w:p><w:sectPr"
        ),
        "a comment": add_part(OURS, "word/comments.xml", story("comments", PLAIN_PARAGRAPH)),
        "a picture": add_part(OURS, "word/media/image9.png", b"picture"),
        "a style": change_part(OURS, "word/styles.xml", lambda xml: xml.replace("<w:color", "<w:b/><w:color")),
        "a header": change_part(OURS, "word/header1.xml", lambda xml: xml.replace("</w:p>", "<w:r><w:t>Draft</w:t></w:r></w:p>", 1)),
        "a link": change_text(
            OURS, "<w:sectPr", '<w:p><w:hyperlink w:anchor="memo"/></w:p><w:sectPr'
        ),
        "a line break": change_text(OURS, "Price", 'Price</w:t><w:br/><w:t>'),
        "alignment": change_text(OURS, "<w:pPr>", '<w:pPr><w:jc w:val="center"/>'),
        "a shaded cell": change_text(OURS, "</w:tcPr>", '<w:shd w:val="clear" w:fill="FFFF00"/></w:tcPr>'),
    }  # fmt: skip

    assert [name for name, edited in edits.items() if same_content(OURS, edited, ".docx")] == []


def story(root: str, inner: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:{root} xmlns:w="{space}">{inner}</w:{root}>'.encode()


def package(document: bytes, *others: tuple[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in (("word/document.xml", document), *others):
            made.writestr(name, data)
    return file.getvalue()


def words(inner: str) -> tuple[str, ...]:
    content = read_content(package(story("document", f"<w:body>{inner}</w:body>")))
    assert content is not None
    return content.paragraphs


def field(code: str, shown: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}<w:r><w:t>{shown}</w:t></w:r>{end}"


def test_what_fields_work_out_does_not_count_but_what_people_type_into_them_does() -> None:
    page = f"<w:p><w:r><w:t>Page</w:t></w:r>{field(' PAGE ', '7')}</w:p>"
    simple = '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>'
    other = f"<w:p>{field(' SEQ Figure ', '3')}</w:p>"
    empty = f"<w:p>{field('', 'typed')}</w:p>"

    assert words(page + simple + other + empty) == ("Page", "3", "typed")


def test_a_table_of_contents_does_not_count() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    first = f"<w:p>{begin}{code}{separate}<w:r><w:t>One 1</w:t></w:r></w:p>"
    second = f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{field("PAGEREF a", "2")}{end}</w:p>'

    assert words(f"{first}{second}<w:p><w:r><w:t>text</w:t></w:r></w:p>") == ("text",)


def test_a_field_that_ends_without_having_begun_does_no_harm() -> None:
    end = '<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:instrText>x</w:instrText></w:r>'

    assert words(f"<w:p>{end}<w:r><w:t>text</w:t></w:r></w:p>") == ("text",)


def test_the_second_reading_of_a_text_box_does_not_count() -> None:
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = (
        f'<mc:AlternateContent xmlns:mc="{space}"><mc:Choice Requires="wps"><w:r><w:t>box</w:t></w:r></mc:Choice>'
        "<mc:Fallback><w:r><w:t>box</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )

    assert words(f"<w:p>{box}</w:p>") == ("box",)


def test_marks_that_say_what_is_so_anyway_do_not_count() -> None:
    plain = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    marked = (
        '<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:color w:val="auto"/>'
        '<w:rFonts w:hint="eastAsia"/><w:shd w:val="clear" w:fill="auto"/></w:rPr><w:t>a</w:t></w:r></w:p>'
    )
    unbold, bold = (plain.replace("<w:t>", f"<w:rPr><w:b{v}/></w:rPr><w:t>") for v in (' w:val="0"', ""))
    one, two, three, four = (package(story("document", xml)) for xml in (plain, marked, unbold, bold))

    assert same_content(one, two, ".docx")
    assert not any(same_content(a, b, ".docx") for a, b in ((one, three), (one, four), (three, four)))


def test_a_link_to_another_address_is_an_edit() -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    document = story("document", f'<w:p><w:hyperlink xmlns:r="{relation}" r:id="r1"/></w:p>')

    def linked(target: str) -> bytes:
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        inner = f'<Relationship Id="r1" Target="{target}"/>'
        return package(
            document,
            (
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{space}">{inner}</Relationships>'.encode(),
            ),
        )

    assert same_content(linked("https://a.example"), linked("https://a.example"), ".docx")
    assert not same_content(linked("https://a.example"), linked("https://b.example"), ".docx")


# ── Files that are not what they seem ──


def declared_smaller(data: bytes) -> bytes:
    """The directory of the package says that its part is one byte long."""
    at = data.rindex(b"PK\1\2")
    return data[: at + 24] + struct.pack("<L", 1) + data[at + 28 :]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a package",
        OURS[: len(OURS) // 2],
        package(b"<half"),
        package(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        package(story("document", ""), ("word/_rels/document.xml.rels", b"<!DOCTYPE a><a/>")),
        change_part(OURS, "word/styles.xml", lambda _: "<w:styles"),
        add_part(b"".join((b"PK\5\6", bytes(18))), "word/other.xml", b""),
    ],
    ids=["empty", "text", "half", "broken xml", "entities", "doctype", "broken styles", "no document"],
)
def test_a_file_that_is_no_document_is_not_read(data: bytes) -> None:
    assert read_content(data) is None
    assert not same_content(OURS, data, ".docx")
    assert describe_edit(OURS, data, ".docx") == Bilingual("内容不同", "the content differs")


def test_a_package_that_unpacks_to_far_too_much_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_content, "MAX_BYTES", 100_000)
    bomb = package(story("document", " " * 200_000))

    assert len(bomb) < 1_000
    assert read_content(bomb) is None
    assert read_content(declared_smaller(bomb)) is None


def test_an_encrypted_package_is_not_read() -> None:
    data = bytearray(OURS)
    for at in range(len(data)):
        if data[at : at + 4] == b"PK\1\2":
            data[at + 8] |= 1

    assert read_content(bytes(data)) is None


# ── In words ──


@pytest.mark.parametrize(
    ("theirs", "zh", "en"),
    [
        (b"a\n\nB\n\nc\n", "改了 1 段：“B”", "1 paragraph changed: “B”"),
        (b"a\n\nB\n\nC\n\nd\n", "改了 2 段、加了 1 段：“B”", "2 paragraphs changed, 1 added: “B”"),
        (b"a\n\nc\n", "删了 1 段：“b”", "1 paragraph removed: “b”"),
        (b"x\na\n\nc\n", "加了 1 段、删了 1 段：“x”", "1 paragraph added, 1 removed: “x”"),
        (b"a\n\nb\n\nc\n" + b"word " * 20, None, "1 paragraph added: “word word word word word word…”"),
        (
            b"a\n\n\n\nb\n\nc\n",
            "文字相同，格式或图片不同",
            "the text is the same, formatting or pictures differ",
        ),
        (b"\xff", "改了 1 段、删了 2 段：“\ufffd”", "1 paragraph changed, 2 removed: “\ufffd”"),
    ],
)
def test_an_edit_is_told_in_words(theirs: bytes, zh: str | None, en: str) -> None:
    told = describe_edit(b"a\n\nb\n\nc\n", theirs, ".md")

    assert told.en == en
    assert zh is None or told.zh == zh


def test_an_edit_in_word_is_told_in_words() -> None:
    edited = change_text(change_text(OURS, "Friday", "Monday"), "<w:sectPr", f"{PLAIN_PARAGRAPH}<w:sectPr")

    assert describe_edit(OURS, edited, ".docx").en == "1 paragraph changed, 1 added: “Answer by Monday.”"


def test_a_picture_has_no_words_for_its_edit() -> None:
    assert describe_edit(b"a", b"b", ".png").en == "the content differs"


def test_a_text_without_end_has_no_words_for_its_edit() -> None:
    assert describe_edit(b"a", b"b\n" * 5_001, ".md").en == "the content differs"


def test_texts_are_the_same_but_for_line_endings_and_a_mark_at_the_start() -> None:
    assert same_content(b"a\nb", b"\xef\xbb\xbfa\r\nb", ".md")
    assert not same_content(b"a\nb", b"a\n b", ".md")
    assert not same_content(b"a\nb", b"a\r\nb", ".png")
