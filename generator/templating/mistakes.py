"""A mistake of a template, told at its file and line. A bug of ours is none: it keeps its traceback."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateError

from generator.errors import Bilingual, Problem
from generator.labels import LabelError, MissingValueError, UnknownLabelError
from generator.templating.environments import MissingNameError
from generator.templating.printing import PrintError
from generator.templating.sources import Load

# What tells of a mistake in a template also where code of ours raises it.
_MISTAKES = (TemplateError, LabelError, PrintError, RecursionError)


@dataclass(frozen=True, slots=True)
class _Place:
    """in_template: nothing but the template engine ran there."""

    path: str
    line: int
    in_template: bool


def mistake(error: Exception, name: str, load: Load) -> Problem | None:
    """None where the error is no mistake of the template of that name or of those that it uses."""
    if isinstance(error, TemplateSyntaxError):
        source = load(error.name or name)
        place = _Place(source.path if source else name, error.lineno, in_template=True)
    else:
        found = _innermost(error.__traceback__)
        if found is None or not (found.in_template or isinstance(error, _MISTAKES)):
            return None
        place = found
    code, message, suggestion = _words(error)
    return Problem(
        path=place.path,
        line=place.line,
        column=1,
        code=code,
        message=message,
        suggestion=suggestion,
        source=_line(place, load),
    )


def _innermost(traceback: TracebackType | None) -> _Place | None:
    """The last template frame; code of ours that it calls is named by its module."""
    place = None
    while traceback is not None:
        code, module = traceback.tb_frame.f_code, str(traceback.tb_frame.f_globals.get("__name__", ""))
        if code.co_filename.endswith(".j2"):
            place = _Place(code.co_filename, traceback.tb_lineno, in_template=True)
        elif place is not None and module.partition(".")[0] not in {"jinja2", "markupsafe"}:
            place = _Place(place.path, place.line, in_template=False)
        traceback = traceback.tb_next
    return place


def _line(place: _Place, load: Load) -> str:
    source = load(place.path.rpartition("templates/")[2])
    lines = source.text.split("\n") if source else []
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def _words(error: Exception) -> tuple[str, Bilingual, Bilingual | None]:
    match error:
        case UnknownLabelError():
            message = Bilingual(f"没有词条 {error.key}", f"there is no label {error.key}")
            return "unknown_label", message, _did_you_mean(error.near)
        case MissingValueError():
            message = Bilingual(
                f"词条 {error.key} 里的 {{{error.name}}} 没有给值",
                f"the label {error.key} is given no value for {{{error.name}}}",
            )
            advice = Bilingual(
                f'写 t("{error.key}", {error.name}=…)', f'write t("{error.key}", {error.name}=…)'
            )
            return "label_value", message, advice
        case PrintError():
            message = Bilingual(
                "这里要打印的不是文字（空值或一组值）", "what is printed here is no text (absent, or a group)"
            )
            advice = Bilingual(
                "先用 {% if %} 判断，或写出具体的字段", "guard it with {% if %}, or name a field of it"
            )
            return "template_value", message, advice
        case MissingNameError():
            return "template_name", _missing(error), _did_you_mean(error.near)
        case TemplateNotFound():
            message = Bilingual(f"没有模板 {error.name}", f"there is no template {error.name}")
            return "template_missing", message, None
        case TemplateSyntaxError():
            message = Bilingual(f"模板语法错误：{error.message}", f"template syntax: {error.message}")
            return "template_syntax", message, None
        case RecursionError():
            message = Bilingual("模板一直在调用自己", "the template calls itself without end")
            return "template_recursion", message, None
        case _:
            return "template_error", Bilingual(f"模板出错：{error}", f"template: {error}"), None


def _missing(error: MissingNameError) -> Bilingual:
    if not error.holder:
        return Bilingual(f"没有 {error.name}", f"there is no {error.name}")
    return Bilingual(f"{error.holder} 没有 {error.name}", f"{error.holder} has no {error.name}")


def _did_you_mean(near: str) -> Bilingual | None:
    return Bilingual(f"是不是 {near}？", f"did you mean {near}?") if near else None
