"""Files of a workspace: every note is found, whatever else lies there, and nothing outside is opened."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.errors import Severity
from generator.source.text import MAX_BYTES
from generator.workspace.config import Config
from generator.workspace.places import Workspace, is_note, read_note_files, read_workspace

as_owner = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
with_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "workspace"
    (root / "engagements").mkdir(parents=True)
    (root / "presales.yaml").write_text("name: a\n")
    return root.resolve()


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / "engagements" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"schema: 1\n")


def found(root: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Paths of the notes, and path and code of what is told."""
    files, problems = read_note_files(read_workspace(root))
    return [file.path for file in files], [(problem.path, problem.code) for problem in problems]


# ── Where things are ──


def test_a_workspace_knows_its_folders(root: Path) -> None:
    workspace = read_workspace(root)

    assert (workspace.root, workspace.problems) == (root, ())
    assert [
        path.relative_to(root).as_posix()
        for path in (workspace.engagements, workspace.templates, workspace.output)
    ] == [
        "engagements",
        "templates",
        "output",
    ]
    assert workspace.relative(root / "engagements" / "zh" / "a.yaml") == "engagements/zh/a.yaml"


def test_without_settings_the_defaults_stand_in_and_it_is_told(tmp_path: Path) -> None:
    workspace = read_workspace(tmp_path)

    assert workspace.config == Config()
    assert [(problem.path, problem.code) for problem in workspace.problems] == [
        ("presales.yaml", "unreadable_file")
    ]


def test_settings_that_are_no_text_are_told(root: Path) -> None:
    (root / "presales.yaml").write_bytes("name: 青屿".encode("gbk"))

    assert [problem.code for problem in read_workspace(root).problems] == ["file_encoding"]


def test_settings_that_cannot_be_parsed_are_told(root: Path) -> None:
    (root / "presales.yaml").write_text("name: a\n b: c\n")

    assert [problem.code for problem in read_workspace(root).problems] == ["bad_yaml"]


# ── Which files are notes ──


def test_notes_lie_anywhere_below_engagements_and_come_in_the_order_of_their_paths(root: Path) -> None:
    put(root, "b.yaml", "a.yml", "zh/2026/c.yaml", "en/d.YAML", "B.yaml")

    assert found(root) == (
        [
            "engagements/B.yaml",
            "engagements/a.yml",
            "engagements/b.yaml",
            "engagements/en/d.YAML",
            "engagements/zh/2026/c.yaml",
        ],
        [],
    )


def test_a_workspace_without_notes_has_none(root: Path) -> None:
    assert found(root) == ([], [])
    (root / "engagements").rmdir()
    assert found(root) == ([], [])


def test_hidden_files_and_those_of_other_programs_are_left_alone(root: Path) -> None:
    put(
        root,
        ".a.yaml",
        ".git/b.yaml",
        "~$c.yaml",
        "d.yaml~",
        "#e.yaml#",
        "f.yaml.swp",
        "g.png",
        "h.json",
        "i",
        "README.md",
    )

    assert found(root) == ([], [])


@pytest.mark.parametrize("name", ["a.yaml.txt", "a.YML.TXT", "a.yaml.docx", "a.yaml.md"])
def test_a_note_saved_under_another_ending_is_told(root: Path, name: str) -> None:
    put(root, name)

    files, (problem,) = read_note_files(read_workspace(root))

    assert files == ()
    assert (problem.path, problem.code, problem.severity) == (
        f"engagements/{name}",
        "not_a_note",
        Severity.WARNING,
    )


