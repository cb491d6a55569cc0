"""The pictures that prose shows, and prose that shows them under other names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

_PICTURE = re.compile(r"(!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\]\(\s*)(<[^<>\n]*>|[^\s()<>]+)")


def picture_paths(source: str) -> tuple[str, ...]:
    """Paths relative to the note, as on the disk, each once, in reading order."""
    if "![" not in source:
        return ()
    return tuple(dict.fromkeys(_path(found[2]) for found in _PICTURE.finditer(source)))


def with_picture_paths(source: str, renamed: Mapping[str, str]) -> str:
    """The source with the paths that are renamed; the new ones need no escape."""

    def put(found: re.Match[str]) -> str:
        new = renamed.get(_path(found[2]))
        return found[1] + new if new is not None else found[0]

    return _PICTURE.sub(put, source) if "![" in source else source


def _path(written: str) -> str:
    return unquote(written.removeprefix("<").removesuffix(">"))
