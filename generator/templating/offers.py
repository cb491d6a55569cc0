"""What a template may call: filters, tests and macros, from the code and the templates that define them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.templating.environments import markdown_environment

_OWN = __name__.partition(".")[0]
_MACRO = re.compile(
    r"(?:\{#(?P<meaning>(?:(?!#\}).)*)#\}\n)?\{% macro (?P<name>\w+)\((?P<takes>[^)]*)\)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Tool:
    """takes are the arguments as they are written; meaning is empty for Jinja's own, which its manual explains."""

    name: str
    takes: str = ""
    meaning: str = ""


def _environment() -> Any:
    return markdown_environment(lambda name: None)


def offered_filters() -> tuple[Tool, ...]:
    return tuple(_tools(_environment().filters))


def offered_tests() -> tuple[Tool, ...]:
    return tuple(_tools(_environment().tests))


def macros_of(template: str) -> tuple[Tool, ...]:
    """The macros of a template's text, each with the comment right above it."""
    return tuple(
        Tool(found["name"], found["takes"], " ".join((found["meaning"] or "").split()))
        for found in _MACRO.finditer(template)
    )


def _tools(functions: Mapping[str, Callable[..., Any]]) -> Iterator[Tool]:
    """Ours first."""
    ours = {name: call for name, call in functions.items() if _is_ours(call)}
    yield from (Tool(name, meaning=_first_line(call)) for name, call in sorted(ours.items()))
    yield from (Tool(name) for name in sorted(functions) if name not in ours)


def _is_ours(call: Callable[..., Any]) -> bool:
    return getattr(call, "__module__", "").partition(".")[0] == _OWN


def _first_line(call: Callable[..., Any]) -> str:
    return (inspect.getdoc(call) or "").partition("\n\n")[0].replace("\n", " ")
