"""The text of a document: the label where the base does not show it, the contents, pages upright and turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document import Block, Callout, Heading, ListBlock, Quote, Rule, Table
from generator.word import styles
from generator.word.contents import SECTION, render_contents
from generator.word.draft import Draft
from generator.word.flow import Flow, Place
from generator.word.formatting import paragraph_properties, run_properties
from generator.word.length import estimated_pages
from generator.word.orientation import stretches
from generator.word.page_sections import PageSections, page_sections
from generator.word.runs import run
from generator.word.setting import Setting
from generator.word.story import write_blocks
from generator.word.widths import is_too_wide

_MOST_PAGES_WITHOUT_CONTENTS = 5
Blocks = tuple[Block, ...]


def anchors(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(_, _, anchor):
                yield anchor
            case Quote(inner) | Callout(_, inner):
                yield from anchors(inner)
            case ListBlock():
                for item in block.items:
                    yield from anchors(item.blocks)
            case _:
                pass


def render_body(blocks: Blocks, draft: Draft) -> str:
    """A base whose header does not show the label must not lose it: it becomes the first line."""
    flow = Flow(draft)
    if draft.setting.label and not draft.base.shows_label:
        bold = run_properties(draft.base.character_style(styles.STRONG))
        flow.paragraph(paragraph_properties(draft.base.style(styles.BODY)), run(draft.setting.label, bold))
    writer = _Writer(flow, page_sections(draft.base))
    before, after = _around_contents(blocks, draft.setting)
    writer.write(before)
    if after:
        writer.write_contents(blocks, new_page=isinstance(after[0], Rule))
        writer.write(after[1:] if isinstance(after[0], Rule) else after)
    writer.finish()
    return flow.xml()


def _around_contents(blocks: Blocks, setting: Setting) -> tuple[Blocks, Blocks]:
    """The first section, which is the conclusion, comes first; a table of contents leads into what lies behind it.

    Nothing lies behind it where the document shall have none, is short, or has but one section.
    """
    if not setting.contents or estimated_pages(blocks, setting.figures) <= _MOST_PAGES_WITHOUT_CONTENTS:
        return blocks, ()
    sections = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == SECTION]
    if len(sections) < 2:
        return blocks, ()
    cut = sections[1] - isinstance(blocks[sections[1] - 1], Rule)
    return blocks[:cut], blocks[cut:]


@dataclass(slots=True)
class _Writer:
    """pages is None where none can be turned; ended counts the sections that are closed in the text."""

    flow: Flow
    pages: PageSections | None
    is_landscape: bool = False
    ended: int = 0

    def write(self, blocks: Blocks) -> None:
        for stretch in stretches(blocks, self._is_wide):
            self._turn(is_landscape=stretch.is_landscape)
            write_blocks(stretch.blocks, self.flow, Place(text=styles.BODY))

    def write_contents(self, blocks: Blocks, *, new_page: bool) -> None:
        on_new_page = self.is_landscape
        self._turn(is_landscape=False)
        contents = render_contents(blocks, self.flow.draft, new_page=new_page and not on_new_page)
        self.flow.block(contents)

    def finish(self) -> None:
        """The section that the base closes gets the properties of the pages that the text ends on."""
        if self.pages is None or not (self.ended or self.is_landscape):
            return
        if self.is_landscape and not self.pages.is_last_thing:
            self._turn(is_landscape=False)
        draft, is_first = self.flow.draft, self.ended == 0
        draft.last_section = self.pages.properties(is_landscape=self.is_landscape, is_first=is_first)
        draft.text_width, draft.text_height = self.pages.text_size(is_landscape=False)  # of footnotes

    def _is_wide(self, table: Table) -> bool:
        return self.pages is not None and is_too_wide(table, self.pages.text_width)

    def _turn(self, *, is_landscape: bool) -> None:
        if self.pages is None or is_landscape == self.is_landscape:
            return
        if self.flow.parts:
            section = self.pages.properties(is_landscape=self.is_landscape, is_first=self.ended == 0)
            self.flow.end_section(section)
            self.ended += 1
        self.is_landscape = is_landscape
        draft = self.flow.draft
        draft.text_width, draft.text_height = self.pages.text_size(is_landscape=is_landscape)
