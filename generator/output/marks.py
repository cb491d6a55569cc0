"""Marks that people put on words, and what styles look like by them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.output.wordprocessing import read_elements

MARKS = frozenset(
    ("b", "i", "u", "strike", "dstrike", "highlight", "color", "vanish", "vertAlign", "sz", "shd", "rFonts")
)
_NO_MARK = {"color": "auto", "u": "none", "highlight": "none", "vertAlign": "baseline", "shd": "auto"}
_ON, _OFF = ("", "1", "true", "on"), ("0", "false", "off")
# LibreOffice's names for the built-in styles that it takes for its own.
_OTHER_NAMES = {
    "footnote": "footnote text",
    "footnote characters": "footnote reference",
    "internet link": "hyperlink",
}


@dataclass(frozen=True, slots=True)
class Style:
    """name in lower case: programs give ids in their own language, names stay."""

    name: str
    marks: tuple[str, ...]


def read_styles(xml: bytes) -> dict[str, Style]:
    """By id. Raises ExpatError and DoctypeError."""
    reader = _StyleReader()
    read_elements(xml, reader)
    return reader.styles


def marks_of(name: str, values: dict[str, str]) -> tuple[str, ...]:
    """The mark as it counts, nothing for one that says what is so anyway."""
    if name == "rFonts":  # programs add hints and fonts for scripts that nobody chose
        fonts = [values[script] for script in ("ascii", "eastAsia") if script in values]
        return (f"font={'/'.join(fonts)}",) if fonts else ()
    value = values.get("fill" if name == "shd" else "val", "")
    if value in _ON:
        value = "on"
    elif value in _OFF:
        value = "off"
    return () if value == _NO_MARK.get(name) else (f"{name}={value}",)


class _StyleReader:
    def __init__(self) -> None:
        self.styles: dict[str, Style] = {}
        self._id = self._name = ""
        self._marks: list[str] = []

    def start(self, name: str, values: dict[str, str]) -> None:
        if name == "style":
            self._id, self._name, self._marks = values.get("styleId", ""), "", []
        elif name == "name" and not self._name:
            known = values.get("val", "").lower()
            self._name = _OTHER_NAMES.get(known, known)
        elif name in MARKS:
            self._marks += marks_of(name, values)

    def end(self, name: str) -> None:
        if name == "style":
            self.styles[self._id] = Style(self._name, tuple(sorted(self._marks)))

    def text(self, data: str) -> None:
        """Styles say nothing."""
