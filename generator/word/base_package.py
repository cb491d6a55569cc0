"""The package of a base document: its parts, relationships and content types, checked before anything is built on it."""

from __future__ import annotations

import posixpath
import zipfile
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
# Remembered pictures of the old content and ways to run or fetch something.
_DROPPED = ("/metadata/thumbnail", "/stylesWithEffects", "/metadata/core-properties", "/extended-properties")


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
    """Parts by name, being completed while a base document is read; main is the name of the document part."""

    path: str
    parts: dict[str, bytes]
    types: ContentTypes
    main: str = ""
    relationships: list[Relationship] = field(default_factory=list)

    def part_of(self, kind: str) -> str:
        """Name of the part that the document relates to by that kind (`styles`), empty without one."""
        for relationship in self.relationships:
            if relationship.type == f"{OFFICE}/{kind}":
                return resolve(self.main, relationship.target)
        return ""

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
    try:
        parts = read_package(data)
        package = BasePackage(path, parts, _read_types(parts[CONTENT_TYPES]))
        roots = _read_relationships(parts, "")
        mains = [resolve("", root.target) for root in roots if root.type == f"{OFFICE}/officeDocument"]
        package.main = mains[0]
        package.relationships = list(_read_relationships(parts, package.main))
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


def _read_relationships(parts: dict[str, bytes], owner: str) -> tuple[Relationship, ...]:
    part = parts.get(relationships_name(owner))
    if part is None:
        return ()
    return tuple(
        Relationship(a["Id"], a["Type"], a["Target"], a.get("TargetMode") == "External")
        for a in (span.attributes for span in read_spans(part) if span.tag == "Relationship")
    )


def _refuse_active_content(package: BasePackage) -> None:
    """Macros, embedded programs, and anything fetched when the file is opened (a remote template or picture)."""
    problems = []
    for name in sorted(package.parts):
        if "vbaProject" in name or "/activeX/" in name:
            problems.append(base_problem(package.path, "base-macro", _MACRO, name))
        elif name.endswith(".rels"):
            owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
            for relationship in _read_relationships(package.parts, owner):
                if relationship.external and not relationship.type.endswith("/hyperlink"):
                    problems.append(
                        base_problem(package.path, "base-external", _external(relationship), name)
                    )
    if package.types.overrides.get(f"/{package.main}") != _DOCUMENT_TYPE:
        problems.append(_not_word(package.path))
    if problems:
        raise ProblemsError(tuple(problems))


def _drop_parts(package: BasePackage, roots: tuple[Relationship, ...]) -> None:
    """Properties are written anew for every document, and a remembered picture of the old content would mislead."""
    dropped = [(rel, resolve("", rel.target)) for rel in roots if rel.type.endswith(_DROPPED)]
    dropped += [
        (r, resolve(package.main, r.target)) for r in package.relationships if r.type.endswith(_DROPPED)
    ]
    for _, name in dropped:
        package.parts.pop(name, None)
        package.types.overrides.pop(f"/{name}", None)
    gone = tuple(relationship for relationship, _ in dropped)
    package.relationships = [r for r in package.relationships if r not in gone]
    kept = [root for root in roots if root not in gone]
    free = [f"rIdPresales{n}" for n in (1, 2)]
    kept.append(
        Relationship(free[0], f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    )
    kept.append(Relationship(free[1], f"{OFFICE}/extended-properties", "docProps/app.xml"))
    package.parts["_rels/.rels"] = render_relationships(tuple(kept)).encode()
    package.types.overrides["/docProps/core.xml"] = (
        "application/vnd.openxmlformats-package.core-properties+xml"
    )
    package.types.overrides["/docProps/app.xml"] = (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    )


def base_problem(
    path: str, code: str, message: Bilingual, part: str = "", severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(path, 1, 1, code, message, key=part, severity=severity)


def _not_word(path: str) -> Problem:
    message = Bilingual("不是可用的 Word 文档（.docx）", "this is not a usable Word document (.docx)")
    suggestion = Bilingual("在 Word 中另存为 .docx", "save it from Word as .docx")
    return Problem(path, 1, 1, "base-not-word", message, suggestion)


_MACRO = Bilingual("基准文档含宏或 ActiveX 控件", "the base document holds macros or ActiveX controls")


def _external(relationship: Relationship) -> Bilingual:
    target = relationship.target
    return Bilingual(
        f"基准文档引用外部文件 {target}", f"the base document refers to an outside file, {target}"
    )
