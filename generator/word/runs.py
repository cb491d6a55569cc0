"""Inline kinds as runs. Character styles do the formatting; only their combinations need more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from generator.document import Break, Code, Emphasis, FootnoteMark, Inline, Link, State, Str, Strong
from generator.word import styles
from generator.word.draft import Draft, bookmark_name, footnote_bookmark
from generator.word.escaping import escape_attribute, escape_text
from generator.word.formatting import run_properties
from generator.word.links import external_target
from generator.word.scripts import MARKED, split_scripts, split_wide

_LONGEST_TOOLTIP = 260
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


@dataclass(frozen=True, slots=True)
class Ink:
    """What the inline kinds around a text ask for."""

    strong: bool = False
    emphasis: bool = False
    link: bool = False


PLAIN = Ink()


def render_inlines(inlines: tuple[Inline, ...], draft: Draft, ink: Ink = PLAIN) -> str:
    if len(inlines) == 1 and ink is PLAIN and type(inlines[0]) is Str:  # nearly every cell of a table
        return text_runs(inlines[0].text)
    return "".join([_render_inline(inline, draft, ink) for inline in inlines])


def _render_inline(inline: Inline, draft: Draft, ink: Ink) -> str:
    match inline:
        case Str(text):
            return _render_text(text, draft, ink)
        case Strong(children):
            return render_inlines(children, draft, Ink(True, ink.emphasis, ink.link))
        case State(light, text):
            return text_runs(text, draft.base.character_style(styles.STATES[light]))
        case Code(text):
            style = draft.base.character_style(styles.CODE)
            return text_runs(text, style, bold=ink.strong, italic=ink.emphasis)
        case Emphasis(children):
            return render_inlines(children, draft, Ink(ink.strong, True, ink.link))
        case Link():
            return _render_link(inline, draft, ink)
        case Break():
            return "<w:r><w:br/></w:r>"
        case FootnoteMark(number):
            return _render_mark(number, draft)
        case _:
            assert_never(inline)


def run(text: str, properties: str) -> str:
    escaped = escape_text(text)
    if escaped is not text:
        escaped = escaped.replace("\t", _TAB)
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped}</w:t></w:r>'


def text_runs(text: str, style: str = "", *, bold: bool = False, italic: bool = False) -> str:
    """As few runs as the fonts of the scripts in it allow; style is the id of a character style."""
    if not MARKED.search(text):  # nearly always, and several times cheaper than asking for pieces
        return run(text, run_properties(style, bold=bold, italic=italic) if style else "")
    return "".join(
        run(piece, run_properties(style, bold=bold, italic=italic, east_asian=hinted))
        for piece, hinted in split_scripts(text)
    )


def _render_text(text: str, draft: Draft, ink: Ink) -> str:
    if ink is PLAIN:
        return text_runs(text)
    style_of = draft.base.character_style
    if ink.link:
        return text_runs(text, style_of(styles.LINK), bold=ink.strong, italic=ink.emphasis)
    if ink.emphasis:
        latin, east_asian = style_of(styles.EMPHASIS), style_of(styles.EAST_ASIAN_EMPHASIS)
        return "".join(
            run(piece, run_properties(east_asian if wide else latin, bold=ink.strong, east_asian=wide))
            for piece, wide in split_wide(text)
        )
    return text_runs(text, style_of(styles.STRONG) if ink.strong else "")


def _render_link(link: Link, draft: Draft, ink: Ink) -> str:
    if link.target.startswith("#"):
        anchor = draft.anchor_of(link.target)
        place = f'w:anchor="{escape_attribute(bookmark_name(anchor))}"' if anchor else ""
    else:
        target = external_target(link.target)
        place = f'r:id="{draft.relationships.id_of("hyperlink", target, external=True)}"' if target else ""
    if not place:
        return render_inlines(link.children, draft, ink)
    tip = f' w:tooltip="{escape_attribute(link.title[:_LONGEST_TOOLTIP])}"' if link.title else ""
    children = render_inlines(link.children, draft, Ink(ink.strong, ink.emphasis, True))
    return f'<w:hyperlink {place}{tip} w:history="1">{children}</w:hyperlink>'


def _render_mark(number: int, draft: Draft) -> str:
    """A note is referred to once; a second mark is a cross reference to the first (ECMA-376-1, 17.16.5.42)."""
    properties = run_properties(draft.base.character_style(styles.FOOTNOTE_MARK))
    if draft.in_footnotes:
        return run(str(number), properties)
    if number in draft.marked:
        return field(f"NOTEREF {footnote_bookmark(number)} \\h", str(number), properties)
    draft.marked.add(number)
    reference = f'<w:r>{properties}<w:footnoteReference w:id="{draft.footnote_ids[number]}"/></w:r>'
    return draft.bookmark(footnote_bookmark(number), reference)


def field(instruction: str, cached: str, properties: str = "") -> str:
    """A field with the result that is shown until Word computes it anew."""
    code = f'<w:instrText xml:space="preserve"> {escape_text(instruction)} </w:instrText>'
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{properties}{code}</w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>{run(cached, properties)}'
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )
