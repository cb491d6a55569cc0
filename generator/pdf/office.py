"""LibreOffice as a program: where it is, which version, and many files converted in one start."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Bilingual
from generator.pdf.fonts import font_settings
from generator.pdf.processes import run_for
from generator.pdf.profile import SETTINGS_FILE, office_settings

HOW_TO_INSTALL = Bilingual(
    "没有 LibreOffice，PDF 和目录的页码由它得出：Windows 用 winget install TheDocumentFoundation.LibreOffice，"
    "macOS 用 brew install --cask libreoffice，Debian、Ubuntu 用 sudo apt install libreoffice-writer-nogui，"
    "Fedora 用 sudo dnf install libreoffice-writer，或到 https://www.libreoffice.org 下载",
    "there is no LibreOffice, which makes PDFs and tells the pages of contents: winget install TheDocumentFoundation.LibreOffice on Windows, "
    "brew install --cask libreoffice on macOS, sudo apt install libreoffice-writer-nogui on Debian and Ubuntu, "
    "sudo dnf install libreoffice-writer on Fedora, or get it from https://www.libreoffice.org",
)
NOT_CONVERTED = Bilingual("LibreOffice 没有转换出来", "LibreOffice could not convert it")
TOO_SLOW = Bilingual(
    "LibreOffice 没在时限内转换出来", "LibreOffice did not convert it within the time allowed"
)

_NAMES = ("soffice.com", "soffice.exe") if os.name == "nt" else ("soffice", "libreoffice")
_PROGRAM_FOLDERS = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")
_USUAL_FOLDERS = ("/Applications/LibreOffice.app/Contents/MacOS", "/opt/libreoffice/program")
_START_SECONDS, _FILE_SECONDS = 120, 15
_AT_ONCE = 200  # so that a command line stays short enough for Windows
_STARTS = 3
_MADE = "made"  # the folder, below that of the Word files


@dataclass(frozen=True, slots=True)
class _Target:
    """ending of the files, and LibreOffice's name of what writes them."""

    ending: str
    export_filter: str


_PDF = _Target("pdf", "writer_pdf_Export")
_WORD = _Target("docx", "MS Word 2007 XML")


@dataclass(frozen=True, slots=True)
class Office:
    """seconds limits one start; None allows what the number of files needs."""

    program: str
    environment: tuple[tuple[str, str], ...]
    seconds: float | None = None

    def version(self) -> str:
        """As LibreOffice tells it; the program's path where it tells nothing."""
        with tempfile.TemporaryDirectory(prefix="presales-pdf-") as name:
            told = self._run(Path(name), ("--version",), _START_SECONDS)
        return told.strip() if told and told.strip() else self.program

    def convert(self, documents: Sequence[bytes]) -> Iterator[bytes | Bilingual]:
        """For each .docx the PDF, or why there is none, in their order."""
        return self._in_parts(documents, _PDF)

    def lay_out(self, documents: Sequence[bytes]) -> Iterator[bytes | Bilingual]:
        """For each .docx another one in which references say on which page something stands, or why there is none."""
        return self._in_parts(documents, _WORD)

    def _in_parts(self, documents: Sequence[bytes], target: _Target) -> Iterator[bytes | Bilingual]:
        for start in range(0, len(documents), _AT_ONCE):
            yield from self._convert(documents[start : start + _AT_ONCE], target)

    def _convert(self, documents: Sequence[bytes], target: _Target) -> Iterator[bytes | Bilingual]:
        with tempfile.TemporaryDirectory(prefix="presales-pdf-") as name:
            folder = Path(name)
            for number, document in enumerate(documents):
                (folder / f"{number}.docx").write_bytes(document)
            (folder / _MADE).mkdir()
            reasons = self._try_all(folder, len(documents), target)
            for number in range(len(documents)):
                yield reasons[number] if number in reasons else _made(folder, number, target).read_bytes()

    def _try_all(self, folder: Path, count: int, target: _Target) -> dict[int, Bilingual]:
        """Why files were not converted. One at which LibreOffice stops takes those behind it along: they are tried
        again without it."""
        waiting = list(range(count))
        reasons: dict[int, Bilingual] = {}
        for _ in range(_STARTS):
            why = self._start(folder, waiting, target)
            left = [number for number in waiting if not _made(folder, number, target).exists()]
            reasons = {number: known for number, known in reasons.items() if number not in waiting}
            reasons |= dict.fromkeys(left, why)
            waiting = left[1:]
            if not waiting:
                break
        return reasons

    def _start(self, folder: Path, numbers: Sequence[int], target: _Target) -> Bilingual:
        """What to say of files that are not there after it."""
        files = (f"{number}.docx" for number in numbers)
        seconds = _START_SECONDS + _FILE_SECONDS * len(numbers) if self.seconds is None else self.seconds
        wanted = f"{target.ending}:{target.export_filter}"
        told = self._run(folder, ("--convert-to", wanted, "--outdir", _MADE, *files), seconds)
        return TOO_SLOW if told is None else NOT_CONVERTED

    def _run(self, folder: Path, arguments: tuple[str, ...], seconds: float) -> str | None:
        """With a profile and fonts of its own in the folder: nothing of the user's is read or changed."""
        settings, fonts = folder / "profile" / SETTINGS_FILE, folder / "fonts.conf"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(office_settings(), "utf-8")
        fonts.write_text(font_settings(), "utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [self.program, profile, "--headless", "--norestore", *arguments]
        return run_for(command, folder, dict(self.environment) | {"FONTCONFIG_FILE": str(fonts)}, seconds)


def find_office(environment: Mapping[str, str], root: Path) -> Office | None:
    """LibreOffice in the folders of PATH, else where it installs itself; None where it is not.

    environment is the process's. One in the workspace, root, is never taken: Windows would look there first.
    """
    by_name = {name.upper(): value for name, value in environment.items()}
    folders = [
        *by_name.get("PATH", "").split(os.pathsep),
        *_USUAL_FOLDERS,
        *(f"{by_name[name]}/LibreOffice/program" for name in _PROGRAM_FOLDERS if name in by_name),
    ]
    for folder in folders:
        for name in _NAMES:
            program = Path(folder) / name
            if program.is_absolute() and not program.is_relative_to(root) and os.access(program, os.X_OK):
                return Office(str(program), tuple(sorted(environment.items())))
    return None


def _made(folder: Path, number: int, target: _Target) -> Path:
    return folder / _MADE / f"{number}.{target.ending}"
