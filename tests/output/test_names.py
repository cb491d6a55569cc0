"""Which names every machine can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Bilingual
from generator.output import find_collisions
from generator.output.names import backup_name, beside_name, kept_name, refuse_name, suffix_of


@pytest.mark.parametrize(
    "path",
    [
        "2026-05-yunpu/retrospective.zh.docx",
        "figures/3f9a1c22d0be.png",
        "青屿/复盘 (终稿).zh.docx",
        "console.md",
        "com10.md",
        "a" * 255,
        "云" * 85,
        "a/.hidden",
        "new.md",
        "renew.md",
        "v1.newest.md",
    ],
)
def test_ordinary_names_are_taken(path: str) -> None:
    assert refuse_name(path) is None


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("../a.md", "the path leads out of output/: change the name"),
        ("a/../b.md", "the path leads out of output/: change the name"),
        ("/a.md", "the path leads out of output/: change the name"),
        ("C:a.md", "the path leads out of output/: change the name"),
        (".presales/a.md", ".presales/ is the program's own: change the name"),
        (".PreSales", ".presales/ is the program's own: change the name"),
        ("a.new.md", "names ending in .new or .bak-number are for new versions and backups: change the name"),
        (
            "b/a.zh.bak-12.docx",
            "names ending in .new or .bak-number are for new versions and backups: change the name",
        ),
        ("a.bak-1", "names ending in .new or .bak-number are for new versions and backups: change the name"),
        ("", "a part of the name is empty"),
        ("a//b.md", "a part of the name is empty"),
        ("a/./b.md", "a part of the name is empty"),
        ("a/", "a part of the name is empty"),
        ("a?.md", "a file name cannot hold ?: change this character"),
        ("a\\b.md", "a file name cannot hold \\\\: change this character"),
        ("a\nb.md", "a file name cannot hold \\n: change this character"),
        ("a\ud800.md", "a file name cannot hold \\ud800: change this character"),
        ("a./b.md", "“a.” ends in a dot or a space, which Windows cannot store: change the name"),
        ("a ", "“a ” ends in a dot or a space, which Windows cannot store: change the name"),
        ("Con.zh.md", "“Con.zh.md” is a reserved name of Windows: change the name"),
        ("a/lpt¹", "“lpt¹” is a reserved name of Windows: change the name"),
        ("NUL .md", "“NUL .md” is a reserved name of Windows: change the name"),
        ("a" * 256, "the file name is too long (at most 255 bytes): shorten it"),
        ("云" * 86, "the file name is too long (at most 255 bytes): shorten it"),
    ],
)
def test_a_name_that_some_machine_cannot_hold_is_refused_with_the_reason(path: str, message: str) -> None:
    refused = refuse_name(path)

    assert isinstance(refused, Bilingual)
    assert refused.en == message


def test_paths_that_are_one_file_on_some_machine_are_found_together() -> None:
    paths = ["b.md", "Straße.md", "a.md", "STRASSE.md", "a.md", "re\u0301sume.md", "r\u00e9sume.md"]

    assert find_collisions(paths) == (("re\u0301sume.md", "r\u00e9sume.md"), ("STRASSE.md", "Straße.md"))


def test_new_versions_and_backups_stand_beside_their_file() -> None:
    paths = ["a/report.zh.docx", "a.b/report", ".hidden"]

    assert [beside_name(path) for path in paths] == ["a/report.zh.new.docx", "a.b/report.new", ".hidden.new"]
    assert backup_name("a/report.zh.docx", 3) == "a/report.zh.bak-3.docx"


def test_a_suffix_is_the_last_ending_in_lower_case() -> None:
    assert [suffix_of(path) for path in ("a/b.zh.DOCX", "a.b/c", ".hidden", "c.")] == [".docx", "", "", "."]


@given(st.lists(st.text("ab.中", min_size=1, max_size=6), min_size=1, max_size=3))
def test_the_file_of_a_new_version_is_found_again(parts: list[str]) -> None:
    path = "/".join(parts)

    assert kept_name(beside_name(path)) == path or refuse_name(path) is not None


def test_an_ordinary_file_is_no_new_version() -> None:
    assert [kept_name(path) for path in ("a.md", "a.new/b.md", "new", ".new")] == [None] * 4
