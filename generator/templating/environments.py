"""What a template can do: no code of ours, no file, no chance, no way around escaping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, UndefinedError, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from generator.templating.printing import (
    concatenated,
    continued,
    is_followable,
    joined,
    picture_target,
    picture_title,
    printed,
    section_anchor,
)
from generator.templating.sources import Load, Loader

# Filters that would print a value otherwise than as literal text.
_FILTERS_LEFT_OUT = (
    "safe",
    "e",
    "escape",
    "forceescape",
    "xmlattr",
    "urlize",
    "tojson",
    "striptags",
    "pprint",
)


class MissingNameError(UndefinedError):
    """A name that is not there: holder is the type of what was asked for it, empty for a variable or a key; near is
    like it."""

    def __init__(self, holder: str, name: str, near: str) -> None:
        super().__init__(f"{holder}.{name}".lstrip("."))
        self.holder = holder
        self.name = name
        self.near = near


def _missing_name(holder: object, name: object, message: str | None = None) -> MissingNameError:
    del message  # Jinja's own, in English
    if holder is missing:
        return MissingNameError("", str(name), "")
    if isinstance(holder, Mapping):
        kind, names = "", [str(key) for key in holder]
    else:
        kind, names = type(holder).__name__, [found for found in dir(holder) if not found.startswith("_")]
    near = get_close_matches(str(name), names, 1, 0.6)
    return MissingNameError(kind, str(name), near[0] if near else "")


class _Undefined(StrictUndefined):
    """What is there instead is looked for only when somebody asks: `is defined` is asked of every cell."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        told: Any = partial(_missing_name, obj, name) if exc is UndefinedError else exc
        super().__init__(hint, obj, name, told)


class _Generator(CodeGenerator):
    """`~` joins as text that is escaped in Markdown's way; Jinja's own would escape for HTML."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  jinja2 names it
        self.write("environment.join_text((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Environment(ImmutableSandboxedEnvironment):
    """The same notes give the same bytes: nothing that a template calls is left to chance."""

    def __init__(self, load: Load, **options: Any) -> None:
        super().__init__(
            autoescape=True,
            undefined=_Undefined,
            loader=Loader(load),
            trim_blocks=True,
            lstrip_blocks=True,
            **options,
        )
        del self.filters["random"], self.globals["lipsum"]


class _MarkdownEnvironment(_Environment):
    code_generator_class = _Generator

    def join_text(self, parts: Iterable[object]) -> Markup:
        return concatenated(parts)


@pass_eval_context
def _printed(context: nodes.EvalContext, value: object) -> Markup:
    """With the context Jinja calls it for constants of the template too, which it escapes for HTML otherwise."""
    del context
    return printed(value)


def page_environment(load: Load) -> ImmutableSandboxedEnvironment:
    return _Environment(load)


def markdown_environment(load: Load) -> ImmutableSandboxedEnvironment:
    environment = _MarkdownEnvironment(load, finalize=_printed)
    for name in _FILTERS_LEFT_OUT:
        del environment.filters[name]
    environment.filters["join"] = joined
    environment.filters["section_anchor"] = section_anchor
    environment.filters["picture_target"] = picture_target
    environment.filters["picture_title"] = picture_title
    environment.filters["continued"] = continued
    environment.tests["one_paragraph"] = is_followable
    return environment
