"""Where the ids of a note stand and what refers to them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.notes.model import Engagement
from generator.source.findings import Loc

WITH_IDS = (
    "needs",
    "fit",
    "commitments",
    "landing_requirements",
    "risks",
    "assumptions",
    "objections",
    "options",
    "milestones",
    "lessons",
)


def written_ids(engagement: Engagement) -> Iterator[tuple[Loc, str]]:
    """Every id that the note writes, with its place, in the order of the format."""
    for block in WITH_IDS:
        for index, item in enumerate(getattr(engagement, block)):
            if item.id is not None:
                yield (block, index, "id"), item.id


def lesson_ids(engagement: Engagement) -> frozenset[str]:
    """The ids under which other notes may cite its lessons."""
    return frozenset(lesson.id for lesson in engagement.lessons if lesson.id is not None)


def local_references(engagement: Engagement) -> Iterator[tuple[Loc, str, frozenset[str]]]:
    """Every reference inside the note: its place, the id it names, and the ids it may name."""
    needs = frozenset(need.id for need in engagement.needs if need.id)
    milestones = frozenset(milestone.id for milestone in engagement.milestones)
    everything = frozenset(name for _, name in written_ids(engagement)) | {"roi"}
    for index, fit in enumerate(engagement.fit):
        if fit.need is not None:
            yield ("fit", index, "need"), fit.need, needs
    for index, requirement in enumerate(engagement.landing_requirements):
        if requirement.blocks is not None:
            yield ("landing_requirements", index, "blocks"), requirement.blocks, milestones
    for index, milestone in enumerate(engagement.milestones):
        for nth, name in enumerate(milestone.after):
            yield ("milestones", index, "after", nth), name, milestones
    for index, person in enumerate(engagement.stakeholders):
        for nth, name in enumerate(person.answered_by):
            yield ("stakeholders", index, "answered_by", nth), name, everything


def lesson_references(engagement: Engagement) -> Iterator[tuple[Loc, str]]:
    """Every reference to a lesson of another note, with its place."""
    for index, reused in enumerate(engagement.reused_lessons):
        yield ("reused_lessons", index, "id"), reused.id
    for index, name in enumerate(engagement.repeats):
        yield ("repeats", index), name
