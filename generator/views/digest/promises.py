"""Section 4: promises overdue, kept on time, and made too soon."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.commitments import Standing
from generator.insights.portfolio.over_promises import OverPromises
from generator.insights.portfolio.promises import NotedPromise
from generator.insights.portfolio.small_numbers import Ladder, Rate
from generator.notes.codes import Channel
from generator.states import Light
from generator.views.digest.charts import PROMISES, promise_sentence
from generator.views.digest.listing import Listing, listing
from generator.views.digest.rates import amounts_text, rate_text
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Chip

MOST_PROMISES = 12


@dataclass(frozen=True, slots=True)
class LatePromise:
    case: str
    said: str
    owner: str
    due: str
    state: Chip


@dataclass(frozen=True, slots=True)
class PromisesSection:
    """late: overdue, then those that wait for a condition that is late, then those without a day. kept, over and
    costs are sentences, empty where there is nothing to say."""

    late: Listing[LatePromise]
    kept: str
    reasons: str
    chart: str
    chart_says: str
    over: str
    channels: str
    flavours: str
    costs: str


def build_promises(subject: DigestSubject) -> PromisesSection:
    w, found, over = subject.wording, subject.figures.promises, subject.figures.over_promises
    late = {promise.name: promise for promise in (*found.overdue, *found.waiting_late, *found.no_date)}
    return PromisesSection(
        late=listing(w, tuple(late.values()), MOST_PROMISES, lambda row: _late(subject, row)),
        kept=_kept(subject),
        reasons=w.join(
            w.labelled(w.within(row.reason) if row.reason else w("digest.no_reason"), str(len(row.names)))
            for row in found.reasons
        ),
        chart=subject.charts.get(PROMISES, ""),
        chart_says=promise_sentence(subject),
        over=_over(subject, over),
        channels=w.join(
            w.labelled(_channel(subject, channel), w.k_of_n(rate.k, rate.n))
            for channel, rate in over.by_channel
            if rate.k or rate.ladder is not Ladder.LIST
        ),
        flavours=w.join(
            w.labelled(w(f"digest.flavour.{flavour}"), w.k_of_n(rate.k, rate.n))
            for flavour, rate in over.by_flavour
            if rate.k
        ),
        costs=w("digest.unquoted", amounts=amounts_text(w, over.extra_costs), n=_costs(over))
        if over.extra_costs
        else "",
    )


def _late(subject: DigestSubject, row: NotedPromise) -> LatePromise:
    w, state = subject.wording, row.state
    return LatePromise(
        case=subject.cases.of(row.engagement, state.id),
        said=state.commitment.said,
        owner=state.commitment.made_by,
        due=str(state.due) if state.due else w("commitments.no_date"),
        state=_chip(subject, row),
    )


def _chip(subject: DigestSubject, row: NotedPromise) -> Chip:
    w, state = subject.wording, row.state
    word = w(f"commitments.standing.{state.standing}")
    late = w.days_late(state.days_late) if state.days_late else ""
    waits = w("commitments.waits_on", party=w.within(state.waits_on)) if state.waits_on else ""
    light = Light.RED if state.standing is Standing.OVERDUE else Light.AMBER
    return Chip(light, w.bracketed(word, w.aside((waits, late))))


def _kept(subject: DigestSubject) -> str:
    w, found = subject.wording, subject.figures.promises
    if found.kept_on_time.n == 0:
        return w("digest.kept.none")
    beside = w("digest.kept.renegotiated", n=len(found.renegotiated_in_time))
    unknown = len(found.kept_on_time.left_out)
    left_out = w("digest.kept.undated", n=unknown) if unknown else ""
    return w.clauses((w("digest.kept.rate", rate=rate_text(subject, found.kept_on_time)), beside, left_out))


def _over(subject: DigestSubject, over: OverPromises) -> str:
    w = subject.wording
    if over.either.n == 0:
        return ""
    return w(
        "digest.over.rate",
        rate=rate_text(subject, over.either),
        process=_part(subject, over.process),
        outcome=_part(subject, over.outcome),
    )


def _part(subject: DigestSubject, rate: Rate) -> str:
    w = subject.wording
    return w.k_of_n(rate.k, rate.n) if rate.n else w("digest.rate.none")


def _channel(subject: DigestSubject, channel: Channel | None) -> str:
    w = subject.wording
    return w.within(channel) if channel else w("digest.no_channel")


def _costs(over: OverPromises) -> int:
    return sum(amount.n for amount in over.extra_costs)
