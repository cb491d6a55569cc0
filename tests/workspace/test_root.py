"""Where a workspace begins."""

from __future__ import annotations

from pathlib import Path

from generator.workspace.root import find_root


def test_it_is_the_nearest_folder_upward_that_holds_the_settings(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    deep = inner / "engagements" / "2026"
    deep.mkdir(parents=True)
    for folder in (tmp_path, inner):
        (folder / "presales.yaml").touch()

    assert find_root(deep) == find_root(inner) == inner.resolve()
    assert find_root(tmp_path / "a") == tmp_path.resolve()


def test_a_folder_of_that_name_is_none(tmp_path: Path) -> None:
    (tmp_path / "a" / "presales.yaml").mkdir(parents=True)

    assert find_root(tmp_path / "a") is None


def test_a_folder_that_does_not_exist_is_looked_for_from_above(tmp_path: Path) -> None:
    (tmp_path / "presales.yaml").touch()

    assert find_root(tmp_path / "gone") == tmp_path.resolve()
