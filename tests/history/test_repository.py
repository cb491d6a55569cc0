from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.history import Blobs, find_repository, read_history
from generator.history.repository import Repository
from tests.history.repositories import ENVIRONMENT, NOTE, commit, git, new_repository, note, repository, write


def test_a_folder_in_no_repository_has_no_history(tmp_path: Path) -> None:
    environment = ENVIRONMENT | {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}

    assert find_repository(tmp_path, environment) is None
    assert read_history(None) is None


@pytest.mark.parametrize("environment", [{}, {"PATH": ""}, {"PATH": "bin"}, {"PATH": os.devnull}])
def test_without_git_there_is_no_history(tmp_path: Path, environment: dict[str, str]) -> None:
    new_repository(tmp_path, {NOTE: note()})

    assert find_repository(tmp_path, environment) is None


def test_a_git_that_lies_in_the_workspace_is_never_started(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {"bin/git": "#!/bin/sh\ntouch started\n"})
    (root / "bin/git").chmod(0o755)

    assert find_repository(root, {"PATH": str(root / "bin")}) is None
    assert not (root / "started").exists()


def test_a_git_that_cannot_be_started_gives_no_history_and_no_contents(tmp_path: Path) -> None:
    gone = Repository(str(tmp_path / "git"), tmp_path, ())

    with Blobs(gone) as blobs:
        assert (read_history(gone), blobs.read("0" * 40)) == (None, None)


def test_a_repository_without_commits_or_without_notes_has_no_history(tmp_path: Path) -> None:
    root = new_repository(tmp_path)

    assert read_history(repository(root)) is None

    commit(root, {"README.md": "a workspace"})

    assert read_history(repository(root)) is None


def test_a_shallow_clone_has_no_history(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "full", {NOTE: note()})
    commit(root, {NOTE: note(outcome="won")})
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")

    assert read_history(repository(root)) is not None
    assert read_history(repository(tmp_path / "shallow")) is None


def test_variables_of_git_in_the_environment_are_not_followed(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "mine", {NOTE: note()})
    other = new_repository(tmp_path / "other", {"engagements/other.yaml": "x"})

    found = find_repository(root, ENVIRONMENT | {"GIT_DIR": str(other / ".git"), "Git_Work_Tree": str(other)})

    history = read_history(found)
    assert history is not None
    assert list(history.head) == [NOTE]


@pytest.mark.skipif(os.name == "nt", reason="the hook is a shell script")
def test_nothing_that_the_settings_of_a_repository_name_is_started(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "root", {NOTE: note()})
    commit(root, {NOTE: note(outcome="won"), ".gitattributes": "*.yaml diff=trap filter=trap\n"})
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n", "utf-8")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.external", "diff.trap.textconv", "diff.trap.command"):
        git(root, "config", key, str(trap))
    git(root, "config", "filter.trap.clean", str(trap))

    history = read_history(repository(root))
    with Blobs(repository(root)) as blobs:
        data = blobs.read(history.head[NOTE]) if history else None

    assert data == note(outcome="won").encode()
    assert not (tmp_path / "sprung").exists()


def test_contents_are_read_by_id_and_unknown_ids_hold_nothing(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "first\x00\n"})
    first = git(root, "rev-parse", f"HEAD:{NOTE}")
    write(root, "empty", "")
    empty = git(root, "hash-object", "-w", "empty")

    with Blobs(repository(root)) as blobs:
        found = [blobs.read(name) for name in (first, "1" * 40, empty, git(root, "rev-parse", "HEAD"), first)]

    assert found == [b"first\x00\n", None, b"", None, b"first\x00\n"]
