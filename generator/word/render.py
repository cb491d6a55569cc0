"""Document + base document -> the bytes of a .docx."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.document import Block, Callout, Document, Footnote, Heading, ListBlock, Paragraph, Quote
from generator.word import styles
from generator.word.base_document import Base
from generator.word.base_package import ContentTypes, relationships_name, render_relationships
from generator.word.draft import Draft, Relationships
from generator.word.escaping import escape_text
from generator.word.formatting import paragraph_properties, run_properties
from generator.word.package import CONTENT_TYPES, pack_member, render_package
from generator.word.placeholders import BODY, fill
from generator.word.properties import render_app, render_core
from generator.word.runs import render_inlines, run, text_runs
from generator.word.setting import PAGE_WORDS, Setting
from generator.word.story import Flow, Place, write_blocks

_LEVEL = 6
_TEXT_END, _TEXT_START = "</w:t>", '<w:t xml:space="preserve">'


def render_docx(document: Document, base: Base, setting: Setting) -> bytes:
    """Same arguments, same bytes. Raises MissingPictureError for a figure that the setting does not hold."""
    numbers = tuple(note.number for note in document.footnotes)
    draft = Draft.begin(base, setting, frozenset(_anchors(document.blocks)), numbers)
    values = placeholder_values(setting)
    main = fill(base.document, {**values, BODY: _render_body(document.blocks, draft)})
    related = (*base.relationships, *draft.relationships.made.values())
    texts = {
        base.main: main,
        relationships_name(base.main): render_relationships(related),
        **{name: fill(template, values) for name, template in base.templates},
        **_note_parts(document.footnotes, draft),
        "docProps/core.xml": render_core(setting),
        "docProps/app.xml": render_app(setting),
        CONTENT_TYPES: _content_types(draft).xml(),
    }
    if draft.lists.nums:  # only now: notes hold lists too
        texts[base.numbering.name] = draft.lists.xml()
    folder = posixpath.dirname(base.main)
    blobs = {posixpath.join(folder, name): picture.data for name, picture in draft.media.items()}
    blobs.update((name, text.encode()) for name, text in texts.items())
    plain = (base.numbering.plain, base.footnotes.plain)
    members = [pack_member(name, blob, _LEVEL) for name, blob in blobs.items()]
    return render_package((*base.static, *(part for part in plain if part.name not in blobs), *members))


def placeholder_values(setting: Setting) -> dict[str, str]:
    """What the placeholders of a base document become, as XML within `w:t`."""
    before, between, after = (word.in_(setting.language) for word in PAGE_WORDS)
    return {
        "title": escape_text(setting.title),
        "subject": escape_text(setting.subject),
        "label": escape_text(setting.label),
        "generated_from": escape_text(setting.generated_from),
        "day": f"{setting.day:%Y-%m-%d}",
        "company": escape_text(setting.company),
        "page_of": before + _page_field("PAGE") + between + _page_field("NUMPAGES") + after,
    }


def _page_field(name: str) -> str:
    """A field inside the run that holds the placeholder, so that it keeps the run's look."""
    start, middle, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    code = f'<w:instrText xml:space="preserve"> {name} </w:instrText>'
    return f"{_TEXT_END}{start}{code}{middle}<w:t>1</w:t>{end}{_TEXT_START}"


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(_, _, anchor):
                yield anchor
            case Quote(inner) | Callout(_, inner):
                yield from _anchors(inner)
            case ListBlock():
                for item in block.items:
                    yield from _anchors(item.blocks)
            case _:
                pass


def _render_body(blocks: tuple[Block, ...], draft: Draft) -> str:
    """A base whose header does not show the label must not lose it: it becomes the first line."""
    flow = Flow(draft)
    if draft.setting.label and not draft.base.shows_label:
        bold = run_properties(draft.base.character_style(styles.STRONG))
        flow.paragraph(paragraph_properties(draft.base.style(styles.BODY)), run(draft.setting.label, bold))
    write_blocks(blocks, flow, Place(text=styles.BODY))
    return flow.xml()


def _note_parts(notes: tuple[Footnote, ...], draft: Draft) -> dict[str, str]:
    """The footnotes part and, where notes link to something, its relationships."""
    if not notes:
        return {}
    draft.in_footnotes = True
    draft.relationships = Relationships()
    part = draft.base.footnotes
    inner = "".join(_render_note(note, draft) for note in notes)
    parts = {part.name: part.start + inner + part.end}
    if draft.relationships.made:
        parts[relationships_name(part.name)] = render_relationships(tuple(draft.relationships.made.values()))
    return parts


def _render_note(note: Footnote, draft: Draft) -> str:
    flow = Flow(draft)
    properties = run_properties(draft.base.character_style(styles.FOOTNOTE_MARK))
    mark = f"<w:r>{properties}<w:footnoteRef/></w:r>{text_runs(' ')}"
    first = note.blocks[0] if note.blocks else None
    content = render_inlines(first.children, draft) if isinstance(first, Paragraph) else ""
    flow.paragraph(paragraph_properties(draft.base.style(styles.FOOTNOTE)), mark + content)
    rest = note.blocks[1:] if isinstance(first, Paragraph) else note.blocks
    write_blocks(rest, flow, Place(text=styles.FOOTNOTE))
    return f'<w:footnote w:id="{draft.footnote_ids[note.number]}">{flow.xml()}</w:footnote>'


def _content_types(draft: Draft) -> ContentTypes:
    pictures: dict[str, str] = {
        picture.extension: f"image/{picture.extension}" for picture in draft.media.values()
    }
    if not pictures:
        return draft.base.types
    return ContentTypes({**draft.base.types.defaults, **pictures}, draft.base.types.overrides)
