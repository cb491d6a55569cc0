"""The rules of the house over source code. Their tables are in test_architecture.py.

Every rule takes modules and gives findings as `path:line what`, in the order of the files.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from tests.source_code import PACKAGE, Function, Module, calls_of, expressions_of, functions_of, imports_of

# What reads the clock, the environment, the machine or chance, ends the process or talks to the terminal.
IMPURE_MODULES = {
    "getpass", "http", "locale", "logging", "platform", "random", "secrets", "socket", "subprocess",
    "time", "uuid", "warnings",
}  # fmt: skip
SEEDED = "random.Random"  # gives the same numbers for the same seed, and the system's without one
IMPURE_NAMES = {
    "print", "input", "breakpoint", "exit", "quit", "sys.exit", "sys.stdin", "sys.stdout",
    "sys.stderr", "sys.argv", "os.environ", "os.getenv", "os.getcwd", "os.getlogin", "os.system",
    "os.urandom", "pathlib.Path.cwd", "pathlib.Path.home", "datetime.date.today",
    "datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow",
    "urllib.request.urlopen",
}  # fmt: skip
WRITING_NAMES = {
    "os.replace", "os.rename", "os.remove", "os.unlink", "os.mkdir", "os.makedirs", "os.rmdir",
    "os.open", "os.fdopen", "os.link", "os.symlink", "shutil.copy", "shutil.copyfile",
    "shutil.copytree", "shutil.move", "shutil.rmtree", "sqlite3.connect",
    "tempfile.NamedTemporaryFile", "tempfile.TemporaryDirectory", "tempfile.mkdtemp",
    "tempfile.mkstemp",
}  # fmt: skip
WRITING_METHODS = {
    "write_text", "write_bytes", "mkdir", "rmdir", "unlink", "touch", "symlink_to", "hardlink_to",
}  # fmt: skip
MODE = re.compile(r"[rwaxbt+]+")
WRITING_MODE = re.compile(r"[wax+]")


@dataclass(frozen=True, slots=True)
class Room:
    """What the modules of one room may import besides the standard library and each other."""

    rooms: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()


def room_findings(modules: Sequence[Module], rooms: Mapping[str, Room]) -> list[str]:
    """Imports of a room that the table does not allow, and rooms that it does not know."""
    found = [f"{m.path}:1 is in no room of the table" for m in modules if m.room and m.room not in rooms]
    for module in modules:
        room = rooms.get(module.room, Room())
        for entry in imports_of(module):
            head, other, *_ = [*entry.module.split("."), ""]
            if head == PACKAGE and other in rooms and other not in (module.room, *room.rooms):
                found.append(f"{module.path}:{entry.line} {module.room} imports {other}")
            elif not head:
                found.append(f"{module.path}:{entry.line} imports relatively")
            elif head not in (PACKAGE, *sys.stdlib_module_names, *room.libraries):
                found.append(f"{module.path}:{entry.line} {module.room} imports {head}")
    return list(dict.fromkeys(found))


def cycle_findings(modules: Sequence[Module]) -> list[str]:
    """The first cycle of imports, those for types only included."""
    names = {module.name for module in modules}
    graph = {module.name: _depends_on(module, names) for module in modules}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" is imported by ".join(error.args[1])]
    return []


def _depends_on(module: Module, names: set[str]) -> set[str]:
    """`from a import b` depends on the module `a.b`, or on `a` where b is a name in it."""
    targets = {entry.module for entry in imports_of(module)}
    sources = {target if target in names else target.rpartition(".")[0] for target in targets}
    return sources & names


def lazy_import_findings(modules: Sequence[Module]) -> list[str]:
    return [
        f"{module.path}:{entry.line} imports {entry.module} inside a function"
        for module in modules
        for entry in imports_of(module)
        if entry.inside
    ]


def impure_findings(modules: Sequence[Module]) -> list[str]:
    """Printing, leaving, and reading of anything but arguments and files."""
    found = []
    for module in modules:
        for entry in imports_of(module):
            if entry.module.split(".")[0] in IMPURE_MODULES and entry.module != SEEDED:
                found.append(f"{module.path}:{entry.line} imports {entry.module}")
        for node, name in expressions_of(module):
            if name in IMPURE_NAMES:
                found.append(f"{module.path}:{node.lineno} uses {name}")
        for call in calls_of(module, SEEDED):
            if not call.args:
                found.append(f"{module.path}:{call.lineno} uses {SEEDED} without a seed")
    return found


def writing_findings(modules: Sequence[Module]) -> list[str]:
    """What creates, changes or removes files."""
    found = []
    for module in modules:
        for node, name in expressions_of(module):
            method = isinstance(node, ast.Attribute) and node.attr in WRITING_METHODS
            if name in WRITING_NAMES or method:
                found.append(f"{module.path}:{node.lineno} uses {ast.unparse(node)}")
        for call in ast.walk(module.tree):
            if isinstance(call, ast.Call) and _opens_for_writing(call):
                found.append(f"{module.path}:{call.lineno} opens for writing")
    return found


def _opens_for_writing(call: ast.Call) -> bool:
    """`open(path, "w")` and `path.open("w")`; a mode that is not written out counts as one that writes.

    `archive.open("name")` of a zip file gives a name, which is no mode.
    """
    match call.func:
        case ast.Name(id="open"):
            mode = call.args[1:2]
        case ast.Attribute(attr="open"):
            mode = call.args[:1]
        case _:
            return False
    mode = mode or [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    match mode:
        case []:
            return False
        case [ast.Constant(value=str(text))]:
            return bool(MODE.fullmatch(text) and WRITING_MODE.search(text))
        case _:
            return True


def return_findings(modules: Sequence[Module]) -> list[str]:
    return [
        f"{module.path}:{function.lineno} {function.name} does not say what it returns"
        for module in modules
        for function in functions_of(module)
        if function.returns is None
    ]


def length_findings(lengths: Mapping[str, int], limit: int, exceptions: Mapping[str, str]) -> list[str]:
    """What is longer than the limit and no exception, and exceptions that are none any more."""
    long = {name: lines for name, lines in lengths.items() if lines > limit}
    return [
        *(f"{name} has {lines} lines" for name, lines in long.items() if name not in exceptions),
        *(f"{name} is no exception any more" for name in exceptions if name not in long),
    ]


def module_lengths(modules: Sequence[Module]) -> dict[str, int]:
    return {module.path: len(module.text.splitlines()) for module in modules}


def function_lengths(modules: Sequence[Module]) -> dict[str, int]:
    """`path function` -> lines without the docstring; of functions with one name the longest."""
    lengths: dict[str, int] = {}
    for module in modules:
        for function in functions_of(module):
            name = f"{module.path} {function.name}"
            lengths[name] = max(lengths.get(name, 0), _length(function))
    return lengths


def _length(function: Function) -> int:
    docstring = ast.get_docstring(function, clean=False)
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    return lines - (len(docstring.splitlines()) if docstring else 0)
