"""Commands and options that explain themselves in the language of messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from generator.cli.refusals import RefusedError, bare, read_with
from generator.cli.session import Session
from generator.cli.terminal import INDENT, Rows, table, wrap
from generator.errors import Bilingual

_USAGE = Bilingual("用法：", "Usage: ")
_OPTIONS_PLACE = Bilingual("[选项]", "[OPTIONS]")
_ARGUMENTS = Bilingual("参数：", "Arguments:")
_OPTIONS = Bilingual("选项：", "Options:")
_EXAMPLES = Bilingual("例子：", "Examples:")
_HELP = Bilingual("显示这份说明", "show this help")


class Option(click.Option):
    def __init__(self, names: Sequence[str], words: Bilingual, **settings: Any) -> None:
        super().__init__(names, **settings)
        self.words = words


class Argument(click.Argument):
    def __init__(self, name: str, words: Bilingual, *, metavar: str, **settings: Any) -> None:
        super().__init__([name], metavar=metavar, **settings)
        self.words = words


class Command(click.Command):
    """words says what it does in a line, more is told below it; the callback gives the exit code."""

    def __init__(
        self,
        name: str,
        callback: Callable[..., int],
        words: Bilingual,
        *,
        more: Bilingual | None = None,
        examples: tuple[str, ...] = (),
        params: Sequence[click.Parameter] = (),
    ) -> None:
        super().__init__(
            name,
            callback=callback,
            params=list(params),
            context_settings={"allow_extra_args": True},
            add_help_option=False,
        )
        self.params.append(help_option())
        self.words, self.more, self.examples = words, more, examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with read_with(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            listed = " ".join(rest)
            raise RefusedError(Bilingual(f"多出了参数 {listed}", f"unexpected arguments: {listed}"), ctx)
        return rest

    def get_usage(self, ctx: click.Context) -> str:
        return usage_line(self, ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(
            help_text(self, ctx, formatter.width, words=self.words, more=self.more, examples=self.examples)
        )


def help_option() -> Option:
    return Option(
        ["-h", "--help"], _HELP, is_flag=True, is_eager=True, expose_value=False, callback=_show_help
    )


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        session: Session = ctx.obj
        session.put(ctx.get_help())
        ctx.exit()


def usage_line(command: click.Command, ctx: click.Context) -> str:
    session: Session = ctx.obj
    arguments = (param.metavar or "" for param in command.params if isinstance(param, click.Argument))
    words = (session.word(_USAGE) + ctx.command_path, session.word(_OPTIONS_PLACE), *arguments)
    return " ".join(words)


def help_text(
    command: click.Command,
    ctx: click.Context,
    width: int,
    *,
    words: Bilingual,
    more: Bilingual | None = None,
    tables: Sequence[tuple[str, Rows]] = (),
    examples: tuple[str, ...] = (),
) -> str:
    """Usage, what it does, tables of names with their meanings, examples."""
    session: Session = ctx.obj
    blocks = [command.get_usage(ctx), *_paragraphs(session, words, more, width)]
    for title, rows in (*_parameters(command, session), *tables):
        blocks.append(table(title, rows, width))
    if examples:
        blocks.append("\n".join((session.word(_EXAMPLES), *(INDENT + example for example in examples))))
    return "\n\n".join(blocks) + "\n"


def _paragraphs(session: Session, words: Bilingual, more: Bilingual | None, width: int) -> Iterator[str]:
    for text in (words, more):
        if text is not None:
            for paragraph in text.in_(session.language).split("\n\n"):
                yield "\n".join(INDENT + line for line in wrap(paragraph, width - len(INDENT)))


def _parameters(command: click.Command, session: Session) -> Iterator[tuple[str, Rows]]:
    params = command.params
    arguments = [(_bare(param), session.word(param.words)) for param in params if isinstance(param, Argument)]
    options = [(_names(param), session.word(param.words)) for param in params if isinstance(param, Option)]
    if arguments:
        yield session.word(_ARGUMENTS), arguments
    yield session.word(_OPTIONS), options


def _bare(param: Argument) -> str:
    return bare(param.metavar or "")


def _names(option: Option) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {option.metavar}"
