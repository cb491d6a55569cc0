"""What a base document's own history must not carry into the files made on it.

Who wrote it, when and from what: comments, tracked changes, hidden text, marks of saving sessions, names of people who
may edit, paths of attached templates, data of mail merges, metadata of libraries, pictures nobody sees.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from generator.pictures import PictureError, read_picture
from generator.word.base_package import BasePackage, read_relationships, relationships_name, resolve
from generator.word.spans import Span, children, cut, inside, is_on, read_spans

_REMOVED = {"w:del", "w:moveFrom"}
_UNWRAPPED = {"w:ins", "w:moveTo"}
_CHANGES = re.compile(
    r"w:(\w*(PrChange|GridChange|numberingChange)|(move|customXml)\w+Range(Start|End)|cell(Ins|Del|Merge))"
)
_COMMENTS = {"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef"}
_TRACES = {"w:permStart", "w:permEnd", "w:proofErr", "w:lastRenderedPageBreak", "w:rsid"}
_SESSION = re.compile(rb"""\s+w:rsid\w*\s*=\s*("[^"]*"|'[^']*')""")
_SUSPECT = re.compile(
    rb"w:rsid|w:(del|ins|move|comment|perm|proofErr|vanish|lastR)|Change\b|cell(Ins|Del|Merge)"
)
_SETTINGS = {
    "w:attachedTemplate", "w:linkStyles", "w:rsids", "w:docVars", "w:mailMerge", "w:documentProtection",
    "w:writeProtection", "w:trackRevisions", "w:revisionView", "w:updateFields", "w:activeWritingStyle",
    "w:proofState", "w:attachedSchema", "w:schemaLibrary", "w:saveThroughXslt", "w:formsDesign",
    "w14:docId", "w15:docId", "w16cid:docId",
}  # fmt: skip
# What a document needs beside what its text refers to.
_IMPLICIT = ("styles", "settings", "numbering", "fontTable", "theme", "footnotes", "endnotes")
_PICTURES = (".png", ".jpg", ".jpeg")


def clean_texts(package: BasePackage) -> tuple[str, ...]:
    """Cleans every part of WordprocessingML; names what was left out: "changes", "comments", "hidden", "settings"."""
    found: set[str] = set()
    for name in sorted(package.parts):
        if name.endswith(".xml") and posixpath.dirname(name) == package.folder:
            part = package.parts[name]
            if _SUSPECT.search(part):
                package.parts[name] = _clean_text(part, found)
    settings = package.part_of("settings")
    if settings:
        _clean_settings(package, settings, found)
    return tuple(sorted(found))


def _clean_text(part: bytes, found: set[str]) -> bytes:
    spans = read_spans(part)
    cuts: list[tuple[int, int]] = []
    for index, span in enumerate(spans):
        kind, ranges = _cuts_of(spans, index)
        cuts += ranges
        if kind:
            found.add(kind)
        if _SESSION.search(part, span.start, span.inner_start):
            cuts += (match.span() for match in _SESSION.finditer(part, span.start, span.inner_start))
    return cut(part, cuts)


def _cuts_of(spans: tuple[Span, ...], index: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Changes are accepted, as they would be before a template is given to others."""
    span = spans[index]
    whole = ((span.start, span.end),)
    parent = spans[span.parent]
    if span.tag in _REMOVED:
        row = parent.tag == "w:trPr"
        return "changes", ((spans[parent.parent].start, spans[parent.parent].end),) if row else whole
    if span.tag in _UNWRAPPED:
        return "changes", ((span.start, span.inner_start), (span.inner_end, span.end))
    if _CHANGES.fullmatch(span.tag):
        return "changes", whole
    if span.tag in _COMMENTS:
        return "comments", ((parent.start, parent.end),) if parent.tag == "w:r" else whole
    if span.tag == "w:r" and _is_hidden(spans, index):
        return "hidden", whole
    return "", whole if span.tag in _TRACES else ()


def _is_hidden(spans: tuple[Span, ...], run: int) -> bool:
    """Text alone: hidden runs of a field belong to it."""
    within = inside(spans, run)
    hidden = any(s.tag == "w:vanish" and is_on(s) and spans[s.parent].tag == "w:rPr" for s in within)
    return hidden and not any(s.tag in ("w:fldChar", "w:instrText") for s in within)


def _clean_settings(package: BasePackage, name: str, found: set[str]) -> None:
    part = package.parts[name]
    gone = [span for span in children(read_spans(part), 0) if span.tag in _SETTINGS]
    if any(span.tag not in ("w:rsids", "w:proofState") and "docId" not in span.tag for span in gone):
        found.add("settings")
    package.parts[name] = cut(part, ((span.start, span.end) for span in gone))
    package.parts.pop(relationships_name(name), None)


def drop_unused(package: BasePackage, text: str) -> None:
    """Only what text, the document part as it will be written, refers to goes with it; pictures lose their makers."""
    package.relationships = [
        r
        for r in package.relationships
        if r.type.rpartition("/")[2] in _IMPLICIT
        or (f'"{r.id}"' in text and not r.type.endswith("/comments"))
    ]
    reached = set(_reachable(package))
    for name in sorted(package.parts.keys() - reached):
        del package.parts[name]
        package.types.overrides.pop(f"/{name}", None)
    for name in package.parts:
        if name.endswith(_PICTURES):
            package.parts[name] = _without_metadata(package.parts[name])


def _reachable(package: BasePackage) -> Iterator[str]:
    yield from ("[Content_Types].xml", "_rels/.rels", package.main, relationships_name(package.main))
    seen = {package.main}
    waiting = [resolve(package.main, r.target) for r in package.relationships if not r.external]
    waiting += (resolve("", r.target) for r in read_relationships(package.parts, "") if not r.external)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        yield from (name, relationships_name(name))
        related = read_relationships(package.parts, name)
        waiting += (resolve(name, r.target) for r in related if not r.external)


def _without_metadata(data: bytes) -> bytes:
    try:
        return read_picture(data).data
    except PictureError:  # Word may show what we would not take from a note
        return data
