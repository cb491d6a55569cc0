"""`presales digest`: the monthly lessons digest over all notes, and its figures."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from generator.cli.help import Argument, Command, Option
from generator.cli.outcome import PROBLEMS, exit_code, tell_files, tell_problems, tell_summary
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.cli.values import Day, Listed, Month, OneOf, flat, today
from generator.errors import LANGUAGES, Bilingual, Language, Severity

if TYPE_CHECKING:
    from generator.build.digest_facts import Span
    from generator.build.digests import DigestRequest
    from generator.workspace.places import Workspace

# The names of workspace.codes and of views.digest.subject, said here so that help and completion import neither.
DOCUMENTS = ("md", "docx", "html", "pdf")
DATA = "json"
_AUDIENCES = ("company", "partner")
_PARTNER = "partner"
_NOT_FOR_PARTNERS = Bilingual(
    "给合作伙伴的摘要不含受限内容和姓名：去掉 --include-restricted 和 --names",
    "a digest for partners holds nothing restricted and no names: leave out --include-restricted and --names",
)


@click.pass_obj
def _digest(session: Session, /, *, force: bool, check: bool, **asked: Any) -> int:
    from generator.build.digests import build_digests, read_digest
    from generator.build.press import Press
    from generator.dashboard import digest_data, render_json
    from generator.output import Output
    from generator.output import RefusedError as RefusedOutputError
    from generator.pdf import find_office

    workspace = session.workspace()
    request = _request(workspace, **asked)
    digest = read_digest(workspace, request, check=check)
    if DATA in asked["formats"] and digest.facts is not None:
        session.put(render_json(digest_data(digest.facts)).removesuffix("\n"))
    try:
        with Output(workspace.output, force=force, check=check) as output:
            press = Press(output, find_office(os.environ, workspace.root))
            report = press.finish(build_digests(digest, request, press))
    except RefusedOutputError as error:
        session.tell_error(error.message)
        return PROBLEMS
    tell_problems(session, (problem for problem in report.problems if problem.severity is not Severity.HINT))
    for notice in report.notices:
        session.tell(session.word(notice))
    tell_files(session, report.files, "output/")
    tell_summary(session, report.counts, (file for file in report.files if file.path in report.documents))
    return exit_code(report.problems, report.files)


def _request(
    workspace: Workspace,
    *,
    month: tuple[int, int] | None,
    as_of: date,
    since: date | None,
    until: date | None,
    audience: str,
    lang: tuple[Language, ...],
    formats: tuple[str, ...],
    include_restricted: bool,
    names: bool,
) -> DigestRequest:
    from generator.build.digests import DigestRequest
    from generator.history import find_repository
    from generator.views.digest.subject import Audience
    from generator.workspace.codes import Format

    if audience == _PARTNER and (include_restricted or names):
        raise RefusedError(_NOT_FOR_PARTNERS)
    return DigestRequest(
        span=_span(month, as_of, since, until),
        audience=Audience(audience),
        formats=None if formats == (DATA,) else tuple(member for member in Format if member in formats),
        languages=lang,
        include_restricted=include_restricted,
        show_names=names,
        repository=find_repository(workspace.root, os.environ),
    )


def _span(month: tuple[int, int] | None, as_of: date, since: date | None, until: date | None) -> Span:
    """The month asked for, else the days, else the month that runs; never later than the day."""
    from generator.build.digest_facts import day_span, month_span

    if since is None and until is None:
        span = month_span(*(month or (as_of.year, as_of.month)), as_of)
        if span is None:
            raise RefusedError(
                Bilingual(f"到 {as_of} 为止这个月还没开始", f"that month has not begun by {as_of}")
            )
        return span
    if month is not None:
        raise RefusedError(
            Bilingual(
                "写月份，或写 --since 和 --until，不能都写", "name a month, or --since and --until, not both"
            )
        )
    last = min(until or as_of, as_of)
    first = since or last.replace(day=1)
    if first > last:
        raise RefusedError(Bilingual(f"{first} 晚于 {last}", f"{first} is after {last}"))
    return day_span(first, last)


COMMAND = Command(
    "digest",
    _digest,
    Bilingual(
        "全部记录的月度经验摘要，写到 output/digests/。",
        "The monthly lessons digest over all notes, written to output/digests/.",
    ),
    more=Bilingual(
        "不写 MONTH 就是正在过的月。过去的月按它的最后一天写，正在过的月按今天写。\n\n"
        "--format json 把数打到标准输出，不写文件；每一项的意思见 docs/digest-json.zh.md。",
        "Without MONTH it is the month that runs. A past month speaks for its last day, the one that runs for today.\n\n"
        "--format json prints the figures to standard output and writes no file; docs/digest-json.md tells what each means.",
    ),
    examples=(
        "presales digest",
        "presales digest 2026-10 --lang zh,en --format md,docx",
        "presales digest 2026-10 --audience partner",
        "presales digest 2026-10 --format json",
        "presales digest --since 2026-07-01 --until 2026-09-30",
    ),
    params=(
        Argument(
            "month",
            Bilingual("月份，如 2026-10", "the month, such as 2026-10"),
            metavar="[MONTH]",
            required=False,
            type=Month(),
        ),
        Option(
            ["--as-of"],
            Bilingual("当作今天的那一天；不写就是今天", "the day that counts as today; else today"),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
        Option(
            ["--since"],
            Bilingual("不按月，从这一天起", "not a month but the days from this one"),
            type=Day(),
            metavar="DATE",
        ),
        Option(
            ["--until"],
            Bilingual("到这一天为止，含这一天", "to this one, which belongs to them"),
            type=Day(),
            metavar="DATE",
        ),
        Option(
            ["--audience"],
            Bilingual(
                "给谁看：company（缺省）或 partner；后者不写只涉及一家客户的行",
                "who reads it: company (default), or partner, without rows that rest on one customer",
            ),
            type=OneOf(*_AUDIENCES),
            default=_AUDIENCES[0],
            metavar="WHO",
        ),
        Option(
            ["--format", "formats"],
            Bilingual(
                "哪些格式：md、docx、html、pdf、json；不写就按 presales.yaml",
                "which formats: md, docx, html, pdf, json; else those of presales.yaml",
            ),
            type=Listed(*DOCUMENTS, DATA),
            multiple=True,
            callback=flat,
            metavar="FORMAT,...",
        ),
        Option(
            ["--lang"],
            Bilingual("文档的语言：zh、en；不写就按工作区", "languages: zh, en; else the workspace's"),
            type=Listed(*LANGUAGES),
            multiple=True,
            callback=flat,
            metavar="LANG,...",
        ),
        Option(
            ["--include-restricted"],
            Bilingual("受限的记录和经验也算", "count restricted notes and lessons too"),
            is_flag=True,
        ),
        Option(["--names"], Bilingual("写出客户人员的姓名", "show names of customer staff"), is_flag=True),
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
