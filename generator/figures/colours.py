"""Colours of bars, the same in every kind of file: at least 3 : 1 against white (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

from generator.states import Light

BARS = {
    Light.RED: "C0392B",
    Light.ORANGE: "CF6A1B",
    Light.AMBER: "B58900",
    Light.GREEN: "3C8C5A",
    Light.GREY: "7F8892",
}
TODAY = "0B2545"  # no state has it, and it shows on every bar
TEXT = "1F2933"
FAINT = "5B6670"
GRID = "DDE3E9"
HEAD = "E8EDF3"
ACCENT = "1F3A5F"
