"""What the offer claims without evidence, and triads with a part missing (INSIGHTS.md, section 9)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.insights.item_ids import ids_in
from generator.notes.codes import EvidenceKind, FitLevel
from generator.notes.model import Engagement, Fit


class Support(StrEnum):
    """What a claimed value rests on."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    NONE = "none"


class TriadPart(StrEnum):
    """The keys that make a technology mean something to a customer."""

    SCENARIO = "scenario"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class ClaimState:
    """support is None where no value is claimed. missing is empty unless there is a technology."""

    fit: Fit
    id: str
    support: Support | None
    missing: tuple[TriadPart, ...]

    @property
    def unsupported(self) -> bool:
        return self.support in {Support.UNVERIFIED, Support.NONE}


@dataclass(frozen=True, slots=True)
class LevelSummary:
    """ids in the order of the note, at least one."""

    level: FitLevel
    ids: tuple[str, ...]


def claim_states(engagement: Engagement) -> tuple[ClaimState, ...]:
    """Every item of the fit, in the order of the note."""
    return tuple(
        ClaimState(fit, name, _support(fit), _missing(fit))
        for fit, name in zip(engagement.fit, ids_in(engagement, "fit"), strict=True)
    )


def level_summaries(engagement: Engagement) -> tuple[LevelSummary, ...]:
    """The levels in use, from standard to gap."""
    named = tuple(zip(engagement.fit, ids_in(engagement, "fit"), strict=True))
    summaries = (
        LevelSummary(level, tuple(name for fit, name in named if fit.level is level)) for level in FitLevel
    )
    return tuple(summary for summary in summaries if summary.ids)


def _support(fit: Fit) -> Support | None:
    if fit.value is None:
        return None
    evidence = fit.evidence
    if evidence is None or evidence.kind in {None, EvidenceKind.NONE}:
        return Support.NONE
    return Support.VERIFIED if evidence.verified else Support.UNVERIFIED


def _missing(fit: Fit) -> tuple[TriadPart, ...]:
    if fit.technology is None:
        return ()
    parts = {TriadPart.SCENARIO: fit.scenario, TriadPart.VALUE: fit.value}
    return tuple(part for part, text in parts.items() if text is None)
