"""Custom work that the product turned out to do (INSIGHTS.md, section 9, "Avoidable custom")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.item_ids import ids_in
from generator.insights.portfolio.references import item_order, reference
from generator.insights.same_name import folded
from generator.notes.codes import DeliveryModel, FitLevel
from generator.notes.model import Engagement, Fit

BUILT_IN = frozenset({FitLevel.STANDARD, FitLevel.CONFIG})
CUSTOM = frozenset({FitLevel.CUSTOM})


@dataclass(frozen=True, slots=True)
class NotedFit:
    engagement: Engagement
    fit: Fit
    id: str

    @property
    def name(self) -> str:
        return reference(self.engagement, self.id)

    @property
    def order(self) -> tuple[object, ...]:
        return self.engagement.date, *item_order(self.engagement, self.id)


@dataclass(frozen=True, slots=True)
class AvoidableCustom:
    """Custom work of a custom deal, and where the same was standard or configured later, the earliest first."""

    custom: NotedFit
    built_in: tuple[NotedFit, ...]


def avoidable_custom(engagements: Iterable[Engagement]) -> tuple[AvoidableCustom, ...]:
    """The same is what has the same gap id or the same name, whatever its case and width. By day, then by id."""
    known = tuple(engagements)
    custom = tuple(
        noted for engagement in known if _is_custom(engagement) for noted in _fits(engagement, CUSTOM)
    )
    asked = {key for noted in custom for key in _keys(noted.fit)}
    built_in: dict[str, list[NotedFit]] = defaultdict(list)
    for noted in (noted for engagement in known if asked for noted in _fits(engagement, BUILT_IN)):
        for key in asked.intersection(_keys(noted.fit)):
            built_in[key].append(noted)
    rows = (AvoidableCustom(noted, _later(noted, built_in)) for noted in custom)
    return tuple(sorted((row for row in rows if row.built_in), key=lambda row: row.custom.order))


def _is_custom(engagement: Engagement) -> bool:
    return engagement.deal is not None and engagement.deal.delivery_model is DeliveryModel.CUSTOM


def _fits(engagement: Engagement, levels: frozenset[FitLevel]) -> tuple[NotedFit, ...]:
    if all(fit.level not in levels for fit in engagement.fit):
        return ()
    named = zip(engagement.fit, ids_in(engagement, "fit"), strict=True)
    return tuple(NotedFit(engagement, fit, name) for fit, name in named if fit.level in levels)


def _keys(fit: Fit) -> tuple[str, ...]:
    name = f"capability {folded(fit.capability)}"
    return (name,) if fit.gap is None else (name, f"gap {fit.gap}")


def _later(noted: NotedFit, built_in: dict[str, list[NotedFit]]) -> tuple[NotedFit, ...]:
    found = {
        other.name: other
        for key in _keys(noted.fit)
        for other in built_in.get(key, ())
        if other.engagement.date > noted.engagement.date
    }
    return tuple(sorted(found.values(), key=lambda other: other.order))
