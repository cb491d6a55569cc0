"""What a base document's own history leaves in the files made on it: nothing."""

from __future__ import annotations

import io
import struct
import zlib

import docx
import pytest

from generator.document import Document
from generator.errors import Severity
from generator.word import Base, read_base, render_docx
from generator.word.base_package import OFFICE
from generator.word.package import pack_member, read_package, render_package
from tests.word.documents import paragraph, png, setting
from tests.word.lint import lint_package
from tests.word.reading import read_parts
from tests.word.schema import needs_schemas, schema_errors
from tests.word.test_base_document import changed, related

BODY = "<w:p><w:r><w:t"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def with_parts(data: bytes, **added: bytes) -> bytes:
    """Parts by name with `/` as `__` and `.` as `_DOT_`."""
    parts = {
        **read_package(data),
        **{k.replace("__", "/").replace("_DOT_", "."): v for k, v in added.items()},
    }
    return render_package(pack_member(key, value) for key, value in parts.items())


def before_body(data: bytes, xml: str) -> bytes:
    return changed(data, document=lambda s: s.replace(BODY, xml + BODY, 1))


def made(base: Base) -> dict[str, bytes]:
    return read_parts(render_docx(Document((paragraph("ours"),)), base, setting()))


def texts(base: Base) -> list[str]:
    data = render_docx(Document((paragraph("ours"),)), base, setting())
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


WHO = 'w:id="9" w:author="Old Author" w:date="2019-01-01T00:00:00Z"'
CHANGED = (
    f"<w:p><w:pPr><w:rPr><w:ins {WHO}/></w:rPr></w:pPr>{r('kept ')}<w:del {WHO}><w:r><w:delText>secret</w:delText></w:r></w:del>"
    f"<w:ins {WHO}>{r('added')}</w:ins><w:moveFrom {WHO}>{r('moved away')}</w:moveFrom>"
    f"<w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>!</w:t></w:r></w:p>"
)  # fmt: skip
COMMENTED = (
    '<w:p><w:commentRangeStart w:id="3"/>' + r("remarked") + '<w:commentRangeEnd w:id="3"/>'
    '<w:r><w:commentReference w:id="3"/></w:r></w:p>'
)  # fmt: skip


@pytest.mark.parametrize(
    ("xml", "told", "text"),
    [
        (CHANGED, "tracked changes count as accepted", "kept added!"),
        (COMMENTED, "comments are left out of documents", "remarked"),
        (
            f"<w:p>{r('seen')}{r('hidden', '<w:rPr><w:vanish/></w:rPr>')}</w:p>",
            "hidden text is left out of documents",
            "seen",
        ),
    ],
)
def test_what_was_written_between_the_lines_is_left_out(
    built_in: bytes, xml: str, told: str, text: str
) -> None:
    base = read_base(before_body(built_in, xml))

    assert [(p.severity, p.message.en) for p in base.remarks] == [(Severity.HINT, told)]
    assert texts(base) == [text, "ours"]
    assert b"Old Author" not in made(base)["word/document.xml"]


@needs_schemas
@pytest.mark.parametrize("xml", [CHANGED, COMMENTED])
def test_what_is_left_obeys_the_schema(built_in: bytes, xml: str) -> None:
    assert schema_errors(made(read_base(before_body(built_in, xml)))["word/document.xml"]) == []


def test_a_deleted_row_goes_and_an_inserted_one_stays(built_in: bytes) -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    rows = (
        f"<w:tr><w:trPr><w:del {WHO}/></w:trPr>{cell.format(r('gone'))}</w:tr>"
        f"<w:tr><w:trPr><w:ins {WHO}/></w:trPr>{cell.format(r('new'))}</w:tr>"
    )
    part = made(read_base(before_body(built_in, f"<w:tbl>{rows}</w:tbl>")))["word/document.xml"]

    assert b"gone" not in part
    assert b"new" in part


def test_text_that_is_shown_again_and_hidden_codes_of_fields_stay(built_in: bytes) -> None:
    shown = r("shown", '<w:rPr><w:vanish w:val="0"/></w:rPr>')
    code = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
    base = read_base(before_body(built_in, f"<w:p>{shown}{code}</w:p>"))

    assert base.remarks == ()
    assert b"w:fldChar" in made(base)["word/document.xml"]


def test_marks_of_sessions_and_people_are_left_out_without_a_word(built_in: bytes) -> None:
    xml = (
        f'<w:p w:rsidR="00AB12CD" w:rsidRDefault=\'00AB12CD\'><w:permStart w:id="1" w:ed="CORP\\someone"/>{r("a")}'
        '<w:permEnd w:id="1"/><w:proofErr w:type="spellStart"/></w:p>'
    )
    base = read_base(before_body(built_in, xml))

    assert base.remarks == ()
    assert b"rsid" not in made(base)["word/document.xml"]
    assert b"someone" not in made(base)["word/document.xml"]


