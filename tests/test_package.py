"""What people install is whole: the wheel carries the templates, the source archive everything that builds it."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import pytest

from generator import __version__

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def files_below(name: str) -> set[str]:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert found
    return found


def test_the_wheel_holds_the_package_and_its_templates_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert held == files_below("generator") | {f"generator/{name}" for name in files_below("templates")}


def test_the_templates_of_the_wheel_are_those_of_the_repository(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        carried = {name: wheel.read(f"generator/{name}") for name in files_below("templates")}

    assert carried == {name: (ROOT / name).read_bytes() for name in files_below("templates")}


@pytest.mark.parametrize(
    "name", ["generator", "templates", "engagements", "holidays", "tests", "tools", "docs"]
)
def test_the_source_archive_holds_the_workspace(built: Path, name: str) -> None:
    with tarfile.open(built / f"presales-{__version__}.tar.gz") as archive:
        held = {member.removeprefix(f"presales-{__version__}/") for member in archive.getnames()}

    assert files_below(name) <= held
    assert {"Makefile", "presales.yaml", "output/README.md", "LICENSE", "pyproject.toml"} <= held


def test_no_folder_with_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    names = {part for folder in folders for part in folder.relative_to(ROOT).parts}

    assert "build" in names
    assert [name for name in names if any(fnmatch(name, pattern) for pattern in passed_over)] == []
