"""Markdown text -> XHTML in the project's dialect, through one Python-Markdown per process."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.treeprocessors import Treeprocessor

from generator.markup.blocks import scan_blocks
from generator.markup.finishing import finish_tree
from generator.markup.inline import FootnotePattern, LinkPattern, PicturePattern, VerbatimPattern
from generator.markup.tree import build_tree

# Raw HTML, reference links and what the dialect's own patterns replace.
PATTERNS_LEFT_OUT = (
    "backtick escape reference link image_link image_reference short_reference short_image_ref autolink automail "
    "html entity"
)


def render_xhtml(source: str) -> str:
    """Well-formed XHTML without a root element; one block a line.

    A figure is `figure` with `img` and `figcaption`; an alert `div.callout.callout-note`; a task item `li.task` with an
    `input`; a state `strong.state.state-red`, and a cell that begins with one `td.state-red`; a column width
    `col[data-weight]`; footnotes `sup.footnote-mark` and, last, `div.footnotes`. Heading ids are GitHub's anchors.
    """
    markdown = _markdown()
    markdown.reset()
    return markdown.convert(source)


@cache
def _markdown() -> Markdown:
    markdown = Markdown(output_format="xhtml")
    for name in ("normalize_whitespace", "html_block"):
        markdown.preprocessors.deregister(name)
    markdown.treeprocessors.deregister("prettify")
    for name in PATTERNS_LEFT_OUT.split():
        markdown.inlinePatterns.deregister(name)
    footnotes = FootnotePattern(markdown)
    markdown.inlinePatterns.register(VerbatimPattern(), "verbatim", 190)
    markdown.inlinePatterns.register(footnotes, "footnote", 175)
    markdown.inlinePatterns.register(LinkPattern(markdown), "link", 160)
    markdown.inlinePatterns.register(PicturePattern(markdown), "picture", 150)
    markdown.parser = _BlockParser(markdown, footnotes)
    # After Python-Markdown's last one, which puts escaped characters back.
    markdown.treeprocessors.register(_Finishing(markdown), "finishing", -10)
    return markdown


class _BlockParser(BlockParser):
    """Puts the block structure of CommonMark in the place of Python-Markdown's."""

    def __init__(self, markdown: Markdown, footnotes: FootnotePattern) -> None:
        super().__init__(markdown)
        self.footnotes = footnotes

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802
        root = build_tree(scan_blocks("\n".join(lines)))
        labels = (item.get("data-note", "") for item in root.iterfind("div[@class='footnotes']/ol/li"))
        self.footnotes.labels = frozenset(labels)
        return ElementTree(root)


class _Finishing(Treeprocessor):
    def run(self, root: Element) -> None:
        finish_tree(root)
