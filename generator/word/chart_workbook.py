"""The workbook inside a native chart: its numbers, where Word and Excel edit them (ECMA-376-1, 18.2 and 18.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.word.base_package import (
    OFFICE,
    XML_HEAD,
    ContentTypes,
    Relationship,
    relationships_name,
    render_relationships,
)
from generator.word.escaping import escape_text
from generator.word.package import CONTENT_TYPES, pack_member, render_package

SHEET = "Sheet1"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOOK, _SHEET, _STYLES = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"
_FIRST_FORMAT = 164  # lower ones are built in
_LEVEL = 6
Value = str | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """head stands in the first row, values below it; code is the number format."""

    head: str
    values: tuple[Value, ...]
    code: str = "General"


def number_text(value: float) -> str:
    """As spreadsheets store numbers: without the noise of binary fractions."""
    return format(value, ".15g")


def reference(column: int, first: int, last: int = 0) -> str:
    """Cells of the sheet; columns count from 0, rows from 1."""
    name = column_name(column)
    return f"{SHEET}!${name}${first}" + (f":${name}${last}" if last else "")


def column_name(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def render_workbook(columns: Sequence[Column]) -> bytes:
    """The same columns, the same bytes."""
    types = {"/" + _BOOK: "sheet.main", "/" + _SHEET: "worksheet", "/" + _STYLES: "styles"}
    overrides = {name: f"{_TYPE}.{kind}+xml" for name, kind in types.items()}
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    root = Relationship("rId1", f"{OFFICE}/officeDocument", _BOOK)
    related = (
        Relationship("rId1", f"{OFFICE}/worksheet", "worksheets/sheet1.xml"),
        Relationship("rId2", f"{OFFICE}/styles", "styles.xml"),
    )
    codes = tuple(dict.fromkeys(column.code for column in columns))
    texts = {
        CONTENT_TYPES: ContentTypes(defaults, overrides).xml(),
        "_rels/.rels": render_relationships((root,)),
        _BOOK: (
            f'{XML_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}"><sheets>'
            f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        relationships_name(_BOOK): render_relationships(related),
        _SHEET: _sheet(columns, codes),
        _STYLES: _styles(codes),
    }
    return render_package(pack_member(name, text.encode(), _LEVEL) for name, text in texts.items())


def _sheet(columns: Sequence[Column], codes: tuple[str, ...]) -> str:
    looks = [codes.index(column.code) for column in columns]
    rows = [[column.head for column in columns], *zip_longest(*(column.values for column in columns))]
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = (
            _cell(f"{column_name(place)}{number}", value, looks[place]) for place, value in enumerate(row)
        )
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f'{XML_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(place: str, value: Value, look: int) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = escape_text(value)
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
    return f'<c r="{place}" s="{look}"><v>{number_text(value)}</v></c>'


def _styles(codes: tuple[str, ...]) -> str:
    """One look a number format; Excel wants the rest to be there."""
    formats = "".join(
        f'<numFmt numFmtId="{_FIRST_FORMAT + place}" formatCode="{code}"/>'
        for place, code in enumerate(codes)
    )
    plain = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'
    looks = "".join(
        f'<xf {plain.replace("0", str(_FIRST_FORMAT + place), 1)} xfId="0" applyNumberFormat="1"/>'
        for place in range(len(codes))
    )
    return (
        f'{XML_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(codes)}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1"><xf {plain}/></cellStyleXfs><cellXfs count="{len(codes)}">{looks}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
