"""A table of contents that is there when the file is opened, without a question from Word, and that Word can renew.

An empty one, or one marked as dirty, makes Word ask (`w:updateFields`, `w:dirty`); here the field holds its result.
"""

from __future__ import annotations

from generator.document import Block, FootnoteMark, Heading, Inline
from generator.word import styles
from generator.word.draft import Draft, bookmark_name
from generator.word.formatting import element, paragraph_properties
from generator.word.runs import text_runs
from generator.word.widths import plain_text

SECTION = 2  # the level of headings below the title
_MOST_ENTRIES = 20  # of the levels below the sections; more would hide what it leads to
NO_NUMBERS = " \\n "  # the switch of the field that leaves the pages out
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def render_contents(blocks: tuple[Block, ...], draft: Draft, *, new_page: bool) -> str:
    """The block that Word's own command makes (ECMA-376-1, 17.5.2.12). There is a section to list."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    depth = _depth(headings)
    listed = [heading for heading in headings if SECTION <= heading.level < SECTION + depth]
    title = paragraph_properties(draft.base.style(styles.CONTENTS_TITLE), page_break=new_page)
    last = len(listed) - 1
    entries = "".join(
        _entry(heading, draft, field_start(depth) if place == 0 else "", FIELD_END if place == last else "")
        for place, heading in enumerate(listed)
    )
    gallery = element("docPartGallery", val="Table of Contents") + element("docPartUnique")
    return (
        f"<w:sdt><w:sdtPr><w:docPartObj>{gallery}</w:docPartObj></w:sdtPr><w:sdtContent>"
        f"<w:p>{title}{text_runs(draft.setting.contents)}</w:p>{entries}</w:sdtContent></w:sdt>"
    )


def _depth(headings: list[Heading]) -> int:
    """As many levels as make a list that is seen at a glance."""
    depth = 1
    for deeper in range(2, len(styles.CONTENTS) + 1):
        if sum(SECTION <= heading.level < SECTION + deeper for heading in headings) <= _MOST_ENTRIES:
            depth = deeper
    return depth


def field_start(depth: int) -> str:
    """Headings as links, without page numbers: nobody knows those before the pages are laid out (ECMA-376-1,
    17.16.5.68). contents_pages adds them where a program that lays out pages is at hand."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}"{NO_NUMBERS}\\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(heading: Heading, draft: Draft, before: str, after: str) -> str:
    """The tab stop is where the text of this base ends; Word sets it so, too, where the style has none."""
    style = draft.base.style(styles.CONTENTS[heading.level - SECTION])
    properties = paragraph_properties(style, dots_to=draft.text_width)
    text = text_runs(plain_text(_without_notes(heading.children)))
    link = f'<w:hyperlink w:anchor="{bookmark_name(heading.anchor)}" w:history="1">{text}</w:hyperlink>'
    return f"<w:p>{properties}{before}{link}{after}</w:p>"


def _without_notes(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(inline for inline in inlines if not isinstance(inline, FootnoteMark))
