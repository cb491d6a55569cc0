"""What stops a command before it begins, in both languages: click's own usage errors and ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches

import click

from generator.errors import Bilingual

NO_HISTORY = Bilingual(
    "没有 git 历史：这个工作区不在 git 仓库里，或没有安装 git",
    "there is no history: the workspace is in no git repository, or git is not installed",
)


class RefusedError(click.UsageError):
    """A usage error in our words. With a context it comes with the usage; click adds one to every error later."""

    def __init__(self, words: Bilingual, ctx: click.Context | None = None) -> None:
        super().__init__(words.en, ctx)
        self.words = words
        self.shows_usage = ctx is not None


class BadValueError(click.BadParameter):
    """A value that an option or argument cannot take; click adds which one."""

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words


@contextmanager
def read_with(ctx: click.Context) -> Iterator[None]:
    """Gives errors of the parser the context that click leaves out of some."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def did_you_mean(words: Bilingual, typed: str, known: Iterable[str]) -> Bilingual:
    """The words, and what is most like the typed text, if anything is."""
    near = get_close_matches(typed, sorted(known), 2, 0.7)
    if not near:
        return words
    return Bilingual(
        f"{words.zh}；是不是 {'、'.join(near)}？", f"{words.en}; did you mean {' or '.join(near)}?"
    )


def words_of(error: click.ClickException) -> Bilingual:
    """What the error says, in both languages."""
    match error:
        case RefusedError():
            return error.words
        case BadValueError(param=click.Parameter() as param):
            name = _name_of(param)
            return Bilingual(f"{name} 的值不对：{error.words.zh}", f"bad value for {name}: {error.words.en}")
        case click.MissingParameter(param=click.Parameter() as param):
            name = _name_of(param)
            return Bilingual(f"缺少 {name}", f"{name} is missing")
        case click.NoSuchOption():
            return _no_such_option(error)
        case click.BadOptionUsage():
            return _bad_use_of_option(error)
        case _:
            return Bilingual(error.format_message(), error.format_message())


def _name_of(param: click.Parameter) -> str:
    """An argument as the usage shows it."""
    return bare(param.metavar or "") if isinstance(param, click.Argument) else param.opts[-1]


def bare(metavar: str) -> str:
    """A place of the usage line without the marks that it may be left out or repeated: `[NOTE]...` is NOTE."""
    return metavar.strip("[].") if metavar.startswith("[") else metavar.rstrip(".")


def _no_such_option(error: click.NoSuchOption) -> Bilingual:
    """An option that stands before commands is told to go there; else the nearest one."""
    name = error.option_name
    words = Bilingual(f"没有选项 {name}", f"there is no option {name}")
    ctx = error.ctx
    if ctx is None:
        return words
    if ctx.parent is not None and name in _options_of(ctx.parent):
        program, command = ctx.parent.info_name, ctx.info_name
        return Bilingual(
            f"{words.zh}：它写在命令前面，{program} {name} … {command}",
            f"{words.en} here: it stands before the command, {program} {name} … {command}",
        )
    return did_you_mean(words, name, _options_of(ctx))


def _options_of(ctx: click.Context) -> list[str]:
    return [
        name
        for param in ctx.command.get_params(ctx)
        if isinstance(param, click.Option)
        for name in param.opts
    ]


def _bad_use_of_option(error: click.BadOptionUsage) -> Bilingual:
    name, ctx = error.option_name, error.ctx
    params = ctx.command.get_params(ctx) if ctx else []
    takes_value = any(name in p.opts and not getattr(p, "is_flag", False) for p in params)
    if takes_value:
        return Bilingual(f"{name} 后面要有一个值", f"{name} needs a value")
    return Bilingual(f"{name} 后面不能有值", f"{name} takes no value")
