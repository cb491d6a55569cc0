"""The house as it is built: who may import whom, who owns which library, what only the command line and the writer do.

The tables come first. An exception names its reason; one that is no longer needed fails too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.architecture import (
    Room,
    cycle_findings,
    function_lengths,
    impure_findings,
    lazy_import_findings,
    length_findings,
    module_lengths,
    return_findings,
    room_findings,
    writing_findings,
)
from tests.source_code import Module, imports_of, read_module, read_package

# Data flows one way: a room imports rooms above it in this table, never one below.
ROOMS = {
    "errors": Room(),
    "states": Room(),
    "prose": Room(),
    "pictures": Room(("errors",)),
    "source": Room(("errors", "prose"), ("pydantic", "pydantic_core", "yaml")),
    "labels": Room(("errors", "source")),
    "figures": Room(("states",)),
    "markup": Room(("errors", "states"), ("markdown", "pymdownx")),
    # Notes and presales.yaml are the border: their types are pydantic's, inside there are dataclasses.
    "notes": Room(("errors", "markup", "prose", "source"), ("pydantic",)),
    "workspace": Room(("errors", "notes", "source"), ("pydantic",)),
    "leaks": Room(("errors", "notes", "source")),
    # Looks for names as the leak check does, and is searched by it before anything is written.
    "redaction": Room(("errors", "leaks", "notes", "source", "workspace")),
    "spreadsheets": Room((), ("openpyxl",)),
    "scaffold": Room(("errors", "notes", "source", "workspace")),
    "insights": Room(("notes", "source", "states")),
    # The program git is its one outside thing; its environment comes from the command line.
    "history": Room(("errors", "insights", "notes", "source", "workspace")),
    "registers": Room(("errors", "insights", "notes", "source")),
    "views": Room(("errors", "figures", "insights", "labels", "notes", "prose", "source", "states")),
    # What a digest says, as data for other programs; it has a shape of its own, so that documents may change.
    "dashboard": Room(("errors", "insights", "notes", "states", "views")),
    "templating": Room(("errors", "labels", "markup", "prose"), ("jinja2", "markupsafe")),
    "document": Room(("errors", "figures", "states")),
    "html": Room(("document", "errors", "figures", "pictures", "states")),
    "word": Room(("document", "errors", "figures", "pictures", "states")),
    # Reads what the room above wrote as a program that is not ours.
    "rereading": Room(("document", "errors", "word"), ("docx",)),
    "output": Room(("errors", "workspace")),
    # The program LibreOffice is its one outside thing.
    "pdf": Room(("errors",)),
    "build": Room(
        ("document", "errors", "figures", "history", "html", "insights", "labels", "leaks", "markup", "notes", "output", "pdf", "pictures", "prose", "registers", "rereading",
         "source", "spreadsheets", "templating", "views", "word", "workspace")
    ),
    "cli": Room(
        ("build", "dashboard", "errors", "history", "insights", "labels", "notes", "output", "pdf", "redaction", "registers", "scaffold", "source", "templating", "views",
         "word", "workspace"),
        ("click",),
    ),
}  # fmt: skip

LAZY_ROOMS = {"cli": "a command imports its rooms when it is called: --help stays fast"}
IMPURE_ROOMS = {
    "cli": "options and the day come in here, messages and exit codes go out",
    "history": "the program git is asked here, and nowhere else",
    "pdf": "the program LibreOffice is started here, and nowhere else",
}
WRITING_ROOMS = {
    "output": "the only writer: files are written whole, and none that somebody edited",
    "pdf": "what LibreOffice reads and writes lies in a temporary folder, which is gone afterwards",
}

MAX_MODULE_LINES = 250
MAX_FUNCTION_LINES = 30
LONG_MODULES = {
    "generator/notes/codes.py": "the closed values of the note in both languages: a table, no logic",
}
LONG_FUNCTIONS: dict[str, str] = {
    "generator/insights/portfolio/figures.py figures": "a keyword a figure: a list, no logic",
    "generator/scaffold/note.py _written": "the lines of a new note, key by key",
    "generator/templating/mistakes.py _words": "a case a kind of mistake, each with its words",
}

# Distributions whose modules have another name.
MODULES_OF = {
    "pymdown-extensions": {"pymdownx"},
    "python-docx": {"docx"},
    "pyyaml": {"yaml"},
    "pydantic": {"pydantic", "pydantic_core"},
}

ROOT = Path(__file__).parents[1]
PACKAGE = read_package(ROOT)


def outside(rooms: dict[str, str]) -> tuple[Module, ...]:
    return tuple(module for module in PACKAGE if module.room not in rooms)


# ── The package as it is ──


def test_every_room_imports_what_the_table_allows() -> None:
    assert room_findings(PACKAGE, ROOMS) == []


def test_the_table_lets_data_flow_one_way() -> None:
    order = list(ROOMS)
    upward = [(name, other) for name in order for other in ROOMS[name].rooms if order.index(other) >= order.index(name)]  # fmt: skip

    assert upward == []


def test_every_library_of_the_table_is_a_dependency_and_is_imported() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    distributions = [requirement.partition(">=")[0] for requirement in declared]
    modules = set().union(*(MODULES_OF.get(name, {name}) for name in distributions))
    imported = {entry.module.split(".")[0] for module in PACKAGE for entry in imports_of(module)}

    assert {library for room in ROOMS.values() for library in room.libraries} == modules
    assert modules <= imported


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    assert cycle_findings(PACKAGE) == []


def test_imports_stand_at_the_top() -> None:
    assert lazy_import_findings(outside(LAZY_ROOMS)) == []


def test_below_the_command_line_nothing_prints_leaves_or_reads_clock_locale_and_environment() -> None:
    assert impure_findings(outside(IMPURE_ROOMS)) == []


@pytest.mark.parametrize("room", ["history", "pdf"])
def test_a_room_that_starts_a_program_does_nothing_else_that_depends_on_the_machine(room: str) -> None:
    found = impure_findings([module for module in PACKAGE if module.room == room])

    assert {finding.rpartition(" ")[2] for finding in found} == {"subprocess"}


def test_one_room_writes_files() -> None:
    assert writing_findings(outside(WRITING_ROOMS)) == []


def test_every_function_says_what_it_returns() -> None:
    assert return_findings(PACKAGE) == []


def test_modules_are_short_but_for_those_named_here() -> None:
    assert length_findings(module_lengths(PACKAGE), MAX_MODULE_LINES, LONG_MODULES) == []


def test_functions_are_short_but_for_those_named_here() -> None:
    assert length_findings(function_lengths(PACKAGE), MAX_FUNCTION_LINES, LONG_FUNCTIONS) == []


# ── The rules themselves, on code made for them ──

Rule = Callable[[Sequence[Module]], list[str]]


def module(text: str, path: str = "generator/upper/made.py") -> Module:
    return read_module(path, text)


def test_a_room_may_import_itself_its_rooms_its_libraries_and_the_standard_library() -> None:
    text = "import re\nimport yaml\nfrom generator.lower import x\nfrom generator.upper.other import y\nfrom generator import __version__\n"

    assert room_findings([module(text)], {"upper": Room(("lower",), ("yaml",)), "lower": Room()}) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("from generator.other import x", "generator/upper/made.py:1 upper imports other"),
        ("import generator\nimport yaml", "generator/upper/made.py:2 upper imports yaml"),
        ("from generator import other", "generator/upper/made.py:1 upper imports other"),
        ("import generator.other.deep", "generator/upper/made.py:1 upper imports other"),
        ("def f():\n    import yaml", "generator/upper/made.py:2 upper imports yaml"),
        ("from yaml.nodes import Node", "generator/upper/made.py:1 upper imports yaml"),
        ("from . import x", "generator/upper/made.py:1 imports relatively"),
        ("from ..other import x", "generator/upper/made.py:1 imports relatively"),
    ],
)
def test_an_import_outside_the_table_is_found(text: str, finding: str) -> None:
    assert room_findings([module(text)], {"upper": Room(), "other": Room()}) == [finding]


def test_a_room_that_the_table_does_not_know_is_found() -> None:
    assert room_findings([module("")], {}) == ["generator/upper/made.py:1 is in no room of the table"]


def test_a_circle_is_found_and_a_submodule_taken_from_its_package_is_none() -> None:
    package = module("from generator.a.one import x", "generator/a/__init__.py")
    one = module("from generator.a import two", "generator/a/one.py")
    two = module("", "generator/a/two.py")
    back = module("if TYPE_CHECKING:\n    from generator.a import x", "generator/a/two.py")

    assert cycle_findings([package, one, two]) == []
    assert len(cycle_findings([package, one, back])) == 1


@pytest.mark.parametrize(
    ("rule", "text", "what"),
    [
        (lazy_import_findings, "def f():\n    from os import path", "2 imports os.path inside a function"),
        (lazy_import_findings, "class A:\n    def f(self):\n        import re", "3 imports re inside a function"),
        (impure_findings, "print(1)", "1 uses print"),
        (impure_findings, "import sys\nsys.exit(1)", "2 uses sys.exit"),
        (impure_findings, "from sys import stderr as e\ne.write('x')", "2 uses sys.stderr"),
        (impure_findings, "from datetime import date\ndate.today()", "2 uses datetime.date.today"),
        (impure_findings, "import datetime as dt\ndt.datetime.now(tz)", "2 uses datetime.datetime.now"),
        (impure_findings, "import os\nos.environ['X']", "2 uses os.environ"),
        (impure_findings, "from os import getenv\ngetenv('X')", "2 uses os.getenv"),
        (impure_findings, "from pathlib import Path\nPath.cwd()", "2 uses pathlib.Path.cwd"),
        (impure_findings, "import time", "1 imports time"),
        (impure_findings, "from locale import getlocale", "1 imports locale.getlocale"),
        (impure_findings, "from random import choice", "1 imports random.choice"),
        (impure_findings, "from random import Random\nRandom()", "2 uses random.Random without a seed"),
        (writing_findings, "path.write_text('x')", "1 uses path.write_text"),
        (writing_findings, "(a / b).mkdir()", "1 uses (a / b).mkdir"),
        (writing_findings, "import os\nos.replace(a, b)", "2 uses os.replace"),
        (writing_findings, "open(path, 'w')", "1 opens for writing"),
        (writing_findings, "path.open('ab')", "1 opens for writing"),
        (writing_findings, "path.open(mode=mode)", "1 opens for writing"),
        (return_findings, "def f(): ...", "1 f does not say what it returns"),
        (return_findings, "async def f(): ...", "1 f does not say what it returns"),
    ],
)  # fmt: skip
def test_what_the_house_does_not_allow_is_found(rule: Rule, text: str, what: str) -> None:
    assert rule([module(text)]) == [f"generator/upper/made.py:{what}"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (lazy_import_findings, "import os\nif TYPE_CHECKING:\n    import re"),
        (impure_findings, "import sys\nfrom datetime import date\nsys.intern(date(2026, 1, 2).isoformat())"),
        (
            writing_findings,
            "text.replace('a', 'b')\nopen(path)\npath.open('rb')\nopen(path, encoding='utf-8')\nzip.open('word/x')",
        ),
        (return_findings, "def f() -> None: ..."),
    ],
)
def test_what_the_house_allows_passes(rule: Rule, text: str) -> None:
    assert rule([module(text)]) == []


def test_lengths_are_those_of_modules_and_of_functions_without_their_docstrings() -> None:
    made = module('def f():\n    """One.\n\n    Three.\n    """\n    return 1\n\n\ndef g(): ...\n')

    assert module_lengths([made]) == {"generator/upper/made.py": 9}
    assert function_lengths([made]) == {"generator/upper/made.py f": 2, "generator/upper/made.py g": 1}


def test_a_length_over_the_limit_is_found_and_so_is_an_exception_without_need() -> None:
    found = length_findings({"a": 10, "b": 11, "c": 12, "d": 1}, 10, {"c": "a table", "d": "was long"})

    assert found == ["b has 11 lines", "d is no exception any more"]
