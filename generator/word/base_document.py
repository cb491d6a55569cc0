"""A base document (.docx) read once: what every Word file made on it shares, compressed already, and where text goes.

Read with expat and spliced by byte offsets: importing python-docx alone costs more than building a document, and a
company's base keeps every byte that is not ours to change.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Bilingual, Problem, ProblemsError, Severity
from generator.word import styles
from generator.word.base_lists import FootnotesPart, NumberingPart, read_footnotes, read_numbering
from generator.word.base_package import (
    MAIN,
    OFFICE,
    BasePackage,
    ContentTypes,
    Relationship,
    base_problem,
    open_base,
    relationships_name,
    resolve,
)
from generator.word.package import CONTENT_TYPES, Member, pack_member
from generator.word.placeholders import BODY, Template, read_template
from generator.word.spans import Span, SpansError, children, read_root, read_spans

_STATIC_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Base:
    """static members are complete; templates are the headers and footers with placeholders.

    Lengths in twentieths of a point; the ids are the first free ones. remarks are warnings: what was missing.
    """

    static: tuple[Member, ...]
    main: str
    document: Template
    templates: tuple[tuple[str, Template], ...]
    types: ContentTypes
    relationships: tuple[Relationship, ...]
    style_ids: Mapping[styles.StyleKey, str]
    numbering: NumberingPart
    footnotes: FootnotesPart
    first_bookmark: int
    first_drawing: int
    text_width: int
    text_height: int
    shows_label: bool
    remarks: tuple[Problem, ...]

    def style(self, name: str) -> str:
        """Id of a paragraph style."""
        return self.style_ids["paragraph", name.lower()]

    def character_style(self, name: str) -> str:
        return self.style_ids["character", name.lower()]

    def table_style(self, name: str) -> str:
        return self.style_ids["table", name.lower()]


def read_base(data: bytes, *, path: str = "templates/base.docx", builtin: bytes | None = None) -> Base:
    """Raises ProblemsError naming everything that keeps the document from serving.

    builtin is the product's own base document: styles that data lacks are taken from it.
    """
    package = open_base(data, path)
    try:
        return _build_base(package, builtin)
    except (SpansError, KeyError, ValueError) as error:
        message = Bilingual(f"基准文档已损坏：{error}", f"the base document is damaged: {error}")
        raise ProblemsError((base_problem(path, "base-damaged", message),)) from error


def _build_base(package: BasePackage, builtin: bytes | None) -> Base:
    problems: list[Problem] = []
    sheet = _complete_styles(package, builtin, problems)
    numbering, footnotes = read_numbering(package, sheet), read_footnotes(package)
    changed = (package.main, package.part_of("styles"), numbering.name, footnotes.name)
    _check_namespaces(package, changed, problems)
    document = _read_document(package, problems)
    templates = _read_templates(package, problems)
    section = _Section(package.parts[package.main])
    shows_label = _shows_label(package, dict(templates), section)
    if not shows_label:
        problems.append(base_problem(package.path, "base-no-label", _NO_LABEL, severity=Severity.WARNING))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ProblemsError(tuple(problems))
    changing = (
        *changed[:1],
        *changed[2:],
        relationships_name(package.main),
        *(name for name, _ in templates),
    )
    return Base(
        static=_pack_static(package, changing),
        main=package.main,
        document=document,
        templates=templates,
        types=package.types,
        relationships=tuple(package.relationships),
        style_ids=sheet.ids,
        numbering=numbering,
        footnotes=footnotes,
        first_bookmark=_first_free(package, "w:bookmarkStart", "w:id"),
        first_drawing=_first_free(package, "wp:docPr", "id"),
        text_width=section.length("pgSz", "w") - section.length("pgMar", "left", "right", "gutter"),
        text_height=section.length("pgSz", "h") - section.length("pgMar", "top", "bottom"),
        shows_label=shows_label,
        remarks=tuple(problems),
    )


def _pack_static(package: BasePackage, changing: tuple[str, ...]) -> tuple[Member, ...]:
    names = sorted(package.parts.keys() - {CONTENT_TYPES, *changing})
    return tuple(pack_member(name, package.parts[name], _STATIC_LEVEL) for name in names)


def _complete_styles(
    package: BasePackage, builtin: bytes | None, problems: list[Problem]
) -> styles.StyleSheet:
    name = package.part_of("styles")
    sheet = styles.read_styles(package.parts[name])
    missing = styles.missing_styles(sheet)
    if not missing:
        return sheet
    severity = Severity.ERROR if builtin is None else Severity.WARNING
    names = ", ".join(name for _, name in missing)
    message = Bilingual(
        f"基准文档缺少样式，采用内置样式：{names}", f"styles taken from the built-in base: {names}"
    )
    problems.append(base_problem(package.path, "base-styles", message, name, severity))
    if builtin is not None:
        own = open_base(builtin, package.path)
        whole, sheet = styles.complete_styles(package.parts[name], own.parts[own.part_of("styles")])
        package.parts[name] = whole
    return sheet


def _check_namespaces(package: BasePackage, names: tuple[str, ...], problems: list[Problem]) -> None:
    """Our text says `w:` and `r:` in the transitional namespaces, as every file that Word saves by default does."""
    for name in names:
        root = read_root(package.parts[name])
        relations = root.get("xmlns:r", "" if name == package.main else OFFICE)
        if root.get("xmlns:w") != MAIN or relations != OFFICE:
            problems.append(base_problem(package.path, "base-namespace", _NAMESPACE, name))


def _read_document(package: BasePackage, problems: list[Problem]) -> Template:
    """The text of a base without a place for ours is a sample of its styles, and gives way."""
    part = package.parts[package.main]
    found = read_template(part, body=True)
    _report_unknown(package, package.main, found.unknown, problems)
    if BODY in found.template[1::2]:
        return found.template
    problems.append(base_problem(package.path, "base-no-body", _NO_BODY, package.main, Severity.WARNING))
    spans = read_spans(part)
    body = next(index for index, span in enumerate(spans) if span.tag == "w:body")
    sections = children(spans, body, "w:sectPr")
    end = sections[-1].start if sections else spans[body].inner_end
    return (part[: spans[body].inner_start].decode(), BODY, part[end:].decode())


def _read_templates(package: BasePackage, problems: list[Problem]) -> tuple[tuple[str, Template], ...]:
    found = []
    for kind in ("header", "footer"):
        names = {
            resolve(package.main, r.target) for r in package.relationships if r.type == f"{OFFICE}/{kind}"
        }
        for name in sorted(names):
            read = read_template(package.parts[name])
            _report_unknown(package, name, read.unknown, problems)
            if len(read.template) > 1:
                found.append((name, read.template))
    return tuple(found)


def _report_unknown(package: BasePackage, part: str, names: tuple[str, ...], problems: list[Problem]) -> None:
    for name in names:
        message = Bilingual(f"未知的占位符 {{{{ {name} }}}}", f"unknown placeholder {{{{ {name} }}}}")
        problems.append(base_problem(package.path, "base-placeholder", message, part))


class _Section:
    """The last section's properties: pages on which the body runs on."""

    def __init__(self, document: bytes) -> None:
        spans = read_spans(document)
        index = max(index for index, span in enumerate(spans) if span.tag == "w:sectPr")
        self.children: tuple[Span, ...] = children(spans, index)

    def length(self, tag: str, *sides: str) -> int:
        attributes = next(child.attributes for child in self.children if child.tag == f"w:{tag}")
        return sum(int(attributes.get(f"w:{side}", "0")) for side in sides)

    def header_ids(self) -> tuple[str, ...]:
        """Headers that show: one for first pages needs `titlePg`."""
        first = any(child.tag == "w:titlePg" for child in self.children)
        headers = [child.attributes for child in self.children if child.tag == "w:headerReference"]
        return tuple(h["r:id"] for h in headers if first or h.get("w:type") != "first")


