"""Document + base document -> the bytes of a .docx."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from generator.document import Block, Callout, Document, Footnote, Heading, ListBlock, Paragraph, Quote, Rule
from generator.word import styles
from generator.word.base_document import Base
from generator.word.base_package import ContentTypes, relationships_name, render_relationships
from generator.word.charts import CHART_TYPE, WORKBOOK_TYPE
from generator.word.contents import SECTION, render_contents
from generator.word.draft import Draft, Relationships
from generator.word.escaping import escape_attribute
from generator.word.flow import Flow, Place
from generator.word.formatting import paragraph_properties, run_properties
from generator.word.length import estimated_pages
from generator.word.package import CONTENT_TYPES, pack_member, render_package
from generator.word.placeholders import AUTHOR, BODY, PAGE_OF, fill
from generator.word.properties import render_app, render_core
from generator.word.runs import render_inlines, run, text_runs
from generator.word.section_numbers import without_section_numbers
from generator.word.setting import PAGE_WORDS, PRODUCT, Setting, written_date
from generator.word.story import write_blocks

_LEVEL = 6
MOST_PAGES_WITHOUT_CONTENTS = 5
_TEXT_END, _TEXT_START = "</w:t>", '<w:t xml:space="preserve">'


def render_docx(document: Document, base: Base, setting: Setting) -> bytes:
    """Same arguments, same bytes. Raises MissingPictureError for a figure that the setting does not hold."""
    blocks = without_section_numbers(document.blocks) if base.numbers_sections else document.blocks
    numbers = tuple(note.number for note in document.footnotes)
    draft = Draft.begin(base, setting, frozenset(_anchors(blocks)), numbers)
    values = placeholder_values(setting)
    main = fill(base.document, {**values, BODY: _render_body(blocks, draft)})
    related = (*base.relationships, *draft.relationships.made.values())
    texts = {
        base.main: main,
        relationships_name(base.main): render_relationships(related),
        **{name: fill(template, values) for name, template in base.templates},
        **_note_parts(document.footnotes, draft, values),
        "docProps/core.xml": render_core(base.properties, setting, values),
        "docProps/app.xml": render_app(base.properties, values),
        CONTENT_TYPES: _content_types(draft).xml(),
    }
    if draft.lists.nums:  # only now: notes hold lists too
        texts[base.numbering.name] = draft.lists.xml()
    folder = posixpath.dirname(base.main)
    blobs = {posixpath.join(folder, name): picture.data for name, picture in draft.media.items()}
    blobs.update((posixpath.join(folder, name), part) for name, part in draft.parts.items())
    blobs.update((name, text.encode()) for name, text in texts.items())
    plain = (base.numbering.plain, base.footnotes.plain)
    members = [pack_member(name, blob, _LEVEL) for name, blob in blobs.items()]
    return render_package((*base.static, *(part for part in plain if part.name not in blobs), *members))


def placeholder_values(setting: Setting) -> dict[str, str]:
    """What the placeholders of a base document become, as XML for `w:t` and, but for the page, for attributes."""
    before, between, after = (word.in_(setting.language) for word in PAGE_WORDS)
    texts = {
        "title": setting.title,
        "subject": setting.subject,
        "customer": setting.customer,
        "company": setting.company,
        "label": setting.label,
        "date": written_date(setting.day, setting.language),
        "day": f"{setting.day:%Y-%m-%d}",
        "generated_from": setting.generated_from,
        AUTHOR: setting.company or PRODUCT,
    }
    values = {name: escape_attribute(text) for name, text in texts.items()}
    values[PAGE_OF] = before + _page_field("PAGE") + between + _page_field("NUMPAGES") + after
    return values


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
    before, after = _around_contents(blocks, draft.setting)
    write_blocks(before, flow, Place(text=styles.BODY))
    if after:
        new_page = isinstance(after[0], Rule)
        after = after[1:] if new_page else after
        flow.block(render_contents(blocks, draft, new_page=new_page))
        write_blocks(after, flow, Place(text=styles.BODY))
    return flow.xml()


def _around_contents(
    blocks: tuple[Block, ...], setting: Setting
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The first section, which is the conclusion, comes first; a table of contents leads into what lies behind it.

    Nothing lies behind it where the document shall have none, is short, or has but one section.
    """
    sections = [
        place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.level == SECTION
    ]
    if not setting.contents or len(sections) < 2:
        return blocks, ()
    if estimated_pages(blocks, setting.figures) <= MOST_PAGES_WITHOUT_CONTENTS:
        return blocks, ()
    cut = sections[1] - isinstance(blocks[sections[1] - 1], Rule)
    return blocks[:cut], blocks[cut:]


def _note_parts(notes: tuple[Footnote, ...], draft: Draft, values: Mapping[str, str]) -> dict[str, str]:
    """The footnotes part and, where notes link to something, its relationships."""
    part = draft.base.footnotes
    draft.in_footnotes = True
    draft.relationships = Relationships(frozenset(relationship.id for relationship in part.relationships))
    inner = "".join(_render_note(note, draft) for note in notes)
    parts = {part.name: fill(part.start, values) + inner + part.end} if notes or not part.is_plain else {}
    related = (*part.relationships, *draft.relationships.made.values())
    if related:
        parts[relationships_name(part.name)] = render_relationships(related)
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
    """With those of pictures and charts."""
    folder = posixpath.dirname(draft.base.main)
    made: dict[str, str] = {
        picture.extension: f"image/{picture.extension}" for picture in draft.media.values()
    }
    charts = [name for name in draft.parts if name.startswith("charts/") and name.endswith(".xml")]
    if charts:
        made["xlsx"] = WORKBOOK_TYPE
    overrides = {f"/{posixpath.join(folder, name)}": CHART_TYPE for name in charts}
    types = draft.base.types
    return ContentTypes({**types.defaults, **made}, {**types.overrides, **overrides})
