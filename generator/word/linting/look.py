"""How documents on a base will look elsewhere: fonts for Chinese, paper, and the Word that it was made for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Problem, ProblemsError, Severity
from generator.word import styles
from generator.word.base_document import Base
from generator.word.base_package import BasePackage, base_problem, open_base
from generator.word.linting import wording
from generator.word.spans import Span, SpansError, read_spans

_SHOWN = ("Normal", styles.BODY, styles.TITLE, *styles.HEADINGS[:3])
_NEWEST_MODE = 15  # Word 2013 and later
_A4 = (11906, 16838)
_TOLERANCE = 30
_NARROW = 6803  # 12 cm
_MM = 56.7


def find_look_problems(data: bytes, path: str, base: Base | None = None) -> tuple[Problem, ...]:
    """base, where it can be read, tells about the pages on which the text stands."""
    try:
        package = open_base(data, path)
        return (
            *_font_problems(package),
            *_mode_problems(package),
            *(_page_problems(path, base) if base else ()),
        )
    except (ProblemsError, SpansError, KeyError, ValueError):  # told already by reading it
        return ()


def _font_problems(package: BasePackage) -> Iterator[Problem]:
    name = package.part_of("styles")
    if not name:
        return
    part = package.parts[name]
    spans = read_spans(part)
    sheet = styles.read_styles(part)
    fonts, below = _fonts_by_style(spans), _below(spans)
    for key, what in (("w:eastAsiaTheme", wording.THEME_FONT), ("", wording.NO_FONT)):
        names = [word for word in _SHOWN if _font_of(sheet, word, fonts, below) == key]
        if names:
            message = wording.style_problem(", ".join(names), what)
            yield base_problem(
                package.path,
                "base-font",
                message,
                name,
                severity=Severity.WARNING,
                suggestion=wording.SET_FONT,
            )
    yield from _language_problems(package.path, name, spans)


def _language_problems(path: str, name: str, spans: tuple[Span, ...]) -> Iterator[Problem]:
    language = next(
        (s.attributes.get("w:eastAsia", "") for s in spans if s.tag == "w:lang" and _in_defaults(spans, s)),
        "",
    )
    if not language.startswith("zh"):
        yield base_problem(
            path,
            "base-language",
            wording.LANGUAGE,
            name,
            severity=Severity.HINT,
            suggestion=wording.SET_LANGUAGE,
        )


def _fonts_by_style(spans: tuple[Span, ...]) -> dict[str, dict[str, str]]:
    """`w:rFonts` of every style by its id; those of the defaults under the empty one."""
    found = {}
    for span in spans:
        if span.tag == "w:rFonts":
            holder = spans[spans[span.parent].parent]
            if holder.tag == "w:style":
                found[holder.attributes.get("w:styleId", "")] = span.attributes
            elif holder.tag == "w:rPrDefault":
                found[""] = span.attributes
    return found


def _below(spans: tuple[Span, ...]) -> dict[str, str]:
    return {
        spans[span.parent].attributes.get("w:styleId", ""): span.attributes.get("w:val", "")
        for span in spans
        if span.tag == "w:basedOn"
    }


def _font_of(
    sheet: styles.StyleSheet, name: str, fonts: Mapping[str, dict[str, str]], below: Mapping[str, str]
) -> str:
    """The attribute by which the nearest style sets the Asian font, empty where none does, "-" without the style; a
    theme's name wins over a font beside it (ECMA-376-1, 17.3.2.26)."""
    style_id = sheet.ids.get(styles.style_key("paragraph", name), "-")
    seen: list[str] = []
    while style_id not in seen and style_id != "-":
        seen.append(style_id)
        for key in ("w:eastAsiaTheme", "w:eastAsia"):
            if key in fonts.get(style_id, {}):
                return key
        style_id = below.get(style_id, "")
    return "" if seen else "-"


def _in_defaults(spans: tuple[Span, ...], span: Span) -> bool:
    return spans[spans[span.parent].parent].tag == "w:rPrDefault"


def _mode_problems(package: BasePackage) -> Iterator[Problem]:
    """A document that does not say is of Word 2007."""
    name = package.part_of("settings")
    spans = read_spans(package.parts[name]) if name else ()
    modes = [
        int(span.attributes["w:val"])
        for span in spans
        if span.tag == "w:compatSetting" and span.attributes.get("w:name") == "compatibilityMode"
    ]
    if not modes or modes[0] < _NEWEST_MODE:
        yield base_problem(
            package.path,
            "base-mode",
            wording.OLD_MODE,
            name,
            severity=Severity.WARNING,
            suggestion=wording.CONVERT,
        )


def _page_problems(path: str, base: Base) -> Iterator[Problem]:
    section = base.section
    sides = sorted((section.page_width, section.page_height))
    if any(abs(side - wanted) > _TOLERANCE for side, wanted in zip(sides, _A4, strict=True)):
        message = wording.paper(round(section.page_width / _MM), round(section.page_height / _MM))
        yield base_problem(path, "base-paper", message, severity=Severity.HINT, suggestion=wording.SET_A4)
    if base.text_width < _NARROW:
        yield base_problem(path, "base-narrow", wording.NARROW, severity=Severity.WARNING)
