from __future__ import annotations

import functools
import re
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Bilingual, Language, Severity
from generator.insights.commitments import Standing
from generator.insights.requirements import RequirementReason
from generator.insights.rhythm import RhythmFlag
from generator.insights.win_scores import Nearer
from generator.labels import Labels, MissingValueError, UnknownLabelError, read_labels
from generator.notes.codes import Party
from generator.source.text import Source
from generator.states import Light
from generator.views.retrospective.completeness import PARTS
from tests.source_code import read_package
from tests.used_labels import Use, uses_in_code, uses_in_templates

ROOT = Path(__file__).parents[1]
PLACEHOLDER = re.compile(r"\{(\w+)\}")
BUILT_IN = """\
common:
  clause: "; "
  more: "{n} more"
  more.one: one more
  k_of_n: "{k} of {n}"
win:
  columns:
    side: Side
"""


def built_in(language: Language) -> dict[str, str]:
    path = ROOT / "templates" / "labels" / f"{language}.yaml"
    labels, problems = read_labels(language, Source(path.name, path.read_text(encoding="utf-8")))

    assert problems == ()
    return dict(labels.texts)


def overridden(team: str) -> tuple[Labels, list[tuple[int, str, str, str, str]]]:
    """The labels, and each problem as (line, code, key, message, suggestion)."""
    labels, problems = read_labels(
        "en", Source("built-in", BUILT_IN), Source("templates/labels/en.yaml", team)
    )

    assert {problem.path for problem in problems} <= {"templates/labels/en.yaml"}
    return labels, [
        (p.line, p.code, p.key, p.message.en, p.suggestion.en if p.suggestion else "") for p in problems
    ]


# ── Asking for a label ──


def test_a_label_is_asked_for_with_its_values() -> None:
    labels = Labels("en", {"a.b": "{k} of {n}, {n}", "a.c": "plain"})

    assert (labels("a.b", k=2, n="{k}"), labels("a.c"), labels("a.c", n=3)) == (
        "2 of {k}, {k}",
        "plain",
        "plain",
    )


@pytest.mark.parametrize(("n", "expected"), [(0, "0 days"), (1, "one day"), (2, "2 days"), ("1", "1 days")])
def test_one_of_a_thing_has_a_form_of_its_own(n: object, expected: str) -> None:
    labels = Labels("en", {"days": "{n} days", "days.one": "one day"})

    assert labels("days", n=n) == expected


def test_without_such_a_form_one_is_a_number_like_any_other() -> None:
    assert Labels("zh", {"days": "{n} 天"})("days", n=1) == "1 天"


@pytest.mark.parametrize(("key", "near"), [("common.moer", "common.more"), ("zzz", "")])
def test_an_unknown_label_names_the_most_similar_one(key: str, near: str) -> None:
    with pytest.raises(UnknownLabelError) as raised:
        Labels("en", {"common.more": "", "win.side": ""})(key)

    assert (raised.value.key, raised.value.near) == (key, near)


@pytest.mark.parametrize(("values", "name"), [({}, "k"), ({"k": 1}, "n"), ({"n": 1, "m": 2}, "k")])
def test_a_placeholder_without_its_value_is_told(values: dict[str, object], name: str) -> None:
    with pytest.raises(MissingValueError) as raised:
        Labels("en", {"a": "{k} of {n}"})("a", **values)

    assert (raised.value.key, raised.value.name) == ("a", name)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.text(max_size=9)))
def test_values_stand_in_the_label_as_they_are(values: dict[str, str]) -> None:
    text = "|".join(f"{{{name}}}" for name in values)

    assert Labels("zh", {"key": text})("key", **values) == "|".join(values.values())


# ── A team's own labels ──


def test_a_team_replaces_single_labels_and_keeps_the_rest() -> None:
    labels, problems = overridden("win:\n  columns: {side: Who}\ncommon:\n  more: and {n}\n")

    assert problems == []
    assert labels.texts == {
        "common.clause": "; ",
        "common.more": "and {n}",
        "common.more.one": "one more",
        "common.k_of_n": "{k} of {n}",
        "win.columns.side": "Who",
    }


def test_dotted_keys_name_the_same_labels() -> None:
    labels, problems = overridden("win.columns.side: Who\n")

    assert (labels("win.columns.side"), problems) == ("Who", [])


def test_a_form_for_one_may_be_added_where_there_was_none() -> None:
    labels, problems = overridden("common:\n  k_of_n.one: the only one\n")

    assert (labels("common.k_of_n", k=1, n=1), problems) == ("the only one", [])


