"""`presales new`: a note to fill in."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from generator.cli.help import Argument, Command, Option
from generator.cli.outcome import exit_code, tell_files
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.cli.values import today
from generator.errors import Bilingual, Language

if TYPE_CHECKING:
    from generator.notes.model import Engagement
    from generator.notes.reader import Note
    from generator.scaffold import Start


@click.pass_obj
def _new(session: Session, /, *, slug: str, source: str | None, edit: bool, **typed: str | None) -> int:
    from generator.build.library import read_library
    from generator.output import write_file
    from generator.scaffold import render_note

    day, workspace = today(), session.workspace()
    notes = read_library(workspace, day).notes
    typed = {name: text or _ask(session, name) for name, text in typed.items()}
    last = _last_note(notes, source, typed["customer"] or "")
    language: Language = "zh" if workspace.config.language == "zh" else "en"
    start = _start(_free_id(slug, day, notes), day, language, last, typed)
    path = workspace.engagements / f"{start.id}.yaml"
    written = write_file(path, render_note(start).encode(), parents=True)
    tell_files(session, (written,))
    session.put(str(path))
    if edit and sys.stdin.isatty() and sys.stdout.isatty():
        click.edit(filename=str(path))
    return exit_code((), (written,))


_QUESTIONS = {
    "customer": Bilingual("客户名称", "Customer's name"),
    "industry": None,
    "presales": None,
    "sales": None,
}


def _ask(session: Session, name: str) -> str:
    """At a terminal, what a note cannot be pre-filled without; nothing in a pipe."""
    question = _QUESTIONS[name]
    if question is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    answer: str = click.prompt(session.word(question), default="", show_default=False, err=True)
    return answer.strip()


def _last_note(notes: tuple[Note, ...], source: str | None, customer: str) -> Engagement | None:
    """The note that --from names, else the customer's latest one."""
    from generator.build.selection import UnknownNoteError, select, unknown_note_message

    if source is not None:
        try:
            (note,) = select(notes, (source,))
        except UnknownNoteError as error:
            raise RefusedError(unknown_note_message(error)) from error
        if note.engagement is None:
            message = f"{source} 有问题，读不出来", f"{source} has problems and cannot be read"
            raise RefusedError(Bilingual(*message))
        return note.engagement
    theirs = [n.engagement for n in notes if n.engagement and n.engagement.customer.name == customer]
    return max(theirs, key=lambda engagement: (engagement.date, engagement.id), default=None)


def _free_id(slug: str, day: date, notes: tuple[Note, ...]) -> str:
    """`2026-11-slug`, then `-2`, whatever the letter case of the others."""
    from generator.source.fields import is_note_id

    first = f"{day:%Y-%m}-{slug}"
    if not is_note_id(first):
        message = Bilingual(
            f"「{slug}」不能作编号：只用字母、数字、- 和 _",
            f"“{slug}” cannot be an id: use letters, digits, - and _",
        )
        raise RefusedError(message)
    taken = {note.file.stem.casefold() for note in notes}
    number, name = 1, first
    while name.casefold() in taken:
        number += 1
        name = f"{first}-{number}"
    return name


def _start(
    note_id: str, day: date, language: Language, last: Engagement | None, typed: dict[str, str | None]
) -> Start:
    from generator.scaffold import Start

    customer = last.customer if last else None
    same = customer is not None and typed["customer"] in {None, "", customer.name}
    known = customer if same else None
    return Start(
        id=note_id,
        day=day,
        language=language,
        presales=typed["presales"] or (last.presales if last else ""),
        sales=typed["sales"] or (last.sales if last else ""),
        customer=typed["customer"] or (known.name if known else ""),
        alias=(known.alias or "") if known else "",
        industry=typed["industry"] or (known.industry if known else ""),
        region=(known.region or "") if known else "",
        products=last.products if last else (),
        people=last.stakeholders if last and same else (),
    )


def _text(name: str, zh: str, en: str) -> Option:
    return Option([f"--{name}"], Bilingual(zh, en), metavar="TEXT")


COMMAND = Command(
    "new",
    _new,
    Bilingual("新建一条有注释的记录，打印它的路径。", "Makes a commented note and prints its path."),
    more=Bilingual(
        "编号是 年-月-SLUG，不与已有的相撞。同一客户有旧记录时，客户、人员和产品从最近一条带过来。",
        "The id is year-month-SLUG and collides with no other. Where the customer has earlier notes, customer, people "
        "and products come from the latest one.",
    ),
    examples=(
        "presales new qingyu-iot --customer 青屿精密 --industry 离散制造",
        "presales new harbour-2 --from 2026-05-harbour-iot --no-edit",
    ),
    params=(
        Argument("slug", Bilingual("编号的后半", "the second half of the id"), metavar="SLUG"),
        _text("customer", "客户名称", "the customer's name"),
        _text("industry", "行业", "the industry"),
        _text("presales", "售前负责人", "presales owner"),
        _text("sales", "销售负责人", "sales owner"),
        Option(
            ["--from", "source"],
            Bilingual("从这条记录带过来", "take customer, people and products from this note"),
            metavar="NOTE",
        ),
        Option(
            ["--edit/--no-edit", "edit"],
            Bilingual("在终端里打开编辑器；缺省打开", "open the editor at a terminal; the default"),
            default=True,
        ),
    ),
)
