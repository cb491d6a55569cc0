"""What a person sees and can change in a .docx, whichever program saved it last.

Saving a file anew changes much: Word splits runs, numbers revisions and spelling marks and gives styles ids in its own
language, LibreOffice writes every part again. What stays is compared: texts with their marks, styles by name and look,
tables, lists, links, notes, comments, tracked changes, headers, pictures. What fields work out (page numbers, contents) is
left out, since opening the file changes it. In doubt contents differ: then the file counts as edited and is kept.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from xml.parsers.expat import ExpatError

from generator.output.marks import Style, read_styles
from generator.output.story import Story, read_story
from generator.output.wordprocessing import DoctypeError, read_targets

MAX_BYTES = 128 << 20  # unpacked, of all parts together
_MAIN, _STYLES = "word/document.xml", "word/styles.xml"
_STORY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_MEDIA = re.compile(r"word/(?:media|charts|embeddings|diagrams)/[^/]+")
_RELATIONSHIPS = re.compile(r"word/_rels/[^/]+\.rels")


@dataclass(frozen=True, slots=True)
class DocxContent:
    """Equal where nobody changed anything. paragraphs are the words alone, for telling what was changed."""

    paragraphs: tuple[str, ...]
    marked: tuple[tuple[str, ...], ...]
    styles: frozenset[Style]
    media: frozenset[bytes]


def read_content(data: bytes) -> DocxContent | None:
    """None for what is no .docx, is damaged, or unpacks to more than anybody writes."""
    try:
        parts = _read_parts(data)
        stories = _read_stories(parts)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ExpatError,
        DoctypeError,
    ):
        return None
    if _MAIN not in parts:
        return None
    media = frozenset(sha256(parts[name]).digest() for name in parts if _MEDIA.fullmatch(name))
    paragraphs = tuple(words for story in stories for words in story.paragraphs)
    styles = frozenset(style for story in stories for style in story.styles)
    return DocxContent(paragraphs, tuple(story.marked for story in stories), styles, media)


def _read_parts(data: bytes) -> dict[str, bytes]:
    """The parts that count. RuntimeError: encrypted, or too large; sizes in a directory of parts may be false."""
    left = MAX_BYTES
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(data)) as package:
        for info in package.infolist():
            name = info.filename
            if name == _STYLES or any(kind.fullmatch(name) for kind in (_STORY, _MEDIA, _RELATIONSHIPS)):
                with package.open(info) as part:
                    parts[name] = part.read(left + 1)
                left -= len(parts[name])
                if left < 0:
                    raise RuntimeError(name)
    return parts


def _read_stories(parts: dict[str, bytes]) -> tuple[Story, ...]:
    """The text first; the others once each in the order of what they say, as programs number and repeat headers."""
    styles = read_styles(parts[_STYLES]) if _STYLES in parts else {}
    stories = {name: _read_story(name, parts, styles) for name in parts if _STORY.fullmatch(name)}
    main = stories.pop(_MAIN, None)
    others = sorted({story for story in stories.values() if story.paragraphs}, key=lambda story: story.marked)
    return (*((main,) if main else ()), *others)


def _read_story(name: str, parts: dict[str, bytes], styles: dict[str, Style]) -> Story:
    relationships = parts.get(f"word/_rels/{name.removeprefix('word/')}.rels")
    return read_story(parts[name], styles, read_targets(relationships) if relationships else {})
