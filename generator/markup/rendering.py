"""Markdown text -> XHTML in the project's dialect, through one Python-Markdown per process."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import Registry

from generator.markup.emphasis import EmphasisPattern
from generator.markup.finishing import finish_tree
from generator.markup.inline import (
    FootnotePattern,
    LineBreakPattern,
    LinkPattern,
    PicturePattern,
    VerbatimPattern,
)
from generator.markup.scanning import scan_blocks
from generator.markup.tree import build_tree
from generator.markup.xhtml import write_xhtml


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
    markdown = Markdown()
    for name in ("normalize_whitespace", "html_block"):
        markdown.preprocessors.deregister(name)
    markdown.treeprocessors.deregister("prettify")
    for name in ("raw_html", "amp_substitute"):
        markdown.postprocessors.deregister(name)
    markdown.serializer = write_xhtml
    # None of Python-Markdown's own patterns: some are not in the dialect, the others change between its versions.
    markdown.inlinePatterns = Registry()
    markdown.treeprocessors.register(InlineProcessor(markdown), "inline", 20)
    footnotes, emphasis = FootnotePattern(markdown), EmphasisPattern()
    patterns = (
        VerbatimPattern(),
        footnotes,
        LinkPattern(markdown),
        PicturePattern(markdown),
        emphasis,
        LineBreakPattern(),
    )
    for order, pattern in enumerate(patterns):
        markdown.inlinePatterns.register(pattern, type(pattern).__name__, -order)
    markdown.parser = _BlockParser(markdown, footnotes, emphasis)
    # After Python-Markdown's last one, which puts escaped characters back.
    markdown.treeprocessors.register(_Finishing(markdown), "finishing", -10)
    return markdown


class _BlockParser(BlockParser):
    """Puts the block structure of CommonMark in the place of Python-Markdown's."""

    def __init__(self, markdown: Markdown, footnotes: FootnotePattern, emphasis: EmphasisPattern) -> None:
        super().__init__(markdown)
        self.footnotes = footnotes
        self.emphasis = emphasis

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802
        root = build_tree(scan_blocks("\n".join(lines)))
        labels = (item.get("data-note", "") for item in root.iterfind("div[@class='footnotes']/ol/li"))
        self.footnotes.labels = frozenset(labels)
        self.emphasis.reset()
        return ElementTree(root)


class _Finishing(Treeprocessor):
    def run(self, root: Element) -> None:
        finish_tree(root)
