"""What people look for is found, with the reason, in an order that does not depend on anything else."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.as_of import engagement_as_of
from generator.insights.search import Filters, Page, marks_in, page_of, read_query, search, settled_on
from generator.notes.codes import THEMES
from generator.notes.model import Engagement
from tests.builders import engagement, full_engagement
from tests.insights.portfolio.notes import lesson, note

BANK = note(
    "2026-03-bank",
    "2026-03-02",
    title="澜桥银行 · 脱敏",
    lessons=[
        lesson("intel_gap", id="L1", text="报完价才知道预算上限", when="任何报价之前", why="战前会没有问"),
        lesson("over_promise", id="L2", text="没问交付就答应 MES 写回", status="actioned"),
        lesson("respect", id="L3", text="只有内部知道的事", share="restricted"),
    ],
    objections=[
        {"text": "上线周期太长", "kind": "timeline", "fact": "试点产线已有网络", "result": "resolved"}
    ],
    risks=[{"event": "接口不开放", "category": "technical_interface", "probability": "4", "impact": "4"}],
)
HARBOUR = note(
    "2026-05-harbour",
    "2026-05-20",
    products=["Gateway"],
    lessons=[
        lesson("over_promise", id="L1", text="promised write-back before asking delivery about the budget")
    ],
    fit=[
        {"capability": "write-back", "level": "gap", "gap": "mes-writeback", "workaround": "read only first"}
    ],
)


def pages(*notes: Engagement) -> list[Page]:
    return [page_of(each, THEMES) for each in notes or (BANK, HARBOUR)]


def found(*words: str, **filters: Any) -> list[str]:
    return [hit.name for hit in search(pages(), read_query(words), Filters(**filters))]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["预算"], ["2026-03-bank/L1", "2026-05-harbour/L1"]),
        (["算"], ["2026-03-bank/L1"]),
        (["报完价才知道预算上限"], ["2026-03-bank/L1"]),
        (["budget"], ["2026-05-harbour/L1", "2026-03-bank/L1"]),
        (["MES写回"], ["2026-03-bank/L2"]),
        (["mes", "写回"], ["2026-03-bank/L2", "2026-05-harbour/F1"]),
        (["promises"], ["2026-05-harbour/L1", "2026-03-bank/L2"]),
        (["deliv"], ["2026-05-harbour/L1"]),
        (["elivery"], []),
        (["过度承诺"], ["2026-05-harbour/L1", "2026-03-bank/L2"]),
        (["Over-promise"], ["2026-05-harbour/L1", "2026-03-bank/L2"]),
        (["周期"], ["2026-03-bank/O1"]),
        (["timeline"], ["2026-03-bank/O1"]),
        (["试点", "网络"], ["2026-03-bank/O1"]),
        (["试点", "没有的词"], []),
        (["asking", "promised"], ["2026-05-harbour/L1"]),
        (["asking about"], []),
        (['"asking delivery"'], ["2026-05-harbour/L1"]),
        (["「预算上限」"], ["2026-03-bank/L1"]),
        (["interface"], ["2026-03-bank/T1"]),
        (["内部知道"], []),
    ],
)  # fmt: skip
def test_what_people_look_for_is_found(words: list[str], names: list[str]) -> None:
    assert found(*words) == names


def test_words_of_the_note_find_all_its_things() -> None:
    assert found("澜桥") == ["2026-03-bank/L1", "2026-03-bank/L2", "2026-03-bank/O1", "2026-03-bank/T1"]


def test_without_words_everything_is_listed_newest_note_first() -> None:
    assert found() == [
        *("2026-05-harbour/L1", "2026-05-harbour/F1"),
        *("2026-03-bank/L1", "2026-03-bank/L2", "2026-03-bank/O1", "2026-03-bank/T1"),
    ]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"themes": frozenset({"over_promise"})}, ["2026-05-harbour/L1", "2026-03-bank/L2"]),
        ({"what": frozenset({"gap", "risk"})}, ["2026-05-harbour/F1", "2026-03-bank/T1"]),
        ({"statuses": frozenset({"actioned", "resolved"})}, ["2026-03-bank/L2", "2026-03-bank/O1"]),
        ({"products": ("gate way", "GATEWAY"), "what": frozenset({"lesson"})}, ["2026-05-harbour/L1", "2026-03-bank/L1", "2026-03-bank/L2"]),
        ({"industries": ("bank",)}, []),
        ({"since": date(2026, 5, 20)}, ["2026-05-harbour/L1", "2026-05-harbour/F1"]),
    ],
)  # fmt: skip
def test_filters_narrow_the_list(filters: dict[str, Any], names: list[str]) -> None:
    assert found(**filters) == names


def test_what_is_restricted_is_found_only_when_asked() -> None:
    closed = note("2026-06-closed", lessons=[lesson(text="内部知道的另一件事")], confidentiality="restricted")
    every = pages(BANK, closed)

    assert search(every, read_query(["内部知道"])) == []
    assert [hit.name for hit in search(every, read_query(["内部知道"]), Filters(restricted=True))] == [
        "2026-06-closed/L1",
        "2026-03-bank/L3",
    ]


def test_a_hit_says_which_words_count_where() -> None:
    [hit] = search(pages(), read_query(["quote", "上限"]))

    assert [(match.typed, match.found, match.field, match.points) for match in hit.matches] == [
        ("quote", "报价", "when", 1.5),
        ("上限", "上限", "text", 5.0),
    ]
    assert hit.points == 6.5


@pytest.mark.parametrize("words", [["，"], ['""'], ["-"], [""]])
def test_what_holds_no_word_asks_for_nothing(words: list[str]) -> None:
    assert read_query(words).terms == ()


def test_a_longer_word_is_worth_less_and_another_word_nothing() -> None:
    page = page_of(note("2026-06-words", lessons=[lesson(text="planetary"), lesson(text="plans"), lesson(text="plan")]), THEMES)  # fmt: skip

    hits = search([page], read_query(["planet"])) + search([page], read_query(["planned"]))

    assert [(hit.thing.id, hit.points) for hit in hits] == [
        ("L1", 3.5),
        ("L2", 5.0),
        ("L3", 5.0),
    ]


def test_the_needles_of_a_word_are_what_any_text_that_matches_holds() -> None:
    [term] = read_query(["budgets"]).terms

    assert [form.needle for form in term.forms] == ["budget", "预算"]


def test_marks_are_places_in_the_text_as_typed() -> None:
    text = "没问交付就答应 MES 写回 and  promised"

    marks = marks_in(read_query(["mes写回", "promise", "答"]), text)

    assert [text[start:end] for start, end in marks] == ["答应", "MES 写回", "promised"]


def test_every_place_of_a_piece_is_marked() -> None:
    assert marks_in(read_query(["要"]), "要不要") == ((0, 1), (2, 3))


def test_marks_that_touch_are_one() -> None:
    assert marks_in(read_query(["预算", "算上"]), "知道预算上限") == ((2, 5),)


LETTERS = "abst 预算上写é"
TEXTS = st.text(LETTERS, min_size=1).map(str.strip).filter(bool)


@given(st.lists(TEXTS, min_size=1, max_size=5), st.data())
def test_every_lesson_is_found_by_every_word_it_contains(texts: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.integers(0, len(texts) - 1))
    word = data.draw(st.sampled_from(texts[wanted].split()))
    lessons = [lesson(id=f"L{number}", text=text) for number, text in enumerate(texts)]

    hits = search(pages(engagement(lessons=lessons)), read_query([word]))

    assert f"2026-05-harbour-iot/L{wanted}" in [hit.name for hit in hits]


@given(TEXTS, st.data())
def test_every_piece_of_chinese_is_found(text: str, data: st.DataObject) -> None:
    runs = "".join(char if char in "预算上写" else " " for char in text).split() or ["x"]
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 1))
    piece = run[start : data.draw(st.integers(start + 1, len(run)))]

    hits = search(pages(engagement(lessons=[lesson(text=f"x {text}")])), read_query([piece]))

    assert [hit.name for hit in hits] == ["2026-05-harbour-iot/L1"]


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_notes_does_not_matter(chance: random.Random) -> None:
    notes = [
        note(f"2026-0{n}-note", f"2026-0{n % 3 + 1}-01", lessons=[lesson(text="预算")]) for n in range(1, 9)
    ]
    expected = search(pages(*notes), read_query(["预算"]))
    chance.shuffle(notes)

    assert search(pages(*notes), read_query(["预算"])) == expected


def test_a_page_that_was_written_is_read_again() -> None:
    assert [Page.read(page.write()) for page in pages()] == pages()


@pytest.mark.parametrize("written", ["", "{", "1\n", "[1, 2]\nx", '["a", "b", false, [[1]]]\nx'])
def test_what_is_no_page_is_an_error_of_a_known_kind(written: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        Page.read(written)


def test_a_note_of_very_many_things_is_searched_like_any_other() -> None:
    many = note("2026-06-many", lessons=[lesson(text=f"word{number} x") for number in range(70)])

    assert [hit.name for hit in search([page_of(many, THEMES)], read_query(["word68"]))] == [
        "2026-06-many/L69"
    ]


@given(st.integers(-400, 400))
def test_a_page_changes_until_it_is_settled_and_then_no_more(days: int) -> None:
    action = {"what": "x", "status": "done", "closed_on": "2026-08-10"}
    whole = full_engagement(
        lessons=[lesson(status="actioned", action=action), lesson(action={"what": "open"})],
        risks=[
            {
                "event": "e",
                "category": "scope",
                "probability": "2",
                "impact": "2",
                "happened_on": "2026-07-01",
            },
            {"event": "e", "category": "scope", "probability": "2", "impact": "2", "action": action},
        ],
    )
    day = date(2026, 6, 1) + timedelta(days)
    past = engagement_as_of(whole, day)

    assert settled_on(whole) == date(2026, 8, 10)
    is_same = past is not None and page_of(past, THEMES) == page_of(whole, THEMES)
    assert is_same == (day >= settled_on(whole))


def test_a_theme_of_the_team_is_found_by_its_code_where_the_workspace_knows_no_label() -> None:
    page = page_of(BANK, ())

    assert [hit.name for hit in search([page], read_query(["intel gap"]))] == ["2026-03-bank/L1"]
