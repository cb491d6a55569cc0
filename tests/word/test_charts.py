from __future__ import annotations

import io
import posixpath
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from generator.document import Document, Figure
from generator.figures.charts import Axis, BarChart, Chart, LineChart, Series, in_words
from generator.figures.inks import INKS
from generator.word import Base, read_base, render_docx
from generator.word.chart_workbook import Column, column_name, render_workbook
from generator.word.charts import chart_size, text_fonts
from tests.figures.charts import BIAS, CALIBRATION, CHARTS, GAPS, KEPT, LIGHTS, MONTHS, THEMES
from tests.judges import SCHEMAS, needs, path_of
from tests.word.documents import heading, setting
from tests.word.lint import lint_package
from tests.word.reading import Element, find, read_parts, text_of
from tests.word.schema import needs_schemas, schema_errors

C = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
CHART, WORKBOOK = "word/charts/figure1.xml", "word/embeddings/figure1.xlsx"


def document_with(*charts: Chart) -> tuple[Document, dict[str, Chart]]:
    figures = {f"figures/{place}.svg": chart for place, chart in enumerate(charts)}
    blocks = (Figure(path, f"alt of {path}.", f"caption of {path}") for path in figures)
    return Document((heading(2, "Charts", "charts"), *blocks)), figures


def rendered(base: Base, *charts: Chart) -> dict[str, bytes]:
    document, figures = document_with(*charts)
    return read_parts(render_docx(document, base, setting(figures=figures)))


def drawn(base: Base, chart: Chart) -> Element:
    return etree.fromstring(rendered(base, chart)[CHART])


def values(tree: Element, path: str) -> list[str]:
    """Texts, or `val` of elements without text."""
    found = tree.xpath(path, namespaces=C)
    assert isinstance(found, list)
    return [node.text or str(node.get("val")) for node in found if isinstance(node, etree._Element)]


def cells(workbook: bytes) -> list[list[str]]:
    sheet = etree.fromstring(read_parts(workbook)["xl/worksheets/sheet1.xml"])
    rows = sheet.iterfind("s:sheetData/s:row", C)
    return [["".join(str(text) for text in cell.itertext()) for cell in row] for row in rows]


@needs_schemas
@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_every_part_is_valid(base: Base, chart: Chart) -> None:
    parts = rendered(base, chart)
    schema = etree.XMLSchema(etree.parse(SCHEMAS.with_name("sml.xsd")))
    book = {
        n: p for n, p in read_parts(parts[WORKBOOK]).items() if n.startswith("xl/") and n.endswith(".xml")
    }

    assert schema_errors(parts[CHART]) == schema_errors(parts["word/document.xml"]) == []
    assert len(book) == 3
    assert [name for name, part in book.items() if not schema.validate(etree.fromstring(part))] == []


def test_parts_are_declared_related_and_the_same_each_time(base: Base) -> None:
    document, figures = document_with(*CHARTS.values())
    first, second = (render_docx(document, base, setting(figures=figures)) for _ in range(2))
    related = etree.fromstring(read_parts(first)["word/charts/_rels/figure1.xml.rels"])

    assert lint_package(first) == []
    assert first == second
    assert [
        posixpath.normpath(posixpath.join("word/charts", str(node.get("Target")))) for node in related
    ] == [WORKBOOK]


@pytest.mark.parametrize(
    ("chart", "sheet"),
    [
        (
            THEMES,
            [["主题", "上月", "本月"], ["过度承诺", "5", "3"], ["情报不全", "4", "6"], ["范围与定制", "2"]],
        ),
        (
            KEPT,
            [
                ["Month", "On time", "On time −", "On time +"],
                ["2026-08", "0.5", "0.3", "0.3"],
                ["2026-09", "0.75"],
            ],
        ),
        (
            CALIBRATION,
            [
                ["预测赢单率", "售前评分", "售前评分 −", "售前评分 +", "预测赢单率", "销售评分", "销售评分 −", "销售评分 +", "预测赢单率", "完全准确"],
                ["0.3", "0.25", "0.15", "0.25", "0.3", "0.1", "0.1", "0.3", "0", "0"],
                ["0.7", "0.8", "1", "1"],
            ],
        ),
    ],
    ids=["bars", "intervals", "points"],
)  # fmt: skip
def test_the_workbook_holds_the_numbers(base: Base, chart: Chart, sheet: list[list[str]]) -> None:
    assert cells(rendered(base, chart)[WORKBOOK]) == sheet


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_what_is_drawn_is_what_the_workbook_holds(base: Base, chart: Chart) -> None:
    parts = rendered(base, chart)
    sheet = etree.fromstring(read_parts(parts[WORKBOOK])["xl/worksheets/sheet1.xml"])
    held = {
        str(cell.get("r")): "".join(str(t) for t in cell.itertext()) for cell in sheet.iter(f"{{{C['s']}}}c")
    }
    shown: dict[str, str] = {}
    for node in etree.fromstring(parts[CHART]).iter(f"{{{C['c']}}}f"):
        column, row = str(node.text).removeprefix("Sheet1!").split(":")[0].lstrip("$").split("$")
        cache = node.getnext()
        assert cache is not None
        for point in cache.iterfind("c:pt", C):
            shown[f"{column}{int(row) + int(str(point.get('idx')))}"] = point.findtext("c:v", "", C)

    assert shown.items() <= held.items()
    assert {cell for cell in held.keys() - shown.keys() if not cell.endswith("1")} == set()


