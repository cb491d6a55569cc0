"""Excel workbooks: real dates and numbers, filters, a frozen header; text is never a formula. Same tables, same parts."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.spreadsheets.tables import Cell, Table

_WIDEST, _NARROWEST = 48, 8
_HEAD = PatternFill("solid", fgColor="E8EDF3")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_FIRST = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def render_xlsx(tables: tuple[Table, ...], day: datetime) -> bytes:
    """day is the only time in the file."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet: Worksheet = book.create_sheet(_FORBIDDEN.sub(" ", table.name)[:31])
        _write_sheet(sheet, table)
    book.properties.creator = "presales"
    raw = io.BytesIO()
    book.save(raw)
    return _repacked(raw.getvalue(), day)


def _write_sheet(sheet: Worksheet, table: Table) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.heads))}{len(table.rows) + 1}"
    for number, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_head(sheet, head) for head in table.heads])
    for row in table.rows:
        sheet.append([_cell(sheet, cell) for cell in row])


def _widths(table: Table) -> list[int]:
    texts = zip(
        table.heads,
        *([str(cell if cell is not None else "") for cell in row] for row in table.rows),
        strict=True,
    )
    return [min(_WIDEST, max(_NARROWEST, *(_width(text) + 2 for text in column))) for column in texts]


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _head(sheet: Worksheet, text: str) -> XlsxCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font, cell.fill = Font(bold=True), _HEAD
    return cell


def _cell(sheet: Worksheet, value: Cell) -> XlsxCell:
    cell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type]  # it takes decimals and dates as well
    if isinstance(value, str):
        # What begins with = stays text.
        cell.data_type = "s"
    cell.alignment = _WRAPPED
    return cell


def _repacked(data: bytes, day: datetime) -> bytes:
    """The same parts without the time of day at which they were written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = _TIMES.sub(rb"\g<1>" + f"{day:%Y-%m-%dT%H:%M:%SZ}".encode(), old.read(name))
            new.writestr(zipfile.ZipInfo(name, _FIRST), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
