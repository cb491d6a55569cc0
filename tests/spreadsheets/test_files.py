from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.spreadsheets import Table, render_csv, render_json, render_xlsx
from tests.word.reading import read_parts

DAY = datetime.fromisoformat("2026-11-25")
AWKWARD = ("=1+1", "+86", "-5", "@a", "a,b", 'say "x"', "一\n二", "<b>&", "010", "1:30")
TABLE = Table(
    name="risks",
    keys=("text", "n", "amount", "on", "open", "none"),
    heads=("文字", "数", "金额", "日期", "开", "空"),
    rows=tuple((text, 3, Decimal("1180000.5"), date(2026, 5, 20), True, None) for text in AWKWARD),
)


def sheet() -> Worksheet:
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx((TABLE,), DAY)))
    found = book["risks"]
    assert isinstance(found, Worksheet)
    return found


def test_a_workbook_has_text_numbers_dates_and_flags_and_never_a_formula() -> None:
    cells = [list(row) for row in sheet().iter_rows(min_row=2)]

    assert [row[0].value for row in cells] == list(AWKWARD)
    assert {row[0].data_type for row in cells} == {"s"}
    assert [cell.value for cell in cells[0][1:]] == [
        3,
        1180000.5,
        datetime.fromisoformat("2026-05-20"),
        True,
        None,
    ]


def test_a_workbook_has_a_frozen_head_and_filters() -> None:
    found = sheet()

    assert (found.freeze_panes, found.auto_filter.ref) == ("A2", f"A1:F{len(AWKWARD) + 1}")
    assert [cell.value for cell in found[1]] == list(TABLE.heads)


def test_the_same_table_gives_the_same_bytes() -> None:
    first, again = (render_xlsx((TABLE,), DAY) for _ in range(2))

    assert first == again
    assert b"2026-11-25T00:00:00Z" in read_parts(first)["docProps/core.xml"]


def test_csv_reads_back_in_utf_8_with_a_mark() -> None:
    data = render_csv(TABLE)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))

    assert data.startswith(b"\xef\xbb\xbf")
    assert rows[0] == list(TABLE.heads)
    assert rows[1][1:] == ["3", "1180000.5", "2026-05-20", "true", ""]


@pytest.mark.parametrize("text", AWKWARD)
def test_no_cell_of_a_csv_begins_like_a_formula(text: str) -> None:
    table = Table("t", ("a",), ("a",), ((text,),))
    (cell,) = list(csv.reader(io.StringIO(render_csv(table).decode("utf-8-sig"))))[1]

    assert cell[0] not in "=+-@"
    assert cell.removeprefix("'") == text


def test_json_has_numbers_days_and_nothing() -> None:
    first = json.loads(render_json((TABLE,)))["risks"][0]

    assert first == {
        "text": "=1+1",
        "n": 3,
        "amount": 1180000.5,
        "on": "2026-05-20",
        "open": True,
        "none": None,
    }
