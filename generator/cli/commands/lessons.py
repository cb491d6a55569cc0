"""`presales lessons`: have we met this before?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.found import put_found
from generator.cli.help import Argument, Command, Option
from generator.cli.outcome import exit_code, tell_files, tell_problems, tell_summary
from generator.cli.refusals import RefusedError, did_you_mean
from generator.cli.session import Session
from generator.cli.values import Day, Listed, OneOf, Whole, flat, today
from generator.errors import LANGUAGES, Bilingual, Language, Severity

if TYPE_CHECKING:
    from generator.build.lessons import Findings
    from generator.insights.search import Filters, Query
    from generator.notes.codes import Theme
    from generator.output import Written
    from generator.workspace.places import Workspace

# The names of insights.search.What, said here so that help imports none.
WHATS = ("lesson", "objection", "gap", "risk")
_TABLE = "table"
_FORMATS = (_TABLE, "json", "csv", "xlsx")
_SHOWN_IN_TABLE = 20
_NOTHING = Bilingual("没有找到；少写一个词试试", "nothing was found; try fewer words")
_MORE = Bilingual("还有 {} 条：加词，或用 --limit {}", "{} more: add a word, or say --limit {}")
_NEEDS_FILE = Bilingual("xlsx 要写到文件里：加 -o FILE.xlsx", "xlsx is written to a file: add -o FILE.xlsx")
_TABLE_IN_FILE = Bilingual(
    "-o 的文件名以 .xlsx、.csv 或 .json 结尾，或加 --format",
    "name a file for -o that ends in .xlsx, .csv or .json, or say --format",
)


@click.pass_obj
def _lessons(
    session: Session,
    /,
    *,
    words: tuple[str, ...],
    format_name: str | None,
    target: str | None,
    as_of: date,
    limit: int | None,
    force: bool,
    lang: Language | None,
    **asked: Any,
) -> int:
    from generator.build.lessons import find_in_notes
    from generator.insights.search import read_query

    workspace, wanted = session.workspace(), _format(format_name, target)
    query, themes = read_query(words), workspace.config.all_themes()
    shown = limit or (_SHOWN_IN_TABLE if wanted == _TABLE else None)
    findings = find_in_notes(workspace, as_of, query, _filters(workspace, **asked), shown)
    written: tuple[Written, ...] = ()
    if wanted == _TABLE:
        _put_table(session, findings, query, themes)
    else:
        data = _rendered(findings, themes, as_of, wanted, lang or session.language)
        written = _give(session, data, target, force=force)
    tell_problems(session, (problem for problem in findings.problems if problem.severity is Severity.ERROR))
    tell_files(session, written)
    tell_summary(session, findings.counts, written)
    return exit_code(findings.problems, written)


def _rendered(
    findings: Findings, themes: tuple[Theme, ...], day: date, wanted: str, language: Language
) -> bytes:
    from generator.build.lesson_table import render_found

    return render_found(findings.found, themes, day, wanted, language)


def _format(named: str | None, target: str | None) -> str:
    """What --format says, else what the file's name ends in, else the table."""
    ending = Path(target).suffix.lower().removeprefix(".") if target else _TABLE
    wanted = named or (ending if ending in _FORMATS else "")
    if target is not None and wanted in {"", _TABLE}:
        raise RefusedError(_TABLE_IN_FILE)
    if wanted == "xlsx" and target is None:
        raise RefusedError(_NEEDS_FILE)
    return wanted


def _filters(
    workspace: Workspace,
    *,
    what: tuple[str, ...],
    themes: tuple[str, ...],
    statuses: tuple[str, ...],
    industries: tuple[str, ...],
    products: tuple[str, ...],
    since: date | None,
    restricted: bool,
) -> Filters:
    from generator.insights.search import Filters
    from generator.registers import status_names, theme_names

    return Filters(
        what=frozenset(what),
        themes=_codes(themes, theme_names(workspace.config.all_themes()), Bilingual("主题", "theme")),
        statuses=_codes(statuses, status_names(), Bilingual("状态", "status")),
        industries=industries,
        products=products,
        since=since,
        restricted=restricted,
    )


def _codes(typed: tuple[str, ...], names: dict[str, str], kind: Bilingual) -> frozenset[str]:
    for name in typed:
        if name.lower() not in names:
            words = Bilingual(f"没有{kind.zh}「{name}」", f"there is no {kind.en} “{name}”")
            raise RefusedError(did_you_mean(words, name.lower(), names))
    return frozenset(names[name.lower()] for name in typed)