def test_numbers_are_written_as_in_the_documents(base: Base) -> None:
    tree = drawn(base, KEPT)
    book = read_parts(rendered(base, KEPT)[WORKBOOK])

    assert {str(node.get("formatCode")) for node in tree.iterfind(".//c:dLbls/c:numFmt", C)} == {"0%"}
    assert b'formatCode="0%"' in book["xl/styles.xml"]


@pytest.mark.parametrize(
    ("chart", "direction", "grouping"),
    [
        (THEMES, "bar", "clustered"),
        (KEPT, "col", "clustered"),
        (LIGHTS, "bar", "stacked"),
        (GAPS, "col", "stacked"),
    ],
)
def test_bars_lie_or_stand_side_by_side_or_stacked(
    base: Base, chart: Chart, direction: str, grouping: str
) -> None:
    tree = drawn(base, chart)

    assert values(tree, "//c:barDir | //c:barChart/c:grouping") == [direction, grouping]
    assert values(tree, "//c:overlap") == (["100"] if grouping == "stacked" else [])


def test_lying_bars_are_read_from_the_top(base: Base) -> None:
    tree = drawn(base, THEMES)

    assert values(tree, "//c:catAx/c:scaling/c:orientation | //c:valAx/c:crosses") == ["maxMin", "max"]
    assert values(drawn(base, KEPT), "//c:catAx/c:scaling/c:orientation | //c:valAx/c:crosses") == [
        "minMax",
        "autoZero",
    ]


def test_axes_have_words_and_ids_above_zero(base: Base) -> None:
    tree = drawn(base, CALIBRATION)

    assert values(tree, "//c:title//a:t") == ["预测赢单率", "实际赢单率"]
    assert all(int(id_) > 0 for id_ in values(tree, "//c:axId"))


def test_series_differ_by_pattern_dash_and_marker(base: Base) -> None:
    bars, lines = drawn(base, THEMES), drawn(base, MONTHS)
    presets = [str(node.get("prst")) for node in bars.iterfind(".//a:pattFill", C)]

    assert presets == [INKS[1].pattern]
    assert values(lines, "//c:ser/c:spPr//a:prstDash") == [INKS[0].dash, INKS[1].dash]
    assert values(lines, "//c:symbol") == [INKS[0].marker, INKS[1].marker]


def test_every_value_has_a_label(base: Base) -> None:
    shown = {name: values(drawn(base, chart), "//c:dLbls/c:showVal") for name, chart in CHARTS.items()}
    diagonal = shown.pop("calibration")

    assert {value for found in shown.values() for value in found} == {"1"}
    assert diagonal == ["1", "1", "0"]


def test_points_have_labels_of_their_own(base: Base) -> None:
    tree = drawn(base, CALIBRATION)
    without = drawn(base, replace(CALIBRATION, diagonal=""))

    assert values(tree, "//c:dLbl//a:t") == values(without, "//c:dLbl//a:t") == ["n = 12", "n = 7"]
    assert (len(tree.findall(".//c:ser", C)), len(without.findall(".//c:ser", C))) == (3, 2)


def test_of_many_lines_the_newest_value_is_labelled(base: Base) -> None:
    series = (*(Series(f"line {n}", (n, 2 * n, None)) for n in (1, 2)), Series("nothing", (None, None, None)))
    tree = drawn(base, LineChart(("a", "b", "c"), series, Axis("n"), "x", "summary"))

    assert values(tree, "//c:dLbl/c:idx") == ["1", "1", "0"]
    assert set(values(tree, "//c:dLbls/c:showVal")) == {"0"}


def test_intervals_are_error_bars_on_a_scale_that_holds_them(base: Base) -> None:
    tree = drawn(base, BIAS)

    assert values(tree, "//c:errBars/c:minus//c:v | //c:errBars/c:plus//c:v") == [
        "0.15",
        "0.17",
        "0.15",
        "0.18",
    ]
    assert values(tree, "//c:valAx/c:scaling/c:max | //c:valAx/c:scaling/c:min") == ["0.6", "-0.2"]


def test_an_axis_that_sets_one_end_has_it(base: Base) -> None:
    tree = drawn(base, replace(THEMES, axis=Axis("n", high=40)))

    assert values(tree, "//c:valAx/c:scaling/c:max") == ["40"]
    assert values(tree, "//c:majorUnit | //c:valAx/c:scaling/c:min") == []


