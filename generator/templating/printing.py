"""The one place where values become Markdown: prose as it is, all else literally."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jinja2 import StrictUndefined
from markupsafe import Markup

from generator.markup import (
    escape_literal,
    escape_target,
    escape_title,
    heading_anchor,
    indented,
    is_one_paragraph,
)
from generator.prose import Prose


class PrintError(TypeError):
    """A value that has no text of its own: absent, a flag, a group of keys."""


def printed(value: object) -> Markup:
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


def concatenated(parts: Iterable[object]) -> Markup:
    return Markup("".join(printed(part) for part in parts))  # noqa: S704  every part is escaped


def joined(values: Iterable[object], separator: str = "") -> Markup:
    """Jinja's filter, escaped in Markdown's way."""
    return Markup(printed(separator).join(printed(value) for value in values))  # noqa: S704


def picture_target(path: str) -> Markup:
    """A path within the brackets of `![…](…)`."""
    return Markup(escape_target(path))  # noqa: S704  escaped


def picture_title(text: str) -> Markup:
    """A line within the quotes of `![…](… "…")`."""
    return Markup(escape_title(text))  # noqa: S704  escaped


def section_anchor(title: str, number: int) -> Markup:
    """What `#…` leads to the numbered section of that title."""
    return Markup(heading_anchor(f"{number} {title}"))  # noqa: S704  letters, digits and dashes


def continued(text: str) -> str:
    """Prose behind the first words of a list item: its further lines stand below them."""
    return Prose(indented(text, 2).lstrip(" ")) if isinstance(text, Prose) else text


def is_followable(text: str) -> bool:
    """Whether text may follow other text of its paragraph: a line always, prose where it is no list or table."""
    return not isinstance(text, Prose) or is_one_paragraph(text)
