from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

import pytest

from generator.errors import Bilingual, Problem, ProblemsError
from generator.labels import Labels
from generator.templating import Templates, TemplateSource
from tests.templating.rendering import mistake_of, rendered, templates

LABELS = Labels("en", {"common.yes": "Yes", "common.more": "{n} more", "common.k_of_n": "{k} of {n}"})


@dataclass(frozen=True)
class View:
    title: str
    byline: str


VIEW = View("a title", "a line")


def told(problem: Problem) -> tuple[str, int, str, str]:
    suggestion = problem.suggestion.en if problem.suggestion else ""
    return problem.code, problem.line, problem.message.en, suggestion


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ view.titel }}", ("template_name", 2, "View has no titel", "did you mean title?")),
        ("{{ view.colour }}", ("template_name", 2, "View has no colour", "")),
        ("{{ page.titel }}", ("template_name", 2, "there is no titel", "did you mean title?")),
        ("{{ vew.title }}", ("template_name", 2, "there is no vew", "")),
        ("{{ view.titel.more }}", ("template_name", 2, "View has no titel", "did you mean title?")),
        ("{% for x in view.bylines %}{% endfor %}", ("template_name", 2, "View has no bylines", "did you mean byline?")),
        ("{% if view.titel %}{% endif %}", ("template_name", 2, "View has no titel", "did you mean title?")),
        ("{{ t('common.yess') }}", ("unknown_label", 2, "there is no label common.yess", "did you mean common.yes?")),
        ("{{ t('qqq') }}", ("unknown_label", 2, "there is no label qqq", "")),
        (
            "{{ t('common.more') }}",
            ("label_value", 2, "the label common.more is given no value for {n}", 'write t("common.more", n=…)'),
        ),
        (
            "{{ t('common.k_of_n', k=1, m=2) }}",
            ("label_value", 2, "the label common.k_of_n is given no value for {n}", 'write t("common.k_of_n", n=…)'),
        ),
        ("{% if %}", ("template_syntax", 2, "template syntax: Expected an expression, got 'end of statement block'", "")),
        ("{{ view.title | upcase }}", ("template_syntax", 2, "template syntax: No filter named 'upcase'.", "")),
        ("{% include 'x.md.j2' %}", ("template_missing", 2, "there is no template x.md.j2", "")),
        ("{% extends 'x.md.j2' %}", ("template_missing", 2, "there is no template x.md.j2", "")),
        ("{{ 1 / 0 }}", ("template_error", 2, "template: division by zero", "")),
        ("{{ view.title() }}", ("template_error", 2, "template: 'str' object is not callable", "")),
        ("{{ 'a' + 1 }}", ("template_error", 2, 'template: can only concatenate str (not "int") to str', "")),
        ("{{ t() }}", ("template_error", 2, None, "")),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            ("template_recursion", 2, "the template calls itself without end", ""),
        ),
        ("{% include 't.md.j2' %}", ("template_recursion", 2, "the template calls itself without end", "")),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_line(template: str, expected: tuple[str, int, str | None, str]) -> None:
    problem = mistake_of(f"# head\n{template}\n", view=VIEW, page={"title": "a"}, t=LABELS)
    code, line, message, suggestion = told(problem)

    assert (code, line, suggestion) == (expected[0], expected[1], expected[3])
    assert message == (expected[2] or message)
    assert (problem.path, problem.source) == ("templates/t.md.j2", template)


def test_a_mistake_is_told_in_both_languages() -> None:
    problem = mistake_of("{{ view.titel }}", view=VIEW)

    assert (problem.message, problem.suggestion) == (
        Bilingual("View 没有 titel", "View has no titel"),
        Bilingual("是不是 title？", "did you mean title?"),
    )


@pytest.mark.parametrize(
    ("main", "line"),
    [
        ("{% import 'parts.md.j2' as b %}\n\n{{ b.head(view) }}", 2),
        ("{% include 'parts.md.j2' %}\n{{ head(view) }}", None),
        ("{% from 'parts.md.j2' import head %}{{ head(view) }}", 2),
    ],
)
def test_a_mistake_in_a_part_is_told_where_it_stands(main: str, line: int | None) -> None:
    parts = "{% macro head(view) %}\n# {{ view.titel }}\n{% endmacro %}\n"
    problem = mistake_of(main, {"parts.md.j2": parts}, view=VIEW)

    assert (problem.path, problem.line) == (
        ("templates/parts.md.j2", line) if line else ("templates/t.md.j2", 2)
    )


def test_a_syntax_error_in_a_part_is_told_there() -> None:
    problem = mistake_of("{% import 'parts.md.j2' as b %}", {"parts.md.j2": "a\n{% fi %}"})

    assert (problem.code, problem.path, problem.line, problem.source) == (
        "template_syntax",
        "templates/parts.md.j2",
        2,
        "{% fi %}",
    )


def test_a_team_uses_files_of_its_own() -> None:
    made = rendered(
        "{% include 'own/head.md.j2' %}\n\nrest", {"own/head.md.j2": "# {{ view.title }}\n\n"}, view=VIEW
    )

    assert made == "# a title\n\nrest\n"


def test_a_bug_of_ours_keeps_its_traceback() -> None:
    def broken() -> NoReturn:
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours") as raised:
        rendered("{{ broken() }}", broken=broken)

    assert raised.traceback[-1].name == "broken"


def test_a_template_that_nobody_has_is_a_bug_of_ours() -> None:
    with pytest.raises(Exception, match=r"none\.md\.j2"):
        templates({}).render_markdown("none.md.j2", {})


def test_what_loading_finds_is_told_as_it_is() -> None:
    problem = Problem("templates/t.md.j2", 1, 1, "not_utf8", Bilingual("a", "b"))

    def load(_name: str) -> TemplateSource | None:
        raise ProblemsError((problem,))

    with pytest.raises(ProblemsError) as raised:
        Templates(load).render_markdown("t.md.j2", {})

    assert raised.value.problems == (problem,)
