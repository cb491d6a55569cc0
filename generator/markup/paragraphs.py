"""Whether prose may follow other text of its line."""

from __future__ import annotations

from generator.markup.blocks import Kind
from generator.markup.scanning import scan_blocks


def is_one_paragraph(text: str) -> bool:
    """True for one paragraph, of one or several lines, and for no text at all; False with a list, table, fence …"""
    return [block.kind for block in scan_blocks(text).children] in [[], [Kind.PARAGRAPH]]
