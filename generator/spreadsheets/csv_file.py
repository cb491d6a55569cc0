"""CSV as spreadsheets open it: UTF-8 with BOM, CRLF (RFC 4180)."""

from __future__ import annotations

import csv
import io
import re

from generator.spreadsheets.tables import Cell, Table

# What a spreadsheet would take for a formula; a tab in front keeps it text and is not shown.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_BOM = "\ufeff"


def render_csv(table: Table) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return (_BOM + text.getvalue()).encode()


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if _FORMULA.match(cell) else cell
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
