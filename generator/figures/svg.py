"""A Gantt figure as SVG: text stays text, states are words and shapes as well as colours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from generator.figures import colours
from generator.figures.gantt import Gantt, GanttBar, Period, gantt_periods
from generator.figures.measure import fold_lines
from generator.states import COLOURS

FONTS = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',Arial,sans-serif"
_WIDTH, _MARGIN = 960, 12
# Left edges of name, dates, state and the time line, and the half-widths of text that fit into the first three.
_LEFT = (_MARGIN, 232, 334, 478)
_ROOM = (30, 13, 18)
SIZE, SMALL, LINE = 13, 11, 17
LETTER = 0.56  # width of a half-width character in sizes of the font
_HEAD, _ROW = 46, 44
_TEXT_LINES = 2


@dataclass(frozen=True, slots=True)
class _Scale:
    """Pixels of days: each period has the same width, as in the Word table."""

    periods: tuple[Period, ...]
    step: float

    def edge(self, number: int) -> float:
        return _LEFT[3] + number * self.step

    def place(self, day: date) -> float | None:
        """The left edge of a day; None outside the periods."""
        for number, period in enumerate(self.periods):
            if period.first <= day <= period.last:
                days = (period.last - period.first).days + 1
                return self.edge(number) + (day - period.first).days * self.step / days
        return None

    def after(self, day: date) -> float:
        """The right edge of a day within the periods."""
        return self.place(day + timedelta(days=1)) or self.edge(len(self.periods))


def render_svg(gantt: Gantt, title: str = "") -> str:
    """title is the accessible name; without one, the heads are it."""
    periods = gantt_periods(gantt)
    scale = _Scale(periods, (_WIDTH - _MARGIN - _LEFT[3]) / len(periods))
    height = _HEAD + _ROW * len(gantt.bars) + _MARGIN
    start = open_svg(title or " · ".join(gantt.heads), _description(gantt), _WIDTH, height)
    parts = (
        start,
        _head(gantt, scale, height),
        *(_bar(bar, number, scale) for number, bar in enumerate(gantt.bars)),
        _today(gantt, scale, height),
        "</svg>\n",
    )
    return "\n".join(part for part in parts if part)


def open_svg(name: str, words: str, width: int, height: int) -> str:
    """The start of a picture: its accessible name, all that it shows in words, white ground."""
    key = figure_key(name, words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t{key} d{key}" width="{width}"'
        f' height="{height}" viewBox="0 0 {width} {height}" font-family="{FONTS}" font-size="{SIZE}"'
        f' fill="#{colours.TEXT}">\n<title id="t{key}">{escape(name)}</title>\n<desc id="d{key}">{escape(words)}</desc>\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    )


def figure_key(name: str, words: str) -> str:
    """Several figures may stand in one HTML page, where ids must differ."""
    return hashlib.sha256(f"{escape(name)}\n{escape(words)}".encode()).hexdigest()[:8]


def _description(gantt: Gantt) -> str:
    rows = [f"{bar.name}: {_dates(bar)}, {bar.state}" for bar in gantt.bars]
    return "; ".join((*rows, f"{gantt.today_word}: {gantt.today:%Y-%m-%d}"))


def _dates(bar: GanttBar) -> str:
    if bar.start == bar.end:
        return f"{bar.start:%Y-%m-%d}"
    return f"{bar.start:%Y-%m-%d} – {bar.end:%Y-%m-%d}"


def _head(gantt: Gantt, scale: _Scale, height: int) -> str:
    """Words over the columns, a faint grid, and as many labels as have room."""
    parts = [f'<rect width="{_WIDTH}" height="{_HEAD}" fill="#{colours.HEAD}"/>']
    parts += (
        _text((word,), left, _HEAD / 2 + 5, f' font-weight="bold" fill="#{colours.ACCENT}"', word)
        for word, left in zip(gantt.heads, _LEFT[:3], strict=True)
    )
    need = max(len(period.label) for period in scale.periods) * SMALL * LETTER + 8
    every = -int(-need // scale.step)
    for number, period in enumerate(scale.periods):
        x = scale.edge(number)
        parts.append(_line(x, _HEAD, height - _MARGIN, colours.GRID, 1))
        if number % every == 0 and x + need <= _WIDTH:
            small = f' font-size="{SMALL}" fill="#{colours.FAINT}"'
            parts.append(_text((period.label,), x + 3, 17, small, period.label))
    rule = f'<path d="M0 {_HEAD}H{_WIDTH}" stroke="#{colours.ACCENT}" stroke-width="1.5"/>'
    return "\n".join((*parts, rule))


def _bar(bar: GanttBar, number: int, scale: _Scale) -> str:
    top = _HEAD + _ROW * number
    middle = top + _ROW / 2
    background, foreground = COLOURS[bar.light]
    state = f"{bar.light.glyph} {bar.state}"
    left, end = scale.place(bar.start) or _LEFT[3], scale.after(bar.end)
    chip = f'<rect x="{_LEFT[2] - 6}" y="{top + 5}" width="{_LEFT[3] - _LEFT[2] - 6}" height="{_ROW - 10}" rx="2"'
    box = f'<rect x="{left:.1f}" y="{top + 11}" width="{max(end - left, 3):.1f}" height="{_ROW - 22}" rx="2"'
    return "\n".join(
        (
            "<g>",
            _folded(bar.name, 0, middle, ""),
            _folded(_dates(bar), 1, middle, f' fill="#{colours.FAINT}"'),
            f'{chip} fill="#{background}"/>',
            _folded(state, 2, middle, f' font-weight="bold" fill="#{foreground}"'),
            f'{box} fill="#{colours.BARS[bar.light]}" stroke="#{foreground}"/>',
            f'<path d="M0 {top + _ROW}H{_WIDTH}" stroke="#{colours.GRID}"/>',
            "</g>",
        )
    )


def _folded(text: str, column: int, middle: float, look: str) -> str:
    lines = fold_lines(text, _ROOM[column], _TEXT_LINES)
    first = middle + SIZE * 0.36 - LINE * (len(lines) - 1) / 2
    return _text(lines, _LEFT[column], first, look, text)


def _today(gantt: Gantt, scale: _Scale, height: int) -> str:
    """The line, and its word on the side with more room."""
    x = scale.place(gantt.today)
    if x is None:
        return ""
    word = f"{gantt.today_word} {gantt.today:%m-%d}"
    before = x > (_LEFT[3] + _WIDTH) / 2
    look = f' font-size="{SMALL}" font-weight="bold" fill="#{colours.TODAY}"' + (
        ' text-anchor="end"' if before else ""
    )
    word_at = x - 4 if before else x + 4
    return _line(x, 24, height - _MARGIN, colours.TODAY, 2) + "\n" + _text((word,), word_at, 37, look, word)


def _line(x: float, top: float, bottom: float, colour: str, width: int) -> str:
    return f'<path d="M{x:.1f} {top}V{bottom}" stroke="#{colour}" stroke-width="{width}"/>'


def _text(lines: tuple[str, ...], x: float, y: float, look: str, whole: str) -> str:
    """The whole text is a tool tip where the lines are not all of it."""
    tip = f"<title>{escape(whole)}</title>" if any(line.endswith("…") for line in lines) else ""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + LINE * number:.1f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f"<text{look}>{tip}{spans}</text>"


def escape(text: str) -> str:
    """Text or an attribute's value within double quotes is never written here, so `\"` stays."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
