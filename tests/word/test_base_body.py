"""Where the text goes, in documents as people bring them."""

from __future__ import annotations

import pytest

from generator.word.base_body import BodyPlace, place_body
from generator.word.base_package import MAIN
from generator.word.base_text import find_placeholders
from generator.word.placeholders import fill, splice
from generator.word.spans import read_spans

SECTION = '<w:sectPr><w:pgSz w:w="9"/></w:sectPr>'
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
GALLERY = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'


def p(text: str = "", properties: str = "") -> str:
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}</w:p>"


def document(*blocks: str) -> bytes:
    return f'<w:document xmlns:w="{MAIN}"><w:body>{"".join(blocks)}</w:body></w:document>'.encode()


def place(*blocks: str) -> BodyPlace:
    part = document(*blocks)
    spans = read_spans(part)
    return place_body(part, spans, find_placeholders(part, spans).edits)


def made(*blocks: str) -> str:
    """The body with ‹BODY› where ours goes."""
    part = document(*blocks)
    text = fill(splice(part, (place(*blocks).edit,)), {"body": "‹BODY›"})
    return text.partition("<w:body>")[2].partition("</w:body>")[0]


@pytest.mark.parametrize(
    "stand_in",
    [
        p("{{ body }}"),
        p("{{ Body }}"),
        "<w:p><w:r><w:t>{{ bo</w:t></w:r><w:r><w:t>dy }}</w:t></w:r></w:p>",
        '<w:sdt><w:sdtPr><w:tag w:val="body"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
        '<w:sdt><w:sdtPr><w:tag w:val="{{ body }}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    ],
)
def test_the_body_takes_the_place_of_its_stand_in(stand_in: str) -> None:
    assert made("<w:tbl/>", stand_in, p("imprint"), SECTION) == f"<w:tbl/>‹BODY›{p('imprint')}{SECTION}"
    assert place(stand_in).marked


def test_a_stand_in_within_a_control_keeps_the_control() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"

    assert made(control.format(p("{{ body }}"))) == control.format("‹BODY›")


def test_a_section_that_ends_at_the_stand_in_stays() -> None:
    assert made(p("{{ body }}", SECTION)) == f"‹BODY›<w:p><w:pPr>{SECTION}</w:pPr></w:p>"


def test_a_page_break_at_the_stand_in_stays() -> None:
    assert made(p("{{ body }}", "<w:pageBreakBefore/>")) == f"{BREAK}‹BODY›"


@pytest.mark.parametrize(
    "block",
    [
        p("Text: {{ body }}"),
        f"<w:tbl><w:tr><w:tc>{p('{{ body }}')}</w:tc></w:tr></w:tbl>",
        f"<w:p><w:r><w:txbxContent>{p('{{ body }}')}</w:txbxContent></w:r></w:p>",
    ],
)
def test_a_body_where_it_cannot_go_is_told(block: str) -> None:
    assert place(block, p()).misplaced == 1
    assert not place(block, p()).marked


def test_a_second_stand_in_is_told() -> None:
    assert place(p("{{ body }}"), p("{{ body }}")).repeated == 1


def test_an_empty_letterhead_takes_the_text() -> None:
    assert made(p(), SECTION) == f"‹BODY›{SECTION}"
    assert made(SECTION) == f"‹BODY›{SECTION}"
    assert made() == "‹BODY›"


def test_without_anything_to_fill_a_document_is_a_sample_and_gives_way() -> None:
    last_year = (p("Report for another customer"), BREAK, p("Their secrets", SECTION), p("more"))

    assert made(*last_year, SECTION).startswith("‹BODY›")
    assert "secrets" not in made(*last_year, SECTION)


def test_a_cover_ends_with_its_page() -> None:
    cover = (p("{{ title }}"), p("imprint"), BREAK)

    assert made(*cover, p("sample"), SECTION) == "".join(cover) + f"‹BODY›{SECTION}"
    assert place(*cover, p("sample text that goes on"), SECTION).gives_way == "sample text that goe"


def test_a_cover_ends_before_a_paragraph_on_a_new_page() -> None:
    sample = p("1 Introduction", "<w:pageBreakBefore/>")

    assert made(p("{{ title }}"), p("imprint"), sample) == f"{p('{{ title }}')}{p('imprint')}‹BODY›"


def test_a_cover_ends_with_its_section_and_later_sections_stay() -> None:
    cover, back = p("{{ title }}", SECTION), p("back cover")

    assert made(cover, p("sample"), p("end", SECTION), back, SECTION) == (
        f"{cover}‹BODY›<w:p><w:pPr>{SECTION}</w:pPr></w:p>{back}{SECTION}"
    )


def test_words_gallery_of_covers_is_a_cover_whatever_it_says() -> None:
    cover = GALLERY.format(p("Acme"))

    assert made(cover, p(), SECTION) == f"{cover}‹BODY›{SECTION}"


def test_a_cover_of_pictures_alone_is_one() -> None:
    cover = "<w:p><w:r><w:drawing/></w:r></w:p>"

    assert made(cover, BREAK, p("sample")) == f"{cover}{BREAK}‹BODY›"


def test_without_a_page_of_its_own_a_cover_ends_with_its_last_placeholder() -> None:
    head = (p("Memo"), p("For {{ customer }}"))

    assert made(*head, p("sample"), SECTION) == f"{''.join(head)}‹BODY›{SECTION}"
    assert made(*head) == f"{''.join(head)}‹BODY›"
    assert place(*head).after_cover


def test_a_section_that_ends_with_the_last_placeholder_ends_the_cover() -> None:
    cover = p("For {{ customer }}", SECTION)

    assert made(cover) == f"{cover}‹BODY›"
