"""CommonMark's reading of a source, by markdown-it-py, as a Document: what ours is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from generator.document import Column, Document, UnknownElementError, read_document
from generator.markup import render_xhtml
from generator.markup.finishing import mark_states, set_heading_ids
from generator.markup.line_breaks import join_lines

OPEN_INPUT = re.compile(r"(<input[^>]*[^/])>")


@cache
def _markdown_it() -> MarkdownIt:
    options = {"html": False, "tasklists": True, "alerts": True}
    parser = MarkdownIt("commonmark", options).enable("table").disable(["code", "lheading", "reference"])
    return parser.use(footnote_plugin, inline=False)


@cache
def _all_of_github() -> MarkdownIt:
    """With what the dialect leaves out: HTML, indented code, underlined headings, reference links, strikethrough."""
    options = {"html": True, "tasklists": True, "alerts": True}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False)


def read_with_oracle(source: str) -> Document:
    """The oracle's Document; line breaks, states and ids, which CommonMark leaves open, are set as ours are."""
    return _read(_markdown_it(), source)


def read_as_github(source: str) -> Document | str:
    """The Document that CommonMark and GFM in full make of a source, or the name of what no Document holds."""
    for token in _all_tokens(_all_of_github().parse(source)):
        if token.type in {"html_block", "html_inline", "s_open"}:
            return token.type
    try:
        return _read(_all_of_github(), source)
    except UnknownElementError as error:
        return error.name


def read_ours_or_refusal(source: str) -> Document | str:
    """Our Document, or the name of the element that it does not hold."""
    try:
        return read_with_ours(source)
    except UnknownElementError as error:
        return error.name


def _all_tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all_tokens(token.children or ())


def _read(parser: MarkdownIt, source: str) -> Document:
    html = OPEN_INPUT.sub(r"\1/>", parser.render(source)).replace("\t", "&#9;")
    root = fromstring(f"<div>{html}</div>")
    _shape_callouts(root)
    _shape_footnotes(root)
    join_lines(root)
    mark_states(root)
    set_heading_ids(root)
    _number_marks(root)
    return read_document("".join(tostring(block, encoding="unicode") for block in root))


def read_with_ours(source: str) -> Document:
    """Our Document without column widths, which only we read."""
    document = _without_weights(read_document(render_xhtml(source)))
    assert isinstance(document, Document)
    return document


def _without_weights(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_without_weights(each) for each in value)
    if isinstance(value, Column):
        return replace(value, weight=0)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _without_weights(getattr(value, f.name)) for f in fields(value)})
    return value


def _shape_callouts(root: Element) -> None:
    for div in root.iter("div"):
        names = div.get("class", "").split()
        if "markdown-alert" in names:
            div.set("class", names[1].replace("markdown-alert-", "callout-"))
            div.remove(div[0])


def _shape_footnotes(root: Element) -> None:
    for rule in root.findall("hr[@class='footnotes-sep']"):
        root.remove(rule)
    for section in root.findall("section"):
        section.tag = "div"
        for item in section.iterfind("ol/li"):
            for paragraph in [item, *item.findall("p")]:
                for link in paragraph.findall("a[@class='footnote-backref']"):
                    paragraph.remove(link)
                if paragraph is not item and paragraph.text is None and not len(paragraph):
                    item.remove(paragraph)
    for mark in root.iter("sup"):
        mark.set("data-number", re.sub(r"\D.*", "", "".join(mark.itertext()).strip("[]")))
        for link in list(mark):
            mark.remove(link)


def _number_marks(root: Element) -> None:
    for mark in root.iter("sup"):
        mark.text = mark.get("data-number")
