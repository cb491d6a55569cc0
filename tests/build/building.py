"""Building documents of notes in a temporary workspace, and reading the words back out of the finished files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree, html

from generator.build.report import Report
from generator.build.run import Request, build
from generator.errors import Language
from generator.markup import render_xhtml
from generator.output import Fate, Written
from generator.workspace.codes import Format
from generator.workspace.places import read_workspace
from tests.word.reading import NAMES, find, read_parts

DAY = date(2026, 11, 25)
EVERY_FORMAT = (Format.MD, Format.DOCX, Format.HTML)


@dataclass(slots=True)
class Memory:
    """Takes what a build writes."""

    files: dict[str, bytes] = field(default_factory=dict)

    def write(self, path: str, data: bytes, /) -> Written:
        self.files[path] = data
        return Written(path, Fate.WRITTEN)


def write_note(root: Path, note: dict[str, Any]) -> None:
    """A note as JSON, which is YAML."""
    folder = root / "engagements"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "presales.yaml").touch()
    text = json.dumps(note, ensure_ascii=False, indent=1)
    (folder / f"{note['id']}.yaml").write_text(text, encoding="utf-8")


def write_file(root: Path, name: str, content: str | bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def errors_of(report: Report) -> list[tuple[str, str]]:
    """Path and code of each error."""
    return [(problem.path, problem.code) for problem in report.problems if problem.severity == "error"]


def build_all(
    root: Path, *, languages: tuple[Language, ...] = (), day: date = DAY, **request: Any
) -> tuple[Report, dict[str, bytes]]:
    memory = Memory()
    wanted = Request(day, formats=EVERY_FORMAT, languages=languages, **request)
    report = build_with(root, wanted, memory)
    return report, memory.files


def build_with(root: Path, request: Request, memory: Memory) -> Report:
    return build(read_workspace(root), request, memory, lambda done, of: None)


def words_of_markdown(data: bytes) -> str:
    """What a reader of the rendered Markdown reads; figures are their alternative texts."""
    root = etree.fromstring(f"<div>{render_xhtml(data.decode())}</div>")
    return "\n".join((*_strings(root, "//text()"), *_strings(root, "//@alt")))


def words_of_html(data: bytes) -> str:
    root = html.fromstring(data.decode())
    paths = ("//main//text()", "//@alt", "//@aria-label")
    return "\n".join(text for path in paths for text in _strings(root, path))


def words_of_docx(data: bytes) -> str:
    """Paragraph by paragraph, runs joined."""
    body = etree.fromstring(read_parts(data)["word/document.xml"])
    return "\n".join("".join(_strings(p, ".//w:t/text()")) for p in find(body, "//w:p"))


def _strings(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(text) for text in found]
