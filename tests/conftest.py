"""What all tests share: needs that a machine may not meet, golden files, how hard hypothesis looks."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests import golden_files
from tests.golden_files import Golden
from tests.judges import skip_or_fail

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "golden" in getattr(item, "fixturenames", ()):
            item.add_marker("golden")


# First: before fixtures that use what is missing are made.
@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        skip_or_fail(*marker.args)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(golden_files.FOLDER, bool(request.config.getoption("--update-golden")))
