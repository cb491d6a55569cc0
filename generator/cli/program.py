"""The program: options before the command, the commands by name, and how a run ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from generator import __version__
from generator.cli.group import COMMANDS_TITLE, USAGE_ERROR, Group
from generator.cli.help import Option, help_text
from generator.cli.language import language_of_messages
from generator.cli.refusals import words_of
from generator.cli.session import Session
from generator.cli.values import OneOf, WorkspaceFolder
from generator.errors import LANGUAGES, Bilingual

NAME = "presales"
INTERRUPTED = 130

# Each command is the module of its name in commands/, imported when it is called; what it does in a line is said here,
# so that help and completion import none.
COMMANDS = {
    "init": Bilingual("新建一个工作区", "make a new workspace"),
    "new": Bilingual("新建一条记录", "make a new note"),
    "build": Bilingual("由记录生成文档", "make the documents of notes"),
    "digest": Bilingual("全部记录的月度经验摘要", "the monthly lessons digest over all notes"),
    "check": Bilingual(
        "检查记录、设置、模板和基准文档", "check notes, settings, templates and base documents"
    ),
    "brief": Bilingual("会前一晚的简报", "the brief for the evening before a meeting"),
    "lessons": Bilingual("以前遇到过吗：搜全部记录", "have we met this before? search all notes"),
    "diff": Bilingual("两个版本之间的变化", "what changed between two revisions"),
    "export": Bilingual("导出登记表：xlsx、csv、json", "export registers: xlsx, csv, json"),
    "status": Bilingual("今天要有人管的事", "what needs somebody today"),
    "redact": Bilingual(
        "复制工作区，人名、公司、产品、金额都换成化名",
        "copy the workspace with pseudonyms for names, products and amounts",
    ),
    "template": Bilingual(
        "模板、词条和 Word 基准文档：检查、取出、能用什么",
        "templates, labels and the Word base: check, get, what they may use",
    ),
    "schema": Bilingual("打印记录格式的 JSON Schema", "print the JSON Schema of the note"),
    "explain": Bilingual("解释一个键：含义、可写的值、例子", "explain a key: meaning, values, an example"),
}

_WORDS = Bilingual(
    "每次售前支持写一条 YAML 记录，得到真正要发出去的文档：Word、Markdown 和网页，中文或英文。",
    "One YAML note per presales engagement in, the documents that a company really sends out: Word, Markdown and HTML, "
    "in Chinese or English.",
)
_EXIT_CODES_TITLE = Bilingual("退出码：", "Exit codes:")
_EXIT_CODES = (
    ("0", Bilingual("完成，只有提示或警告也算", "done, with hints and warnings at most")),
    (
        "1",
        Bilingual(
            "有问题、有过期的文档，或没写成", "problems, something out of date, or something not written"
        ),
    ),
    ("2", Bilingual("用法不对", "wrong usage")),
    ("3", Bilingual("被人改过的文件原样保留了", "a file edited by hand was kept")),
)
_COMPLETION_TITLE = Bilingual(
    "Tab 补全，加到终端的启动文件：", "Completion with Tab, for the start-up file of your shell:"
)
_COMPLETION = (
    ("bash", 'eval "$(_PRESALES_COMPLETE=bash_source presales)"'),
    ("zsh", 'eval "$(_PRESALES_COMPLETE=zsh_source presales)"'),
    ("fish", "_PRESALES_COMPLETE=fish_source presales | source"),
)
_TRY = Bilingual("看说明：", "For help: ")


class Program(Group):
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        session: Session = ctx.obj
        tables = (
            (session.word(COMMANDS_TITLE), self.rows(ctx)),
            (session.word(_EXIT_CODES_TITLE), [(code, session.word(words)) for code, words in _EXIT_CODES]),
            (session.word(_COMPLETION_TITLE), _COMPLETION),
        )
        formatter.write(help_text(self, ctx, formatter.width, words=self.words, tables=tables))

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> Any:
        """Ends the process with the exit code. Bugs keep their traceback."""
        session = self._session(sys.argv[1:] if args is None else args)
        try:
            code = super().main(args, NAME, standalone_mode=False, obj=session)
        except click.ClickException as error:
            _tell(session, error)
            code = USAGE_ERROR
        except click.Abort:
            code = INTERRUPTED
        sys.exit(code)

    def _session(self, args: Sequence[str]) -> Session:
        """Read before anything can be said: even usage errors need a language. Mistakes are left to the real reading."""
        ctx = self.make_context(
            NAME, list(args), resilient_parsing=True, ignore_unknown_options=True, obj=Session("en")
        )
        typed = ctx.params
        return Session(
            language=language_of_messages(typed["lang"], typed["folder"], os.environ),
            start=typed["folder"],
            quiet=typed["quiet"],
            verbose=typed["verbose"],
            color=False if typed["no_color"] or os.environ.get("NO_COLOR") else None,
        )


def _tell(session: Session, error: click.ClickException) -> None:
    ctx = error.ctx if isinstance(error, click.UsageError) and getattr(error, "shows_usage", True) else None
    if ctx is not None:
        session.tell(f"{ctx.get_usage()}\n{session.word(_TRY)}{ctx.command_path} --help\n")
    session.tell_error(words_of(error))


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        ctx.obj.put(f"{NAME} {__version__}")
        ctx.exit()


PROGRAM = Program(
    NAME,
    "generator.cli.commands",
    COMMANDS,
    _WORDS,
    params=[
        Option(
            ["-C", "folder"],
            Bilingual(
                "工作区所在的文件夹；不写就从这里往上找 presales.yaml",
                "the workspace; else the nearest folder upward with presales.yaml",
            ),
            type=WorkspaceFolder(),
            metavar="DIR",
        ),
        Option(
            ["--lang"],
            Bilingual(
                "消息的语言 zh 或 en；不写就用工作区的，再用 LANG 的",
                "language of messages, zh or en; else the workspace's, else that of LANG",
            ),
            type=OneOf(*LANGUAGES),
            metavar="LANG",
        ),
        Option(["--quiet"], Bilingual("只说出了什么问题", "tell problems only"), is_flag=True),
        Option(
            ["--verbose"],
            Bilingual("每个文件怎样了也说", "tell what became of each file as well"),
            is_flag=True,
        ),
        Option(
            ["--no-color"],
            Bilingual("不用颜色；设了 NO_COLOR 也一样", "no colours; so does NO_COLOR"),
            is_flag=True,
        ),
        Option(
            ["--version"],
            Bilingual("显示版本", "show the version"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
        ),
    ],
)
