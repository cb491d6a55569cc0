from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.leaks import Secret, Secrets, find_leaks
from generator.leaks.folding import fold, fold_but_spaces, spellings
from generator.leaks.standing import stands_as_words

RIVAL = Secret(fold("拓恩系统"), "拓恩系统", "engagements/a.yaml", ("intel",))
COST = Secret("18万", "180000", "engagements/a.yaml", ("commitments", 0, "extra_cost"), number=True)


def secrets(*found: Secret) -> Secrets:
    return Secrets(found, ())


def package(parts: Iterable[tuple[str, bytes]]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in parts:
            archive.writestr(name, part)
    return data.getvalue()


def places(data: bytes, *found: Secret) -> list[str]:
    return [leak.place for leak in find_leaks("memo.zh.docx", data, secrets(*found))]


@pytest.mark.parametrize(
    ("name", "xml"),
    [
        ("word/document.xml", "<w:p xmlns:w='w'><w:r><w:t>拓恩</w:t></w:r><w:r><w:t>系统</w:t></w:r></w:p>"),
        ("word/header1.xml", "<w:p xmlns:w='w'><w:t>拓 恩 系 统</w:t></w:p>"),
        ("word/comments.xml", "<c><t>拓恩系统</t></c>"),
        ("word/document.xml", "<wp:docPr xmlns:wp='p' id='1' descr='对比拓恩系统'/>"),
        ("docProps/custom.xml", "<p name='拓恩系统'/>"),
        ("word/charts/chart1.xml", "<c><v>拓恩系统</v></c>"),
        ("customXml/item1.xml", "<a><!-- 拓恩系统 --></a>"),
    ],
)
def test_every_part_is_searched(name: str, xml: str) -> None:
    assert places(package([(name, xml.encode())]), RIVAL) == [name]


def test_names_inside_the_zip_are_searched() -> None:
    assert places(package([("word/media/拓恩系统.png", b"")]), RIVAL) == ["names"]


def test_the_workbook_of_a_chart_is_searched() -> None:
    workbook = package([("xl/sharedStrings.xml", "<sst><si><t>拓恩系统</t></si></sst>".encode())])

    assert places(package([("word/embeddings/a.xlsx", workbook)]), RIVAL) == [
        "word/embeddings/a.xlsx/xl/sharedStrings.xml"
    ]


def test_words_of_two_paragraphs_are_not_one() -> None:
    xml = "<w:p xmlns:w='w'><w:t>拓恩</w:t></w:p><w:p xmlns:w='w'><w:t>系统</w:t></w:p>"

    assert places(package([("word/document.xml", f"<b>{xml}</b>".encode())]), RIVAL) == []


@pytest.mark.parametrize("text", ["拓恩\\_系统 拓恩系统", "拓恩<b>系统</b>", "&#x62D3;恩系统", "拓恩\n系统"])
def test_marks_of_markdown_and_html_hide_nothing(text: str) -> None:
    assert len(find_leaks("memo.zh.md", text.encode(), secrets(RIVAL))) == 1


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("成本 18万元", 1),
        ("成本 １８ 万", 1),
        ("118万元", 0),
        ("1.18万", 0),
        ("18万5", 0),
        ("18万, 又 118万", 1),
    ],
)
def test_a_number_within_a_longer_one_is_none(text: str, leaks: int) -> None:
    assert len(find_leaks("memo.zh.md", text.encode(), secrets(COST))) == leaks


def test_the_length_of_a_shape_is_no_amount() -> None:
    cost = Secret("180000", "180000", "engagements/a.yaml", (), number=True)
    shape = b"<a:bodyPr xmlns:a='a' lIns='180000'/>"
    shown = b"<c:v xmlns:c='c'>180000</c:v>"

    assert places(package([("word/document.xml", shape)]), cost) == []
    assert places(package([("word/charts/chart1.xml", shown)]), cost) == ["word/charts/chart1.xml"]


WIDTH = Secret("1650", "1650", "engagements/a.yaml", (), number=True)
MAIN = "xmlns:w='w' xmlns:wp='p'"


