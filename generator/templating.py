"""jinja2: a view -> Markdown text, and the page shell -> HTML.

A template is data from a repository: sandboxed, unable to mark a value as safe, and every value that it prints is
literal text unless it is prose of a note. Escaping has this one place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from types import TracebackType
from typing import NoReturn

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.errors import Bilingual, Problem, ProblemsError
from generator.labels import UnknownLabelError
from generator.markup import escape_literal, escape_title, indented, is_one_paragraph
from generator.prose import Prose

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
_FENCE = re.compile(r" *(?:> ?)*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """path is where problems are reported: relative to the workspace, or `built-in templates/…`."""

    path: str
    text: str


Loader = Callable[[str], TemplateSource | None]


class Templates:
    """The templates of a workspace, compiled once a process. load gives the text of a name, None where it has none."""

    def __init__(self, load: Loader) -> None:
        self._load = load
        self._markdown = _environment(_Loader(load))
        self._page = ImmutableSandboxedEnvironment(
            autoescape=True, undefined=_Undefined, loader=_Loader(load), trim_blocks=True, lstrip_blocks=True
        )

    def render_markdown(self, name: str, context: Mapping[str, object]) -> str:
        """Markdown that ends in one line break. Raises ProblemsError naming file and line of a template mistake."""
        return single_spaced(self._render(self._markdown, name, context))

    def render_page(self, name: str, page: Mapping[str, object], body: str) -> str:
        """HTML; the strings of `page` are text, the body is XHTML."""
        return self._render(self._page, name, {"page": {**page, "body": Markup(body)}})  # noqa: S704  our rendering

    def _render(self, environment: Environment, name: str, context: Mapping[str, object]) -> str:
        try:
            return environment.get_template(name).render(context)
        except ProblemsError:
            raise
        except Exception as error:
            self._explain(error, name)

    def _explain(self, error: Exception, name: str) -> NoReturn:
        """A mistake of a template becomes a problem; a bug of ours keeps its traceback."""
        if isinstance(error, TemplateSyntaxError):
            source = self._load(error.name or name)
            path, line = (source.path if source else name), error.lineno
        else:
            place = _innermost(error.__traceback__)
            if place is None or not (
                place[2] or isinstance(error, (TemplateError, UnknownLabelError, PrintError))
            ):
                raise error
            path, line = place[0], place[1]
        raise ProblemsError((_problem(path, line, error, self._line(path, line)),)) from error

    def _line(self, path: str, line: int) -> str:
        source = self._load(path.rpartition("templates/")[2])
        lines = source.text.split("\n") if source else []
        return lines[line - 1] if 0 < line <= len(lines) else ""


class PrintError(TypeError):
    """A value that has no text of its own: absent, a flag, a group of keys."""


class _Loader(BaseLoader):
    def __init__(self, load: Loader) -> None:
        self.load_source = load

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        del environment
        source = self.load_source(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, source.path, lambda: True


class _Undefined(StrictUndefined):
    """Names what is missing and what is there instead."""

    __slots__ = ()

    @property
    def near(self) -> str:
        found = self._undefined_obj
        names = [name for name in dir(found) if not name.startswith("_")] if found is not None else []
        close = get_close_matches(str(self._undefined_name), names, 1, 0.6)
        return close[0] if close else ""


class _Generator(CodeGenerator):
    """`~` joins as text that is escaped in Markdown's way; Jinja's own would escape for HTML."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  jinja2 names it
        self.write("environment.join_text((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _MarkdownEnvironment(ImmutableSandboxedEnvironment):
    code_generator_class = _Generator

    def join_text(self, parts: Iterable[object]) -> Markup:
        return Markup("".join(_finalize(part) for part in parts))  # noqa: S704  every part is escaped


def _environment(loader: BaseLoader) -> Environment:
    environment = _MarkdownEnvironment(
        autoescape=True,
        undefined=_Undefined,
        finalize=_finalize,
        loader=loader,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in _FILTERS_LEFT_OUT:
        del environment.filters[name]
    environment.filters["join"] = _join
    environment.filters["picture_title"] = _picture_title
    environment.filters["continued"] = _continued
    environment.tests["one_paragraph"] = _is_one_paragraph
    return environment


def _join(values: Iterable[object], separator: str = "") -> Markup:
    """Jinja's filter, escaped in Markdown's way."""
    return Markup(_finalize(separator).join(_finalize(value) for value in values))  # noqa: S704


def _picture_title(text: str) -> Markup:
    """A line within the quotes of `![…](… "…")`."""
    return Markup(escape_title(text))  # noqa: S704  escaped


def _continued(text: str) -> str:
    """Prose behind the first words of a list item: its further lines stand below them."""
    return Prose(indented(text, 2).lstrip(" ")) if isinstance(text, Prose) else text


def _is_one_paragraph(text: str) -> bool:
    """Whether text may follow other text of its paragraph: a line always, prose where it is no list or table."""
    return not isinstance(text, Prose) or is_one_paragraph(text)


def _finalize(value: object) -> Markup:
    """The one place where text gets into Markdown: prose as it is, all else literally."""
    match value:
        case Markup():
            return value
        case Prose():
            return Markup(str(value))  # noqa: S704  the author's Markdown
        case str():
            return Markup(escape_literal(str(value)))  # noqa: S704  escaped
        case StrictUndefined():
            return Markup(str(value))  # noqa: S704  raises
        case bool() | None:
            raise PrintError(str(value))
        case int() | date():
            return Markup(str(value))  # noqa: S704  digits and dashes
        case _:
            raise PrintError(type(value).__name__)


def _innermost(traceback: TracebackType | None) -> tuple[str, int, bool] | None:
    """File and line of the last template frame, and whether only the template engine runs inside it."""
    place = None
    while traceback is not None:
        code, module = traceback.tb_frame.f_code, str(traceback.tb_frame.f_globals.get("__name__", ""))
        if code.co_filename.endswith(".j2"):
            place = (code.co_filename, traceback.tb_lineno, True)
        elif place is not None and module.partition(".")[0] != "jinja2":
            place = (*place[:2], False)
        traceback = traceback.tb_next
    return place


def _problem(path: str, line: int, error: Exception, source: str) -> Problem:
    code, message, suggestion = _words(error)
    return Problem(
        path=path, line=line, column=1, code=code, message=message, suggestion=suggestion, source=source
    )


def _words(error: Exception) -> tuple[str, Bilingual, Bilingual | None]:
    match error:
        case UnknownLabelError():
            message = Bilingual(f"没有词条 {error.key}", f"there is no label {error.key}")
            return "unknown_label", message, _did_you_mean(error.near)
        case PrintError():
            message = Bilingual(
                "这里要打印的不是文字（空值或一组值）", "what is printed here is no text (absent, or a group)"
            )
            advice = Bilingual(
                "先用 {% if %} 判断，或写出具体的字段", "guard it with {% if %}, or name a field of it"
            )
            return "template_value", message, advice
        case TemplateNotFound():
            return (
                "template_missing",
                Bilingual(f"没有模板 {error.name}", f"there is no template {error.name}"),
                None,
            )
        case TemplateSyntaxError():
            return (
                "template_syntax",
                Bilingual(f"模板语法错误：{error.message}", f"template syntax: {error.message}"),
                None,
            )
        case _:
            message = Bilingual(f"模板出错：{error}", f"template: {error}")
            return "template_error", message, None


def _did_you_mean(near: str) -> Bilingual | None:
    return Bilingual(f"是不是 {near}？", f"did you mean {near}?") if near else None


def single_spaced(text: str) -> str:
    """One blank line between blocks, none at the start, one line break at the end; code keeps its lines."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if not fence and not line.strip():
            if lines and lines[-1]:
                lines.append("")
            continue
        lines.append(line if fence else line.rstrip() if not line.endswith("  ") else line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and line.strip("> ").rstrip() == found[1]:
            fence = ""
    return "\n".join(lines).strip("\n") + "\n"
