"""What a change did to the colours of risks, the lights of requirements and the standing of promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from generator.insights.commitments import CommitmentState, Standing, commitment_states
from generator.insights.item_ids import ids_in
from generator.insights.pairing import pair_items
from generator.insights.requirements import requirement_states
from generator.insights.risks import risk_states
from generator.insights.working_days import Calendar
from generator.notes.codes import OutcomeStatus
from generator.notes.model import Engagement
from generator.states import Light

# The state before and after, by list and place in the newer version.
Standings = dict[tuple[str, int], tuple[StrEnum | None, StrEnum]]

_LIVE = frozenset({OutcomeStatus.OPEN, OutcomeStatus.WON})
_LATE = frozenset({Standing.OVERDUE, Standing.WAITING_LATE})
_TROUBLE = _LATE | {Light.RED}
# Told only where it was worse before: the values that changed say the rest.
_FINE = frozenset({Standing.OPEN, Standing.WAITING, Light.GREEN})


def standing_changes(before: Engagement, after: Engagement, day: date, calendar: Calendar) -> Standings:
    """Both as of the day, so that time alone changes nothing. Only open and won deals have standings.

    Left out is what the author typed, such as that a promise was kept, and, for new items, what is no trouble.
    """
    if after.outcome.status not in _LIVE:
        return {}
    found: Standings = {}
    for block, old, new in (
        ("commitments", _promises(before, day, calendar), _promises(after, day, calendar)),
        ("landing_requirements", _lights(before, day), _lights(after, day)),
        ("risks", _colours(before), _colours(after)),
    ):
        pairs = pair_items(block, getattr(before, block), getattr(after, block))
        for place, state in enumerate(new):
            earlier = old[pairs[place]] if place in pairs else None
            if state is not None and _is_told(earlier, state, is_new=place not in pairs):
                found[block, place] = (earlier, state)
    return found


def _is_told(earlier: StrEnum | None, state: StrEnum, *, is_new: bool) -> bool:
    if is_new:
        return state in _TROUBLE
    return state is not earlier and not (state in _FINE and earlier in {None, *_FINE})


def _promises(engagement: Engagement, day: date, calendar: Calendar) -> list[StrEnum | None]:
    return list(map(_computed, commitment_states(engagement, day, calendar)))


def _computed(state: CommitmentState) -> Standing | None:
    """None where the standing is the status that somebody typed."""
    is_open = state.standing in {*_LATE, Standing.OPEN, Standing.WAITING}
    return state.standing if is_open or state.standing != state.commitment.status.value else None


def _lights(engagement: Engagement, day: date) -> list[StrEnum | None]:
    """None for what has no light: it is done, dropped or without a day."""
    lights: Iterable[Light] = (state.light for state in requirement_states(engagement, day))
    return [None if light is Light.GREY else light for light in lights]


def _colours(engagement: Engagement) -> list[StrEnum | None]:
    """Of the current rating; None for what happened already."""
    colours = {state.id: state.current_colour if state.open else None for state in risk_states(engagement)}
    return list(_in_order(engagement, colours))


def _in_order(engagement: Engagement, colours: dict[str, Light | None]) -> Iterator[StrEnum | None]:
    return (colours[name] for name in ids_in(engagement, "risks"))