def _put_table(session: Session, findings: Findings, query: Query, themes: tuple[Theme, ...]) -> None:
    put_found(session, findings.found, query, themes)
    left = findings.total - len(findings.found)
    if not findings.total:
        session.tell(session.word(_NOTHING))
    elif left:
        session.tell(session.word(_MORE).format(left, findings.total))


def _give(session: Session, data: bytes, target: str | None, *, force: bool) -> tuple[Written, ...]:
    from generator.output import write_file

    if target is not None:
        return (write_file(Path(target), data, force=force),)
    session.put(data.decode("utf-8-sig").rstrip("\r\n"))
    return ()


COMMAND = Command(
    "lessons",
    _lessons,
    Bilingual(
        "以前遇到过吗？在全部记录里找经验、异议和应答、缺口、风险。",
        "Have we met this before? Finds lessons, objections with their answers, gaps and risks in all notes.",
    ),
    more=Bilingual(
        "几个词都要有；中文找片段，英文找词头（带词尾变化）；常用词两种语言互通，如 预算 也找到 budget。"
        "带空格的一个参数或引号里的按原样找。不写词就按条件列出。客户名称也能搜，但不显示。",
        "All words are required. Chinese is found by any piece of it, English by the beginning of a word in any plain form; "
        "common words are known in both languages: budget finds 预算, too. One argument with a space, or words in quotes, are "
        "found as they are. Without words, filters list. Names of customers are searched, but not shown.",
    ),
    examples=(
        "presales lessons 预算",
        "presales lessons budget --what lesson,objection",
        'presales lessons "write-back" --since 2026-01-01',
        "presales lessons --theme 过度承诺 --status 已落实 -o lessons.xlsx",
    ),
    params=(
        Argument("words", Bilingual("要找的词", "words to find"), metavar="[WORDS]...", nargs=-1),
        Option(
            ["--what"],
            Bilingual(f"只要哪几种：{'、'.join(WHATS)}", f"only these kinds: {', '.join(WHATS)}"),
            type=Listed(*WHATS),
            multiple=True,
            callback=flat,
            metavar="KIND,...",
        ),
        Option(
            ["--theme", "themes"],
            Bilingual(
                "经验的主题，中英文或代码；可写几次", "theme of lessons, in either language; may be repeated"
            ),
            multiple=True,
            metavar="THEME",
        ),
        Option(
            ["--status", "statuses"],
            Bilingual("状态，中英文或代码；可写几次", "how it stands, in either language; may be repeated"),
            multiple=True,
            metavar="STATUS",
        ),
        Option(
            ["--industry", "industries"],
            Bilingual("客户行业含有这个词；可写几次", "the customer's industry holds it; may be repeated"),
            multiple=True,
            metavar="TEXT",
        ),
        Option(
            ["--product", "products"],
            Bilingual("产品含有这个词；可写几次", "a product holds it; may be repeated"),
            multiple=True,
            metavar="TEXT",
        ),
        Option(
            ["--since"],
            Bilingual("这一天及以后的记录", "notes of this day and later"),
            type=Day(),
            metavar="DATE",
        ),
        Option(
            ["--format", "format_name"],
            Bilingual("table（缺省）、json、csv、xlsx", "table (the default), json, csv, xlsx"),
            type=OneOf(*_FORMATS),
            metavar="FORMAT",
        ),
        Option(["-o", "--output", "target"], Bilingual("写到这个文件", "write to this file"), metavar="FILE"),
        Option(
            ["--limit"],
            Bilingual(
                f"最多几条；表格缺省 {_SHOWN_IN_TABLE}，其他格式不限",
                f"at most so many; {_SHOWN_IN_TABLE} in the table, else all",
            ),
            type=Whole(1_000_000),
            metavar="N",
        ),
        Option(
            ["--as-of"],
            Bilingual("说的是哪一天；不写就是今天", "the day that it speaks for; else today"),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
        Option(
            ["--include-restricted", "restricted"],
            Bilingual("包括受限的记录和经验", "restricted notes and lessons too"),
            is_flag=True,
        ),
        Option(["--force"], Bilingual("覆盖已有的文件", "write over an existing file"), is_flag=True),
        Option(
            ["--lang"],
            Bilingual(
                "json、csv、xlsx 的语言；不写就是消息的",
                "language of json, csv and xlsx; else that of messages",
            ),
            type=OneOf(*LANGUAGES),
            metavar="LANG",
        ),
    ),
)
