"""Where the files of a run go when PDFs are among them: these wait, so that LibreOffice starts once for all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256

from generator.build.report import Report
from generator.output import Fate, Output, Written
from generator.pdf import HOW_TO_INSTALL, Office

_ENDING = ".pdf"


@dataclass(slots=True)
class Press:
    """Written to like an Output. Of a PDF it is handed the Word file; finish makes what waits and completes the report.

    A PDF whose Word file and LibreOffice are the same as last time stays as it is: LibreOffice puts the time into it.
    """

    output: Output
    office: Office | None
    waiting: dict[str, bytes] = field(default_factory=dict)

    def write(self, path: str, data: bytes, /) -> Written:
        if not path.endswith(_ENDING):
            return self.output.write(path, data)
        self.waiting[path] = data
        return Written(path, Fate.UNCHANGED if self.office else Fate.FAILED)

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
        inputs = {path: _digest(data, version) for path, data in self.waiting.items()}
        done: dict[str, Written] = {}
        for path, digest in inputs.items():
            written = self._as_it_stands(path, digest)
            if written is not None:
                done[path] = written
        left = [path for path in inputs if path not in done]
        made = office.convert([self.waiting[path] for path in left])
        for path, result in zip(left, made, strict=True):
            if isinstance(result, bytes):
                done[path] = self.output.write(path, result, inputs=inputs[path])
            else:
                done[path] = Written(path, Fate.FAILED, result)
        return done

    def _as_it_stands(self, path: str, inputs: str) -> Written | None:
        """What can be told without converting; where nothing may be written that is everything."""
        if self.output.is_current(path, inputs):
            return Written(path, Fate.UNCHANGED)
        known = self.output.beside(path, inputs)
        if known is not None:
            return self.output.write(path, known, inputs=inputs)
        return self.output.write(path, b"", inputs=inputs) if self.output.is_checking else None


def _digest(data: bytes, version: str) -> str:
    return sha256(version.encode() + b"\0" + data).hexdigest()
