"""`presales status`: what needs somebody today."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

from generator.cli.help import Command, Option
from generator.cli.outcome import DONE, tell_problems, tell_summary
from generator.cli.session import Session
from generator.cli.terminal import columns
from generator.cli.values import Day, OneOf, today
from generator.errors import Bilingual, Severity

if TYPE_CHECKING:
    from generator.insights.portfolio.attention import Attention

_TITLES = {
    "without_step": Bilingual("开着却没有下一步", "Open without a next step"),
    "overdue": Bilingual("逾期的承诺", "Overdue commitments"),
    "red": Bilingual("红色的落地要点", "Red prerequisites"),
    "unfinished": Bilingual("已关闭却没写完的记录", "Closed without a finished note"),
}
_NONE = Bilingual("没有", "none")
_LATE = Bilingual("逾期 {} 天", "{} days late")
_QUIET = Bilingual("{} 天没有动静", "quiet for {} days")
_BLOCKED = Bilingual("受阻", "blocked")


@click.pass_obj
def _status(session: Session, /, *, as_of: date, format_name: str) -> int:
    """Always 0 where it could look: what it lists is work, not a mistake."""
    from generator.build.library import remembered_library
    from generator.build.portfolio import portfolio_counts
    from generator.build.status import read_attention

    library = remembered_library(session.workspace(), as_of)
    found, used = read_attention(library, as_of)
    lists = _rows(session, found)
    if format_name == "json":
        session.put(json.dumps(_json(found), ensure_ascii=False, indent=2))
    else:
        session.put("\n\n".join(_block(session, key, rows) for key, rows in lists.items()))
    tell_problems(session, (problem for problem in library.problems if problem.severity is Severity.ERROR))
    tell_summary(session, portfolio_counts(library, used))
    return DONE


Row = tuple[str, str, str]


def _rows(session: Session, found: Attention) -> dict[str, list[Row]]:
    """Note, what, and how it stands."""

    def late(days: int) -> str:
        return session.word(_LATE).format(days) if days else session.word(_BLOCKED)

    return {
        "without_step": [
            (row.engagement.id, row.engagement.customer.name, session.word(_QUIET).format(row.days_quiet))
            for row in found.without_step
        ],
        "overdue": [(e.id, f"{s.id} {s.commitment.said}", late(s.days_late)) for e, s in found.overdue],
        "red": [(e.id, f"{s.id} {s.requirement.item}", late(s.days_late)) for e, s in found.red],
        "unfinished": [(e.id, e.customer.name, str(e.outcome.decided_on)) for e in found.unfinished],
    }


def _json(found: Attention) -> dict[str, list[dict[str, object]]]:
    return {
        "without_step": [
            {"note": row.engagement.id, "days_quiet": row.days_quiet} for row in found.without_step
        ],
        "overdue": [
            {"note": e.id, "id": s.id, "said": s.commitment.said, "due": str(s.due), "days_late": s.days_late}
            for e, s in found.overdue
        ],
        "red": [
            {"note": e.id, "id": s.id, "item": s.requirement.item, "days_late": s.days_late}
            for e, s in found.red
        ],
        "unfinished": [{"note": e.id, "decided_on": str(e.outcome.decided_on)} for e in found.unfinished],
    }


def _block(session: Session, key: str, rows: Iterable[Row]) -> str:
    listed = list(rows)
    title = click.style(f"{session.word(_TITLES[key])} ({len(listed)})", bold=True)
    if not listed:
        return f"{title}\n  {session.word(_NONE)}"
    widths = [max(columns(row[place]) for row in listed) for place in (0, 2)]
    lines = (
        f"  {note}{' ' * (widths[0] - columns(note))}  {state}{' ' * (widths[1] - columns(state))}  {what}"
        for note, what, state in listed
    )
    return "\n".join((title, *lines))


COMMAND = Command(
    "status",
    _status,
    Bilingual(
        "列出今天要有人管的事：没有下一步的商机、逾期的承诺、红色的落地要点、没写完的记录。",
        "Lists what needs somebody today: deals without a next step, overdue commitments, red prerequisites, "
        "unfinished notes.",
    ),
    examples=("presales status", "presales status --format json"),
    params=(
        Option(
            ["--as-of"],
            Bilingual("说的是哪一天；不写就是今天", "the day that it speaks for; else today"),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
        Option(
            ["--format", "format_name"],
            Bilingual("text（缺省）或 json", "text (the default) or json"),
            type=OneOf("text", "json"),
            default="text",
            metavar="FORMAT",
        ),
    ),
)
