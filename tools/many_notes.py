"""Makes a workspace of many realistic notes, always the same ones: what bench and speed tests are measured on.

Run from the repository: `.venv/bin/python -m tools.many_notes 10000 FOLDER`. A note has about 242 lines and 14.6 kB, every
second one is in Chinese, and 3 % of the texts end in characters that mean something to Markdown, XML or YAML. Every note
reads without an error; note number n is the same whatever their number.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from generator.notes.codes import THEMES, LessonKind, ObjectionKind, ObjectionResult, RiskCategory
from tools.many_notes_layout import yaml_lines
from tools.many_notes_phrases import AWKWARD, CHINESE, ENGLISH, Phrases

_FIRST_DAY, _DAYS = date(2024, 1, 1), 940
_FOLDER_SIZE = 500
_AWKWARD_SHARE = 0.03
_CONFIG = "name: many notes\nlanguage: zh\n"


def write_workspace(folder: Path, count: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "presales.yaml").write_text(_CONFIG, "utf-8")
    for number in range(count):
        place = folder / "engagements" / f"{number // _FOLDER_SIZE:03}"
        if number % _FOLDER_SIZE == 0:
            place.mkdir(parents=True, exist_ok=True)
        name, text = note_text(number)
        (place / f"{name}.yaml").write_text(text, "utf-8", newline="\n")


def note_text(number: int) -> tuple[str, str]:
    """The id of a note and its text."""
    note = _Author(number).note()
    return note["id"], "\n".join(yaml_lines(note)) + "\n"


class _Author:
    """Writes one note; chance is seeded with its number."""

    def __init__(self, number: int) -> None:
        self._chance = Random(number)  # the same notes everywhere
        self._number = number
        self._say: Phrases = ENGLISH if number % 2 else CHINESE
        self._day = _FIRST_DAY + timedelta(self._chance.randrange(_DAYS))

    def note(self) -> dict[str, Any]:
        say, pick = self._say, self._chance.choice
        closed = self._chance.random() < 0.8
        return {
            "schema": 1,
            "id": f"{self._day:%Y-%m}-deal-{self._number}",
            "language": "en" if say is ENGLISH else "zh",
            "title": self._text("{0} · {1}"),
            **({"confidentiality": "restricted"} if self._chance.random() < 0.02 else {}),
            "presales": pick(say.people),
            "sales": pick(say.people),
            "date": self._day.isoformat(),
            "products": self._chance.sample(say.products, 2),
            "stage": "closed" if closed else "solution_evaluation",
            "customer": {
                "name": f"{pick(say.customers)} {self._number % 997}",
                "industry": pick(say.industries),
                "region": pick(say.regions),
            },
            "deal": {"amount": self._chance.randrange(20, 400) * 10_000, "amount_kind": pick(("estimate", "quoted"))},
            "background": self._text(*say.sentences, awkward=False),
            "goal": self._text(*say.steps, awkward=False),
            "result": self._text(*say.sentences, awkward=False),
            "needs": [self._need(n) for n in range(3)],
            "fit": [self._fit(n) for n in range(4)],
            "stakeholders": [self._person(n) for n in range(3)],
            "intel": self._intel(),
            "commitments": [self._commitment(n, closed=closed) for n in range(3)],
            "landing_requirements": [self._requirement(n) for n in range(6)],
            "risks": [self._risk(n) for n in range(4)],
            "meetings": [self._meeting()],
            "objections": [self._objection(n) for n in range(3)],
            "milestones": self._milestones(),
            "win_scores": [self._score("presales"), self._score("sales")],
            "lessons": [self._lesson(n) for n in range(4)],
            "next_steps": [{"what": self._text(*say.steps), "owner": pick(say.people), "due": self._after(20)}],
            "outcome": self._outcome(closed=closed),
        }  # fmt: skip

    def _text(self, *templates: str, awkward: bool = True) -> str:
        """One sentence, or two joined where there is more than one to choose from."""
        count = 1 if len(templates) == 1 else self._chance.choice((1, 2, 2, 2, 2, 2))
        said = self._say.joint.join(self._said(one) for one in self._chance.sample(templates, count))
        marked = awkward and self._chance.random() < _AWKWARD_SHARE
        return said + self._chance.choice(AWKWARD) if marked else said

    def _said(self, template: str) -> str:
        say, pick = self._say, self._chance.choice
        return template.format(pick(say.things), pick(say.places), pick(say.figures))

    def _after(self, days: int) -> str:
        return (self._day + timedelta(days)).isoformat()

    def _need(self, number: int) -> dict[str, Any]:
        say = self._say
        return {
            "id": f"N{number + 1}",
            "said": self._text(*say.objections),
            "surface": self._text(*say.sentences),
            "middle": self._text(*say.sentences),
            "deep": self._text(*say.reasons),
            "confidence": {"surface": "confirmed", "middle": "inferred", "deep": "unknown"},
        }

    def _fit(self, number: int) -> dict[str, Any]:
        level = self._chance.choice(("standard", "config", "gap", "custom"))
        return {
            "id": f"F{number + 1}",
            "need": f"N{number % 3 + 1}",
            "capability": self._text("{0}"),
            "technology": self._text(*self._say.sentences),
            "scenario": self._text(*self._say.occasions),
            "value": self._text(*self._say.answers),
            "level": level,
            **(self._gap() if level in {"gap", "custom"} else {}),
        }

    def _gap(self) -> dict[str, Any]:
        return {
            "severity": self._chance.choice(("blocker", "major", "minor")),
            "gap": f"gap-{self._chance.randrange(40)}",
            "workaround": self._text(*self._say.answers),
        }

    def _person(self, number: int) -> dict[str, Any]:
        return {
            "role": self._say.roles[number],
            "decision_role": ("economic_buyer", "technical_buyer", "user")[number],
            "corner": ("commercial", "technical", "usage")[number],
            "cares_about": self._text(*self._say.reasons),
            "met": self._chance.choice((True, False)),
        }

    def _intel(self) -> dict[str, Any]:
        known = self._chance.choice((True, False))
        return {
            "budget_ceiling": {"status": "unknown", "known_before": False},
            "decision_chain": {"status": "confirmed", "known_before": known},
            "timeline": {"value": self._text(*self._say.steps), "status": "inferred", "known_before": known},
        }

    def _commitment(self, number: int, *, closed: bool) -> dict[str, Any]:
        return {
            "id": f"K{number + 1}",
            "said": self._text(*self._say.promises),
            "class": ("firm", "uncertain", "firm")[number],
            "made_by": self._chance.choice(self._say.people),
            "made_to": self._chance.choice(self._say.roles),
            "made_on": self._after(1),
            "due": self._after(30),
            **({"status": "kept", "closed_on": self._after(25)} if closed else {}),
        }

    def _requirement(self, number: int) -> dict[str, Any]:
        return {
            "id": f"R{number + 1}",
            "item": self._text("{0}"),
            "party": self._chance.choice(("customer", "us", "third_party")),
            "needed_by": self._after(40),
            "status": self._chance.choice(("unconfirmed", "confirmed", "done")),
        }

    def _risk(self, number: int) -> dict[str, Any]:
        done = self._chance.random() < 0.4
        return {
            "id": f"T{number + 1}",
            "event": self._text(*self._say.events),
            "cause": self._text(*self._say.reasons),
            "effect": self._text(*self._say.sentences),
            "category": self._chance.choice([*RiskCategory]).value,
            "probability": self._chance.randint(1, 5),
            "impact": self._chance.randint(1, 5),
            "action": {
                "what": self._text(*self._say.steps),
                "owner": self._chance.choice(self._say.people),
                "due": self._after(20),
                "status": "done" if done else "open",
                **({"closed_on": self._after(18)} if done else {}),
            },
        }

    def _meeting(self) -> dict[str, Any]:
        return {"on": self._day.isoformat(), "kind": "solution_talk", "minutes": 60, "pains": 1, "options": 2}

    def _objection(self, number: int) -> dict[str, Any]:
        return {
            "id": f"O{number + 1}",
            "raised_by": self._chance.choice(self._say.roles),
            "text": self._text(*self._say.objections),
            "kind": self._chance.choice([*ObjectionKind]).value,
            "fact": self._text(*self._say.answers),
            "proposal": self._text(*self._say.answers),
            "result": self._chance.choice([*ObjectionResult]).value,
        }

    def _milestones(self) -> list[dict[str, Any]]:
        return [
            {"id": "M1", "name": self._text("{1}"), "start": self._after(40), "end": self._after(60)},
            {"id": "M2", "name": self._text("{0}"), "start": self._after(60), "end": self._after(90), "after": ["M1"]},
        ]  # fmt: skip

    def _score(self, side: str) -> dict[str, Any]:
        chance = self._chance.choice((10, 30, 50, 70, 90))
        basis = self._text(*self._say.reasons)
        return {"by": side, "p": chance, "on": self._after(2), "at": "solution_evaluation", "basis": basis}

    def _lesson(self, number: int) -> dict[str, Any]:
        fixed = self._chance.random() < 0.3
        return {
            "id": f"L{number + 1}",
            "kind": self._chance.choice([*LessonKind]).value,
            "theme": self._chance.choice(THEMES).code,
            "text": self._text(*self._say.lessons),
            "why": self._text(*self._say.reasons, awkward=False),
            "when": self._text(*self._say.occasions),
            "scope": "team",
            "action": {
                "what": self._text(*self._say.steps),
                "owner": self._chance.choice(self._say.people),
                "due": self._after(60),
                **({"status": "done", "closed_on": self._after(50)} if fixed else {"status": "open"}),
            },
            "status": "actioned" if fixed else "identified",
        }

    def _outcome(self, *, closed: bool) -> dict[str, Any]:
        if not closed:
            return {"status": "open"}
        return {
            "status": self._chance.choice(("won", "lost", "no_decision")),
            "decided_on": self._after(100),
            "our_read": {"category": self._chance.choice(("capability", "price", "value"))},
        }


if __name__ == "__main__":
    write_workspace(Path(sys.argv[2]), int(sys.argv[1]))
