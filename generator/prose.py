"""The one marker that tells Markdown prose from literal text, from the note to the template."""

from __future__ import annotations


class Prose(str):
    """Text in the project's Markdown dialect. Any other string is literal and is escaped where it is printed."""

    __slots__ = ()
