"""`presales brief`: what to know before a planned meeting."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.commands.build import FORMATS
from generator.cli.help import Argument, Command, Option
from generator.cli.notes import complete_note, note_name
from generator.cli.outcome import PROBLEMS, exit_code, tell_files, tell_problems, tell_summary
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.cli.values import Day, Listed, OneLine, OneOf, Whole, flat, today
from generator.errors import LANGUAGES, Bilingual, Severity

if TYPE_CHECKING:
    from generator.build.brief_facts import BriefRequest
    from generator.build.briefs import BriefReport

# The values of notes.codes.Stage, said here so that help and completion do not import it.
STAGES = {
    "lead": "线索",
    "discovery": "需求沟通",
    "solution_evaluation": "方案评估",
    "pilot": "试点",
    "bid": "投标",
    "commercial": "商务",
    "closed": "已关闭",
}
MOST_MINUTES = 1440
_LIST = re.compile(r"\s*[,，、;；]\s*")
_GOAL = Bilingual("这次会面要拿到什么结果", "The result that this meeting is for")


@click.pass_obj
def _brief(session: Session, /, *, force: bool, check: bool, **typed: Any) -> int:
    from generator.build.brief_facts import UnusableNoteError
    from generator.build.briefs import build_briefs
    from generator.build.selection import UnknownNoteError, unknown_note_message
    from generator.output import Output
    from generator.output import RefusedError as RefusedOutputError

    workspace = session.workspace()
    request = _request(session, workspace.root, check=check, **typed)
    try:
        with Output(workspace.output, force=force, check=check) as output:
            made = build_briefs(workspace, request, output)
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


def _ask_goal(session: Session) -> str:
    """At a terminal; a meeting without a result to come home with is not worth a brief."""
    answer = ""
    if sys.stdin.isatty() and sys.stderr.isatty():
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


def _split(
    _ctx: click.Context, _param: click.Parameter, values: str | tuple[str, ...] | None
) -> tuple[str, ...]:
    """Names as typed: repeated, or joined by commas of either script."""
    typed = (values,) if isinstance(values, str) else values or ()
    return tuple(dict.fromkeys(part for value in typed for part in _LIST.split(value.strip()) if part))


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
        'presales brief 2026-08-lanqiao-bank --goal "…"',
        'presales brief --customer "Harbour Works" --industry machining --product gateway --goal "…"',
        'presales brief --industry insurance --goal "…" --date 2026-12-01 --minutes 45 --people "CIO, architect"',
    ),
    params=(
        Argument(
            "note",
            Bilingual("为哪条记录的商机准备：编号或路径", "the deal to prepare: id or path of its note"),
            metavar="[NOTE]",
            required=False,
            shell_complete=complete_note,
        ),
        Option(
            ["--goal"],
            Bilingual("要拿到的结果，必填", "the result to come home with; required"),
            type=OneLine(),
            metavar="TEXT",
        ),
        Option(["--customer"], Bilingual("客户名称", "the customer's name"), type=OneLine(), metavar="NAME"),
        Option(["--industry"], Bilingual("行业", "the industry"), type=OneLine(), metavar="NAME"),
        Option(
            ["--product", "products"],
            Bilingual("产品，可写几个", "products, one or more"),
            type=OneLine(),
            multiple=True,
            callback=_split,
            metavar="NAME,...",
        ),
        Option(
            ["--competitor", "competitors"],
            Bilingual("竞品，可写几个", "competitors, one or more"),
            type=OneLine(),
            multiple=True,
            callback=_split,
            metavar="NAME,...",
        ),
        Option(
            ["--stage"],
            Bilingual(f"阶段：{'、'.join(STAGES.values())}", f"the stage: {', '.join(STAGES)}"),
            type=OneOf(*STAGES, *STAGES.values()),
            metavar="STAGE",
        ),
        Option(
            ["--date", "on"],
            Bilingual(
                "会面的日期；不写就是下一个工作日", "the day of the meeting; else the next working day"
            ),
            type=Day(),
            metavar="DATE",
        ),
        Option(
            ["--minutes"],
            Bilingual("时长，分钟；缺省 30", "how long, in minutes; default 30"),
            type=Whole(MOST_MINUTES),
            default=30,
            metavar="N",
        ),
        Option(
            ["--people"],
            Bilingual("对方到场的人（写角色）", "who comes from their side (roles)"),
            type=OneLine(),
            callback=_split,
            metavar="ROLE,...",
        ),
        Option(
            ["--slug"],
            Bilingual(
                "文件名里的短名；不写就取自记录或客户",
                "short name in the file name; else from note or customer",
            ),
            metavar="NAME",
        ),
        Option(
            ["--no-record", "record"],
            Bilingual("不记下给出了哪些经验", "do not record which lessons were shown"),
            is_flag=True,
            flag_value=False,
            default=True,
        ),
        Option(
            ["--include-restricted"],
            Bilingual("也用受限的记录", "use restricted notes too"),
            is_flag=True,
        ),
        Option(
            ["--names", "show_names"],
            Bilingual("写出客户人员的姓名", "show names of customer staff"),
            is_flag=True,
        ),
        Option(
            ["--format", "formats"],
            Bilingual(
                "哪些格式：md、docx、html；不写就按 presales.yaml",
                "which formats: md, docx, html; else those of presales.yaml",
            ),
            type=Listed(*FORMATS),
            multiple=True,
            callback=flat,
            metavar="FORMAT,...",
        ),
        Option(
            ["--lang", "languages"],
            Bilingual(
                "文档的语言：zh、en；不写就按记录", "languages of the documents: zh, en; else the note's"
            ),
            type=Listed(*LANGUAGES),
            multiple=True,
            callback=flat,
            metavar="LANG,...",
        ),
        Option(
            ["--as-of", "day"],
            Bilingual("说的是哪一天；不写就是今天", "the day that it speaks for; else today"),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
        Option(
            ["--force"],
            Bilingual("被人改过的文件移到一边，写新的", "move files edited by hand aside and write new ones"),
            is_flag=True,
        ),
        Option(
            ["--check"],
            Bilingual("什么都不写，有过期的就失败", "write nothing; fail where something is out of date"),
            is_flag=True,
        ),
    ),
)
