"""The one Markdown dialect: rendering it, checking it, and writing literal text into it."""

from generator.markup.dialect import DialectProblem, find_dialect_problems
from generator.markup.finishing import heading_anchor
from generator.markup.literal import escape_literal, escape_target, escape_title
from generator.markup.nesting import indented, quoted_block
from generator.markup.paragraphs import is_one_paragraph
from generator.markup.picture_paths import picture_paths, with_picture_paths
from generator.markup.rendering import render_xhtml

__all__ = [
    "DialectProblem",
    "escape_literal",
    "escape_target",
    "escape_title",
    "find_dialect_problems",
    "heading_anchor",
    "indented",
    "is_one_paragraph",
    "picture_paths",
    "quoted_block",
    "render_xhtml",
    "with_picture_paths",
]