@pytest.mark.parametrize(
    ("name", "xml", "leaks"),
    [
        ("word/document.xml", f"<w:tcW {MAIN} w:w='1650'/>", 0),
        ("word/document.xml", f"<wp:posOffset {MAIN}>1650</wp:posOffset>", 0),
        ("word/document.xml", f"<w:p {MAIN} w:rsidR='00165012'/>", 0),
        ("docProps/app.xml", "<a><Characters>1650</Characters></a>", 0),
        ("word/document.xml", f"<w:bookmarkStart {MAIN} w:name='xdcfcfb1650df826bd527'/>", 0),
        ("word/document.xml", f"<w:bookmarkStart {MAIN} w:name='offer1650'/>", 1),
        ("word/document.xml", f"<wp:docPr {MAIN} descr='1650'/>", 1),
        ("word/document.xml", f"<w:tag {MAIN} w:val='1650'/>", 1),
        ("word/document.xml", f"<w:t {MAIN}>1650</w:t>", 1),
        ("word/comments.xml", "<!-- 1650 --><c/>", 1),
        ("word/a.xml", "<?pages 1650?><c/>", 1),
        ("customXml/item1.xml", "<deal amount='1650'/>", 1),
    ],
)
def test_amounts_are_what_people_read_and_no_measures(name: str, xml: str, leaks: int) -> None:
    assert len(places(package([(name, xml.encode())]), WIDTH)) == leaks


@pytest.mark.parametrize(
    ("page", "leaks"),
    [
        ("<svg viewBox='0 0 1650 400'><path d='M1650 0'/></svg>", 0),
        ("<style>p {width: 1650px}</style>", 0),
        ("<img src='figures/a1650b3c4d5e.png'>", 0),
        ("<img alt='1650'>", 1),
        ("<td>1650</td>", 1),
        ("<!-- 1650 -->", 1),
        ("<p>16<b>50</b></p>", 1),
        ("<p>16</p><p>50</p>", 0),
        ("<td>3</td><td>1650</td>", 1),
    ],
)
def test_amounts_in_pages_are_what_people_read(page: str, leaks: int) -> None:
    assert len(find_leaks("memo.zh.html", page.encode(), secrets(WIDTH))) == leaks


@pytest.mark.parametrize(
    ("page", "leaks"),
    [
        ("<p>拓<em>恩</em>系统</p>", 1),
        ("<td>拓恩</td><td>系统</td>", 0),
        ("<a title='拓恩系统'>x</a>", 1),
        ("<style>.拓恩系统 {}</style>", 1),
        ("<!DOCTYPE 拓恩系统>", 0),
        ("<![CDATA[拓恩系统]]>", 1),
        ("<?拓恩系统?>", 1),
        ("<input disabled>", 0),
    ],
)
def test_words_in_pages_are_cut_by_blocks_only(page: str, leaks: int) -> None:
    assert len(find_leaks("memo.zh.html", page.encode(), secrets(RIVAL))) == leaks


def test_four_letters_in_a_picture_are_chance_and_long_names_are_not() -> None:
    torn = Secret("torn", "Torn", "engagements/a.yaml", ())
    vendor = Secret("tornsystems", "Torn Systems", "engagements/a.yaml", ())
    data = b"\x89PNG xTORNx Torn Systems"
    embedded = base64.b64encode(data).decode()

    assert places(package([("word/media/a.png", data)]), torn, vendor) == ["word/media/a.png"]
    for address in (
        f"data:image/png;base64,{embedded}",
        f"data:,{quote(data)}",
        "data:image/png;base64,torn!systems",
    ):
        found = find_leaks("a.html", f"<img src='{address}'>".encode(), secrets(torn, vendor))
        assert [leak.secret for leak in found] == ([] if "!" in address else [vendor])


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("拓恩\n\n系统", 0),
        ("> 拓恩\n>\n> 系统", 0),
        ("| 拓恩 | 系统 |", 0),
        ("拓恩\n系统", 1),
        ("<!-- 拓恩系统 -->", 1),
        ("ＴＯＲＮ", 0),
        ("拓\u200b恩\u00ad系\ufeff统", 1),
        ("**拓恩**系统", 1),
        ("[拓恩](https://a.example)系统", 1),
        ("~~拓~~`恩`系_统_", 1),
    ],
)
def test_words_in_markdown_run_on_within_a_paragraph(text: str, leaks: int) -> None:
    assert len(find_leaks("memo.zh.md", text.encode(), secrets(RIVAL))) == leaks


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("2026-05-20 18万元", 1),
        ("第 3 期 18 万", 1),
        ("3 18万", 1),
        ("1 18万", 1),
    ],
)
def test_a_number_beside_another_one_is_found(text: str, leaks: int) -> None:
    assert len(find_leaks("memo.zh.md", text.encode(), secrets(COST))) == leaks


