"""A tool that is missing is named; whether that skips or fails is said in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges import JUDGES, Judge, path_of

pytest_plugins = ["pytester"]

HERE = Path(__file__)
TWO_TESTS = """
import pytest

@pytest.mark.needs("this file")
def test_that_has_it():
    pass

@pytest.fixture
def consulted():
    raise AssertionError("made although the oracle is missing")

@pytest.mark.needs("this file", "oracle")
def test_that_lacks_it(consulted):
    pass
"""


@pytest.fixture(autouse=True)
def oracle_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(JUDGES, "oracle", Judge(lambda: None, "pip install oracle"))
    monkeypatch.setitem(JUDGES, "this file", Judge(lambda: HERE, ""))


def run(pytester: pytest.Pytester) -> pytest.RunResult:
    pytester.makepyfile(TWO_TESTS)
    return pytester.runpytest_inprocess("-ra", "-p", "tests.conftest", "-p", "no:cacheprovider")


def test_what_is_missing_skips_its_test_and_says_how_to_install_it(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRESALES_REQUIRE_TOOLS", raising=False)
    result = run(pytester)

    result.assert_outcomes(passed=1, skipped=1)
    result.stdout.fnmatch_lines(["SKIPPED * test_what_*.py:*: missing: oracle (pip install oracle)"])


def test_what_is_missing_fails_its_test_where_tools_are_required(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRESALES_REQUIRE_TOOLS", "1")
    result = run(pytester)

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["missing: oracle (pip install oracle)"])


def test_the_path_of_what_is_there_is_given() -> None:
    assert path_of("this file") == HERE


def test_asking_for_the_path_of_what_is_missing_names_it() -> None:
    with pytest.raises(AssertionError, match="oracle is missing: pip install oracle"):
        path_of("oracle")
