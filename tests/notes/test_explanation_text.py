from __future__ import annotations

import pytest

from generator.errors import LANGUAGES, Bilingual, Language
from generator.notes.explain import NOTE, explain
from generator.notes.explanation_text import columns, example_lines, holds_in_words, render_explanation
from generator.notes.model import Engagement
from generator.source.keys import placed_keys
from generator.workspace.schema import CONFIG
from tests.agreement import Judges
from tests.notes.test_schema import JUDGES
from tests.notes.typed_notes import render_typed, with_value
from tests.workspace.test_schema import JUDGES as CONFIG_JUDGES

BOTH = (NOTE, CONFIG)


def shown(word: str, language: Language) -> str:
    return render_explanation(explain(word, BOTH), language)


def test_a_key_with_closed_values_in_chinese() -> None:
    assert shown("commitments.class", "zh") == (
        "commitments[].class · 记录\n"
        "  承诺的类别\n"
        "  class of the promise\n"
        "\n"
        "  必填    是\n"
        "  写什么  以下之一\n"
        "            firm          确定\n"
        "            uncertain     不确定\n"
        "            conditional   有条件\n"
        "            out_of_scope  超范围\n"
        "  例子    commitments:\n"
        "            - class: 有条件\n"
    )


def test_a_key_with_a_default_in_english() -> None:
    assert shown("scores.pair_within_days", "en") == (
        "scores.pair_within_days · presales.yaml\n"
        "  days between the two sides' scores at most\n"
        "  两方打分最多相隔几天\n"
        "\n"
        "  required  no\n"
        "  value     a whole number from 0 to 365\n"
        "  default   14\n"
        "  example   scores:\n"
        "              pair_within_days: 14\n"
    )


def test_a_group_lists_its_keys_with_the_required_ones_marked() -> None:
    assert (
        "  写什么    一组键（* 必填）\n"
        "  里面的键  *  name      客户名称\n"
        "               alias     跨项目文档里用的化名；不写则由行业和地区得出\n"
        "            *  industry  行业，用来匹配以往经验\n"
    ) in shown("customer", "zh")


def test_a_name_at_several_places_is_a_list_that_says_how_to_go_on() -> None:
    assert shown("due", "en") == (
        "“due” stands at 5 places:\n"
        "     commitments[].condition.due  by when\n"
        "     commitments[].due            due day; for “uncertain” the next working day when absent\n"
        "     risks[].action.due           due day\n"
        "     lessons[].action.due         due day\n"
        "  *  next_steps[].due             due day\n"
        "\n"
        "for one of them: presales explain commitments.condition.due\n"
    )


def test_a_value_says_which_keys_take_it() -> None:
    assert (
        shown("有条件", "zh")
        == "conditional · 有条件\n  可写的值\n\n  用在  *  commitments[].class  承诺的类别\n"
    )


def test_a_theme_says_its_group() -> None:
    assert "  主题，属于「协同与承诺」\n" in shown("intel_gap", "zh")
    assert "  a theme, of the group “teamwork”\n" in shown("intel_gap", "en")


def test_a_list_of_closed_values_shows_its_default_as_typed() -> None:
    assert "  default   [md, docx]\n" in shown("formats", "en")
    assert "  缺省    false\n" in shown("scores.require_proof", "zh")


def test_keys_of_the_same_name_follow_the_one_that_was_meant() -> None:
    assert "\n\n同名的键还有：\n     needs[].id " in shown("id", "zh")


def test_an_unknown_word_says_what_was_meant_perhaps() -> None:
    assert shown("comitments", "zh") == "没有「comitments」这个键或值，是不是 commitments？\n"
    assert shown("zzzzzz", "en") == "there is no key or value “zzzzzz”\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_can_be_shown_in_both_languages(language: Language) -> None:
    empty = [
        path
        for format_ in BOTH
        for path, key in placed_keys(format_.block)
        if key.meaning.in_(language) not in shown(path, language)
    ]

    assert empty == []


def test_what_lists_hold_is_said_with_their_length() -> None:
    words = {path: holds_in_words(key.holds) for path, key in placed_keys(Engagement)}

    assert words["products"] == Bilingual("列表，至少 1 项：一行文字", "a list of at least 1: a line of text")
    assert words["fit"] == Bilingual("列表：一组键", "a list: a group of keys")
    assert words["meetings[].actual_split"] == Bilingual(
        "正好 3 项：0 到 1440 的整数", "a list of 3: a whole number from 0 to 1440"
    )


def test_an_example_stands_where_the_key_stands() -> None:
    (place,) = explain("needs.confidence.deep").places

    assert example_lines(place) == ["needs:", "  - confidence:", "      deep: 未知"]


@pytest.mark.parametrize(("judges", "format_"), [(JUDGES, NOTE), (CONFIG_JUDGES, CONFIG)])
def test_every_example_is_taken_by_reader_and_editor(judges: Judges, format_: object) -> None:
    examples = {
        path: render_typed(with_value(judges.block, path, key.example))
        for path, key in placed_keys(judges.block)
        if "…" not in key.example
    }

    assert examples
    assert {
        path: judges.refused(text)
        for path, text in examples.items()
        if judges.refused(text) or not judges.taken(text)
    } == {}


def test_wide_characters_take_two_columns() -> None:
    assert columns("中文 ab") == 7
