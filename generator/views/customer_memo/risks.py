"""Shared risks in the words chosen for the customer: a level instead of numbers, and what each side does."""

from __future__ import annotations

from dataclasses import dataclass

from generator.notes.codes import ActionStatus
from generator.prose import Prose
from generator.states import Light
from generator.views.customer_memo.allowlist import Shared
from generator.views.subject import Subject
from generator.views.wording import Chip

# Red and orange are high to a customer, who decides about conditions and not about colours.
_LEVELS = {Light.RED: Light.RED, Light.ORANGE: Light.RED, Light.AMBER: Light.AMBER, Light.GREEN: Light.GREEN}


@dataclass(frozen=True, slots=True)
class CustomerRisk:
    """number counts the shared risks: an internal id would tell how many are not shared."""

    number: str
    text: Prose
    level: Chip
    ours: str
    theirs: str
    by: str


@dataclass(frozen=True, slots=True)
class RiskLevel:
    """The risks of one level, worst level first."""

    level: Chip
    risks: tuple[CustomerRisk, ...]


def customer_risks(subject: Subject, shared: Shared) -> tuple[CustomerRisk, ...]:
    """Worst first."""
    w = subject.wording
    found = []
    for number, state in enumerate(shared.risks, start=1):
        risk, light = state.risk, _LEVELS[state.current_colour]
        action = risk.action
        done = w("customer_memo.done") if action and action.status is ActionStatus.DONE else ""
        found.append(
            CustomerRisk(
                number=str(number),
                text=risk.customer_text or Prose(""),
                level=Chip(light, w(f"customer_memo.level.{light}")),
                ours=w.bracketed(action.what or "", done) if action and action.what else "",
                theirs=risk.customer_action or "",
                by=str(action.due or "") if action else "",
            )
        )
    return tuple(found)


def risk_levels(risks: tuple[CustomerRisk, ...]) -> tuple[RiskLevel, ...]:
    chips = tuple(dict.fromkeys(risk.level for risk in risks))
    return tuple(RiskLevel(chip, tuple(risk for risk in risks if risk.level == chip)) for chip in chips)
