"""`presales explain`: a key, its meaning, its closed values in both languages, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.help import Argument, Command
from generator.cli.outcome import DONE
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.cli.terminal import table
from generator.errors import Bilingual

if TYPE_CHECKING:
    from generator.notes.explain import Format


@click.pass_obj
def _explain(session: Session, *, word: str | None) -> int:
    from generator.notes.explain import NOTE, explain
    from generator.notes.explanation_text import render_explanation
    from generator.workspace.config import Config
    from generator.workspace.schema import CONFIG

    formats = (NOTE, CONFIG)
    if word is None:
        session.put("\n\n".join(_overview(session, format_) for format_ in formats))
        return DONE
    config = session.workspace().config if session.root() else Config()
    explanation = explain(word, formats, config.all_themes())
    zh, en = (render_explanation(explanation, language).rstrip("\n") for language in ("zh", "en"))
    if not explanation.found:
        raise RefusedError(Bilingual(zh, en))
    session.put(Bilingual(zh, en).in_(session.language))
    return DONE


def _overview(session: Session, format_: Format) -> str:
    """The keys at the top of a format; a star stands for a required one."""
    from generator.source.keys import keys_of

    rows = [
        (f"{'★' if key.required else ' '} {key.name}", session.word(key.meaning))
        for key in keys_of(format_.block)
    ]
    return table(session.word(format_.name), rows)


COMMAND = Command(
    "explain",
    _explain,
    Bilingual("解释一个键或一个可写的值。", "Explains a key, or a value that a key can have."),
    more=Bilingual(
        "不写 KEY 就列出记录和 presales.yaml 的全部顶层键。",
        "Without KEY it lists the top keys of notes and of presales.yaml.",
    ),
    examples=("presales explain commitments.due", "presales explain fit", "presales explain brief.weights"),
    params=(
        Argument(
            "word",
            Bilingual("键的名字或路径，或一个可写的值", "name or path of a key, or a value"),
            metavar="[KEY]",
            required=False,
        ),
    ),
)
