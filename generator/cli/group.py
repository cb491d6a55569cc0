"""Commands below a command, each imported when it is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, cast

import click
from click.shell_completion import CompletionItem

from generator.cli.help import help_option, help_text, usage_line
from generator.cli.refusals import RefusedError, did_you_mean, read_with
from generator.cli.session import Session
from generator.errors import Bilingual

USAGE_ERROR = 2
COMMANDS_TITLE = Bilingual("命令：", "Commands:")
_COMMAND_PLACE = Bilingual("命令 [参数]...", "COMMAND [ARGS]...")


class Group(click.Group):
    """offered says in a line what each command does; the command is COMMAND in the module of its name in package.

    So help and completion import none of them.
    """

    def __init__(
        self,
        name: str,
        package: str,
        offered: Mapping[str, Bilingual],
        words: Bilingual,
        *,
        params: Sequence[click.Parameter] = (),
        examples: tuple[str, ...] = (),
    ) -> None:
        super().__init__(
            name,
            callback=_without_command,
            invoke_without_command=True,
            add_help_option=False,
            params=[*params, help_option()],
        )
        self.package, self.offered = package, offered
        self.words, self.examples = words, examples

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.offered:
            return None
        return cast(click.Command, import_module(f"{self.package}.{cmd_name}").COMMAND)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.offered)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with read_with(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        command = self.get_command(ctx, name)
        if command is None and not ctx.resilient_parsing:
            words = Bilingual(f"没有命令 {name}", f"there is no command {name}")
            raise RefusedError(did_you_mean(words, name, self.offered), ctx)
        return name, command, args[1:]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        session: Session = ctx.obj
        named = ((name, words) for name, words in self.offered.items() if name.startswith(incomplete))
        found = [CompletionItem(name, help=session.word(words)) for name, words in named]
        return found or click.Command.shell_complete(self, ctx, incomplete)

    def get_usage(self, ctx: click.Context) -> str:
        return f"{usage_line(self, ctx)} {ctx.obj.word(_COMMAND_PLACE)}"

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        tables = ((ctx.obj.word(COMMANDS_TITLE), self.rows(ctx)),)
        text = help_text(self, ctx, formatter.width, words=self.words, tables=tables, examples=self.examples)
        formatter.write(text)

    def rows(self, ctx: click.Context) -> list[tuple[str, str]]:
        session: Session = ctx.obj
        return [(name, session.word(words)) for name, words in self.offered.items()]


@click.pass_context
def _without_command(ctx: click.Context, /, **_: Any) -> int:
    """What comes before every command, which reads its Session; alone it is not a call."""
    if ctx.invoked_subcommand is None:
        ctx.obj.tell(ctx.get_help())
        return USAGE_ERROR
    return 0
