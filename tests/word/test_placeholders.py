from __future__ import annotations

import pytest

from generator.word.base_package import MAIN
from generator.word.placeholders import fill, read_template

VALUES = {"title": "T&amp;T", "label": "内部", "body": "<w:p/>"}


def part(inner: str, root: str = "hdr") -> bytes:
    return f'<w:{root} xmlns:w="{MAIN}">{inner}</w:{root}>'.encode()


def filled(inner: str) -> str:
    text = fill(read_template(part(inner)).template, VALUES)
    return text[text.index(">") + 1 : text.rindex("<")]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p>", ["T&amp;T"]),
        ("<w:p><w:r><w:t>a {{title}} b {{ label }}</w:t></w:r></w:p>", ["a T&amp;T b 内部"]),
        ("<w:p><w:r><w:t>x {</w:t></w:r><w:r><w:t>{ ti</w:t></w:r><w:r><w:t>tle }} y</w:t></w:r></w:p>", ["x T&amp;T", "", " y"]),
        ("<w:p><w:r><w:t>{{ </w:t></w:r><w:proofErr/><w:r><w:t>title</w:t></w:r><w:r><w:t> }}</w:t></w:r></w:p>", ["T&amp;T", "", ""]),
    ],
)  # fmt: skip
def test_a_placeholder_is_filled_wherever_word_cut_it(inner: str, expected: list[str]) -> None:
    pieces = [piece.split("</w:t>")[0] for piece in filled(inner).split('<w:t xml:space="preserve">')[1:]]

    assert pieces == expected


def test_text_without_placeholders_keeps_every_byte() -> None:
    inner = '<w:p ><w:r><w:t>a &amp; b } {</w:t></w:r><w:tab  w:val="&#39;"/></w:p>'

    assert filled(inner) == inner


def test_placeholders_do_not_reach_over_paragraphs() -> None:
    inner = "<w:p><w:r><w:t>{{ ti</w:t></w:r></w:p><w:p><w:r><w:t>tle }}</w:t></w:r></w:p>"

    assert "T&amp;T" not in filled(inner)


def test_unknown_names_are_told_and_stay() -> None:
    found = read_template(part("<w:p><w:r><w:t>{{ tilte }} {{ title }}</w:t></w:r></w:p>"))

    assert found.unknown == ("tilte",)
    assert "{{ tilte }} T&amp;T" in fill(found.template, VALUES)


@pytest.mark.parametrize(
    "stand_in",
    [
        "<w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>{{ bo</w:t></w:r><w:r><w:t>dy }}</w:t></w:r></w:p>",
        '<w:sdt><w:sdtPr><w:tag w:val="body"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    ],
)
def test_the_body_takes_the_place_of_its_stand_in(stand_in: str) -> None:
    found = read_template(part(f"<w:body><w:tbl/>{stand_in}<w:sectPr/></w:body>", "document"), body=True)

    assert fill(found.template, VALUES).endswith("<w:body><w:tbl/><w:p/><w:sectPr/></w:body></w:document>")


def test_a_section_that_ends_at_the_stand_in_stays() -> None:
    section = '<w:sectPr><w:pgSz w:w="9"/></w:sectPr>'
    stand_in = f"<w:p><w:pPr>{section}</w:pPr><w:r><w:t>{{{{ body }}}}</w:t></w:r></w:p>"
    found = read_template(part(f"<w:body>{stand_in}</w:body>", "document"), body=True)

    assert f"<w:body><w:p/><w:p><w:pPr>{section}</w:pPr></w:p></w:body>" in fill(found.template, VALUES)
