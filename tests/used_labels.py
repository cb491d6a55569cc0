"""Which labels templates and views ask for: whole keys, and families whose last part is computed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.source_code import Module

_KEY = re.compile(r"[a-z_]+(\.[a-z_0-9-]+)+")
_IN_TEMPLATE = re.compile(r'\bt\("([^"]+)"(?! ~)')
_PART = re.compile(r'not_recorded\(t, "(\w+)"\)')


@dataclass(frozen=True, slots=True)
class Use:
    """key is whole, or a family such as `risks.level.*`."""

    place: str
    key: str

    def covers(self, key: str) -> bool:
        if "*" not in self.key:
            return self.key == key
        pattern = ".+".join(re.escape(part) for part in self.key.split("*"))
        return re.fullmatch(pattern, key) is not None


def uses_in_templates(folder: Path) -> Iterator[Use]:
    for path in sorted(folder.glob("*.j2")):
        text = path.read_text(encoding="utf-8")
        yield from (Use(path.name, key) for key in _IN_TEMPLATE.findall(text))
        yield from (Use(path.name, f"parts.{part}.ask") for part in _PART.findall(text))


def uses_in_code(modules: tuple[Module, ...], groups: frozenset[str]) -> Iterator[Use]:
    """Strings and f-strings that begin with the name of a group of labels and a dot."""
    for module in modules:
        inside = {
            id(part)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.JoinedStr)
            for part in node.values
        }
        for node in ast.walk(module.tree):
            text = "" if id(node) in inside else _text(node)
            if text and _KEY.fullmatch(text.replace("*", "x")) and text.partition(".")[0] in groups:
                yield Use(f"{module.path}:{getattr(node, 'lineno', 0)}", text)


def _text(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(_text(value) if isinstance(value, ast.Constant) else "*" for value in values)
        case _:
            return ""
