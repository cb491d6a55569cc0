"""The package of a base document: its parts, relationships and content types, checked before anything is built on it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import Bilingual, Problem, ProblemsError, Severity
from generator.word.escaping import escape_attribute
from generator.word.package import CONTENT_TYPES, read_package
from generator.word.spans import SpansError, read_spans

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Written anew for every document, or remembered pictures of the old content.
_PROPERTIES = {"core-properties": "core", "extended-properties": "app", "custom-properties": "custom"}
_DROPPED = (*_PROPERTIES, "thumbnail")
CUSTOM_PROPERTIES = "docProps/custom.xml"
_COMPOUND = b"\xd0\xcf\x11\xe0"  # old Office files and encrypted new ones


@dataclass(frozen=True, slots=True)
class Relationship:
    id: str
    type: str
    target: str
    external: bool = False

    def xml(self) -> str:
        mode = ' TargetMode="External"' if self.external else ""
        target = escape_attribute(self.target)
        return f'<Relationship Id="{self.id}" Type="{self.type}" Target="{target}"{mode}/>'


def render_relationships(relationships: tuple[Relationship, ...]) -> str:
    inner = "".join(relationship.xml() for relationship in relationships)
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """Extension -> type, and part name (with `/`) -> type."""

    defaults: dict[str, str]
    overrides: dict[str, str]

    def xml(self) -> str:
        defaults = "".join(
            f'<Default Extension="{key}" ContentType="{self.defaults[key]}"/>'
            for key in sorted(self.defaults)
        )
        overrides = "".join(
            f'<Override PartName="{escape_attribute(key)}" ContentType="{self.overrides[key]}"/>'
            for key in sorted(self.overrides)
        )
        return f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


@dataclass(slots=True)
class BasePackage:
    """Parts by name, being completed while a base document is read; main is the name of the document part.

    properties are the parts of its own properties by "core", "app" and "custom".
    """

    path: str
    parts: dict[str, bytes]
    types: ContentTypes
    main: str = ""
    relationships: list[Relationship] = field(default_factory=list)
    properties: dict[str, bytes] = field(default_factory=dict)

    def parts_of(self, kind: str) -> tuple[str, ...]:
        """Names of the parts that the document relates to by that kind (`header`)."""
        related = (r for r in self.relationships if r.type == f"{OFFICE}/{kind}")
        return tuple(resolve(self.main, relationship.target) for relationship in related)

    def part_of(self, kind: str) -> str:
        """The first of them (`styles`), empty without one."""
        return next(iter(self.parts_of(kind)), "")

    def ensure_part(self, kind: str, content: str) -> str:
        name = self.part_of(kind)
        if not name:
            name = f"word/{kind}.xml"
            taken = {relationship.id for relationship in self.relationships}
            free = next(f"rIdPresales{n}" for n in range(1, 99) if f"rIdPresales{n}" not in taken)
            self.relationships.append(
                Relationship(free, f"{OFFICE}/{kind}", posixpath.relpath(name, self.folder))
            )
            self.types.overrides[f"/{name}"] = (
                f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            )
            self.parts[name] = content.encode()
        return name

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.main)


def resolve(part: str, target: str) -> str:
    """The part that a target means, seen from another part."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def relationships_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_base(data: bytes, path: str) -> BasePackage:
    """Raises ProblemsError for what is no Word document, or one that could run or fetch something."""
    if data.startswith(_COMPOUND):
        raise ProblemsError((_not_word(path, _LOCKED),))
    try:
        parts = read_package(data)
        package = BasePackage(path, parts, _read_types(parts[CONTENT_TYPES]))
        roots = read_relationships(parts, "")
        mains = [resolve("", root.target) for root in roots if root.type == f"{OFFICE}/officeDocument"]
        package.main = mains[0]
        package.relationships = list(read_relationships(parts, package.main))
        _refuse_active_content(package)
        _drop_parts(package, roots)
    except (zipfile.BadZipFile, KeyError, IndexError, SpansError, UnicodeDecodeError) as error:
        raise ProblemsError((_not_word(path),)) from error
    return package


def _read_types(part: bytes) -> ContentTypes:
    spans = read_spans(part)
    defaults = {s.attributes["Extension"]: s.attributes["ContentType"] for s in spans if s.tag == "Default"}
    overrides = {s.attributes["PartName"]: s.attributes["ContentType"] for s in spans if s.tag == "Override"}
    return ContentTypes(defaults, overrides)


