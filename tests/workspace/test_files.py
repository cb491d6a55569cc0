"""What keeps a file from being read, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Problem
from generator.workspace.files import read_file


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "cannot be opened: no permission to read it"),
        (FileNotFoundError(2, "gone"), "cannot be opened: it does not exist, or what it links to does not"),
        (RuntimeError("Symlink loop"), "cannot be opened: the links run in a circle"),
        (OSError(5, "Input/output error"), "cannot be opened: Input/output error"),
        (OSError("no number"), "cannot be opened: no number"),
    ],
)
def test_a_failure_of_the_system_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def fail(_: Path) -> bytes:
        raise error

    (tmp_path / "a.yaml").touch()
    monkeypatch.setattr(Path, "read_bytes", fail)

    found = read_file(tmp_path.resolve(), tmp_path.resolve() / "a.yaml")

    assert isinstance(found, Problem)
    assert (found.path, found.code, found.message.en) == ("a.yaml", "unreadable_file", words)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()

    found = read_file(tmp_path.resolve(), tmp_path.resolve() / "a.yaml")

    assert isinstance(found, Problem)
    assert found.message.zh == "打不开：不是普通文件"
