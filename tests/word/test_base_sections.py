from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.errors import ProblemsError
from generator.word import read_base
from tests.word.test_base_document import changed
from tests.word.test_base_history import with_parts

BODY = '<w:p><w:r><w:t xml:space="preserve">{{ body }}</w:t></w:r></w:p>'
PLAIN = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:left="1000.4" w:right="1000"/></w:sectPr>'


def edited(data: bytes, edit: Callable[[str], str]) -> bytes:
    return changed(data, document=edit)


def test_the_width_is_that_of_the_section_in_which_the_text_begins(built_in: bytes) -> None:
    ends = f"<w:p><w:pPr>{PLAIN}</w:pPr></w:p>"
    cover = read_base(edited(built_in, lambda s: s.replace(BODY, ends + BODY)))
    text = read_base(edited(built_in, lambda s: s.replace(BODY, BODY + ends)))

    assert cover.text_width == 11906 - 2 * 1134
    assert text.text_width == 16838 - 2000
    assert (text.section.page_width, text.section.page_height) == (16838, 11906)


def test_pages_that_say_nothing_are_those_of_word(built_in: bytes) -> None:
    def bare(text: str) -> str:
        return text[: text.index("<w:sectPr>")] + text[text.index("</w:sectPr>") + 11 :]

    base = read_base(edited(built_in, bare))

    assert (base.text_width, base.text_height) == (12240 - 2 * 1440, 15840 - 2 * 1440)


def test_columns_share_the_width(built_in: bytes) -> None:
    columns = '<w:cols w:num="2" w:space="638"/><w:titlePg/>'
    base = read_base(edited(built_in, lambda s: s.replace("<w:titlePg/>", columns)))

    assert base.text_width == (9638 - 638) // 2


def test_the_label_is_wanted_on_even_pages_where_they_differ(built_in: bytes) -> None:
    data = changed(built_in, settings=lambda s: s.replace("<w:compat>", "<w:evenAndOddHeaders/><w:compat>"))

    assert read_base(built_in).shows_label
    assert not read_base(data).shows_label


def test_a_cover_on_the_first_page_may_show_the_label_in_its_text(built_in: bytes) -> None:
    cover = "<w:p><w:r><w:t>{{ label }}</w:t></w:r></w:p>"
    bare = changed(built_in, header2=lambda s: s.replace("{{ label }}", ""))

    assert not read_base(bare).shows_label
    assert read_base(edited(bare, lambda s: s.replace(BODY, cover + BODY))).shows_label


def test_a_section_without_headers_has_those_of_the_one_before(built_in: bytes) -> None:
    def two(text: str) -> str:
        section = text[text.index("<w:sectPr>") : text.index("</w:sectPr>") + 11]
        return text.replace(BODY, f"<w:p><w:pPr>{section}</w:pPr></w:p>{BODY}").replace(
            section + "</w:body>", PLAIN + "</w:body>"
        )

    assert read_base(edited(built_in, two)).shows_label


def told(data: bytes) -> list[str]:
    with pytest.raises(ProblemsError) as raised:
        read_base(data)
    return [problem.message.en for problem in raised.value.problems]


def test_an_unknown_placeholder_is_told_with_its_place(built_in: bytes) -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ kunde }}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    core = b'<c:coreProperties xmlns:c="c" xmlns:dc="d"><dc:title>{{ tittle }}</dc:title></c:coreProperties>'
    data = changed(
        built_in,
        document=lambda s: s.replace(BODY, box * 2 + BODY),
        header2=lambda s: s.replace("{{ company }}", "{{ firm }}"),
        footnotes=lambda s: s.replace("<w:separator/>", "<w:separator/><w:t>{{ a }}</w:t>"),
    )

    assert told(with_parts(data, docProps__core_DOT_xml=core)) == [
        "unknown placeholder {{ kunde }} in the text box of the text",
        "unknown placeholder {{ a }} in the footnotes or endnotes",
        "unknown placeholder {{ firm }} in the first-page header",
        "unknown placeholder {{ tittle }} in the document property title",
    ]


def test_a_placeholder_in_a_place_where_it_cannot_stand_is_told(built_in: bytes) -> None:
    data = changed(built_in, header1=lambda s: s.replace("{{ title }}", "{{ body }}"))

    assert told(data) == ["the placeholder {{ body }} is of no use in the header"]


def test_the_section_of_a_header_is_named_where_there_are_several(built_in: bytes) -> None:
    def two(text: str) -> str:
        return text.replace(BODY, f"<w:p><w:pPr>{PLAIN}</w:pPr></w:p>{BODY}").replace("<w:titlePg/>", "")

    data = changed(built_in, document=two, header1=lambda s: s.replace("{{ title }}", "{{ x }}"))

    assert told(data) == ["unknown placeholder {{ x }} in the header of section 2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Text: {{ body }}",
            "{{ body }} is not alone in its paragraph, or stands in a table or text box: the text does not go there",
        ),
        (f"</w:t></w:r></w:p>{BODY}{BODY}<w:p><w:r><w:t>", "{{ body }} stands there more than once"),
    ],
)
def test_a_body_that_cannot_be_placed_is_an_error(built_in: bytes, text: str, expected: str) -> None:
    assert expected in told(edited(built_in, lambda s: s.replace("{{ body }}", text)))


def test_a_field_with_a_memory_is_a_warning(built_in: bytes) -> None:
    field = '<w:p><w:fldSimple w:instr="SAVEDATE"><w:r><w:t>2019</w:t></w:r></w:fldSimple></w:p>'
    base = read_base(edited(built_in, lambda s: s.replace(BODY, field + BODY)))

    assert [(p.code, p.suggestion and p.suggestion.en) for p in base.remarks] == [
        ("base-field", "use a placeholder instead, such as {{ date }}")
    ]


def test_a_band_that_no_page_uses_is_named_by_its_part(built_in: bytes) -> None:
    def unused(text: str) -> str:
        kept = text.replace('<w:footerReference w:type="default" r:id="rId8"/>', "")
        mark = '<w:bookmarkStart w:id="1" w:name="rId8"/><w:bookmarkEnd w:id="1"/>'
        return kept.replace('<w:footerReference w:type="first" r:id="rId8"/>', "").replace(BODY, mark + BODY)

    data = changed(built_in, document=unused, footer1=lambda s: s.replace("{{ page_of }}", "{{ x }}"))

    assert told(data) == ["unknown placeholder {{ x }} in the word/footer1.xml, which no page uses"]
