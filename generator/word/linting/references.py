"""References within a .docx that lead nowhere, and ids given twice: what Word repairs in silence or refuses to open."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.errors import Bilingual
from generator.word.base_package import read_relationships, relationships_name, resolve
from generator.word.package import CONTENT_TYPES
from generator.word.spans import Span, SpansError, read_spans

Fault = tuple[str, Bilingual]
_STYLED = {"w:pStyle": "paragraph", "w:rStyle": "character", "w:tblStyle": "table"}
_RELATED = ("r:id", "r:embed", "r:link", "r:pict")
_COUNTED = {
    "w:bookmarkStart": "w:id", "wp:docPr": "id", "w:num": "w:numId", "w:abstractNum": "w:abstractNumId",
    "w:footnote": "w:id", "w:style": "w:styleId",
}  # fmt: skip


def find_faults(
    parts: Mapping[str, bytes], known: dict[bytes, tuple[Span, ...]] | None = None
) -> tuple[Fault, ...]:
    """(part, what is wrong) in the order of the parts. known keeps what was read of parts that many files share."""
    known = {} if known is None else known
    trees: dict[str, tuple[Span, ...]] = {}
    faults: list[Fault] = []
    for name in sorted(parts):
        if name.endswith(".xml") and name != CONTENT_TYPES:
            try:
                if parts[name] not in known:
                    known[parts[name]] = read_spans(parts[name])
                trees[name] = known[parts[name]]
            except SpansError as error:
                faults.append((name, Bilingual(f"XML 有错（{error}）", f"its XML is broken ({error})")))
    faults += _relationship_faults(parts, trees)
    faults += _reference_faults(trees)
    faults += _repeated(trees)
    return tuple(faults)


def _relationship_faults(
    parts: Mapping[str, bytes], trees: Mapping[str, tuple[Span, ...]]
) -> Iterator[Fault]:
    for name in sorted(parts):
        if name.endswith(".rels"):
            owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
            for relationship in read_relationships(parts, owner):
                if not relationship.external and resolve(owner, relationship.target) not in parts:
                    yield name, _missing("部件", "part", relationship.target)
    for name, spans in trees.items():
        has_rels = relationships_name(name) in parts
        made = {relationship.id for relationship in read_relationships(parts, name)} if has_rels else set()
        used = {span.attributes[key] for span in spans for key in _RELATED if key in span.attributes}
        yield from ((name, _missing("关系", "relationship", id_)) for id_ in sorted(used - made))


def _reference_faults(trees: Mapping[str, tuple[Span, ...]]) -> Iterator[Fault]:
    everything = [(name, span) for name, spans in trees.items() for span in spans]
    defined = {
        (span.attributes.get("w:type", "paragraph"), span.attributes.get("w:styleId", ""))
        for _, span in everything
        if span.tag == "w:style"
    }
    lists = _values(everything, "w:num", "w:numId") | {"0"}  # 0 takes the numbers away
    definitions = _values(everything, "w:abstractNum", "w:abstractNumId")
    bookmarks = _values(everything, "w:bookmarkStart", "w:name")
    notes = _values(everything, "w:footnote", "w:id")
    for name, span in everything:
        value = span.attributes.get("w:val", "")
        if span.tag in _STYLED and (_STYLED[span.tag], value) not in defined:
            yield name, _missing("样式", "style", value)
        elif span.tag == "w:numId" and value not in lists:
            yield name, _missing("编号", "list", value)
        elif span.tag == "w:abstractNumId" and value not in definitions:
            yield name, _missing("编号定义", "list definition", value)
        elif span.tag == "w:hyperlink" and span.attributes.get("w:anchor", "_top") not in {
            *bookmarks,
            "_top",
        }:
            yield name, _missing("书签", "bookmark", span.attributes["w:anchor"])
        elif span.tag == "w:footnoteReference" and span.attributes.get("w:id") not in notes:
            yield name, _missing("脚注", "footnote", span.attributes.get("w:id", ""))


def _values(everything: Iterable[tuple[str, Span]], tag: str, attribute: str) -> set[str]:
    return {span.attributes.get(attribute, "") for _, span in everything if span.tag == tag}


def _repeated(trees: Mapping[str, tuple[Span, ...]]) -> Iterator[Fault]:
    """Within one part: text boxes hold the same drawing twice, once for older programs, under one id."""
    for name, spans in trees.items():
        for tag, attribute in _COUNTED.items():
            counts = Counter(span.attributes.get(attribute, "") for span in spans if span.tag == tag)
            word = tag.partition(":")[2]
            yield from (
                (name, Bilingual(f"{word} {id_} 重复", f"{word} {id_} is given twice"))
                for id_, count in counts.items()
                if count > 1
            )


def _missing(word: str, kind: str, name: str) -> Bilingual:
    return Bilingual(f"{word} {name} 不存在", f"{kind} {name} does not exist")
