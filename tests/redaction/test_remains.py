from __future__ import annotations

import pytest

from generator.errors import Bilingual
from generator.redaction.patterns import any_spelling
from generator.redaction.remains import Copied, Sought, find_remains
from generator.redaction.roster import Entry, Roster
from generator.source.text import Source


def entries(*names: str) -> tuple[Entry, ...]:
    patterns = (any_spelling(name) for name in names)
    return tuple(Entry(pattern, Bilingual("客户甲", "Customer Alpha")) for pattern in patterns if pattern)


NAMES = ("澜桥银行", "Torn Systems", "competitors")
SOUGHT = Sought(Roster({}, entries(*NAMES)), NAMES, frozenset({"118万"}))
SOURCE = Source("engagements/a.yaml", "id: a\ngoal: 118万, Torn Systems\n")


@pytest.mark.parametrize(
    ("path", "text", "values", "expected"),
    [
        ("engagements/x.yaml", "goal: fine\n", ("fine",), []),
        ("engagements/x.yaml", "goal: 澜 桥银行\n", (), ["澜 桥银行", "澜桥银行"]),
        ("engagements/torn-systems.yaml", "goal: fine\n", (), ["torn-systems"]),
        ("engagements/x.yaml", "goal: 118 万\n", (), ["118万"]),
        ("engagements/x.yaml", "intel: {competitors: {}}\n", (), []),
        ("engagements/x.yaml", "goal: their competitors\n", ("their competitors",), ["competitors"]),
        ("engagements/x.yaml", "goal: y\n", ("a@lanqiao.cn, someone@example.com",), ["a@lanqiao.cn"]),
    ],
)
def test_what_remains_is_found_in_names_texts_and_values(
    path: str, text: str, values: tuple[str, ...], expected: list[str]
) -> None:
    problems = find_remains(Copied(path, text, values, SOURCE), SOUGHT)

    assert [problem.message.en.split("”")[0].lstrip("“") for problem in problems] == expected


def test_it_is_told_where_it_stands_in_the_original() -> None:
    (problem,) = find_remains(Copied("x.yaml", "goal: 118万\n", (), SOURCE), SOUGHT)

    assert (problem.path, problem.line, problem.column) == ("engagements/a.yaml", 2, 7)
    assert problem.source == "goal: 118万, Torn Systems"
