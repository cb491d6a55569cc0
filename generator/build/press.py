"""Where the files of a run go when LibreOffice has a part in them: these wait, so that it starts once for all.

They are PDFs, and Word files whose table of contents shall tell pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256

from generator.build.report import Report
from generator.errors import Bilingual
from generator.output import Fate, Output, Written
from generator.pdf import HOW_TO_INSTALL, NOT_CONVERTED, Office
from generator.word import render_probe, with_page_numbers

_PDF, _WORD = ".pdf", ".docx"


@dataclass(slots=True)
class Press:
    """Written to like an Output. Of a PDF it is handed the Word file; finish makes what waits and completes the report.

    A PDF whose Word file and LibreOffice are the same as last time stays as it is: LibreOffice puts the time into it.
    numbers_pages: tables of contents tell pages, as this LibreOffice breaks them.
    """

    output: Output
    office: Office | None
    numbers_pages: bool = False
    waiting: dict[str, bytes] = field(default_factory=dict)

    def write(self, path: str, data: bytes, /) -> Written:
        if not path.endswith(_PDF) and not self._is_numbered(path, data):
            return self.output.write(path, data)
        self.waiting[path] = data
        return Written(path, Fate.UNCHANGED if self.office else Fate.FAILED)

    def _is_numbered(self, path: str, data: bytes) -> bool:
        return self.numbers_pages and path.endswith(_WORD) and render_probe(data) is not None

    def finish(self, report: Report) -> Report:
        """The report with what became of the PDFs."""
        if not self.waiting:
            return report
        done = self._without_office() if self.office is None else self._convert(self.office)
        return replace(report, files=tuple(done.get(file.path, file) for file in report.files))

    def _without_office(self) -> dict[str, Written]:
        """How to get it is told once, where it is seen: at the end."""
        last = [*self.waiting][-1]
        return {
            path: Written(path, Fate.FAILED, HOW_TO_INSTALL if path == last else None)
            for path in self.waiting
        }

    def _convert(self, office: Office) -> dict[str, Written]:
        version = office.version()
        inputs = {path: _digest(data, version, self.numbers_pages) for path, data in self.waiting.items()}
        done: dict[str, Written] = {}
        for path, digest in inputs.items():
            written = self._as_it_stands(path, digest)
            if written is not None:
                done[path] = written
        made = self._made(office, [path for path in inputs if path not in done])
        for path, result in made.items():
            if isinstance(result, bytes):
                done[path] = self.output.write(path, result, inputs=inputs[path])
            else:
                done[path] = Written(path, Fate.FAILED, result)
        return done

    def _made(self, office: Office, paths: list[str]) -> dict[str, bytes | Bilingual]:
        """The Word files with their pages, and the PDFs that are made of such."""
        made = dict(zip(paths, self._numbered(office, [self.waiting[path] for path in paths]), strict=True))
        words = {path: data for path, data in made.items() if path.endswith(_PDF) and isinstance(data, bytes)}
        return made | dict(zip(words, office.convert([*words.values()]), strict=True))

    def _numbered(self, office: Office, files: list[bytes]) -> list[bytes | Bilingual]:
        """A file without contents stays as it is, and each is laid out once though Word and PDF need it."""
        found = {data: render_probe(data) for data in files} if self.numbers_pages else {}
        probes = {data: probe for data, probe in found.items() if probe is not None}
        laid_out = dict(zip(probes, office.lay_out([*probes.values()]), strict=True))
        numbered = {data: _with_pages(data, result) for data, result in laid_out.items()}
        return [numbered.get(data, data) for data in files]

    def _as_it_stands(self, path: str, inputs: str) -> Written | None:
        """What can be told without converting; where nothing may be written that is everything."""
        if self.output.is_current(path, inputs):
            return Written(path, Fate.UNCHANGED)
        known = self.output.beside(path, inputs)
        if known is not None:
            return self.output.write(path, known, inputs=inputs)
        return self.output.write(path, b"", inputs=inputs) if self.output.is_checking else None


def _with_pages(data: bytes, laid_out: bytes | Bilingual) -> bytes | Bilingual:
    if not isinstance(laid_out, bytes):
        return laid_out
    return with_page_numbers(data, laid_out) or NOT_CONVERTED


def _digest(data: bytes, version: str, numbers_pages: bool) -> str:
    told = f"{version}\0pages" if numbers_pages else version
    return sha256(told.encode() + b"\0" + data).hexdigest()
