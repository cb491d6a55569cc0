"""Document + base document -> the bytes of a .docx."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from generator.document import Document, Footnote, Paragraph
from generator.word import styles
from generator.word.base_document import Base
from generator.word.base_package import ContentTypes, relationships_name, render_relationships
from generator.word.body import anchors, render_body
from generator.word.charts import CHART_TYPE, WORKBOOK_TYPE
from generator.word.draft import Draft, Relationships
from generator.word.escaping import escape_attribute
from generator.word.flow import Flow, Place
from generator.word.formatting import paragraph_properties, run_properties
from generator.word.package import CONTENT_TYPES, pack_member, render_package
from generator.word.page_sections import with_last_section
from generator.word.placeholders import AUTHOR, BODY, PAGE_OF, fill
from generator.word.properties import render_app, render_core
from generator.word.runs import render_inlines, text_runs
from generator.word.section_numbers import without_section_numbers
from generator.word.setting import PAGE_WORDS, PRODUCT, Setting, written_date
from generator.word.story import write_blocks

_LEVEL = 6
_TEXT_END, _TEXT_START = "</w:t>", '<w:t xml:space="preserve">'


def render_docx(document: Document, base: Base, setting: Setting) -> bytes:
    """Same arguments, same bytes. Raises MissingPictureError for a figure that the setting does not hold."""
    blocks = without_section_numbers(document.blocks) if base.numbers_sections else document.blocks
    numbers = tuple(note.number for note in document.footnotes)
    draft = Draft.begin(base, setting, frozenset(anchors(blocks)), numbers)
    values = placeholder_values(setting)
    body = render_body(blocks, draft)
    template = with_last_section(base.document, draft.last_section) if draft.last_section else base.document
    main = fill(template, {**values, BODY: body})
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
