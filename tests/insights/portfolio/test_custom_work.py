from __future__ import annotations

from typing import Any

from generator.insights.portfolio.custom_work import avoidable_custom
from generator.notes.model import Engagement
from tests.insights.portfolio.notes import note


def _note(name: str, on: str, *fit: dict[str, str], model: str | None = "custom") -> Engagement:
    keys: dict[str, Any] = {"deal": {"delivery_model": model}} if model else {}
    return note(name, on, fit=list(fit), **keys)


def _fit(capability: str = "Write-back", level: str = "custom", **keys: str) -> dict[str, str]:
    return {"capability": capability, "level": level} | keys


def _found(*notes: Engagement) -> list[tuple[str, list[str]]]:
    return [(row.custom.name, [fit.name for fit in row.built_in]) for row in avoidable_custom(notes)]


def test_custom_work_that_is_standard_elsewhere_later_was_avoidable() -> None:
    found = _found(
        _note("a", "2026-01-10", _fit()),
        _note("c", "2026-03-10", _fit("write-back", "config"), model="standard"),
        _note("b", "2026-02-10", _fit("ｗｒｉｔｅ-back", "standard"), model=None),
    )

    assert found == [("a/F1", ["b/F1", "c/F1"])]


def test_the_same_gap_is_the_same_under_another_name() -> None:
    found = _found(
        _note("a", "2026-01-10", _fit("one way", gap="mes")),
        _note("b", "2026-02-10", _fit("two ways", "standard", gap="mes"), model=None),
    )

    assert found == [("a/F1", ["b/F1"])]


def test_what_was_built_in_before_or_is_custom_again_avoids_nothing() -> None:
    found = _found(
        _note("before", "2026-01-09", _fit(level="standard")),
        _note("a", "2026-01-10", _fit(), _fit("other")),
        _note("again", "2026-02-10", _fit()),
        _note("gap", "2026-02-10", _fit(level="gap")),
    )

    assert found == []


def test_only_custom_deals_are_looked_at() -> None:
    found = _found(
        _note("a", "2026-01-10", _fit(), model="configured"),
        note("bare", "2026-01-10", fit=[_fit()]),
        _note("b", "2026-02-10", _fit(level="standard")),
    )

    assert found == []


def test_the_oldest_custom_work_comes_first() -> None:
    found = _found(
        _note("b", "2026-01-10", _fit()),
        _note("a", "2026-01-10", _fit("x"), _fit()),
        _note("z", "2026-01-09", _fit()),
        _note("later", "2026-02-10", _fit(level="standard")),
    )

    assert [name for name, _ in found] == ["z/F1", "a/F2", "b/F1"]
