from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.markup import render_xhtml
from generator.prose import Prose
from tests.templating.rendering import mistake_of, rendered

AWKWARD = "*a* [b](c) `d` | e"
ESCAPED = "\\*a\\* \\[b\\](c) \\`d\\` \\| e"

TEMPLATES = Path(__file__).parents[2] / "templates"


@dataclass(frozen=True)
class Person:
    role: str


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ text }}", ESCAPED),
        ("{{ text ~ text }}", ESCAPED + ESCAPED),
        ("{{ '*' ~ 7 ~ day }}", "\\*72026-05-20"),
        ("{{ [text, text] | join('|') }}", f"{ESCAPED}\\|{ESCAPED}"),
        ("{{ [text] | join }}", ESCAPED),
        ("{{ people | map(attribute='role') | join(', ') }}", f"{ESCAPED}, {ESCAPED}"),
        ("{{ '*x*' }}", "\\*x\\*"),
        ("{{ '*x*' ~ 'R&D' }}", "\\*x\\*R&D"),
        ("*x* R&D", "*x* R&D"),
        ("{% set copy = text %}{{ copy }}", ESCAPED),
        ("{% set copy %}{{ text }}{% endset %}{{ copy }}", ESCAPED),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(text) }}", ESCAPED),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(m(text)) ~ m(text) }}", ESCAPED + ESCAPED),
        ("{% autoescape false %}{{ text }}{{ text ~ text }}{% endautoescape %}", ESCAPED * 3),
        ("{{ text | upper }}", "\\*A\\* \\[B\\](C) \\`D\\` \\| E"),
        ("{{ text | default('x') }}", ESCAPED),
        ("{{ prose }}", "**bold** *x*"),
        ("{{ prose ~ text }}", "**bold** *x*" + ESCAPED),
        ("{{ [prose, text] | join(' ') }}", f"**bold** *x* {ESCAPED}"),
        ("{{ prose | trim }}", "\\*\\*bold\\*\\* \\*x\\*"),
        ("{{ 12 }} {{ day }}", "12 2026-05-20"),
    ],
)
def test_what_is_printed_is_literal_unless_it_is_prose(template: str, expected: str) -> None:
    made = rendered(
        template,
        text=AWKWARD,
        prose=Prose("**bold** *x*"),
        day=date(2026, 5, 20),
        people=(Person(AWKWARD), Person(AWKWARD)),
    )

    assert made == f"{expected}\n"


@pytest.mark.parametrize("value", [None, True, False, 1.5, b"x", ("a",), {"a": "b"}, Person("x")], ids=repr)
@pytest.mark.parametrize("printing", ["{{ value }}", "{{ 'a' ~ value }}", "{{ ['a', value] | join }}"])
def test_a_value_without_text_of_its_own_is_told_with_its_line(printing: str, value: object) -> None:
    problem = mistake_of(f"# head\n\n{printing}\n", value=value)

    assert (problem.code, problem.path, problem.line, problem.source) == (
        "template_value",
        "templates/t.md.j2",
        3,
        printing,
    )


def test_a_picture_title_keeps_its_quotes() -> None:
    assert (
        rendered('![a](b "{{ text | picture_title }}")', text='a "b" *c*') == '![a](b "a \\"b\\" \\*c\\*")\n'
    )


def test_a_picture_is_found_whatever_its_name_holds() -> None:
    path = "figures/售前 (1) %20 <a>.svg"

    assert rendered("![a]({{ path | picture_target }})", path=path) == (
        "![a](figures/售前%20%281%29%20%2520%20%3Ca%3E.svg)\n"
    )


def test_prose_continues_a_list_item_and_a_line_stays_as_it_is() -> None:
    prose = Prose("one\n\ntwo\n- three")

    assert rendered("- {{ prose | continued }}\n- {{ text | continued }}", prose=prose, text="*a*") == (
        "- one\n\n  two\n  - three\n- \\*a\\*\n"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [("- a", "yes"), (Prose("one\ntwo"), "yes"), (Prose("a\n\nb"), "no"), (Prose("- a"), "no")],
)
def test_only_prose_of_one_paragraph_follows_other_text(value: str, expected: str) -> None:
    assert rendered("{{ 'yes' if value is one_paragraph else 'no' }}", value=value) == f"{expected}\n"


def test_a_reference_leads_to_the_numbered_section() -> None:
    blocks = (TEMPLATES / "blocks.md.j2").read_text("utf-8")
    template = '{% import "blocks.md.j2" as b %}{{ b.ref(7, title, text) }}\n{{ b.section(7, title) }}'
    made = rendered(template, {"blocks.md.j2": blocks}, title="Risks, *open* “A_b”", text="2 [open]")

    assert made == "[2 \\[open\\]](#7-risks-open-a_b)\n\n## 7 Risks, \\*open\\* “A_b”\n"
    assert 'id="7-risks-open-a_b"' in render_xhtml(made)
