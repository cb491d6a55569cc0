"""What a run does to one file, from an empty folder to files that somebody edited."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.errors import Bilingual
from generator.output import Fate, Output, RefusedError, Written
from tests.output.workplace import BACKUP, BESIDE, PATH, Workplace

EDITED = Bilingual("被人改过（改了 1 段：“edited”）", "edited by hand (1 paragraph changed: “edited”)")
KEPT = Bilingual(
    f"被人改过，原样保留（改了 1 段：“edited”）；新版本写在 {BESIDE}",
    f"edited by hand and kept (1 paragraph changed: “edited”); the new version is {BESIDE}",
)


# ── Files of the program's own ──


def test_a_new_file_is_written_with_its_folders(place: Workplace) -> None:
    written = place.build(b"one")

    assert written == Written(PATH, Fate.WRITTEN)
    assert place.files() == {PATH: b"one"}


def test_a_file_gets_the_rights_that_any_new_file_gets(place: Workplace) -> None:
    place.build(b"one")
    (place.root / "other").write_bytes(b"")

    assert (place.root / PATH).stat().st_mode == (place.root / "other").stat().st_mode


def test_equal_bytes_are_not_touched(place: Workplace) -> None:
    place.build(b"one")
    place.age()
    name = str(place.root / PATH)
    before = place.looks()[name]
    written = place.build(b"one")

    assert written == Written(PATH, Fate.UNCHANGED)
    assert place.looks()[name] == before


def test_our_own_older_version_is_replaced(place: Workplace) -> None:
    place.build(b"one")
    written = place.build(b"two")

    assert written == Written(PATH, Fate.WRITTEN)
    assert place.files() == {PATH: b"two"}


def test_a_deleted_file_is_written_again(place: Workplace) -> None:
    place.build(b"one")
    (place.root / PATH).unlink()
    written = place.build(b"one")

    assert written == Written(PATH, Fate.WRITTEN)


@pytest.mark.parametrize("left", [b"", b"\0\0\0"])
def test_a_file_that_a_power_cut_emptied_is_nobodys_work(place: Workplace, left: bytes) -> None:
    place.edit(left)
    written = place.build(b"one")

    assert written == Written(PATH, Fate.WRITTEN)
    assert place.files() == {PATH: b"one"}


def test_a_folder_deleted_during_the_run_is_made_again(place: Workplace) -> None:
    with Output(place.root) as output:
        output.write("a/one.md", b"one")
        shutil.rmtree(place.root)
        fates = [output.write("a/two.md", b"two").fate, output.write("three.md", b"three").fate]

    assert fates == [Fate.WRITTEN, Fate.WRITTEN]
    assert place.files() == {"a/two.md": b"two", "three.md": b"three"}


def test_nothing_is_left_in_the_memory_but_what_is_remembered(place: Workplace) -> None:
    place.build(b"one")

    assert sorted(place.everything().keys() - {PATH}) == [
        ".presales/running.lock",
        ".presales/written.db",
        ".presales/written.db-journal",
    ]
    assert [path for path in place.root.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


# ── Edited by hand ──


def test_an_edited_file_is_kept_and_the_new_version_written_beside_it(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    written = place.build(b"two")

    assert written == Written(PATH, Fate.KEPT, KEPT, BESIDE)
    assert place.files() == {PATH: b"edited", BESIDE: b"two"}


def test_an_edit_is_told_in_every_run_as_long_as_it_stands(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    written = [place.build(data) for data in (b"one", b"one", b"two", b"three")]

    assert written == [Written(PATH, Fate.KEPT, KEPT, BESIDE)] * 4
    assert place.files() == {PATH: b"edited", BESIDE: b"three"}
    assert not place.is_current(b"three")


@pytest.mark.parametrize("back", [b"one", b"two", None])
def test_the_new_version_goes_when_the_edit_is_gone(place: Workplace, back: bytes | None) -> None:
    place.build(b"one")
    place.edit(b"edited")
    place.build(b"two")
    if back is None:
        (place.root / PATH).unlink()
    else:
        place.edit(back)
    written = place.build(b"two")

    assert written.fate is (Fate.UNCHANGED if back == b"two" else Fate.WRITTEN)
    assert place.files() == {PATH: b"two"}
    assert place.is_current(b"two")


def test_an_edit_taken_back_is_noticed_although_the_inputs_are_the_same(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    place.build(b"one")
    place.edit(b"one")

    assert not place.is_current(b"one")  # the file beside it has to go
    assert place.build(b"one") == Written(PATH, Fate.UNCHANGED)
    assert place.files() == {PATH: b"one"}


def test_the_new_version_may_be_renamed_over_the_edited_file(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    place.build(b"two")
    (place.root / BESIDE).replace(place.root / PATH)
    written = place.build(b"two")

    assert written == Written(PATH, Fate.UNCHANGED)
    assert place.files() == {PATH: b"two"}


def test_an_edited_new_version_is_kept_too(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    place.build(b"two")
    place.edit(b"merged", BESIDE)
    written = place.build(b"three")

    assert written.message == Bilingual(
        f"被人改过，原样保留（改了 1 段：“edited”）；{BESIDE} 也被改过，所以新版本没有写：合并后删掉其中一个",
        f"edited by hand and kept (1 paragraph changed: “edited”); {BESIDE} was edited too, so the new version was not "
        "written: merge them and delete one",
    )
    assert (written.fate, written.beside) == (Fate.KEPT, "")
    assert place.files() == {PATH: b"edited", BESIDE: b"merged"}


def test_an_edited_new_version_stays_when_the_edit_is_gone(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    place.build(b"two")
    place.edit(b"merged", BESIDE)
    (place.root / PATH).unlink()
    written = place.build(b"two")

    assert written == Written(PATH, Fate.WRITTEN)
    assert place.files() == {PATH: b"two", BESIDE: b"merged"}
    assert place.is_current(b"two") is False  # a file beside it is looked at in every run


def test_what_a_person_changed_is_told_against_what_was_written_not_against_the_new_version(
    place: Workplace,
) -> None:
    place.build(b"a\n\nb\n")
    place.edit(b"a\n\nb\n\nc\n")
    written = place.build(b"x\n\ny\n\nz\n")

    assert written.message is not None
    assert written.message.en.startswith("edited by hand and kept (1 paragraph added: “c”)")


# ── Forced ──


def test_force_moves_the_edited_file_aside(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    place.build(b"two")
    written = place.build(b"two", force=True)

    message = Bilingual(f"改过的那份移到了 {BACKUP}", f"the edited one is now {BACKUP}")
    assert written == Written(PATH, Fate.WRITTEN, message, BACKUP)
    assert place.files() == {PATH: b"two", BACKUP: b"edited"}


def test_force_never_writes_over_a_backup(place: Workplace) -> None:
    place.edit(b"older", BACKUP)
    place.edit(b"first")
    place.build(b"two", force=True)
    place.edit(b"second")
    place.build(b"two", force=True)

    assert place.files() == {
        PATH: b"two",
        BACKUP: b"older",
        "2026-05-yunpu/report.zh.bak-2.md": b"first",
        "2026-05-yunpu/report.zh.bak-3.md": b"second",
    }


def test_a_backup_that_a_failed_run_made_serves_again(place: Workplace) -> None:
    place.edit(b"edited")
    place.edit(b"edited", BACKUP)
    written = place.build(b"two", force=True)

    assert written.beside == BACKUP
    assert place.files() == {PATH: b"two", BACKUP: b"edited"}


def test_a_folder_in_the_place_of_a_backup_is_passed_over(place: Workplace) -> None:
    (place.root / BACKUP).mkdir(parents=True)
    place.edit(b"edited")
    written = place.build(b"two", force=True)

    assert written.beside == "2026-05-yunpu/report.zh.bak-2.md"


def test_force_copies_where_a_file_cannot_have_two_names(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    place.edit(b"edited")
    written = place.build(b"two", force=True)

    assert written.beside == BACKUP
    assert place.files() == {PATH: b"two", BACKUP: b"edited"}


def test_force_takes_the_next_name_when_a_backup_appears_meanwhile(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def link_late(source: str, target: str) -> None:
        if target.endswith("bak-1.md"):
            place.edit(b"of another run", BACKUP)
        link(source, target)

    monkeypatch.setattr(os, "link", link_late)
    place.edit(b"edited")
    written = place.build(b"two", force=True)

    assert written.beside == "2026-05-yunpu/report.zh.bak-2.md"
    assert place.files() == {PATH: b"two", BACKUP: b"of another run", written.beside: b"edited"}


def test_force_leaves_our_own_files_as_they_are(place: Workplace) -> None:
    place.build(b"one")
    written = [place.build(b"one", force=True), place.build(b"two", force=True)]

    assert written == [Written(PATH, Fate.UNCHANGED), Written(PATH, Fate.WRITTEN)]
    assert place.files() == {PATH: b"two"}


# ── Memory lost ──


def test_a_file_without_memory_is_adopted_if_it_equals_the_new_bytes(place: Workplace) -> None:
    place.build(b"one")
    shutil.rmtree(place.root / ".presales")
    written = place.build(b"one")

    assert written == Written(PATH, Fate.UNCHANGED)
    assert place.is_current(b"one")
    assert place.build(b"two") == Written(PATH, Fate.WRITTEN)


def test_a_file_without_memory_that_differs_counts_as_edited(place: Workplace) -> None:
    place.build(b"one")
    shutil.rmtree(place.root / ".presales")
    written = place.build(b"two")

    assert (written.fate, written.beside) == (Fate.KEPT, BESIDE)
    assert place.files() == {PATH: b"one", BESIDE: b"two"}


def test_deleting_everything_loses_nothing(place: Workplace) -> None:
    place.build(b"one")
    shutil.rmtree(place.root)

    assert place.build(b"one") == Written(PATH, Fate.WRITTEN)


# ── Up to date ──


def test_a_file_is_current_for_the_inputs_that_it_was_made_from(place: Workplace) -> None:
    place.build(b"one")

    assert place.is_current(b"one")
    assert not place.is_current(b"two")
    assert not place.is_current(b"one", "other.md")


def test_a_fresh_file_is_read_although_size_time_and_inode_are_the_same(place: Workplace) -> None:
    place.build(b"one")
    found = (place.root / PATH).stat()
    place.edit(b"two")
    os.utime(place.root / PATH, ns=(found.st_atime_ns, found.st_mtime_ns))

    assert not place.is_current(b"one")


def test_a_file_that_was_old_when_last_seen_is_not_read_again(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.build(b"one")
    place.age()
    assert place.is_current(b"one")  # reads it, and remembers that it did
    monkeypatch.setattr("generator.output.folder.read_found", lambda path: pytest.fail(f"reads {path}"))

    assert place.is_current(b"one")


def test_check_reads_every_file(place: Workplace) -> None:
    place.build(b"one")
    place.age()
    assert place.is_current(b"one")
    found = (place.root / PATH).stat()
    place.edit(b"two")
    os.utime(place.root / PATH, ns=(found.st_atime_ns, found.st_mtime_ns))

    assert place.is_current(b"one")  # as git: size, time and inode are the same
    assert not place.is_current(b"one", check=True)
    assert place.build(b"three").fate is Fate.KEPT  # writing reads it in any case


def test_a_copied_workspace_is_read_once_and_then_known(place: Workplace, tmp_path: Path) -> None:
    place.build(b"one")
    copy = Workplace(tmp_path / "copy" / "output")
    shutil.copytree(place.root, copy.root)
    (copy.root / PATH).touch()

    assert copy.is_current(b"one")
    assert copy.build(b"two") == Written(PATH, Fate.WRITTEN)


def test_a_deleted_or_edited_file_is_not_current(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    assert not place.is_current(b"one")
    (place.root / PATH).unlink()

    assert not place.is_current(b"one")


def test_line_endings_are_not_an_edit(place: Workplace) -> None:
    place.build(b"one\ntwo\n")
    place.edit(b"one\r\ntwo\r\n")

    assert place.build(b"one\ntwo\n", check=True) == Written(PATH, Fate.UNCHANGED)
    assert place.build(b"one\ntwo\n") == Written(PATH, Fate.UNCHANGED)
    assert place.files() == {PATH: b"one\r\ntwo\r\n"}


def test_a_file_saved_anew_without_an_edit_is_current_and_may_be_written_over(place: Workplace) -> None:
    place.build(b"one\ntwo\n")
    place.edit(b"one\r\ntwo\r\n")

    assert place.is_current(b"one\ntwo\n", check=True)
    assert place.is_current(b"one\ntwo\n")
    assert place.build(b"three\n") == Written(PATH, Fate.WRITTEN)


def test_line_endings_changed_between_two_versions_are_not_an_edit(place: Workplace) -> None:
    place.build(b"one\ntwo\n")
    place.edit(b"one\r\ntwo\r\n")
    written = place.build(b"three\n")

    assert written == Written(PATH, Fate.WRITTEN)
    assert place.files() == {PATH: b"three\n"}


# ── Check ──


def test_check_tells_and_writes_nothing(place: Workplace) -> None:
    place.build(b"one")
    place.build(b"one", "other.md")
    place.edit(b"edited", "other.md")
    before = place.looks()
    written = [
        place.build(b"one", check=True),
        place.build(b"two", check=True),
        place.build(b"two", "other.md", check=True, force=True),
        place.build(b"two", "new/file.md", check=True),
    ]

    assert written == [
        Written(PATH, Fate.UNCHANGED),
        Written(PATH, Fate.STALE),
        Written("other.md", Fate.KEPT, EDITED),
        Written("new/file.md", Fate.STALE),
    ]
    assert place.looks() == before


def test_check_makes_no_folder(place: Workplace) -> None:
    written = place.build(b"one", check=True)

    assert written == Written(PATH, Fate.STALE)
    assert not place.root.exists()


# ── Names and links ──


def test_two_documents_never_write_the_same_file(place: Workplace) -> None:
    with Output(place.root) as output:
        output.write("Zhuge/a.md", b"one")
        written = output.write("zhuge/A.md", b"two")
        again = output.write("Zhuge/a.md", b"two")

    message = Bilingual(
        "和 Zhuge/a.md 是同一个文件名，没有写：改 presales.yaml 里的 names",
        "has the same file name as Zhuge/a.md and was not written: change names in presales.yaml",
    )
    assert written == Written("zhuge/A.md", Fate.FAILED, message)
    assert again == Written("Zhuge/a.md", Fate.FAILED, message)
    assert place.files() == {"Zhuge/a.md": b"one"}


def test_a_current_file_is_not_written_by_another_document(place: Workplace) -> None:
    place.build(b"one")
    with Output(place.root) as output:
        assert output.is_current(PATH, b"one".hex())
        written = output.write(PATH.upper(), b"two")

    assert written.fate is Fate.FAILED


def test_the_same_picture_may_be_written_twice(place: Workplace) -> None:
    with Output(place.root) as output:
        fates = [output.write("figures/1234.png", b"picture").fate for _ in range(2)]

    assert fates == [Fate.WRITTEN, Fate.UNCHANGED]


@pytest.mark.parametrize(
    "path", ["../a.md", "/etc/a.md", "C:/a.md", "a/../../b.md", ".presales/written.db", "con.md"]
)
def test_a_path_that_leads_out_or_that_windows_cannot_hold_is_refused(place: Workplace, path: str) -> None:
    written = place.build(b"one", path)

    assert (written.fate, written.message is not None) == (Fate.FAILED, True)
    assert place.everything() == {}


def test_a_folder_link_that_leads_out_is_refused(place: Workplace, tmp_path: Path) -> None:
    place.root.mkdir()
    outside = tmp_path / "outside"
    outside.mkdir()
    (place.root / "2026-05-yunpu").symlink_to(outside)
    written = [
        place.build(b"one"),
        place.build(b"one", "2026-05-yunpu/deep/er.md"),
        place.build(b"one", check=True),
    ]

    assert {w.fate for w in written} == {Fate.FAILED}
    assert written[0].message == Bilingual(
        "文件夹是一个指向 output/ 之外的链接：换成普通文件夹",
        "the folder is a link that leads out of output/: put an ordinary folder in its place",
    )
    assert list(outside.iterdir()) == []


def test_a_folder_link_that_stays_inside_is_followed(place: Workplace) -> None:
    (place.root / "real").mkdir(parents=True)
    (place.root / "2026-05-yunpu").symlink_to(place.root / "real")

    assert place.build(b"one").fate is Fate.WRITTEN
    assert (place.root / "real/report.zh.md").read_bytes() == b"one"


def test_a_folder_replaced_by_a_link_during_the_run_is_not_read(place: Workplace, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    place.build(b"one")
    shutil.move(place.root / PATH, outside / "report.zh.md")
    (place.root / PATH).parent.rmdir()
    (place.root / PATH).parent.symlink_to(outside)

    assert not place.is_current(b"one")


def test_a_link_in_the_place_of_a_file_is_left_alone(place: Workplace, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"one")
    (place.root / PATH).parent.mkdir(parents=True)
    (place.root / PATH).symlink_to(secret)
    written = [place.build(b"one"), place.build(b"two", force=True)]

    assert [w.fate for w in written] == [Fate.FAILED, Fate.FAILED]
    assert not place.is_current(b"one")
    assert secret.read_bytes() == b"one"
    assert (place.root / PATH).is_symlink()


@pytest.mark.parametrize("link", ["output", "output/.presales"])
def test_an_output_folder_that_leads_out_is_refused_at_once(tmp_path: Path, link: str) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "workspace" / link).parent.mkdir(parents=True)
    (tmp_path / "workspace" / link).symlink_to(tmp_path / "outside")

    with pytest.raises(RefusedError):
        Output(tmp_path / "workspace" / "output")


def test_a_folder_in_the_place_of_a_file_is_left_alone(place: Workplace) -> None:
    (place.root / PATH).mkdir(parents=True)
    written = place.build(b"one")

    assert written == Written(
        PATH,
        Fate.FAILED,
        Bilingual(
            "同名的文件或文件夹挡住了它：移走后再运行一次",
            "a file or folder of the same name is in the way: move it and run again",
        ),
    )


def test_a_file_in_the_place_of_a_folder_is_left_alone(place: Workplace) -> None:
    place.edit(b"mine", "2026-05-yunpu")
    written = [place.build(b"one"), place.build(b"one", "2026-05-yunpu/deep/er.md")]

    assert [w.fate for w in written] == [Fate.FAILED, Fate.FAILED]
    assert place.files() == {"2026-05-yunpu": b"mine"}
