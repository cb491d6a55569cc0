"""What the author of a note typed freely."""

from __future__ import annotations

from generator.notes.free_text import free_texts
from generator.prose import Prose
from tests.builders import engagement


def test_lines_and_prose_are_free_and_everything_else_is_not() -> None:
    found = free_texts(
        engagement(
            stage="pilot",
            deal={"amount": "118万", "currency": "CNY", "custom_reason": "writing back"},
            fit=[{"id": "F1", "need": "N1", "capability": "gateway", "level": "gap", "gap": "mes-writeback"}],
            needs=[{"id": "N1", "surface": "stops"}],
            intel={"past_pains": {"value": ["late", "dear"]}, "budget_ceiling": {"value": "1"}},
            landing_requirements=[{"item": "network", "party": "us", "blocks": "M1", "unit": "points"}],
            milestones=[
                {"id": "M1", "name": "visit", "start": "2026-06-01", "end": "2026-06-02", "after": []}
            ],
            commitments=[{"said": "six weeks", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20"}],
            attachments=[{"file": "a.png", "caption": "line 3"}],
            reused_lessons=[{"id": "a/L1", "effect": "helped", "note": "asked early"}],
            repeats=["a/L2"],
            **{"\0x": {"x-own": "text"}},
        )
    )

    assert [(loc, str(text)) for loc, text in found if loc[0] not in {"presales", "sales", "customer"}] == [
        (("products", 0), "gateway"),
        (("deal", "custom_reason"), "writing back"),
        (("goal",), "a visit to the pilot line"),
        (("result",), "the visit was agreed"),
        (("needs", 0, "surface"), "stops"),
        (("fit", 0, "capability"), "gateway"),
        (("intel", "past_pains", "value", 0), "late"),
        (("intel", "past_pains", "value", 1), "dear"),
        (("commitments", 0, "said"), "six weeks"),
        (("commitments", 0, "made_by"), "Lin"),
        (("landing_requirements", 0, "item"), "network"),
        (("landing_requirements", 0, "unit"), "points"),
        (("milestones", 0, "name"), "visit"),
        (("lessons", 0, "text"), "ask for the budget first"),
        (("reused_lessons", 0, "note"), "asked early"),
        (("next_steps", 0, "what"), "visit"),
        (("next_steps", 0, "owner"), "Lin"),
        (("attachments", 0, "caption"), "line 3"),
    ]


def test_prose_is_told_from_lines() -> None:
    texts = dict(
        free_texts(engagement(lessons=[{"kind": "keep", "theme": "other", "text": "a", "why": "b"}]))
    )

    assert isinstance(texts[("lessons", 0, "why")], Prose)
    assert not isinstance(texts[("lessons", 0, "text")], Prose)


def test_keys_with_an_alias_are_named_as_typed() -> None:
    texts = dict(free_texts(engagement(intel={"competitors": {"list": [{"name": "Torn"}]}})))

    assert texts[("intel", "competitors", "list", 0, "name")] == "Torn"
