"""`presales brief`: what to know before a planned meeting."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.brief_options import PARAMS, STAGES
from generator.cli.help import Command
from generator.cli.notes import note_name
from generator.cli.outcome import PROBLEMS, exit_code, tell_files, tell_problems, tell_summary
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.cli.values import OneLine
from generator.errors import Bilingual, Severity

if TYPE_CHECKING:
    from generator.build.brief_facts import BriefRequest
    from generator.build.briefs import BriefReport

_GOAL = Bilingual("这次会面要拿到什么结果", "The result that this meeting is for")


@click.pass_obj
def _brief(session: Session, /, *, force: bool, check: bool, **typed: Any) -> int:
    from generator.build.brief_facts import UnusableNoteError
    from generator.build.briefs import build_briefs
    from generator.build.press import Press
    from generator.build.selection import UnknownNoteError, unknown_note_message
    from generator.output import Output
    from generator.output import RefusedError as RefusedOutputError
    from generator.pdf import find_office

    workspace = session.workspace()
    request = _request(session, workspace.root, check=check, **typed)
    try:
        with Output(workspace.output, force=force, check=check) as output:
            press = Press(output, find_office(os.environ, workspace.root))
            made = build_briefs(workspace, request, press, check=check)
            made = replace(made, report=press.finish(made.report))
    except UnknownNoteError as error:
        raise RefusedError(unknown_note_message(error)) from error
    except UnusableNoteError as error:
        raise RefusedError(error.message) from error
    except RefusedOutputError as error:
        session.tell_error(error.message)
        return PROBLEMS
    return _tell(session, made)


def _tell(session: Session, made: BriefReport) -> int:
    report, record = made.report, (made.record,) if made.record else ()
    tell_problems(session, (problem for problem in report.problems if problem.severity is not Severity.HINT))
    tell_files(session, report.files, "output/")
    tell_files(session, record)
    tell_summary(session, report.counts, (file for file in report.files if file.path in report.documents))
    return exit_code(report.problems, (*report.files, *record))


def _request(
    session: Session,
    root: Path,
    *,
    check: bool,
    note: str | None,
    goal: str | None,
    slug: str | None,
    formats: tuple[str, ...],
    stage: str | None,
    record: bool,
    **typed: Any,
) -> BriefRequest:
    from generator.build.brief_facts import BriefRequest
    from generator.notes.codes import Stage
    from generator.workspace.codes import Format

    _refuse_vague(note, typed)
    code = next((code for code, zh in STAGES.items() if stage in (code, zh)), None)
    return BriefRequest(
        goal=goal or _ask_goal(session),
        note=note_name(session, root, note) if note else "",
        slug=_slug(slug),
        formats=tuple(member for member in Format if member in formats),
        stage=next((member for member in Stage if member == code), None),
        record=record and not check,
        **typed,
    )


def _refuse_vague(note: str | None, typed: dict[str, Any]) -> None:
    """One way of saying which meeting it is, and at least one."""
    if note and (typed["customer"] or typed["industry"]):
        raise RefusedError(
            Bilingual(
                "写了 NOTE 就不写 --customer 和 --industry：记录里有",
                "with NOTE leave out --customer and --industry: the note has them",
            )
        )
    if not note and not any(typed[name] for name in ("customer", "industry", "products", "competitors")):
        raise RefusedError(
            Bilingual(
                "说清是哪次会面：写 NOTE，或 --customer、--industry、--product、--competitor 里至少一个",
                "say which meeting: NOTE, or at least one of --customer, --industry, --product, --competitor",
            )
        )


def at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _ask_goal(session: Session) -> str:
    """At a terminal; a meeting without a result to come home with is not worth a brief."""
    answer = ""
    if at_a_terminal():
        answer = click.prompt(session.word(_GOAL), default="", show_default=False, err=True).strip()
    if not answer:
        raise RefusedError(
            Bilingual(
                "缺少 --goal：这次会面要拿到什么结果",
                "--goal is missing: the result that this meeting is for",
            )
        )
    return OneLine().convert(answer, None, None)


def _slug(typed: str | None) -> str:
    from generator.source.fields import is_note_id

    if typed is None or is_note_id(typed):
        return typed or ""
    raise RefusedError(
        Bilingual(
            f"「{typed}」不能放进文件名：只用字母、数字、- 和 _",
            f"“{typed}” cannot be part of a file name: use letters, digits, - and _",
        )
    )


COMMAND = Command(
    "brief",
    _brief,
    Bilingual(
        "会前一晚的简报：先问什么、欠什么、哪些经验用得上。",
        "The brief for the evening before a meeting: what to ask first, what is owed, which lessons apply.",
    ),
    more=Bilingual(
        "写到 output/briefs/。给出了哪些经验记在 engagements/.shown/，跟记录一起提交，以后才数得出有没有用。",
        "To output/briefs/. Which lessons it showed is recorded in engagements/.shown/; commit it with the notes, so "
        "that their use can be counted.",
    ),
    examples=(
        'presales brief 2026-08-lanqiao-bank --goal "…" --minutes 45',
        'presales brief --customer "Harbour Works" --product gateway --goal "…"',
        'presales brief --industry insurance --goal "…" --people "CIO, architect"',
    ),
    params=PARAMS,
)