def test_what_is_counted_has_no_halves_on_its_axis(base: Base) -> None:
    assert values(drawn(base, replace(THEMES, series=(Series("n", (1, 2, 3)),))), "//c:majorUnit") == ["1"]


def test_one_series_needs_no_legend(base: Base) -> None:
    assert values(drawn(base, KEPT), "//c:legend/c:legendPos") == []
    assert values(drawn(base, THEMES), "//c:legend/c:legendPos") == ["t"]


def test_the_description_holds_the_numbers_and_the_caption_its_number(base: Base) -> None:
    body = etree.fromstring(rendered(base, THEMES, KEPT)["word/document.xml"])
    described = [str(node.get("descr")) for node in find(body, "//wp:docPr")]
    captions = [text_of(p) for p in find(body, "//w:p[w:pPr/w:pStyle/@w:val='Caption']")]

    assert described == [
        f"alt of figures/{n}.svg. {in_words(chart)}" for n, chart in enumerate((THEMES, KEPT))
    ]
    assert captions == ["图 1\u2003caption of figures/0.svg", "图 2\u2003caption of figures/1.svg"]


def test_without_an_alternative_text_the_summary_serves(base: Base) -> None:
    document = Document((Figure("a", "", ""),))
    parts = read_parts(render_docx(document, base, setting(figures={"a": KEPT})))

    assert KEPT.summary.encode() in parts["word/document.xml"]


@pytest.mark.parametrize(
    ("chart", "size"),
    [
        (THEMES, (9000, 1250 + 3 * 840)),
        (LIGHTS, (9000, 1250 + 2 * 560)),
        (KEPT, (9000, 4700)),
        (MONTHS, (9000, 4700)),
        (CALIBRATION, (7200, 6000)),
        (BarChart(("x",) * 60, (Series("n", (1,) * 60),), Axis("n"), "x", "many"), (9000, 8000)),
    ],
)
def test_a_chart_fits_into_the_text(chart: Chart, size: tuple[int, int]) -> None:
    assert chart_size(chart, 9000, 10000) == size


def test_the_text_of_charts_has_the_fonts_of_the_base(base: Base) -> None:
    faces = drawn(base, KEPT).xpath("/c:chartSpace/c:txPr//@typeface", namespaces=C)

    assert faces == ["Calibri", "Microsoft YaHei", "Calibri"]


@pytest.mark.parametrize(
    ("fonts", "expected"),
    [
        ('<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>', ("+mn-lt", "+mn-ea")),
        ('<w:rFonts w:ascii="R&amp;D Sans" w:eastAsia="仿宋"/>', ("R&D Sans", "仿宋")),
        ('<w:rFonts w:cs="Arial"/>', ("+mn-lt", "+mn-ea")),
        ("", ("+mn-lt", "+mn-ea")),
    ],
)
def test_fonts_of_another_base(built_in: bytes, fonts: str, expected: tuple[str, str]) -> None:
    other = rewritten(built_in, fonts)
    found = text_fonts(read_base(other, builtin=built_in))

    assert (found.latin, found.east_asian) == expected


def rewritten(base: bytes, fonts: str) -> bytes:
    """A base whose text has these fonts, in its defaults and its default style."""
    tag = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Calibri"/>'
    parts = read_parts(base)
    parts["word/styles.xml"] = parts["word/styles.xml"].decode().replace(tag, fonts, 2).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def test_columns_after_the_last_letter_have_two() -> None:
    assert [column_name(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_text_in_a_workbook_is_escaped_and_absent_values_are_absent() -> None:
    columns = (Column("a & <b>", ("x", None)), Column("n", (0.1 + 0.2, 3), "0%"))

    assert cells(render_workbook(columns)) == [["a & <b>", "n"], ["x", "0.3"], ["3"]]


def test_openpyxl_reads_the_workbook(base: Base) -> None:
    sheet = load_workbook(io.BytesIO(rendered(base, KEPT)[WORKBOOK]))["Sheet1"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert rows[1:] == [["2026-08", 0.5, 0.3, 0.3], ["2026-09", 0.75, None, None]]
    assert sheet["B2"].number_format == "0%"


@needs("soffice", "pdftoppm")
def test_libreoffice_draws_every_chart_with_its_words(base: Base, tmp_path: Path) -> None:
    document, figures = document_with(*CHARTS.values())
    (tmp_path / "charts.docx").write_bytes(render_docx(document, base, setting(figures=figures)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(path_of("soffice")), profile, "--headless", "--convert-to", "pdf", "charts.docx"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    reader = str(path_of("pdftoppm").with_name("pdftotext"))
    text = subprocess.run(
        [reader, "charts.pdf", "-"], check=True, capture_output=True, cwd=tmp_path
    ).stdout.decode()
    words = [
        "上月", "本月", "过度承诺", "情报不全", "2026-08", "75%", "Presales", "Sales", "软件", "118.50", "240.25",
        "Promised", "Kept", "售前评分", "完全准确", "n = 12",
    ]  # fmt: skip

    assert [word for word in words if word not in text] == []
