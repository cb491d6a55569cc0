"""What all tests share: needs that a machine may not meet, golden files, how hard hypothesis looks."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests import golden_files
from tests.golden_files import Golden
from tests.judges import missing

# A slow machine is no defect, so there are no deadlines. CI looks at the same examples every time: a change lands
# or does not land for what it does. The developer's own runs look further.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=50,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files; read the diff")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*names): programs and files from outside, see tests/judges.py")
    config.addinivalue_line("markers", "golden: compares golden files; set where the fixture is used")


# First: before -m chooses by the marks.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "golden" in getattr(item, "fixturenames", ()):
            item.add_marker("golden")
        reason = _missing(item)
        if reason and not _tools_are_required():
            item.add_marker(pytest.mark.skip(reason=reason))


# First: before fixtures that use what is missing are made.
@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    reason = _missing(item)
    if reason and _tools_are_required():
        pytest.fail(reason, pytrace=False)


def _missing(item: pytest.Item) -> str:
    return missing(*(name for marker in item.iter_markers("needs") for name in marker.args))


def _tools_are_required() -> bool:
    return bool(os.environ.get("PRESALES_REQUIRE_TOOLS"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(golden_files.FOLDER, bool(request.config.getoption("--update-golden")))
