"""What is settled on the finished tree, once inline markup is read and every text is the text a reader sees."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from pymdownx.slugs import slugify

from generator.markup.line_breaks import join_lines
from generator.markup.targets import encoded_target
from generator.states import LIGHT_OF_GLYPH, Light

SLUG = slugify(case="lower")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    {"p", "ul", "ol", "li", "pre", "blockquote", "div", "figure", "figcaption", "hr"}
    | {"table", "colgroup", "thead", "tbody", "tr", "th", "td"}
)
HOLDERS = frozenset({"ul", "ol", "blockquote", "div", "figure", "table", "thead", "tbody", "tr"})


def finish_tree(root: Element) -> None:
    """Changes the tree in place. The order matters: line breaks and ids come before footnote numbers are text."""
    for element in list(root.iter()):
        _settle_targets(element)
    join_lines(root)
    set_heading_ids(root)
    for element in list(root.iter("p")):
        if len(element) == 1 and element[0].tag == "img":
            _make_figure(element)
    # After the figures: the way back from a footnote would keep a picture company.
    _number_footnotes(root)
    mark_states(root)
    for element in root.iter():
        _lay_out(element)


def _settle_targets(element: Element) -> None:
    if element.tag == "a":
        element.set("href", encoded_target(element.get("href", "")))
    elif element.tag == "img":
        alt = " ".join("".join(element.itertext()).split("\n"))
        tail = element.tail
        title = element.get("title")
        source = encoded_target(element.get("src", ""))
        element.clear()
        element.tail = tail
        element.attrib.update({"src": source, "alt": alt})
        if title is not None:
            element.set("title", title)


def heading_anchor(text: str) -> str:
    """The id of the first heading with that text in a document, as GitHub gives it."""
    return str(SLUG(text, "-")) or "section"


def set_heading_ids(root: Element) -> None:
    """Sets ids as GitHub gives them, so that `#anchor` works in the Markdown file as well: doubles get `-1`, `-2`."""
    taken: set[str] = set()
    for element in root.iter():
        if element.tag in HEADINGS:
            slug = heading_anchor("".join(element.itertext()))
            unique, count = slug, 0
            while unique in taken:
                count += 1
                unique = f"{slug}-{count}"
            taken.add(unique)
            element.set("id", unique)


def _number_footnotes(root: Element) -> None:
    """Numbers the marks in reading order, sorts the footnotes by them and drops the ones that nothing refers to."""
    holder = root.find("div[@class='footnotes']")
    if holder is None:
        return
    items = holder[0]
    # The first definition of a label counts, as on GitHub.
    notes = {item.get("data-note", ""): item for item in reversed(items)}
    root.remove(holder)
    numbers: dict[str, int] = {}
    uses: dict[str, int] = {}
    _mark(root, numbers, uses)
    ordered: list[Element] = []
    while len(ordered) < len(numbers):
        note = notes[list(numbers)[len(ordered)]]
        ordered.append(note)
        _mark(note, numbers, uses)
    for item in list(items):
        items.remove(item)
    for number, item in enumerate(ordered, start=1):
        label = item.attrib.pop("data-note")
        item.set("id", f"fn-{number}")
        _add_way_back(item, number, uses[label])
        items.append(item)
    if ordered:
        root.append(holder)


def _mark(tree: Element, numbers: dict[str, int], uses: dict[str, int]) -> None:
    for mark in tree.iter("sup"):
        label = mark.attrib.pop("data-note")
        number = numbers.setdefault(label, len(numbers) + 1)
        uses[label] = uses.get(label, 0) + 1
        mark.attrib.update({"class": "footnote-mark", "id": _mark_id(number, uses[label])})
        SubElement(mark, "a", {"href": f"#fn-{number}"}).text = str(number)


def _mark_id(number: int, use: int) -> str:
    return f"fn-mark-{number}" if use == 1 else f"fn-mark-{number}-{use}"


def _add_way_back(item: Element, number: int, uses: int) -> None:
    last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
    for use in range(1, uses + 1):
        link = SubElement(last, "a", {"class": "footnote-back", "href": "#" + _mark_id(number, use)})
        link.text = "↩"


def mark_states(root: Element) -> None:
    """Gives `state state-red` to strong text such as `■ late`, and `state-red` to a cell that begins with it."""
    for strong in root.iter("strong"):
        light = _light_of(strong)
        if light is not None:
            strong.set("class", f"state state-{light}")
    for cell in root.iter("td"):
        if not (cell.text or "").strip() and len(cell) and cell[0].tag == "strong":
            light = _light_of(cell[0])
            if light is not None:
                cell.set("class", f"state-{light}")


def _light_of(strong: Element) -> Light | None:
    text = "".join(strong.itertext())
    return LIGHT_OF_GLYPH.get(text[0]) if text[1:2] == " " else None


def _make_figure(paragraph: Element) -> None:
    """A picture alone in its paragraph becomes a figure; its title is the caption for all to see."""
    picture = paragraph[0]
    if (paragraph.text or "").strip() or (picture.tail or "").strip():
        return
    paragraph.tag = "figure"
    caption = picture.attrib.pop("title", "")
    if caption:
        SubElement(paragraph, "figcaption").text = caption


def _lay_out(element: Element) -> None:
    """One block a line, so that two versions of a page can be compared."""
    if element.tag in BLOCKS and not element.tail:
        element.tail = "\n"
    if element.tag in HOLDERS and len(element) and not element.text:
        element.text = "\n"
