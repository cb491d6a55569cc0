from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

import pytest

from generator.leaks import Secret, Secrets, find_leaks
from generator.leaks.folding import fold

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
