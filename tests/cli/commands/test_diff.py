"""`presales diff` from the outside: what it says, where it goes, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from tests.cli.workspaces import BROKEN, BROKEN_ID, DAY, ID, NOTE, make_workspace, run, run_in, summary
from tests.history.repositories import commit, new_repository, write
from tests.word.reading import read_parts

PATH = f"engagements/{ID}.yaml"
CHANGED = NOTE.replace("a visit to", "an order for").replace("{status: open}", "{status: open}\nstage: pilot")
TEXT = f"""\
HEAD → the workspace

{ID} (Harbour Works · gateway)
  stage: pilot
  goal rewritten
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one committed note."""
    root = new_repository(make_workspace(tmp_path / "workspace"))
    commit(root)
    return root


def words_of(part: bytes) -> str:
    return "".join(map(str, etree.fromstring(part).itertext()))


def diff(root: Path, *args: str | Path) -> Result:
    return run_in(root, "diff", "--as-of", DAY, *args)


def test_what_changed_since_a_revision_is_told_note_by_note(root: Path) -> None:
    write(root, PATH, CHANGED)

    result = diff(root, "HEAD")

    assert (result.exit_code, result.stdout) == (0, TEXT)
    assert result.stderr == summary(1, 1, 0, 0, 0, 0, 0) + "\n"


def test_two_revisions_are_compared_and_the_workspace_is_not(root: Path) -> None:
    commit(root, {PATH: CHANGED})
    write(root, PATH, "broken: [")

    expected = TEXT.replace("HEAD → the workspace", "HEAD~1 → HEAD")
    assert diff(root, "HEAD~1..HEAD").stdout == expected
    assert diff(root, "HEAD~1..").stdout == expected
    assert diff(root, "..HEAD~1").stdout.splitlines()[:1] == ["HEAD → HEAD~1"]


def test_nothing_that_changed_is_an_answer_too(root: Path) -> None:
    write(root, PATH, NOTE + "# a comment\n")

    result = diff(root, "HEAD")

    assert (result.exit_code, result.stdout) == (0, "HEAD → the workspace\nNothing has changed in content.\n")


def test_new_removed_moved_and_renamed_notes(root: Path) -> None:
    commit(root, {"engagements/gone.yaml": NOTE.replace(ID, "gone").replace("Harbour Works", "Quay Bank")})
    (root / "engagements/gone.yaml").unlink()
    (root / PATH).unlink()
    write(root, "engagements/north/2026-05-harbour.yaml", NOTE.replace(ID, "2026-05-harbour"))
    write(root, "engagements/new.yaml", NOTE.replace(ID, "new").replace("Harbour Works", "Pier Foods"))

    assert diff(root, "HEAD").stdout.splitlines()[1:] == [
        "",
        "2026-05-harbour (Harbour Works · gateway)",
        f"  renamed from {ID}",
        "  content unchanged",
        "",
        "gone (Quay Bank · gateway)",
        "  note removed",
        "",
        "new (Pier Foods · gateway)",
        "  new note",
    ]


def test_notes_may_be_asked_for_by_id_or_path_also_those_that_are_gone(root: Path) -> None:
    commit(root, {"engagements/gone.yaml": NOTE.replace(ID, "gone")})
    (root / "engagements/gone.yaml").unlink()
    write(root, PATH, CHANGED)

    by_id, by_path = diff(root, "HEAD", ID), diff(root, "HEAD", PATH)

    assert by_id.stdout == by_path.stdout == TEXT
    assert by_id.stderr == summary(2, 1, 0, 1, 0, 0, 0) + "\n"
    assert "note removed" in diff(root, "HEAD", "gone").stdout


def test_notes_later_than_the_day_are_not_told(root: Path) -> None:
    write(root, "engagements/new.yaml", NOTE.replace(ID, "new"))

    assert "new note" in diff(root, "HEAD").stdout
    assert "new note" not in run_in(root, "diff", "HEAD", "--as-of", "2026-05-01").stdout


def test_notes_that_cannot_be_read_are_told_at_their_revision_and_the_others_are_compared(root: Path) -> None:
    commit(root, {f"engagements/{BROKEN_ID}.yaml": BROKEN})
    write(root, f"engagements/{BROKEN_ID}.yaml", BROKEN.replace("05-32", "05-22"))
    write(root, PATH, CHANGED)
    write(root, "engagements/new.yaml", "broken: [")

    result = diff(root, "HEAD")

    assert result.exit_code == 1
    assert result.stdout == TEXT + (
        f"\nNot compared\n  {BROKEN_ID}: cannot be read in HEAD\n  new: cannot be read in the workspace\n"
    )
    assert f"HEAD:engagements/{BROKEN_ID}.yaml:7:7: error" in result.stderr
    assert "\nengagements/new.yaml:1:" in result.stderr
    assert result.stderr.endswith(summary(3, 1, 2, 0, 0, 0, 0) + "\n")


def test_the_same_as_markdown(root: Path) -> None:
    write(root, PATH, CHANGED)

    result = diff(root, "HEAD", "--format", "md", "--lang", "zh")

    assert result.stdout.splitlines() == [
        "# 记录的变化",
        "",
        "HEAD → 工作区",
        "",
        "## 1 Harbour Works · gateway",
        "",
        ID,
        "",
        "- 阶段：试点",
        "- 会前目标已改写",
    ]


def test_word_goes_to_a_file_which_is_not_overwritten_unasked(root: Path, tmp_path: Path) -> None:
    write(root, PATH, CHANGED)
    target = tmp_path / "changes.docx"
    command = ("HEAD", "--format", "docx", "-o", target)

    first, again = diff(root, *command), diff(root, *command)
    write(root, PATH, NOTE)
    kept, forced = diff(root, *command), diff(root, *command, "--force")

    assert [first.exit_code, again.exit_code, kept.exit_code, forced.exit_code] == [0, 0, 3, 0]
    assert first.stderr.endswith("documents: 1 written, 0 unchanged, 0 kept\n")
    assert again.stderr.endswith("documents: 0 written, 1 unchanged, 0 kept\n")
    assert first.stdout == ""
    assert "Nothing has changed in content." in words_of(read_parts(target.read_bytes())["word/document.xml"])


def test_word_without_a_file_is_a_usage_error(root: Path) -> None:
    result = diff(root, "HEAD", "--format", "docx")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--format docx needs -o and a file" in result.stderr


def test_a_restricted_note_makes_the_document_restricted(root: Path, tmp_path: Path) -> None:
    write(root, PATH, CHANGED + "confidentiality: restricted\n")

    diff(root, "HEAD", "--format", "docx", "-o", tmp_path / "a.docx")

    parts = read_parts((tmp_path / "a.docx").read_bytes())
    headers = [words_of(part) for name, part in parts.items() if name.startswith("word/header")]
    assert any("Internal · restricted" in words for words in headers)


@pytest.mark.parametrize("name", ["nothing", "HEAD~9", "HEAD..nothing", "HEAD...HEAD"])
def test_an_unknown_revision_is_a_usage_error(root: Path, name: str) -> None:
    result = diff(root, name)

    assert result.exit_code == 2
    assert "git has no revision" in result.stderr


def test_an_unknown_note_is_a_usage_error_with_the_nearest_name(root: Path) -> None:
    result = diff(root, "HEAD", "2026-05-harbor-iot")

    assert result.exit_code == 2
    assert f"did you mean {ID}?" in result.stderr


def test_without_a_revision_it_says_what_is_missing(root: Path) -> None:
    result = diff(root)

    assert result.exit_code == 2
    assert "REV[..REV] is missing" in result.stderr


def test_without_history_it_says_so(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = run_in(root, "diff", "HEAD", PATH="")

    assert result.exit_code == 2
    assert "there is no history" in result.stderr


@pytest.mark.parametrize(("name", "text"), [("labels/en.yaml", "a: ["), ("diff.md.j2", "{{ view.nothing }}")])
def test_a_mistake_in_the_teams_labels_or_template_is_told(root: Path, name: str, text: str) -> None:
    write(root, f"templates/{name}", text)

    result = diff(root, "HEAD", "--format", "md")

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"templates/{name}:1:" in result.stderr


def test_names_of_customer_staff_are_shown_where_asked_for(root: Path) -> None:
    commit(root, {PATH: NOTE + "stakeholders: [{role: head, name: Chen}]\n"})
    write(root, PATH, NOTE + "stakeholders: [{role: head, name: Wang}]\n")

    assert "Chen" not in diff(root, "HEAD").stdout
    assert "stakeholder “head” name Chen → Wang" in diff(root, "HEAD", "--names").stdout


def test_help_says_where_each_format_goes() -> None:
    result = run("diff", "--help")

    assert result.exit_code == 0
    assert "Usage: presales diff [OPTIONS] REV[..REV] [NOTE]..." in result.stdout
    assert "docx needs -o" in " ".join(result.stdout.split())
