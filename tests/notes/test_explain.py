from __future__ import annotations

import pytest

from generator.errors import Bilingual
from generator.notes.codes import THEMES, Theme, ThemeGroup
from generator.notes.explain import NOTE, Explanation, Value, explain
from generator.source.keys import placed_keys
from generator.workspace.schema import CONFIG

BOTH = (NOTE, CONFIG)


def paths(explanation: Explanation) -> list[str]:
    return [place.path for place in explanation.places]


def elsewhere(explanation: Explanation) -> list[str]:
    return [place.path for place in explanation.others]


@pytest.mark.parametrize(
    "asked", ["commitments.due", "commitments[].due", "commitments[0].due", " Commitments.Due: "]
)
def test_a_path_leads_to_its_key_however_it_is_typed(asked: str) -> None:
    assert paths(explain(asked)) == ["commitments[].due"]


def test_every_path_of_both_formats_leads_to_its_key() -> None:
    missed = [
        path
        for format_ in BOTH
        for path, _ in placed_keys(format_.block)
        if path not in paths(explain(path, BOTH))
    ]

    assert missed == []


def test_a_name_that_stands_at_one_place_means_that_one() -> None:
    found = explain("class")

    assert (paths(found), elsewhere(found)) == (["commitments[].class"], [])


def test_a_name_that_stands_at_several_places_lists_them_all() -> None:
    found = explain("due", BOTH)

    assert paths(found) == []
    assert elsewhere(found) == [
        "commitments[].condition.due",
        "commitments[].due",
        "risks[].action.due",
        "lessons[].action.due",
        "next_steps[].due",
    ]


def test_a_name_at_the_top_comes_first_and_the_others_are_listed() -> None:
    found = explain("language", BOTH)

    assert [(place.path, place.format) for place in found.places] == [
        ("language", NOTE),
        ("language", CONFIG),
    ]
    assert "needs[].id" in elsewhere(explain("id"))


def test_keys_of_the_settings_are_found_where_they_are_asked_for() -> None:
    assert paths(explain("brief.weights.customer", BOTH)) == ["brief.weights.customer"]
    assert not explain("brief.weights.customer").found


def test_a_group_knows_its_keys() -> None:
    (place,) = explain("customer", BOTH).places

    assert [(key.name, key.required) for key in place.keys] == [
        ("name", True),
        ("alias", False),
        ("industry", True),
        ("region", False),
    ]


def test_a_key_knows_its_closed_values_in_both_languages() -> None:
    (place,) = explain("deal.priority").places

    assert place.values == (
        Value("high", "高", "high"),
        Value("normal", "中", "normal"),
        Value("low", "低", "low"),
    )


@pytest.mark.parametrize("asked", ["out_of_scope", "超范围", "out of scope", "OUT_OF_SCOPE"])
def test_a_closed_value_leads_to_the_keys_that_take_it(asked: str) -> None:
    (use,) = explain(asked).values

    assert use.value == Value("out_of_scope", "超范围", "out of scope")
    assert [place.path for place in use.places] == ["commitments[].class"]


def test_a_value_with_several_labels_is_explained_once_a_label() -> None:
    labels = [use.value.zh for use in explain("custom").values]

    assert labels == ["定制", "定制开发"]


def test_a_word_that_is_key_and_value_is_explained_as_both() -> None:
    found = explain("customer")

    assert paths(found) == ["customer"]
    assert [use.value.zh for use in found.values] == ["客户", "客户原因", "本客户"]


@pytest.mark.parametrize("asked", ["intel_gap", "情报不全", "Intelligence gap"])
def test_a_theme_leads_to_lessons(asked: str) -> None:
    (use,) = explain(asked).values

    assert use.value.group == Bilingual("协同与承诺", "teamwork")
    assert [place.path for place in use.places] == ["lessons[].theme"]


def test_themes_of_the_workspace_are_known() -> None:
    own = Theme("localization", "本地化", "Localization", ThemeGroup.SOLUTION)

    assert explain("本地化", BOTH, (*THEMES, own)).found
    assert not explain("本地化", BOTH).found


def test_a_misspelt_key_leads_to_the_nearest_ones() -> None:
    assert explain("comitments").near[0] == "commitments"
    assert explain("commitments.made_ob").near[:2] == ("commitments.made_to", "commitments.made_on")
    assert explain("有条").near[0] == "有条件"
    assert explain("zzzzzz").near == ()


def test_nothing_is_near_what_was_found() -> None:
    assert explain("due").near == ()
