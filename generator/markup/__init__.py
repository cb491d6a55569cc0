"""The one Markdown dialect: rendering it, checking it, and writing literal text into it."""

from generator.markup.rendering import render_xhtml

__all__ = ["render_xhtml"]