def read_relationships(parts: Mapping[str, bytes], owner: str) -> tuple[Relationship, ...]:
    part = parts.get(relationships_name(owner))
    if part is None:
        return ()
    return tuple(
        Relationship(a["Id"], a["Type"], a["Target"], a.get("TargetMode") == "External")
        for a in (span.attributes for span in read_spans(part) if span.tag == "Relationship")
    )


def _refuse_active_content(package: BasePackage) -> None:
    """Macros, embedded programs, and anything fetched when the file is opened, but what settings name: that is left out."""
    problems = []
    settings = relationships_name(package.part_of("settings"))
    for name in sorted(package.parts):
        if "vbaProject" in name or "/activeX/" in name:
            problems.append(base_problem(package.path, "base-macro", _MACRO, name))
        elif name.endswith(".rels") and name != settings:
            owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
            for relationship in read_relationships(package.parts, owner):
                if relationship.external and not relationship.type.endswith("/hyperlink"):
                    problems.append(
                        base_problem(package.path, "base-external", _external(relationship), name)
                    )
    kind = package.types.overrides.get(f"/{package.main}", "")
    if kind != _DOCUMENT_TYPE and not problems:
        is_template = kind.startswith(_KIND + "template")
        problems.append(_not_word(package.path, _TEMPLATE if is_template else _NOT_WORD))
    if problems:
        raise ProblemsError(tuple(problems))


def _drop_parts(package: BasePackage, roots: tuple[Relationship, ...]) -> None:
    """The new properties get the usual names, whatever the base document called its own."""
    kept = [root for root in roots if root.type == f"{OFFICE}/officeDocument"]
    for root in roots:
        ending = root.type.rpartition("/")[2]
        name = resolve("", root.target)
        if ending in _DROPPED:
            part = package.parts.pop(name, None)
            package.types.overrides.pop(f"/{name}", None)
            if part is not None and ending in _PROPERTIES:
                package.properties[_PROPERTIES[ending]] = part
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    kept.append(Relationship("rIdPresales1", core, "docProps/core.xml"))
    kept.append(Relationship("rIdPresales2", f"{OFFICE}/extended-properties", "docProps/app.xml"))
    package.parts["_rels/.rels"] = render_relationships(tuple(kept)).encode()
    package.types.overrides["/docProps/core.xml"] = (
        "application/vnd.openxmlformats-package.core-properties+xml"
    )
    package.types.overrides["/docProps/app.xml"] = (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    )


def relate_custom_properties(package: BasePackage) -> None:
    """The part itself is written with every document."""
    roots = read_relationships(package.parts, "")
    kind = f"{OFFICE}/custom-properties"
    package.parts["_rels/.rels"] = render_relationships(
        (*roots, Relationship("rIdPresales3", kind, CUSTOM_PROPERTIES))
    ).encode()
    package.types.overrides[f"/{CUSTOM_PROPERTIES}"] = (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    )


def base_problem(
    path: str,
    code: str,
    message: Bilingual,
    part: str = "",
    *,
    severity: Severity = Severity.ERROR,
    suggestion: Bilingual | None = None,
) -> Problem:
    return Problem(path, 1, 1, code, message, suggestion, key=part, severity=severity)


_NOT_WORD = Bilingual("不是可用的 Word 文档（.docx）", "this is not a usable Word document (.docx)")
_TEMPLATE = Bilingual("这是 Word 模板（.dotx），不是文档", "this is a Word template (.dotx), not a document")
_LOCKED = Bilingual(
    "这是旧格式（.doc）或加了密码的文件", "this is a file of the old format (.doc), or one with a password"
)


def _not_word(path: str, message: Bilingual = _NOT_WORD) -> Problem:
    suggestion = Bilingual("在 Word 中不加密码另存为 .docx", "save it from Word as .docx, without a password")
    return Problem(path, 1, 1, "base-not-word", message, suggestion)


_MACRO = Bilingual(
    "基准文档含宏（.docm）或 ActiveX 控件", "the base document holds macros (.docm) or ActiveX controls"
)


def _external(relationship: Relationship) -> Bilingual:
    target = relationship.target
    return Bilingual(
        f"基准文档引用外部文件 {target}", f"the base document refers to an outside file, {target}"
    )
