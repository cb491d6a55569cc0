"""Templates from a table of texts, and what they make or what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.errors import Problem, ProblemsError
from generator.templating import Templates, TemplateSource


def templates(texts: Mapping[str, str]) -> Templates:
    def load(name: str) -> TemplateSource | None:
        return TemplateSource(f"templates/{name}", texts[name]) if name in texts else None

    return Templates(load)


def rendered(template: str, others: Mapping[str, str] | None = None, /, **context: object) -> str:
    return templates({"t.md.j2": template, **(others or {})}).render_markdown("t.md.j2", context)


def mistake_of(template: str, others: Mapping[str, str] | None = None, /, **context: object) -> Problem:
    """The one problem that the template `t.md.j2` has."""
    with pytest.raises(ProblemsError) as raised:
        rendered(template, others, **context)
    (problem,) = raised.value.problems
    return problem