def _shows_label(package: BasePackage, templates: Mapping[str, Template], section: _Section) -> bool:
    targets = {
        relationship.id: resolve(package.main, relationship.target) for relationship in package.relationships
    }
    headers = [templates.get(targets[id_], ()) for id_ in section.header_ids()]
    return bool(headers) and all("label" in header[1::2] for header in headers)


def _first_free(package: BasePackage, tag: str, attribute: str) -> int:
    """Ids are counted over all parts: headers hold bookmarks and pictures too."""
    names = (name for name in sorted(package.parts) if posixpath.dirname(name) == package.folder)
    parts = [package.parts[name] for name in names if name.endswith(".xml")]
    spans = (span for part in parts if tag.encode() in part for span in read_spans(part) if span.tag == tag)
    return 1 + max((int(span.attributes[attribute]) for span in spans), default=0)


_NO_LABEL = Bilingual(
    "页眉没有 {{ label }}：密级将写在正文第一行",
    "no {{ label }} in the header: the confidentiality label becomes the first line of the text",
)
_NO_BODY = Bilingual(
    "没有只含 {{ body }} 的段落：正文将取代基准文档的全部内容",
    "no paragraph that holds {{ body }} alone: the text replaces everything in the base document",
)
_NAMESPACE = Bilingual(
    "不是 Word 的默认格式（可能是 Strict Open XML）", "not Word's default format (Strict Open XML?)"
)
