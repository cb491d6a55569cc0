"""PDFs of a run: made in one start, left alone where nothing changed, never from a file that somebody edited."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from generator.build.press import Press
from generator.build.report import Counts, Report
from generator.build.run import Request, build
from generator.output import Fate, Output, Written
from generator.pdf import HOW_TO_INSTALL, Office, find_office
from generator.pdf.office import NOT_CONVERTED
from generator.word.contents import field_start
from generator.word.package import pack_member, render_package
from generator.workspace.codes import Format
from generator.workspace.places import read_workspace
from tests.build.building import DAY, words_of_docx
from tests.judges import needs, path_of
from tests.pdf.programs import CONVERTS, STOPS_AT_BAD, TELLS_VERSION, make_office, starts

ROOT = Path(__file__).parents[2]
FAKE = STOPS_AT_BAD + CONVERTS + TELLS_VERSION


def press(
    folder: Path,
    files: dict[str, bytes],
    office: Office | None,
    *,
    check: bool = False,
    force: bool = False,
) -> list[Written]:
    """One run; what became of each file."""
    with Output(folder / "output", check=check, force=force) as output:
        sheet = Press(output, office)
        written = tuple(sheet.write(path, data) for path, data in files.items())
        report = Report(Counts(1, 1, 0, 0), (), written, frozenset(files))
        return list(sheet.finish(report).files)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    if os.name == "nt":
        pytest.skip("a script with a first line is no program there")
    return make_office(tmp_path, FAKE)


def test_a_run_without_a_pdf_starts_nothing(tmp_path: Path, office: Office) -> None:
    assert press(tmp_path, {"a.docx": b"a"}, office) == [Written("a.docx", Fate.WRITTEN)]
    assert starts(tmp_path) == []


def test_pdfs_are_made_at_the_end_and_stand_in_the_report_where_they_were_asked_for(
    tmp_path: Path, office: Office
) -> None:
    written = press(tmp_path, {"a.pdf": b"a", "a.docx": b"a", "b.pdf": b"b"}, office)

    assert written == [Written(path, Fate.WRITTEN) for path in ("a.pdf", "a.docx", "b.pdf")]
    assert (tmp_path / "output/b.pdf").read_bytes() == b"PDF of b"
    assert starts(tmp_path) == ["--version", "0.docx 1.docx"]


def test_only_pdfs_whose_word_files_changed_are_made_again(tmp_path: Path, office: Office) -> None:
    press(tmp_path, {"a.pdf": b"a", "b.pdf": b"b"}, office)
    written = press(tmp_path, {"a.pdf": b"a", "b.pdf": b"new"}, office)

    assert written == [Written("a.pdf", Fate.UNCHANGED), Written("b.pdf", Fate.WRITTEN)]
    assert (tmp_path / "output/b.pdf").read_bytes() == b"PDF of new"
    assert starts(tmp_path)[2:] == ["--version", "0.docx"]


def test_another_libreoffice_makes_them_anew(tmp_path: Path, office: Office) -> None:
    press(tmp_path, {"a.pdf": b"a"}, office)
    newer = make_office(tmp_path, FAKE.replace("1.0", "2.0").replace('b" of "', 'b" anew of "'))
    written = press(tmp_path, {"a.pdf": b"a"}, newer)

    assert written == [Written("a.pdf", Fate.WRITTEN)]
    assert (tmp_path / "output/a.pdf").read_bytes() == b"PDF anew of a"


def test_a_deleted_pdf_is_made_again_though_each_conversion_gives_other_bytes(tmp_path: Path) -> None:
    differing = CONVERTS.replace("+ data", "+ data + str(time.time_ns()).encode()") + TELLS_VERSION
    office = make_office(tmp_path, differing)
    press(tmp_path, {"a.pdf": b"a"}, office)
    (tmp_path / "output/a.pdf").unlink()

    assert press(tmp_path, {"a.pdf": b"a"}, office) == [Written("a.pdf", Fate.WRITTEN)]


def test_an_edited_pdf_is_kept_and_its_new_version_is_made_once(tmp_path: Path) -> None:
    differing = CONVERTS.replace("+ data", "+ data + str(time.time_ns()).encode()") + TELLS_VERSION
    office = make_office(tmp_path, differing)
    press(tmp_path, {"a.pdf": b"a"}, office)
    (tmp_path / "output/a.pdf").write_bytes(b"mine")
    fates = [[(w.fate, w.beside) for w in press(tmp_path, {"a.pdf": b"b"}, office)] for _ in range(2)]

    assert fates == [[(Fate.KEPT, "a.new.pdf")]] * 2
    assert (tmp_path / "output/a.pdf").read_bytes() == b"mine"
    assert starts(tmp_path) == ["--version", "0.docx", "--version", "0.docx", "--version"]


def test_a_check_converts_nothing_and_tells_what_is_out_of_date(tmp_path: Path, office: Office) -> None:
    press(tmp_path, {"a.pdf": b"a", "b.pdf": b"b", "c.pdf": b"c"}, office)
    (tmp_path / "output/c.pdf").write_bytes(b"mine")
    files = {"a.pdf": b"a", "b.pdf": b"new", "c.pdf": b"c", "d.pdf": b"d"}
    written = press(tmp_path, files, office, check=True)

    assert [w.fate for w in written] == [Fate.UNCHANGED, Fate.STALE, Fate.KEPT, Fate.STALE]
    assert starts(tmp_path)[2:] == ["--version"]


def test_a_file_that_cannot_be_converted_is_told_and_the_others_are_written(
    tmp_path: Path, office: Office
) -> None:
    written = press(tmp_path, {"a.pdf": b"bad", "b.pdf": b"b"}, office)

    assert written == [Written("a.pdf", Fate.FAILED, NOT_CONVERTED), Written("b.pdf", Fate.WRITTEN)]


def test_without_libreoffice_other_formats_are_written_and_how_to_get_it_is_told_once(tmp_path: Path) -> None:
    written = press(tmp_path, {"a.pdf": b"a", "a.docx": b"a", "b.pdf": b"b"}, None)

    assert written == [
        Written("a.pdf", Fate.FAILED),
        Written("a.docx", Fate.WRITTEN),
        Written("b.pdf", Fate.FAILED, HOW_TO_INSTALL),
    ]


@needs("soffice", "pdftotext")
def test_the_sample_documents_are_converted_without_the_loss_of_a_word(tmp_path: Path) -> None:
    """All documents of two samples; LibreOffice is started once for them."""
    notes = ("2026-05-meridian-clinics", "2025-12-lanqiao-bank")
    request = Request(DAY, notes=notes, formats=(Format.DOCX, Format.PDF))
    with Output(tmp_path) as output:
        sheet = Press(output, find_office(os.environ, ROOT))
        report = sheet.finish(build(read_workspace(ROOT), request, sheet, lambda done, of: None))
    pdfs = sorted(tmp_path.rglob("*.pdf"))

    assert {file.fate for file in report.files} == {Fate.WRITTEN}
    assert {path.stem.partition(".")[2] for path in pdfs} == {"en", "zh"}
    assert [lost_words(path) for path in pdfs] == [[] for _ in pdfs]


def lost_words(pdf: Path) -> list[str]:
    """Words of the Word file, in Chinese characters, that the pages show less often; a page may end within a word."""
    command = [str(path_of("pdftotext")), "-enc", "UTF-8", str(pdf), "-"]
    shown = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    squeezed = re.sub(r"\s+", "", shown)
    text = words_of_docx(pdf.with_suffix(".docx").read_bytes())
    words = Counter(re.findall(r"[A-Za-z]{3,}|[\u4e00-\u9fff]", text))
    return [word for word, count in words.items() if squeezed.count(word) < count]


@needs("soffice", "pdftotext")
def test_contents_tell_the_pages_on_which_the_headings_stand(tmp_path: Path) -> None:
    request = Request(DAY, notes=("2026-05-meridian-clinics",), formats=(Format.DOCX, Format.PDF))

    def run() -> tuple[Written, ...]:
        with Output(tmp_path) as output:
            sheet = Press(output, find_office(os.environ, ROOT), numbers_pages=True)
            made = build(read_workspace(ROOT), request, sheet, lambda done, of: None)
            return sheet.finish(made).files

    assert {file.fate for file in run()} == {Fate.WRITTEN}
    pdf = next(tmp_path.rglob("retrospective.en.pdf"))
    told = pages_told(pdf.with_suffix(".docx"))
    assert len(told) > 10
    assert len(set(told.values())) > 4
    assert [heading for heading, page in told.items() if heading not in lines_of(pdf, page)] == []
    assert {file.fate for file in run()} == {Fate.UNCHANGED}


def pages_told(docx: Path) -> dict[str, int]:
    """Heading -> page, as the contents have it."""
    with zipfile.ZipFile(docx) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    links = body.iterfind(".//{*}sdtContent/{*}p/{*}hyperlink")
    texts = [[t.text or "" for t in link.iterfind(".//{*}t")] for link in links]
    return {"".join(parts[:-1]): int(parts[-1]) for parts in texts}


def lines_of(pdf: Path, page: int) -> list[str]:
    command = [str(path_of("pdftotext")), "-enc", "UTF-8", "-f", str(page), "-l", str(page), str(pdf), "-"]
    shown = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return [line.strip() for line in shown.splitlines()]


def numbering(folder: Path, files: dict[str, bytes], office: Office) -> list[Written]:
    with Output(folder / "output") as output:
        sheet = Press(output, office, numbers_pages=True)
        written = tuple(sheet.write(path, data) for path, data in files.items())
        return list(sheet.finish(Report(Counts(1, 1, 0, 0), (), written, frozenset(files))).files)


def test_word_files_without_contents_wait_for_nobody(tmp_path: Path, office: Office) -> None:
    plain = render_package((pack_member("word/document.xml", b"<w/>"),))

    assert numbering(tmp_path, {"a.docx": plain}, office) == [Written("a.docx", Fate.WRITTEN)]
    assert starts(tmp_path) == []


def test_contents_that_libreoffice_does_not_number_are_told_and_their_pdf_too(
    tmp_path: Path, office: Office
) -> None:
    """This LibreOffice gives back something else."""
    text = f"{field_start(1)}x</w:sdtContent>"
    long = render_package((pack_member("word/document.xml", text.encode()),))
    gone = make_office(tmp_path, "    sys.exit(1)\n" + TELLS_VERSION)

    assert numbering(tmp_path, {"a.docx": long, "a.pdf": long, "b.html": b"h"}, gone) == [
        Written("a.docx", Fate.FAILED, NOT_CONVERTED),
        Written("a.pdf", Fate.FAILED, NOT_CONVERTED),
        Written("b.html", Fate.WRITTEN),
    ]
