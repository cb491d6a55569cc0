"""What a page needs and the dialect does not say: words of alerts, numbers of figures, tables that scroll, and what
screen readers are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from generator.document.reading import CALLOUTS
from generator.document.wording import CALLOUT_WORDS, FIGURE_WORD
from generator.errors import Bilingual, Language
from generator.figures.measure import text_width
from generator.html.splicing import Edit, Element, read_fragment, start_tag

SHORT_TEXT = 16  # half-widths: cells of ids, dates and numbers, and states, stay in one line
_TABLE_WORD = Bilingual("表格", "Table")
_FOOTNOTES_WORD = Bilingual("脚注", "Footnotes")
_BACK_WORD = Bilingual("回到正文", "Back to the text")
_DONE_WORD, _OPEN_WORD = Bilingual("已完成", "Done"), Bilingual("未完成", "Open")
_EM_SPACE = "\u2003"


def furnish(xhtml: str, language: Language) -> str:
    """The same XHTML and more; comes before `embed`, whose SVG is not the dialect's."""
    source = read_fragment(xhtml)
    numbers = count(1)
    return source.spliced(edit for element in source.elements for edit in _edits(element, language, numbers))


def _edits(element: Element, language: Language, numbers: Iterator[int]) -> Iterator[Edit]:
    if element.name == "table":
        frame = {"class": "table", "role": "group", "tabindex": "0", "aria-label": _TABLE_WORD.in_(language)}
        yield Edit(element.start, element.start, start_tag("div", frame))
        yield Edit(element.end, element.end, "</div>")
    more = _more_attributes(element, language)
    if more:
        tag = start_tag(element.name, {**element.attributes, **more}, empty=element.is_empty)
        yield Edit(element.start, element.inside, tag)
    words = _first_words(element, language, numbers)
    if words:
        yield Edit(element.inside, element.inside, words)


def _first_words(element: Element, language: Language, numbers: Iterator[int]) -> str:
    """What Word writes at the same places."""
    if element.name == "figcaption":
        number = f"{FIGURE_WORD.in_(language)} {next(numbers)}"
        return f'<span class="number">{number}</span>{_EM_SPACE}'
    for name in element.classes:
        if element.name == "div" and name in CALLOUTS:
            return f'<p class="callout-title">{CALLOUT_WORDS[CALLOUTS[name]].in_(language)}</p>'
    return ""


def _more_attributes(element: Element, language: Language) -> Mapping[str, str]:
    match element.name:
        case "th":
            return {"scope": "col", **_line_breaks(element)}
        case "td":
            return _line_breaks(element)
        case "strong" if "state" in element.classes:
            return _line_breaks(element)
        case "em":
            return _language_of(element.text, language)
        case "input":
            word = _OPEN_WORD if element.attributes.get("checked") is None else _DONE_WORD
            return {"aria-label": word.in_(language)}
        case "a" if "footnote-back" in element.classes:
            return {"role": "doc-backlink", "aria-label": _BACK_WORD.in_(language)}
        case "div" if "footnotes" in element.classes:
            return {"role": "doc-endnotes", "aria-label": _FOOTNOTES_WORD.in_(language)}
        case _:
            return {}


def _line_breaks(element: Element) -> Mapping[str, str]:
    """Beside long texts a browser would fold a cell of Chinese until one character is left in a line."""
    if text_width(element.text) > SHORT_TEXT:
        return {}
    return {"class": " ".join((*element.classes, "short"))}


def _language_of(text: str, language: Language) -> Mapping[str, str]:
    """Chinese is stressed by dots, other scripts by slant: the page tells them by the language."""
    tag = "zh-CN" if text_width(text) > len(text) else "en"
    return {} if tag.startswith(language) else {"lang": tag}
