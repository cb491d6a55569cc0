from __future__ import annotations

import pytest

from generator.word.base_package import MAIN
from generator.word.base_text import Found, find_placeholders
from generator.word.placeholders import fill, splice
from generator.word.spans import read_spans

VALUES = {"title": "T&amp;T", "label": "内部", "customer": "C", "page_of": "</w:t><w:fldChar/><w:t>"}
TAIL = '<w:r><w:t xml:space="preserve">'


def part(inner: str) -> bytes:
    return f'<w:hdr xmlns:w="{MAIN}">{inner}</w:hdr>'.encode()


def found(inner: str) -> Found:
    return find_placeholders(part(inner), read_spans(part(inner)))


def filled(inner: str) -> str:
    text = fill(splice(part(inner), found(inner).edits), VALUES)
    return text[text.index(">") + 1 : text.rindex("<")]


def words(xml: str) -> str:
    return "".join(span.text for span in read_spans(part(xml)) if span.tag == "w:t")


def runs(*texts: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts) + "</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


GERMAN = '<w:rPr><w:lang w:val="de-DE"/></w:rPr>'
NINE_WAYS = {
    "split brace": runs("{", "{ title }", "}"),
    "spelling marks": f'<w:p>{r("{{ ")}<w:proofErr w:type="spellStart"/>{r("title")}<w:proofErr w:type="spellEnd"/>{r(" }}")}</w:p>',
    "runs of sessions and languages": f'<w:p><w:r w:rsidR="00A1"><w:t>{{{{ ti</w:t></w:r>{r("tle }}", GERMAN)}</w:p>',
    "bookmark": f'<w:p>{r("{{ ti")}<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>{r("tle }}")}</w:p>',
    "tab": "<w:p><w:r><w:t>{{</w:t><w:tab/><w:t>title }}</w:t></w:r></w:p>",
    "deleted revision": f'<w:p>{r("{{ ti")}<w:del w:id="1"><w:r><w:delText>xx</w:delText></w:r></w:del>{r("tle }}")}</w:p>',
    "smart quotes": runs("{{ “title” }}"),
    "field": f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("{{ ti")}{r("tle }}")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "hyperlink": f'<w:p>{r("{{")}<w:hyperlink w:anchor="a">{r(" title")}</w:hyperlink>{r(" }}")}</w:p>',
}  # fmt: skip


@pytest.mark.parametrize("way", NINE_WAYS)
def test_a_placeholder_is_filled_however_word_has_split_it(way: str) -> None:
    xml = filled(NINE_WAYS[way])

    assert words(xml) == "T&T"
    assert "<w:tab/>" not in xml


def test_text_around_placeholders_stays_where_it_was() -> None:
    assert filled(runs("a {{title}} b {{ la", "bel }} c")) == (
        f"<w:p>{TAIL}a T&amp;T b 内部</w:t></w:r>{TAIL} c</w:t></w:r></w:p>"
    )


def test_braces_of_a_chinese_keyboard_and_a_corrected_capital_are_read() -> None:
    assert words(filled(runs("｛｛ Title ｝｝"))) == "T&T"


def test_text_without_placeholders_keeps_every_byte() -> None:
    inner = '<w:p ><w:r><w:t>a &amp; b } {</w:t></w:r><w:tab  w:val="&#39;"/></w:p>'

    assert filled(inner) == inner


def test_placeholders_do_not_reach_over_paragraphs() -> None:
    assert "T&amp;T" not in filled(runs("{{ ti") + runs("tle }}"))


def test_the_copy_of_a_text_box_for_older_programs_is_filled_too() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>".format(runs("{{ customer }}"))
    inner = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>' + box + "</mc:Choice><mc:Fallback>" + box
        + f"</mc:Fallback></mc:AlternateContent></w:r>{r('{{ title }}')}</w:p>"
    )  # fmt: skip

    assert words(filled(inner)) == "CCT&T"


def test_watermarks_and_descriptions_are_filled() -> None:
    inner = '<w:p><v:textpath xmlns:v="v" string="{{ label }}" n="&quot;"/></w:p>'

    assert filled(inner) == '<w:p><v:textpath xmlns:v="v" string="内部" n="&quot;"/></w:p>'


def test_page_numbers_need_text() -> None:
    inner = '<w:p><v:textpath xmlns:v="v" string="{{ page_of }}"/></w:p>'

    assert [unknown.name for unknown in found(inner).unknown] == ["page_of"]
    assert "fldChar" in filled(runs("{{ page_of }}"))


def test_unknown_names_are_told_with_their_place() -> None:
    inner = (
        runs("{{ tilte }}") + f"<w:p><w:r><w:txbxContent>{runs('{{ datum }}')}</w:txbxContent></w:r></w:p>"
    )

    assert [(unknown.name, unknown.boxed) for unknown in found(inner).unknown] == [
        ("tilte", False),
        ("datum", True),
    ]


def test_names_that_word_looks_up_are_left_alone() -> None:
    inner = '<w:sdt><w:sdtPr><w:tag w:val="{{ title }}"/></w:sdtPr></w:sdt>'

    assert filled(inner) == inner
