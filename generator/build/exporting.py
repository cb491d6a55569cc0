"""Registers of a workspace as finished files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from generator.build.library import Library
from generator.build.portfolio import portfolio_counts, read_portfolio
from generator.build.report import Counts
from generator.build.subjects import rules_of
from generator.errors import Language
from generator.registers import REGISTERS, Register, build_registers
from generator.spreadsheets import Table, render_csv, render_json, render_xlsx


@dataclass(frozen=True, slots=True)
class Export:
    """files: name -> content, in the order of the registers."""

    files: dict[str, bytes]
    counts: Counts


def render_registers(
    library: Library,
    day: date,
    format_name: str,
    names: Iterable[str] = REGISTERS,
    *,
    language: Language,
    restricted: bool,
) -> Export:
    """format_name is xlsx, json (one file with every register) or csv (a file a register)."""
    selection = read_portfolio(library, day, restricted=restricted, with_unfinished=True).selection
    registers = build_registers(selection.used, day, rules_of(library.workspace).calendar, names)
    tables = tuple(_table(register, language) for register in registers)
    return Export(_render(tables, format_name, day), portfolio_counts(library, len(selection.used)))


def _table(register: Register, language: Language) -> Table:
    return Table(
        name=register.name,
        keys=tuple(column.key for column in register.columns),
        heads=tuple(column.head.in_(language) for column in register.columns),
        rows=register.rows,
    )


def _render(tables: tuple[Table, ...], format_name: str, day: date) -> dict[str, bytes]:
    match format_name:
        case "csv":
            return {f"{table.name}.csv": render_csv(table) for table in tables}
        case "json":
            return {"registers.json": render_json(tables).encode()}
        case _:
            return {"registers.xlsx": render_xlsx(tables, datetime.combine(day, time()))}
