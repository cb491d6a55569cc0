"""Golden comparison finds every difference, and rewriting leaves nothing old behind."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.golden_files import Golden, parts_of

Fails = pytest.fail.Exception


@pytest.fixture
def kept(tmp_path: Path) -> Golden:
    Golden(tmp_path, update=True).check("case", {"a.md": b"one\ntwo\n", "b/c.png": b"\xff\x00"})
    return Golden(tmp_path, update=False)


def test_equal_files_pass(kept: Golden) -> None:
    kept.check("case", {"b/c.png": b"\xff\x00", "a.md": b"one\ntwo\n"})


def test_a_changed_line_is_shown(kept: Golden) -> None:
    with pytest.raises(Fails, match=r"(?s)-two\n\+2\n.*make golden"):
        kept.check("case", {"a.md": b"one\n2\n", "b/c.png": b"\xff\x00"})


def test_changed_line_endings_are_told(kept: Golden) -> None:
    with pytest.raises(Fails, match=r"other line endings: a\.md"):
        kept.check("case", {"a.md": b"one\r\ntwo\r\n", "b/c.png": b"\xff\x00"})


def test_changed_bytes_are_told(kept: Golden) -> None:
    with pytest.raises(Fails, match=r"other bytes: b/c\.png"):
        kept.check("case", {"a.md": b"one\ntwo\n", "b/c.png": b"\xff\x01"})


def test_a_missing_and_an_extra_file_fail(kept: Golden) -> None:
    with pytest.raises(Fails, match=r"(?s)only in .*: b/c\.png\nnot in .*: d\.md"):
        kept.check("case", {"a.md": b"one\ntwo\n", "d.md": b""})


def test_a_long_difference_is_cut(kept: Golden) -> None:
    with pytest.raises(Fails, match="… 45 more lines"):
        kept.check("case", {"a.md": b"x\n" * 100, "b/c.png": b"\xff\x00"})


def test_updating_removes_files_that_are_no_longer_made(tmp_path: Path, kept: Golden) -> None:
    Golden(tmp_path, update=True).check("case", {"a.md": b"new"})

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.md"]


def test_a_package_is_compared_part_by_part() -> None:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("word/document.xml", "<a><b/></a>")
        archive.writestr("word/media/1.png", b"><")

    assert parts_of("x.docx", package.getvalue()) == {
        "x.docx/word/document.xml": b"<a>\n<b/>\n</a>",
        "x.docx/word/media/1.png": b"><",
    }
