"""Tables as JSON: a list of objects for each."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from generator.spreadsheets.tables import Cell, Table


def render_json(tables: tuple[Table, ...]) -> str:
    """Numbers are numbers, dates `2026-05-20`, absent values null."""
    data = {
        table.name: [dict(zip(table.keys, map(_value, row), strict=True)) for row in table.rows]
        for table in tables
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _value(cell: Cell) -> object:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
