"""Figures and pictures inside the page, so that it is one file that can be sent."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from itertools import count
from urllib.parse import unquote

from generator.document.wording import MissingPictureError
from generator.html.splicing import Edit, Element, read_fragment, read_source, start_tag
from generator.pictures import Picture

_ID_LISTS = frozenset({"aria-labelledby", "aria-describedby"})
_LINKS = frozenset({"href", "xlink:href"})
_LINK_IN_CSS = re.compile(r"url\(\s*(['\"]?)#")


def embed(xhtml: str, figures: Mapping[str, str], pictures: Mapping[str, Picture]) -> str:
    """The XHTML with SVG and `data:` pictures in the place of files; both are keyed by `Figure.path`.

    Raises MissingPictureError for a path that neither holds.
    """
    source = read_fragment(xhtml)
    numbers = count(1)
    edits = []
    for image in source.elements:
        if image.name != "img":
            continue
        path = unquote(image.attributes.get("src", ""))
        if path in figures:
            markup = _inline_svg(figures[path], image.attributes.get("alt", ""), f"figure{next(numbers)}:")
        elif path in pictures:
            markup = start_tag("img", _picture_attributes(image, pictures[path]), empty=True)
        else:
            raise MissingPictureError(path)
        edits.append(Edit(image.start, image.end, markup))
    return source.spliced(edits)


def _picture_attributes(image: Element, picture: Picture) -> Mapping[str, str]:
    """With its size, so that the text below does not jump when it is shown."""
    data = b64encode(picture.data).decode()
    size = {"width": str(picture.width_px), "height": str(picture.height_px)}
    return {**image.attributes, "src": f"data:image/{picture.extension};base64,{data}", **size}


def _inline_svg(svg: str, alt: str, prefix: str) -> str:
    """alt is the accessible name and the figure's own description stays; prefix keeps ids apart from all others in
    the page: no heading's id has a colon. What stands around the root, such as an XML declaration, is left out."""
    source = read_source(svg)
    root, *others = source.elements
    attributes = {**_prefixed(root.attributes, prefix), "role": "img"}
    if alt:
        attributes.pop("aria-labelledby", None)
        attributes["aria-label"] = alt
        description = next((e.attributes["id"] for e in others if _describes(e, root)), None)
        if description is not None:
            attributes["aria-describedby"] = prefix + description
    edits = (
        Edit(0, root.start, '<span class="drawing">'),
        _retagged(root, attributes),
        *(_retagged(element, _prefixed(element.attributes, prefix)) for element in others),
        Edit(root.end, len(source.data), "</span>"),
    )
    return source.spliced(edits)


def _describes(element: Element, root: Element) -> bool:
    return element.name == "desc" and element.parent == root.name and "id" in element.attributes


def _retagged(element: Element, attributes: Mapping[str, str]) -> Edit:
    return Edit(element.start, element.inside, start_tag(element.name, attributes, empty=element.is_empty))


def _prefixed(attributes: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {name: _prefixed_value(name, value, prefix) for name, value in attributes.items()}


def _prefixed_value(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return prefix + value
    if name in _ID_LISTS:
        return " ".join(prefix + each for each in value.split())
    if name in _LINKS and value.startswith("#"):
        return f"#{prefix}{value[1:]}"
    return _LINK_IN_CSS.sub(rf"url(\1#{prefix}", value)
