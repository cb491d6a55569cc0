"""Where in a base document the text goes, and what of the base document gives way to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.word.placeholders import BODY, PLACEHOLDER, Edit, placeholder_name
from generator.word.spans import Span, ancestor, inside

_AROUND = ("w:body", "w:sdtContent", "w:sdt")
_SECTION = "w:sectPr"


@dataclass(frozen=True, slots=True)
class BodyPlace:
    """marked: by `{{ body }}`. after_cover: behind what looks like a cover. gives_way is the start of the sample text
    that is replaced. misplaced and repeated count other stand-ins, which cannot serve."""

    edit: Edit
    marked: bool
    after_cover: bool = False
    gives_way: str = ""
    misplaced: int = 0
    repeated: int = 0


def place_body(part: bytes, spans: tuple[Span, ...], filled: Iterable[Edit]) -> BodyPlace:
    """filled are the places of placeholders, by which a cover is known."""
    stand_ins = [index for index, span in enumerate(spans) if _stands_for_body(spans, index)]
    serving = [index for index in stand_ins if _is_free(spans, index)]
    misplaced = _mentions(spans) - len([index for index in serving if spans[index].tag == "w:p"])
    if serving:
        edit = _replace(part, spans, serving[0], serving[0])
        return BodyPlace(edit, True, misplaced=misplaced, repeated=len(serving) - 1)
    return _place_after_cover(part, spans, tuple(filled), misplaced)


def _stands_for_body(spans: tuple[Span, ...], index: int) -> bool:
    if spans[index].tag == "w:p":
        own = (s for s in inside(spans, index) if s.tag == "w:t" and ancestor(spans, s, "w:p") == index)
        match = PLACEHOLDER.fullmatch("".join(span.text for span in own).strip())
        return bool(match and placeholder_name(match[1]) == BODY)
    if spans[index].tag != "w:sdt":
        return False
    tags = [s for s in inside(spans, index) if s.tag == "w:tag" and ancestor(spans, s, "w:sdt") == index]
    return any(placeholder_name(tag.attributes.get("w:val", "").strip("{}")) == BODY for tag in tags)


def _is_free(spans: tuple[Span, ...], index: int) -> bool:
    """In the main text, not in a table, a text box or a line of it."""
    parent = spans[index].parent
    while parent > 0:
        if spans[parent].tag not in _AROUND or _stands_for_body(spans, parent):
            return False
        parent = spans[parent].parent
    return parent == 0


def _mentions(spans: tuple[Span, ...]) -> int:
    """How many paragraphs say `{{ body }}`, alone or among other words."""
    texts: dict[int, str] = {}
    for span in spans:
        if span.tag == "w:t":
            paragraph = ancestor(spans, span, "w:p")
            texts[paragraph] = texts.get(paragraph, "") + span.text
    return sum(
        any(placeholder_name(match[1]) == BODY for match in PLACEHOLDER.finditer(text))
        for text in texts.values()
    )


def _replace(part: bytes, spans: tuple[Span, ...], first: int, last: int) -> Edit:
    """Section properties within what is replaced stay, and so does a page break in a stand-in."""
    region = [s for s in spans[first:] if s.start < spans[last].end]
    sections = [span for span in region if span.tag == _SECTION]
    after = "".join(
        f"<w:p><w:pPr>{part[span.start : span.end].decode()}</w:pPr></w:p>" for span in sections[-1:]
    )
    breaks = first == last and any(_breaks_page(span) for span in region)
    before = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' if breaks else ""
    return spans[first].start, spans[last].end, (before, BODY, after)


def _breaks_page(span: Span) -> bool:
    return span.tag == "w:pageBreakBefore" or (span.tag == "w:br" and span.attributes.get("w:type") == "page")


def _place_after_cover(
    part: bytes, spans: tuple[Span, ...], filled: tuple[Edit, ...], misplaced: int
) -> BodyPlace:
    """A cover ends with a section, a page, or the last paragraph that is filled in. What has words but nothing to fill
    is a sample or last year's document, and gives way as a whole."""
    body = next(index for index, span in enumerate(spans) if span.tag == "w:body")
    blocks = [i for i, s in enumerate(spans) if s.parent == body and s.tag != _SECTION]
    cover = _cover_length(spans, blocks, filled)
    section_end = next(
        (place for place in range(cover, len(blocks)) if _holds(spans, blocks[place], _SECTION)),
        len(blocks) - 1,
    )
    for place in range(cover, section_end + 1):
        if _is_filled(spans[blocks[place]], filled):
            cover = place + 1
    if cover > section_end:  # nothing gives way: the text goes behind the last block
        at = spans[blocks[-1]].end if blocks else spans[body].inner_start
        if blocks and _holds(spans, blocks[min(cover, len(blocks)) - 1], _SECTION):
            at = spans[blocks[min(cover, len(blocks)) - 1]].end
        return BodyPlace((at, at, ("", BODY, "")), False, bool(cover), "", misplaced)
    edit = _replace(part, spans, blocks[cover], blocks[section_end])
    sample = "".join(s.text for s in spans if s.tag == "w:t" and edit[0] <= s.start < edit[1]).strip()
    return BodyPlace((edit[0], edit[1], ("", *edit[2][1:])), False, bool(cover), sample[:20], misplaced)


def _cover_length(spans: tuple[Span, ...], blocks: list[int], filled: tuple[Edit, ...]) -> int:
    """How many blocks the cover has, 0 without one."""
    for place, block in enumerate(blocks):
        if _is_gallery_cover(spans, block):
            return place + 1
        ends = _holds(spans, block, _SECTION) or any(
            span.tag == "w:br" and _breaks_page(span) for span in inside(spans, block)
        )
        if not ends and not (place and _holds(spans, block, "w:pageBreakBefore")):
            continue
        length = place + 1 if ends else place
        start, end = spans[blocks[0]].start, spans[blocks[length - 1]].end
        texts = [s for s in spans if s.tag == "w:t" and start <= s.start < end and s.text.strip()]
        return length if not texts or any(start <= edit[0] < end for edit in filled) else 0
    return 0


def _is_gallery_cover(spans: tuple[Span, ...], block: int) -> bool:
    return spans[block].tag == "w:sdt" and any(
        span.tag == "w:docPartGallery" and span.attributes.get("w:val") == "Cover Pages"
        for span in inside(spans, block)
    )


def _holds(spans: tuple[Span, ...], block: int, tag: str) -> bool:
    return any(span.tag == tag for span in inside(spans, block))


def _is_filled(block: Span, filled: tuple[Edit, ...]) -> bool:
    return any(block.start <= edit[0] < block.end for edit in filled)
