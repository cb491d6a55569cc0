"""Source code as it is read with `ast`: modules, what they import, which names they use."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "generator"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Import:
    """module is absolute; inside tells that it stands in a function."""

    line: int
    module: str
    inside: bool


@dataclass(frozen=True, slots=True)
class Module:
    """path reads `generator/word/runs.py`; name reads `generator.word.runs`."""

    path: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def room(self) -> str:
        """The first folder or module below the package, empty for the package itself."""
        return [*self.name.split("."), ""][1]


def read_module(path: str, text: str) -> Module:
    return Module(path, text, ast.parse(text, path))


def read_package(root: Path) -> tuple[Module, ...]:
    paths = sorted((root / PACKAGE).rglob("*.py"))
    return tuple(read_module(p.relative_to(root).as_posix(), p.read_text("utf-8")) for p in paths)


def imports_of(module: Module) -> Iterator[Import]:
    """Every imported name as a dotted path; `from a import b` gives `a.b`, which may be a module or a name in one."""
    inside = {id(node) for function in functions_of(module) for node in ast.walk(function)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(node.lineno, alias.name, id(node) in inside)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            for alias in node.names:
                yield Import(node.lineno, f"{source}.{alias.name}", id(node) in inside)


def functions_of(module: Module) -> Iterator[Function]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _known_names(module: Module) -> dict[str, str]:
    """What a name at the head of an expression stands for: `from datetime import date` gives date -> datetime.date."""
    names = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                head = alias.name.split(".")[0]
                names[alias.asname or head] = alias.name if alias.asname else head
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def _dotted(node: ast.expr, known: Mapping[str, str]) -> str:
    """`os.environ` for the expression that means it, however it was imported; empty for any other expression."""
    match node:
        case ast.Name(id=name):
            return known.get(name, name)
        case ast.Attribute(value=value, attr=attr):
            head = _dotted(value, known)
            return f"{head}.{attr}" if head else ""
        case _:
            return ""


def expressions_of(module: Module) -> Iterator[tuple[ast.Name | ast.Attribute, str]]:
    known = _known_names(module)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield node, _dotted(node, known)


def calls_of(module: Module, called: str) -> Iterator[ast.Call]:
    known = _known_names(module)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _dotted(node.func, known) == called:
            yield node
