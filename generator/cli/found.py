"""What was found in the notes, for the terminal: a block a thing, with the words that were asked for marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from generator.cli.session import Session
from generator.cli.terminal import columns, harmless, wrap
from generator.errors import Bilingual

if TYPE_CHECKING:
    from generator.build.lessons import FoundThing
    from generator.insights.portfolio.reuse import LessonUse
    from generator.insights.search import Query, Span
    from generator.notes.codes import Theme

_MARGIN = "    "
_GAP = "  "
_WIDEST, _NARROWEST = 110, 60
_MATCHED = Bilingual("命中：", "matched: ")
_FIELD = Bilingual("{}：", "{}: ")
_USE = Bilingual(
    "简报给出 {shown} 次，引用 {cited} 次，其中 {helped} 次有用",
    "shown in briefs {shown}, cited {cited}, helped {helped} of {cited}",
)
_REPEATED = Bilingual("；整改后复发 {} 次", "; repeated after the fix {}")
# What the text of a thing shows anyway, and what stands in the head of its block.
_NOT_QUOTED = frozenset({"text", "label", "title", "industry", "product", "customer"})


def put_found(session: Session, found: tuple[FoundThing, ...], query: Query, themes: Iterable[Theme]) -> None:
    """Nothing where nothing was found."""
    if found:
        heads = [_head(session, each, tuple(themes)) for each in found]
        widths = [max(columns(head[place]) for head in heads) for place in range(3)]
        width = max(_NARROWEST, min(_WIDEST, get_terminal_size((_WIDEST, 24)).columns)) - len(_MARGIN)
        blocks = (
            "\n".join((_aligned(head, widths), *_body(session, each, query, width)))
            for head, each in zip(heads, found, strict=True)
        )
        session.put("\n\n".join(blocks))


def _head(session: Session, found: FoundThing, themes: tuple[Theme, ...]) -> tuple[str, str, str, str]:
    """Place, day, what it is, and how it stands."""
    from generator.insights.search import What
    from generator.registers import WHATS, about_words, status_words

    thing = found.thing
    about = session.word(about_words(thing, themes))
    what = session.word(WHATS[What(thing.what)])
    return (
        harmless(found.hit.name),
        found.hit.day,
        f"{what} · {about}" if about else what,
        session.word(status_words(thing)),
    )


def _aligned(head: tuple[str, str, str, str], widths: list[int]) -> str:
    """Columns as wide as they are on the screen, where a Chinese character takes two."""
    place, *rest = (
        text + " " * (width - columns(text)) for text, width in zip(head[:3], widths, strict=True)
    )
    return _GAP.join((click.style(place, bold=True), *rest, head[3])).rstrip()


def _body(session: Session, found: FoundThing, query: Query, width: int) -> Iterator[str]:
    from generator.build.lesson_table import matched_words
    from generator.insights.search import marks_in, snippet

    text = harmless(found.thing.texts[0])
    yield from _lines(text, marks_in(query, text), width)
    for field, quoted in _quoted(found):
        words = session.word(_FIELD).format(session.word(_field_words(field)))
        piece, marks = snippet(harmless(quoted), marks_in(query, harmless(quoted)), width - columns(words))
        yield f"{_MARGIN}{words}{_marked(piece, marks)}"
    told = [harmless(matched_words(found, session.language))] if found.hit.matches else []
    told = [session.word(_MATCHED) + matched for matched in told]
    if found.use is not None and (found.use.shown or found.use.cited or found.use.repeated):
        told.append(_use_words(session, found.use))
    if told:
        yield from (_MARGIN + click.style(line, dim=True) for line in wrap(" · ".join(told), width))


def _field_words(field: str) -> Bilingual:
    from generator.registers import FIELD_WORDS

    return FIELD_WORDS[field]


def _quoted(found: FoundThing) -> Iterator[tuple[str, str]]:
    """The fields beside the text in which a word counts, and the answer to an objection, which is what one looks for."""
    from generator.insights.search import FIELDS, What

    names = FIELDS[What(found.thing.what)]
    matched = {match.field for match in found.hit.matches} - _NOT_QUOTED
    for name, text in zip(names, found.thing.texts, strict=True):
        if text and (name in matched or name in {"answer", "workaround"}):
            yield name, text


def _use_words(session: Session, use: LessonUse) -> str:
    words = session.word(_USE).format(shown=use.shown, cited=use.cited, helped=use.helped)
    return words + (session.word(_REPEATED).format(use.repeated) if use.repeated else "")


def _lines(text: str, marks: tuple[Span, ...], width: int) -> Iterator[str]:
    """The text wrapped, with the marks where they stand in each line."""
    start = 0
    for line in wrap(text, width):
        start = max(text.find(line, start), start)
        inside = ((max(left, start) - start, min(right, start + len(line)) - start) for left, right in marks)
        yield _MARGIN + _marked(line, tuple((left, right) for left, right in inside if left < right))
        start += len(line)


def _marked(text: str, marks: tuple[Span, ...]) -> str:
    """Bold where colour is on: click takes it out again where it is not."""
    parts, end = [], 0
    for left, right in marks:
        parts += [text[end:left], click.style(text[left:right], fg="yellow", bold=True)]
        end = right
    return "".join((*parts, text[end:]))