def test_settings_of_its_own_life_are_left_out(built_in: bytes) -> None:
    settings = (
        '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:documentProtection w:edit="forms"/>'
        '<w:docVars><w:docVar w:name="client" w:val="Old Client"/></w:docVars><w:updateFields/><w:rsids/></w:settings>'
    )
    data = changed(built_in, settings=lambda s: s.replace("</w:settings>", settings))
    data = with_parts(
        data,
        word___rels__settings_DOT_xml_DOT_rels=related(
            "attachedTemplate", "file:///C:/Users/someone/Letter.dotm"
        ),
    )
    base = read_base(data)
    parts = made(base)

    assert [p.message.en[:37] for p in base.remarks] == ["settings such as an attached template"]
    assert "word/_rels/settings.xml.rels" not in parts
    assert b"Old Client" not in parts["word/settings.xml"]
    assert b"updateFields" not in parts["word/settings.xml"]


def test_parts_that_nothing_needs_are_left_out(built_in: bytes) -> None:
    rels = read_package(built_in)["word/_rels/document.xml.rels"].decode()
    kinds = {
        "comments": "comments.xml",
        "glossaryDocument": "glossary/document.xml",
        "customXml": "../customXml/item1.xml",
    }
    more = "".join(
        f'<Relationship Id="rIdX{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(kinds.items())
    )
    data = with_parts(
        built_in,
        word___rels__document_DOT_xml_DOT_rels=rels.replace(
            "</Relationships>", f"{more}</Relationships>"
        ).encode(),
        word__comments_DOT_xml=b"<w:comments/>",
        word__glossary__document_DOT_xml=b"<w:glossaryDocument/>",
        customXml__item1_DOT_xml=b"<p>library</p>",
    )
    data = changed_types(data, "comments", "word/comments.xml")
    parts = made(read_base(data))

    assert [name for name in parts if "comments" in name or "glossary" in name or "customXml" in name] == []
    assert b"comments" not in parts["[Content_Types].xml"]


def changed_types(data: bytes, kind: str, name: str) -> bytes:
    types = read_package(data)["[Content_Types].xml"].decode()
    override = f'<Override PartName="/{name}" ContentType="{TYPES}.{kind}+xml"/></Types>'
    return with_parts(data, **{"[Content_Types]_DOT_xml": types.replace("</Types>", override).encode()})


def test_a_sample_takes_its_notes_and_pictures_with_it(built_in: bytes) -> None:
    rels = read_package(built_in)["word/_rels/document.xml.rels"].decode()
    image = f'<Relationship Id="rIdI" Type="{OFFICE}/image" Target="media/site.png"/></Relationships>'
    note = f'<w:footnote w:id="7"><w:p>{r("about another customer")}</w:p></w:footnote></w:footnotes>'
    sample = (
        '<w:r><w:t>their text</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r>'
        '<w:r><w:pict><v:imagedata xmlns:v="v" r:id="rIdI"/></w:pict></w:r>'
    )
    data = changed(
        built_in,
        document=lambda s: s.replace('<w:r><w:t xml:space="preserve">{{ body }}</w:t></w:r>', sample),
        footnotes=lambda s: s.replace("</w:footnotes>", note),
    )
    data = with_parts(
        data,
        word___rels__document_DOT_xml_DOT_rels=rels.replace("</Relationships>", image).encode(),
        word__media__site_DOT_png=b"their picture",
    )
    whole = b"".join(made(read_base(data)).values())

    assert b"their" not in whole
    assert b"another customer" not in whole


def test_pictures_lose_who_made_them(built_in: bytes) -> None:
    text = b"tEXtAuthor\0Old Designer"
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    signed = png(2, 2)[:33] + chunk + png(2, 2)[33:]
    rels = related("image", "media/logo.png").replace(b' TargetMode="External"', b"")
    data = with_parts(
        built_in,
        word___rels__header1_DOT_xml_DOT_rels=rels,
        word__media__logo_DOT_png=signed,
        word__media__odd_DOT_png=b"unused",
    )
    parts = made(read_base(data))

    assert b"Old Designer" not in parts["word/media/logo.png"]
    assert "word/media/odd.png" not in parts


def test_what_is_no_picture_of_ours_stays_as_it_is(built_in: bytes) -> None:
    rels = related("image", "media/logo.png").replace(b' TargetMode="External"', b"")
    data = with_parts(built_in, word___rels__header1_DOT_xml_DOT_rels=rels, word__media__logo_DOT_png=b"odd")

    assert made(read_base(data))["word/media/logo.png"] == b"odd"


def test_a_note_on_the_cover_is_filled_and_keeps_its_link(built_in: bytes) -> None:
    note = f'<w:footnote w:id="7"><w:p><w:hyperlink r:id="rId1">{r("for {{ customer }}")}</w:hyperlink></w:p></w:footnote></w:footnotes>'
    data = changed(
        built_in,
        document=lambda s: s.replace(
            BODY, f'<w:p>{r("cover")}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>{BODY}', 1
        ),
        footnotes=lambda s: s.replace("</w:footnotes>", note),
    )
    data = with_parts(
        data, word___rels__footnotes_DOT_xml_DOT_rels=related("hyperlink", "https://example.com/")
    )
    result = render_docx(Document((paragraph("ours"),)), read_base(data), setting(customer="C & D"))
    parts = read_parts(result)

    assert b"for C &amp; D" in parts["word/footnotes.xml"]
    assert b"https://example.com/" in parts["word/_rels/footnotes.xml.rels"]
    assert [fault for fault in lint_package(result) if "footnote" in fault] == []