@pytest.mark.parametrize(
    "text",
    [
        "1,180,000.00 元",
        "1180000.0",
        "118.0万",
        "１１８．００万元",
        "1.180 million",
        "in 2026 1180000 yuan",
        "step 2 118万元",
        "1180000,2 items",
        "1180000, 2 items",
        "2026，118万",
        "1180000. 3 items",
        "| 2 | 1,180,000.00 |",
        "1**180**000",
    ],
)
def test_zeros_behind_the_point_and_digits_beside_it_hide_no_amount(text: str) -> None:
    amount = tuple(
        Secret(form, "1180000", "engagements/a.yaml", (), number=True)
        for form in spellings(Decimal(1_180_000))
    )

    assert find_leaks("memo.en.md", text.encode(), secrets(*amount)) != ()


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("within 2 months", 0),
        ("within 2m", 1),
        ("2 m yuan", 1),
        ("2mRMB", 1),
        ("2 million and more", 1),
        ("200 weeks", 0),
        ("200w", 1),
        ("2 M元", 1),
    ],
)
def test_the_unit_of_an_amount_is_no_part_of_a_word(text: str, leaks: int) -> None:
    amount = tuple(
        Secret(form, "2000000", "engagements/a.yaml", (), number=True)
        for form in spellings(Decimal(2_000_000))
    )

    assert bool(find_leaks("memo.en.md", text.encode(), secrets(*amount))) == bool(leaks)


@pytest.mark.parametrize("text", ["11800001", "1,180,000,000", "1180000.05", "0.1180000", "3,118万"])
def test_a_longer_amount_is_another_one(text: str) -> None:
    amount = tuple(
        Secret(form, "1180000", "engagements/a.yaml", (), number=True)
        for form in spellings(Decimal(1_180_000))
    )

    assert find_leaks("memo.en.md", text.encode(), secrets(*amount)) == ()


@pytest.mark.parametrize(
    "text",
    ["1 180 000", "1\u00a0180\u202f000 EUR", "1'180'000", "1.180.000", "１，１８０，０００", "1 180 K"],
)
def test_groups_of_digits_are_one_number(text: str) -> None:
    amount = tuple(
        Secret(form, "1180000", "engagements/a.yaml", (), number=True)
        for form in spellings(Decimal(1_180_000))
    )

    assert find_leaks("memo.en.md", text.encode(), secrets(*amount)) != ()


def test_the_name_of_a_picture_is_no_amount() -> None:
    digits = Secret("421468", "421468", "engagements/a.yaml", (), number=True)

    assert find_leaks("a.md", b"![x](figures/1ff421468900.png)", secrets(digits)) == ()
    assert find_leaks("a.md", b"![x](figures/421468.png)", secrets(digits)) != ()


LETTERS = st.text(alphabet="拓恩系统torn 1", max_size=6)


@given(st.lists(LETTERS, min_size=1, max_size=30), st.lists(LETTERS, max_size=4))
def test_the_quick_look_finds_what_a_slow_one_finds(needles: list[str], texts: list[str]) -> None:
    known = tuple(Secret(fold(n), n, "a", ()) for n in dict.fromkeys(needles) if len(fold(n)) > 1)
    text = " ".join(texts)
    found = {leak.secret.needle for leak in find_leaks("a.md", text.encode(), secrets(*known))}

    assert found == {
        secret.needle
        for secret in known
        if secret.needle in fold(text) and stands_as_words(secret.needle, secret.shown, fold_but_spaces(text))
    }


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("confirm it or note it", 0),
        ("i Torn", 1),
        ("T o r n", 1),
        ("to-rn, TORN's", 1),
        ("TornSystems", 1),
        ("to\u200brn", 1),
        ("to\u200b rnado", 0),
        ("对比torn系统", 1),
    ],
)
def test_a_short_name_is_not_put_together_of_other_words(text: str, leaks: int) -> None:
    torn = Secret("torn", "Torn", "engagements/a.yaml", (), name=True)

    assert len(find_leaks("memo.en.md", text.encode(), secrets(torn))) == leaks


def test_a_name_of_two_words_may_be_written_as_one() -> None:
    vendor = Secret("oldrun", "Old Run", "engagements/a.yaml", (), name=True)

    for text in ("OldRunner", "old  run", "old\nrun"):
        assert find_leaks("memo.en.md", text.encode(), secrets(vendor)) != ()
    assert find_leaks("memo.en.md", b"behold runs", secrets(vendor)) != ()
    assert find_leaks("memo.en.md", b"bo l drun", secrets(vendor)) == ()