def test_a_file_is_read_as_it_is(root: Path) -> None:
    (root / "engagements" / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")

    ((file,), _) = read_note_files(read_workspace(root))

    assert file.data == b"\xef\xbb\xbfa: 1\r\n"


def test_a_file_over_the_limit_is_not_even_read(root: Path) -> None:
    with (root / "engagements" / "a.yaml").open("wb") as file:
        file.truncate(50 * MAX_BYTES)
    put(root, "b.yaml")

    assert found(root) == (["engagements/b.yaml"], [("engagements/a.yaml", "file_too_large")])


# ── What cannot be opened ──


@as_owner
def test_a_file_and_a_folder_without_permission_are_told(root: Path) -> None:
    put(root, "a.yaml", "b/c.yaml", "d.yaml")
    (root / "engagements" / "a.yaml").chmod(0)
    (root / "engagements" / "b").chmod(0)

    try:
        assert found(root) == (
            ["engagements/d.yaml"],
            [("engagements/a.yaml", "unreadable_file"), ("engagements/b", "unreadable_file")],
        )
    finally:
        (root / "engagements" / "b").chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_told(root: Path) -> None:
    (root / "engagements").rmdir()
    (root / "engagements").write_text("")

    assert found(root) == ([], [("engagements", "unreadable_file")])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "engagements" / "a.yaml")

    assert found(root) == ([], [("engagements/a.yaml", "unreadable_file")])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are text")
def test_a_name_that_is_no_text_is_told_in_text(root: Path) -> None:
    (root / "engagements" / os.fsdecode(b"\xff.yaml")).touch()

    assert found(root) == ([], [("engagements/?.yaml", "bad_file_name")])


# ── Links ──


@with_links
def test_a_link_to_a_file_of_the_workspace_is_read(root: Path) -> None:
    put(root, "a.yaml")
    (root / "engagements" / "b.yaml").symlink_to("a.yaml")

    assert found(root) == (["engagements/a.yaml", "engagements/b.yaml"], [])


@with_links
@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("../../secret.yaml", "outside_workspace"),
        ("/etc/hosts", "outside_workspace"),
        ("gone.yaml", "unreadable_file"),
        ("a.yaml", "unreadable_file"),
    ],
)
def test_a_link_that_leads_outside_or_nowhere_is_told_and_not_followed(
    root: Path, target: str, code: str
) -> None:
    (root.parent / "secret.yaml").write_text("schema: 1\n")
    (root / "engagements" / "a.yaml").symlink_to(target)

    assert found(root) == ([], [("engagements/a.yaml", code)])


@with_links
def test_a_link_to_a_folder_is_told_and_not_followed(root: Path) -> None:
    (root.parent / "others").mkdir()
    put(root, "zh/a.yaml")
    (root / "engagements" / "en").symlink_to("zh", target_is_directory=True)
    (root / "engagements" / "out").symlink_to(root.parent / "others", target_is_directory=True)

    assert found(root) == (
        ["engagements/zh/a.yaml"],
        [("engagements/en", "folder_link"), ("engagements/out", "folder_link")],
    )


@with_links
def test_the_folder_itself_may_not_lie_outside(root: Path) -> None:
    others = root.parent / "others"
    others.mkdir()
    (others / "a.yaml").write_text("schema: 1\n")
    (root / "engagements").rmdir()
    (root / "engagements").symlink_to(others, target_is_directory=True)

    assert found(root) == ([], [("engagements", "outside_workspace")])


@with_links
@pytest.mark.parametrize("name", ["presales.yaml", "holidays.yaml"])
def test_settings_and_holidays_outside_are_not_read(root: Path, name: str) -> None:
    (root / "presales.yaml").write_text("working_days: {holidays: holidays.yaml}\n")
    (root.parent / "outside.yaml").write_text("name: secret\n")
    (root / "holidays.yaml").touch()
    (root / name).unlink()
    (root / name).symlink_to(root.parent / "outside.yaml")

    workspace = read_workspace(root)

    assert [(problem.path, problem.code) for problem in workspace.problems] == [(name, "outside_workspace")]
    assert workspace.config.name is None


def test_a_workspace_is_what_it_was_made_of() -> None:
    assert Workspace(Path("/w"), Config(), read_workspace(Path(__file__).parent).holidays).problems == ()


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("engagements/2026-05-青屿.yaml", True),
        ("engagements/North/a.YML", True),
        ("engagements/.shown/a.yaml", False),
        ("engagements/~$a.yaml", False),
        ("engagements/a.yaml.txt", False),
        ("engagements/\udce9.yaml", False),
        ("engagements.yaml", False),
        ("templates/a.yaml", False),
    ],
)
def test_a_path_alone_tells_whether_a_note_lies_there(path: str, is_one: bool) -> None:
    assert is_note(path) is is_one
