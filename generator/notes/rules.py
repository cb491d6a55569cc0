"""Rules across the keys of one note (NOTE.md, "Rules across keys"): what breaks them is an error or a warning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from generator.errors import Bilingual, Severity
from generator.notes.codes import CommitmentClass, CommitmentStatus, OutcomeStatus
from generator.notes.model import Commitment, Engagement
from generator.notes.references import local_references, written_ids
from generator.source.findings import Finding, Loc

MAX_SPLIT_OFF = 0.2


def rule_findings(engagement: Engagement) -> tuple[Finding, ...]:
    """All broken rules of one note, in the order of the format."""
    return tuple(
        finding
        for rule in (
            _ids,
            _references,
            _commitments,
            _milestones,
            _risks,
            _meetings,
            _outcome,
            _next_steps,
            _share,
        )
        for finding in rule(engagement)
    )


def _ids(engagement: Engagement) -> Iterator[Finding]:
    seen: dict[str, Loc] = {}
    for loc, name in written_ids(engagement):
        if name in seen:
            yield Finding(
                loc,
                "duplicate_id",
                Bilingual(f"编号 {name} 在本记录里用了两次", f"the id {name} is used twice in this note"),
                Bilingual("给其中一个换个编号", "give one of them another id"),
            )
        seen[name] = loc


def _references(engagement: Engagement) -> Iterator[Finding]:
    for loc, name, known in local_references(engagement):
        if name in known:
            continue
        near = get_close_matches(name, sorted(known), 1, 0.5)
        zh, en = "、".join(sorted(known)), ", ".join(sorted(known))
        yield Finding(
            loc,
            "unknown_reference",
            Bilingual(f"本记录里没有编号 {name}", f"there is no {name} in this note that can stand here"),
            Bilingual(f"是不是 {near[0]}？", f"did you mean {near[0]}?")
            if near
            else Bilingual(f"这里可写：{zh or '（还没有写编号）'}", f"known here: {en or 'none yet'}"),
        )


def _commitments(engagement: Engagement) -> Iterator[Finding]:
    for index, commitment in enumerate(engagement.commitments):
        here = ("commitments", index)
        yield from _condition(here, commitment)
        yield from _closing(here, commitment)


def _condition(here: Loc, commitment: Commitment) -> Iterator[Finding]:
    condition = commitment.condition
    if commitment.cls is CommitmentClass.CONDITIONAL and (condition is None or condition.what is None):
        yield Finding(
            (*here, "class"),
            "missing_condition",
            Bilingual("有条件的承诺要写条件是什么", "a conditional promise needs its condition"),
            Bilingual(
                "写 condition: {what: 网络点位到位, party: 客户, due: 2026-07-20}",
                "write condition: {what: network points ready, party: customer, due: 2026-07-20}",
            ),
        )


def _closing(here: Loc, commitment: Commitment) -> Iterator[Finding]:
    if commitment.closed_on is not None:
        yield from _not_before((*here, "closed_on"), commitment.closed_on, "made_on", commitment.made_on)
        if commitment.status is CommitmentStatus.OPEN:
            yield Finding(
                (*here, "closed_on"),
                "closed_but_open",
                Bilingual("写了 closed_on，状态却还是进行中", "closed_on is there but the status is open"),
                Bilingual("补上 status，如 已兑现", "write its status, such as kept"),
                Severity.WARNING,
            )
    elif commitment.status is not CommitmentStatus.OPEN:
        yield Finding(
            (*here, "status"),
            "missing_closed_on",
            Bilingual(
                "结束了的承诺没有写 closed_on，不能算按时", "without closed_on it cannot count as on time"
            ),
            Bilingual("写 closed_on: 结束那天的日期", "write closed_on: the day it ended"),
            Severity.WARNING,
        )


def _not_before(loc: Loc, day: date, name: str, earliest: date) -> Iterator[Finding]:
    if day < earliest:
        yield Finding(
            loc,
            "date_order",
            Bilingual(f"{day} 早于 {name}（{earliest}）", f"{day} is before {name} ({earliest})"),
            Bilingual("核对这两个日期", "check both dates"),
        )


def _milestones(engagement: Engagement) -> Iterator[Finding]:
    after = {milestone.id: milestone.after for milestone in engagement.milestones}
    for index, milestone in enumerate(engagement.milestones):
        here = ("milestones", index)
        yield from _not_before((*here, "end"), milestone.end, "start", milestone.start)
        if _comes_after_itself(milestone.id, after):
            yield Finding(
                (*here, "after"),
                "cycle",
                Bilingual(
                    f"{milestone.id} 绕一圈排在了自己后面", f"{milestone.id} comes after itself in a circle"
                ),
                Bilingual("去掉其中一个 after", "take one of the after away"),
            )


def _comes_after_itself(name: str, after: dict[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    waiting = list(after.get(name, ()))
    while waiting:
        current = waiting.pop()
        if current == name:
            return True
        if current not in seen:
            seen.add(current)
            waiting.extend(after.get(current, ()))
    return False


def _risks(engagement: Engagement) -> Iterator[Finding]:
    for index, risk in enumerate(engagement.risks):
        residual = risk.residual
        if residual and (residual.probability > risk.probability or residual.impact > risk.impact):
            yield Finding(
                ("risks", index, "residual"),
                "residual_worse",
                Bilingual(
                    "措施后的剩余风险比原来还高", "what is left after the action is worse than before it"
                ),
                Bilingual("核对可能性和影响", "check probability and impact"),
                Severity.WARNING,
            )


def _meetings(engagement: Engagement) -> Iterator[Finding]:
    for index, meeting in enumerate(engagement.meetings):
        total = sum(meeting.actual_split or ())
        if (
            meeting.minutes
            and meeting.actual_split
            and abs(total - meeting.minutes) > MAX_SPLIT_OFF * meeting.minutes
        ):
            yield Finding(
                ("meetings", index, "actual_split"),
                "split_off",
                Bilingual(
                    f"三段加起来 {total} 分钟，会议记的是 {meeting.minutes} 分钟",
                    f"the three parts sum to {total} minutes, the meeting took {meeting.minutes}",
                ),
                Bilingual("核对分钟数", "check the minutes"),
                Severity.WARNING,
            )


def _outcome(engagement: Engagement) -> Iterator[Finding]:
    outcome = engagement.outcome
    if outcome.decided_on is None:
        if outcome.status is not OutcomeStatus.OPEN:
            yield Finding(
                ("outcome", "status"),
                "missing_decided_on",
                Bilingual("有了结果就要写 decided_on", "a closed engagement needs decided_on"),
                Bilingual("写 decided_on: 决定那天的日期", "write decided_on: the day of the decision"),
            )
        return
    if outcome.status is OutcomeStatus.OPEN:
        yield Finding(
            ("outcome", "decided_on"),
            "decided_but_open",
            Bilingual("写了 decided_on，结果却是进行中", "decided_on is there but the outcome is open"),
            Bilingual("补上结果，或删掉 decided_on", "write the outcome or delete decided_on"),
        )
    yield from _not_before(("outcome", "decided_on"), outcome.decided_on, "date", engagement.date)
    for index, score in enumerate(engagement.win_scores):
        if score.on > outcome.decided_on:
            yield Finding(
                ("win_scores", index, "on"),
                "score_after_outcome",
                Bilingual(
                    f"评分日期 {score.on} 晚于结果 {outcome.decided_on}",
                    f"the score of {score.on} is later than the decision of {outcome.decided_on}",
                ),
                Bilingual("评分要在结果之前；删掉这一条", "scores come before the decision; delete this one"),
            )


def _next_steps(engagement: Engagement) -> Iterator[Finding]:
    if engagement.outcome.status is OutcomeStatus.OPEN and not engagement.next_steps:
        yield Finding(
            ("next_steps",),
            "missing_next_step",
            Bilingual(
                "还没有结果的商机至少要有一条下一步", "an open engagement needs at least one next step"
            ),
            Bilingual(
                "写 next_steps: [{what: 做什么, owner: 谁, due: 2026-07-25}]",
                "write next_steps: [{what: …, owner: …, due: 2026-07-25}]",
            ),
        )


def _share(engagement: Engagement) -> Iterator[Finding]:
    share = engagement.customer_share
    if share and (share.approved_by is None) != (share.on is None):
        yield Finding(
            ("customer_share",),
            "half_approval",
            Bilingual(
                "approved_by 和 on 要一起写，否则仍是草稿",
                "approved_by and on belong together; one alone leaves a draft",
            ),
            None,
            Severity.WARNING,
        )
