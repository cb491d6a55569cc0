from __future__ import annotations

from pathlib import Path

import pytest

from generator.output import Fate, RefusedError, write_folder

FILES = {"presales.yaml": b"language: zh\n", "engagements/a.yaml": b"id: a\n"}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("exists", [False, True])
def test_a_new_or_empty_folder_gets_all_files(exists: bool, tmp_path: Path) -> None:
    folder = tmp_path / "demos" / "one"
    if exists:
        folder.mkdir(parents=True)
    written = write_folder(folder, FILES)

    assert contents(tmp_path) == {f"demos/one/{path}": data for path, data in FILES.items()}
    assert [(file.path, file.fate) for file in written] == [(path, Fate.WRITTEN) for path in sorted(FILES)]


def test_a_folder_with_something_in_it_needs_force(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")

    with pytest.raises(RefusedError) as refused:
        write_folder(tmp_path, FILES)

    assert "--force" in refused.value.message.en
    assert contents(tmp_path) == {"mine.txt": b"mine"}


def test_with_force_files_are_replaced_and_those_of_others_stay_and_are_told(tmp_path: Path) -> None:
    for path, data in {
        "mine.txt": b"mine",
        "engagements/old.yaml": b"old",
        "engagements/a.yaml": b"other",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    written = write_folder(tmp_path, FILES, force=True)

    assert contents(tmp_path) == FILES | {"mine.txt": b"mine", "engagements/old.yaml": b"old"}
    assert [(file.path, file.fate) for file in written] == [
        ("engagements/a.yaml", Fate.WRITTEN),
        ("presales.yaml", Fate.WRITTEN),
        ("engagements/old.yaml", Fate.KEPT),
        ("mine.txt", Fate.KEPT),
    ]


def test_a_file_in_the_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "copy").write_bytes(b"")

    with pytest.raises(RefusedError):
        write_folder(tmp_path / "copy", FILES)


def test_a_link_inside_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "engagements").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    with pytest.raises(RefusedError):
        write_folder(tmp_path / "copy", FILES, force=True)

    assert contents(tmp_path / "elsewhere") == {}


def test_nothing_is_left_where_a_file_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        write_folder(tmp_path / "copy", FILES | {"x" * 300: b""})

    assert list(tmp_path.iterdir()) == []


def test_what_another_run_left_beside_the_place_is_not_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.getpid", lambda: 7)
    (tmp_path / ".presales-7-1.tmp").mkdir()
    write_folder(tmp_path / "copy", FILES)

    assert contents(tmp_path / "copy") == FILES
