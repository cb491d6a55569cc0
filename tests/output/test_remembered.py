"""What is remembered is what was put there, by this program; whatever else lies there is forgotten, and nothing fails."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.output import Remembered, packed, plain
from generator.output.names import MEMORY


@pytest.fixture
def memory(tmp_path: Path) -> Remembered:
    return Remembered(tmp_path / "output", "one")


def file_of(tmp_path: Path) -> Path:
    return tmp_path / "output" / MEMORY / "remembered.db"


def test_texts_are_found_by_space_and_key(memory: Remembered) -> None:
    done = memory.change([plain("a", "x", "预算"), packed("a", "y", "two"), plain("b", "x", "three")])

    assert done
    assert memory.all_in("a") == {"x": "预算", "y": "two"}
    assert memory.keys_in("a") == {"x", "y"}
    assert memory.get("a", ["y", "z"]) == {"y": "two"}
    assert memory.get("c", ["x"]) == {}


def test_a_later_text_takes_the_place_of_an_earlier_one_and_dropped_ones_are_gone(memory: Remembered) -> None:
    memory.change([plain("a", "x", "old"), plain("a", "y", "two")])
    memory.change([plain("a", "x", "new")], [("a", "y"), ("a", "z")])

    assert memory.all_in("a") == {"x": "new"}


def test_texts_are_looked_through_for_every_group(memory: Remembered) -> None:
    memory.change([plain("a", "x", "预算 budget"), plain("a", "y", "预算"), plain("a", "z", "Budget"), plain("b", "w", "预算 budget")])  # fmt: skip

    assert list(memory.holding("a", [("预算", "cost"), ("budget",)])) == ["x"]
    assert sorted(memory.holding("a", [("预算", "Budget")])) == ["x", "y", "z"]
    assert sorted(memory.holding("a", [])) == ["x", "y", "z"]


def test_more_keys_than_one_statement_takes(memory: Remembered) -> None:
    memory.change([plain("a", str(number), "x") for number in range(1200)])

    assert len(memory.get("a", [str(number) for number in range(1300)])) == 1200


@given(texts=st.dictionaries(st.text(), st.text(alphabet=st.characters(exclude_categories=["Cs"]))))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_plain_and_packed(
    texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    keys = {key.encode("utf-8", "replace").decode(): text for key, text in texts.items()}
    memory = Remembered(tmp_path_factory.mktemp("w") / "output", "one")
    memory.change([plain("a", key, text) for key, text in keys.items()])
    memory.change([packed("b", key, text) for key, text in keys.items()])

    assert memory.all_in("a") == keys
    assert memory.all_in("b") == keys


def test_another_program_remembers_nothing_of_this_one(tmp_path: Path, memory: Remembered) -> None:
    memory.change([plain("a", "x", "one")])
    other = Remembered(tmp_path / "output", "two")
    before = other.all_in("a")
    other.change([plain("a", "y", "two")])

    assert before == {}
    assert other.all_in("a") == {"y": "two"}
    assert memory.all_in("a") == {}


def test_reading_makes_no_file(tmp_path: Path, memory: Remembered) -> None:
    memory.all_in("a")
    memory.get("a", ["x"])

    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_forgotten_and_made_anew(
    content: bytes, tmp_path: Path, memory: Remembered
) -> None:
    memory.change([plain("a", "x", "one")])
    file_of(tmp_path).write_bytes(content)
    before = memory.all_in("a")
    memory.change([plain("a", "y", "two")])

    assert before == {}
    assert memory.all_in("a") == {"y": "two"}


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_file_that_lost_its_end_gives_no_wrong_text(cut: float, tmp_path: Path, memory: Remembered) -> None:
    rows = {str(number): f"text {number} " * 50 for number in range(300)}
    memory.change([plain("a", key, text) for key, text in rows.items()])
    data = file_of(tmp_path).read_bytes()
    file_of(tmp_path).write_bytes(data[: int(len(data) * cut)])

    assert memory.all_in("a").items() <= rows.items()


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE memory (x)", "INSERT INTO memory VALUES (1)"],
        [
            "PRAGMA user_version = 1",
            "CREATE TABLE program (fingerprint TEXT)",
            "INSERT INTO program VALUES ('one')",
        ],
        ["PRAGMA user_version = 1", "CREATE VIEW memory AS SELECT 1"],
    ],
)
def test_a_foreign_database_is_emptied(statements: list[str], tmp_path: Path, memory: Remembered) -> None:
    file_of(tmp_path).parent.mkdir(parents=True)
    with sqlite3.connect(file_of(tmp_path)) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    before = memory.all_in("a")
    memory.change([plain("a", "y", "two")])

    assert before == {}
    assert memory.all_in("a") == {"y": "two"}


def test_a_text_of_another_kind_is_none(tmp_path: Path, memory: Remembered) -> None:
    memory.change([plain("a", "x", "one")])
    with sqlite3.connect(file_of(tmp_path)) as connection:
        connection.execute("INSERT INTO memory VALUES ('a', 'y', x'00ff')")
        connection.execute("INSERT INTO memory VALUES ('b', 'y', 12)")
    connection.close()

    assert memory.all_in("a") == {}
    assert memory.all_in("b") == {}


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path, memory: Remembered) -> None:
    (tmp_path / "output").write_text("a file in the way")

    assert not memory.change([plain("a", "x", "one")])
    assert memory.all_in("a") == {}
    assert memory.now_ns() is None


def test_where_it_is_read_only_nothing_is_put(tmp_path: Path, memory: Remembered) -> None:
    memory.change([plain("a", "x", "one")])
    looking = Remembered(tmp_path / "output", "one", read_only=True)

    assert not looking.change([plain("a", "y", "two")])
    assert looking.all_in("a") == {"x": "one"}
    assert looking.now_ns() is None


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "workspace").mkdir()
    (tmp_path / "workspace" / "output").symlink_to(tmp_path / "elsewhere")
    memory = Remembered(tmp_path / "workspace" / "output", "one")

    assert not memory.change([plain("a", "x", "one")])
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_clock_is_that_of_the_files_there(tmp_path: Path, memory: Remembered) -> None:
    now = memory.now_ns()
    (tmp_path / "later").write_text("x")

    assert now is not None
    assert abs((tmp_path / "later").stat().st_mtime_ns - now) < 5_000_000_000


def put_many(root: Path, name: str) -> None:
    for number in range(20):
        Remembered(root, "one").change([plain("a", f"{name}{number}", "text " * 100)])


@pytest.mark.skipif(os.name == "nt", reason="processes start otherwise there")
def test_several_processes_put_at_the_same_time(tmp_path: Path, memory: Remembered) -> None:
    context = multiprocessing.get_context("fork")
    runs = [context.Process(target=put_many, args=(tmp_path / "output", name)) for name in "xyz"]
    for run in runs:
        run.start()
    for run in runs:
        run.join()

    assert len(memory.keys_in("a")) == 60


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path, memory: Remembered) -> None:
    file_of(tmp_path).mkdir(parents=True)

    assert not memory.change([plain("a", "x", "one")])
    assert file_of(tmp_path).is_dir()


def test_bytes_that_are_no_text_are_not_looked_through(tmp_path: Path, memory: Remembered) -> None:
    memory.change([plain("a", "x", "one")])
    with sqlite3.connect(file_of(tmp_path)) as connection:
        connection.execute("INSERT INTO memory VALUES ('a', 'y', x'6f6e65ff')")
    connection.close()

    assert memory.holding("a", [("one",)]) == {}
