"""The options of `presales brief`: which meeting, and what becomes of the brief."""

from __future__ import annotations

import re

import click

from generator.cli.help import Argument, Option
from generator.cli.notes import complete_note
from generator.cli.values import Day, Listed, OneLine, OneOf, Whole, flat, today
from generator.errors import LANGUAGES, Bilingual

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
# The names of workspace.codes.Format, for the same reason.
FORMATS = ("md", "docx", "html", "pdf")
MOST_MINUTES = 1440
_LIST = re.compile(r"\s*[,，、;；]\s*")


def _split(
    _ctx: click.Context, _param: click.Parameter, values: str | tuple[str, ...] | None
) -> tuple[str, ...]:
    """Names as typed: repeated, or joined by commas of either script."""
    typed = (values,) if isinstance(values, str) else values or ()
    return tuple(dict.fromkeys(part for value in typed for part in _LIST.split(value.strip()) if part))


PARAMS = (
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
        Bilingual("会面的日期；不写就是下一个工作日", "the day of the meeting; else the next working day"),
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
            "哪些格式：md、docx、html、pdf；不写就按 presales.yaml",
            "which formats: md, docx, html, pdf; else those of presales.yaml",
        ),
        type=Listed(*FORMATS),
        multiple=True,
        callback=flat,
        metavar="FORMAT,...",
    ),
    Option(
        ["--lang", "languages"],
        Bilingual("文档的语言：zh、en；不写就按记录", "languages of the documents: zh, en; else the note's"),
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
)
