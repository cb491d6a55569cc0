"""Cross references within a .docx: what schemas cannot see and Word repairs in silence or refuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from generator.word.base_package import relationships_name, resolve
from tests.word.reading import Element, R, W, find, read_parts, value

_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def lint_package(data: bytes) -> list[str]:
    """Sentences about what is wrong."""
    parts = read_parts(data)
    trees = {
        name: etree.fromstring(part)
        for name, part in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
    }
    styles = {
        (value(node, "type"), value(node, "styleId")) for node in find(trees["word/styles.xml"], "w:style")
    }
    problems = list(_undeclared_parts(parts))
    for name, tree in trees.items():
        problems += _dangling_relationships(name, tree, parts)
        problems += _dangling_styles(name, tree, styles)
    problems += _dangling_lists(trees)
    problems += _dangling_anchors(trees)
    problems += _dangling_notes(trees)
    problems += _repeated_ids(trees)
    return problems


def _undeclared_parts(parts: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    extensions = {node.get("Extension") for node in types if str(node.tag).endswith("Default")}
    overrides = {node.get("PartName") for node in types if str(node.tag).endswith("Override")}
    for name in parts.keys() - {"[Content_Types].xml"}:
        extension = name.rpartition(".")[2]
        told = extension in extensions and not (extension == "xml" and name.startswith("word/"))
        if f"/{name}" not in overrides and not told:
            yield f"{name} has no content type"
    yield from (f"{name} is declared and absent" for name in overrides if str(name).lstrip("/") not in parts)


def _dangling_relationships(name: str, tree: Element, parts: dict[str, bytes]) -> Iterator[str]:
    part = parts.get(relationships_name(name))
    made = {str(node.get("Id")): node for node in etree.fromstring(part)} if part else {}
    used = {str(text) for node in tree.iter() for key, text in node.attrib.items() if str(key).startswith(R)}
    yield from (f"{name}: relationship {id_} does not exist" for id_ in sorted(used - made.keys()))
    for id_, node in made.items():
        internal = node.get("TargetMode") != "External"
        if internal and resolve(name, str(node.get("Target"))) not in parts:
            yield f"{name}: relationship {id_} leads nowhere"


def _dangling_styles(name: str, tree: Element, styles: set[tuple[str, str]]) -> Iterator[str]:
    for tag, kind in _STYLED.items():
        for node in tree.iter(W + tag):
            if (kind, value(node)) not in styles:
                yield f"{name}: {kind} style {value(node)} does not exist"


def _dangling_lists(trees: dict[str, Element]) -> Iterator[str]:
    numbering = trees["word/numbering.xml"]
    nums = {value(node, "numId") for node in find(numbering, "w:num")}
    definitions = {value(node, "abstractNumId") for node in find(numbering, "w:abstractNum")}
    for node in find(numbering, "w:num/w:abstractNumId"):
        if value(node) not in definitions:
            yield f"list definition {value(node)} does not exist"
    for name, tree in trees.items():
        yield from (
            f"{name}: list {value(n)} does not exist" for n in tree.iter(W + "numId") if value(n) not in nums
        )


def _dangling_anchors(trees: dict[str, Element]) -> Iterator[str]:
    tree = trees["word/document.xml"]
    names = {value(node, "name") for node in tree.iter(W + "bookmarkStart")}
    yield from (f"{name} is no bookmark name" for name in names if not 0 < len(name) <= 40)
    wanted = {value(node, "anchor") for node in tree.iter(W + "hyperlink") if node.get(W + "anchor")}
    wanted |= {str(n.text).split()[1] for n in tree.iter(W + "instrText") if "NOTEREF" in str(n.text)}
    yield from (f"bookmark {name} does not exist" for name in sorted(wanted - names))
    starts = Counter(value(node, "id") for node in tree.iter(W + "bookmarkStart"))
    ends = Counter(value(node, "id") for node in tree.iter(W + "bookmarkEnd"))
    if starts != ends:
        yield "bookmarks begin and end differently"


def _dangling_notes(trees: dict[str, Element]) -> Iterator[str]:
    notes = {value(node, "id") for node in find(trees["word/footnotes.xml"], "w:footnote")}
    used = Counter(value(node, "id") for node in trees["word/document.xml"].iter(W + "footnoteReference"))
    yield from (f"footnote {id_} does not exist" for id_ in sorted(used.keys() - notes))
    yield from (f"footnote {id_} is referred to {count} times" for id_, count in used.items() if count > 1)


def _repeated_ids(trees: dict[str, Element]) -> Iterator[str]:
    document, numbering = trees["word/document.xml"], trees["word/numbering.xml"]
    kinds = {
        "bookmark id": [value(node, "id") for node in document.iter(W + "bookmarkStart")],
        "bookmark name": [value(node, "name").lower() for node in document.iter(W + "bookmarkStart")],
        "drawing id": [str(node.get("id")) for node in find(document, "//wp:docPr")],
        "list": [value(node, "numId") for node in find(numbering, "w:num")],
        "list definition": [value(node, "abstractNumId") for node in find(numbering, "w:abstractNum")],
        "footnote": [value(node, "id") for node in find(trees["word/footnotes.xml"], "w:footnote")],
        "style": [value(node, "styleId") for node in find(trees["word/styles.xml"], "w:style")],
    }
    for kind, ids in kinds.items():
        yield from (f"{kind} {id_} twice" for id_, count in Counter(ids).items() if count > 1)