@pytest.mark.parametrize(
    ("team", "expected"),
    [
        ("common:\n  moer: x\n", (2, "unknown_label", "common.moer", "there is no label common.moer", "did you mean common.more?")),
        ("comon:\n  more: x\n", (2, "unknown_label", "comon.more", "there is no label comon.more", "did you mean common.more?")),
        ("\nzzz: x\n", (2, "unknown_label", "zzz", "there is no label zzz", "")),
        ("common:\n  more: '{m} more'\n", (2, "unknown_placeholder", "common.more", "this label has no {m}", "write one of: {n}")),
        ("common:\n  k_of_n: '{x}{a}'\n", (2, "unknown_placeholder", "common.k_of_n", "this label has no {a}", "write one of: {k}, {n}")),
        ("common:\n  clause: '{n}'\n", (2, "unknown_placeholder", "common.clause", "this label has no {n}", "write one of: —")),
        ("common:\n  more: [a, b]\n", (2, "expected_text", "common.more", "the text of a label is expected here", "")),
        ("- a\n", (1, "expected_text", "", "the text of a label is expected here", "")),
        ("just words\n", (1, "expected_text", "", "the text of a label is expected here", "")),
    ],
)  # fmt: skip
def test_a_slip_in_a_teams_labels_is_told_at_its_line(
    team: str, expected: tuple[int, str, str, str, str]
) -> None:
    labels, problems = overridden(team)

    assert problems == [expected]
    assert labels("common.more", n=2) == "2 more"


def test_slips_are_told_in_chinese_too() -> None:
    _, (problem,) = read_labels("zh", Source("b", BUILT_IN), Source("t", "common:\n  moer: x\n"))

    assert (problem.message, problem.suggestion, problem.severity, problem.source) == (
        Bilingual("没有词条 common.moer", "there is no label common.moer"),
        Bilingual("是不是 common.more？", "did you mean common.more?"),
        Severity.ERROR,
        "  moer: x",
    )


def test_a_file_that_is_no_yaml_gives_no_labels_but_its_problem() -> None:
    labels, problems = overridden("common: {more: [\n")

    assert labels("common.more", n=2) == "2 more"
    assert [code for _, code, *_ in problems] != []


@pytest.mark.parametrize("team", ["", "# nothing yet\n"])
def test_an_empty_file_changes_nothing(team: str) -> None:
    labels, problems = overridden(team)

    assert (labels("common.more", n=2), problems) == ("2 more", [])


# ── The built-in labels ──


def test_both_languages_have_the_same_labels_with_the_same_values() -> None:
    zh, en = built_in("zh"), built_in("en")
    plain = {key: text for key, text in en.items() if not key.endswith(".one")}

    assert len(zh) > 300
    assert zh.keys() == plain.keys()
    assert {key: set(PLACEHOLDER.findall(text)) for key, text in zh.items()} == {
        key: set(PLACEHOLDER.findall(text)) for key, text in plain.items()
    }


def test_a_form_for_one_belongs_to_a_label() -> None:
    en = built_in("en")
    ones = [key for key in en if key.endswith(".one")]

    assert len(ones) > 3
    assert [key for key in ones if key.removesuffix(".one") not in en] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_label_is_empty_or_holds_a_stray_brace(language: Language) -> None:
    texts = built_in(language)

    # What an intelligence item is needs no word of its own: `budget ceiling 1,000`.
    assert [key for key, text in texts.items() if not text.strip()] == [
        "changes.keys_of.intel.value",
        "changes.keys_of.intel.status",
    ]
    assert [key for key, text in texts.items() if re.search("[{}]", PLACEHOLDER.sub("", text))] == []


def test_chinese_labels_are_punctuated_in_chinese() -> None:
    found = {key: text for key, text in built_in("zh").items() if re.search(r"[一-鿿][,;:?!()]", text)}

    assert found == {}


@functools.cache
def uses() -> tuple[Use, ...]:
    """Of the rooms that word documents."""
    modules = tuple(module for module in read_package(ROOT) if module.room in {"build", "views"})
    groups = frozenset(key.partition(".")[0] for key in built_in("en"))
    return (*uses_in_templates(ROOT / "templates"), *uses_in_code(modules, groups))


def test_every_label_that_is_asked_for_exists() -> None:
    keys, used = built_in("en"), uses()
    found = [use for use in used if not any(use.covers(key) for key in keys)]

    assert len(used) > 300
    assert found == []


def test_every_label_is_asked_for() -> None:
    keys, used = [key for key in built_in("en") if not key.endswith(".one")], uses()

    assert [key for key in keys if not any(use.covers(key) for use in used)] == []


class _Levels(StrEnum):
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


@pytest.mark.parametrize(
    ("family", "members"),
    [
        ("commitments.standing", Standing),
        ("requirements.reason", RequirementReason),
        ("together.flag", RhythmFlag),
        ("win.nearer", Nearer),
        ("risks.level", Light),
        ("customer_memo.level", _Levels),
        ("customer_memo.party", Party),
        ("customer_memo.who", Party),
        ("fit.support", ["verified", "unverified", "none"]),
        ("needs.layer", ["surface", "middle", "deep"]),
    ],
)
def test_a_family_of_labels_has_one_for_each_value(family: str, members: list[str]) -> None:
    keys = built_in("en")
    found = {
        key.removeprefix(f"{family}.").removesuffix(".one") for key in keys if key.startswith(f"{family}.")
    }

    assert found == {str(member) for member in members}


@pytest.mark.parametrize("last", ["name", "weakens"])
def test_every_optional_part_has_a_name_and_says_what_is_open_without_it(last: str) -> None:
    keys = [key for key in built_in("en") if re.fullmatch(rf"parts\.\w+\.{last}", key)]

    assert keys == [f"parts.{part}.{last}" for part in PARTS]
