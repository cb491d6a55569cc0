"""Pictures that prose shows: read beside the note, named by content, shown in every file."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from tests.build.building import build_all, write_note
from tests.builders import MINIMAL
from tests.word.reading import read_parts


def png(width: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x40\x80\xc0" * width for _ in range(8)))
    header = struct.pack(">IIBBBBB", width, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "prose",
    ["before\n\n![line three](pictures/line-3.png)", "- item\n\n    ![line three](<pictures/line-3.png>)"],
    ids=["alone", "in a list"],
)
def test_a_picture_of_prose_is_in_every_file(tmp_path: Path, prose: str) -> None:
    write_note(tmp_path, MINIMAL | {"notes": prose, "language": "en"})
    (tmp_path / "engagements" / "pictures").mkdir()
    (tmp_path / "engagements" / "pictures" / "line-3.png").write_bytes(png(20))
    report, files = build_all(tmp_path)
    stem = f"{MINIMAL['id']}/retrospective.en"
    (picture,) = (path for path in files if path.endswith(".png"))

    assert [p for p in report.problems if p.severity == "error"] == []
    assert picture.startswith(f"{MINIMAL['id']}/figures/")
    assert f"({picture.partition('/')[2]}" in files[f"{stem}.md"].decode()
    assert any(name.startswith("word/media/") for name in read_parts(files[f"{stem}.docx"]))
    assert b"data:image/png;base64," in files[f"{stem}.html"]


def test_a_missing_picture_of_prose_is_named_at_its_key(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | {"notes": "![x](nowhere.png)"})
    report, files = build_all(tmp_path)

    assert files == {}
    assert [(p.code, p.key) for p in report.problems if p.severity == "error"] == [("bad_picture", "notes")]
