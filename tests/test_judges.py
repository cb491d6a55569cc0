"""A tool that is missing is named; whether that skips or fails is said in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges import JUDGES, Judge, path_of, skip_or_fail

HERE = Path(__file__)
REASON = r"missing: oracle \(pip install oracle\)"


@pytest.fixture(autouse=True)
def oracle_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(JUDGES, "oracle", Judge(lambda: None, "pip install oracle"))
    monkeypatch.setitem(JUDGES, "this file", Judge(lambda: HERE, ""))


def test_what_is_missing_skips_the_test_and_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRESALES_REQUIRE_TOOLS", raising=False)

    with pytest.raises(pytest.skip.Exception, match=REASON):
        skip_or_fail("this file", "oracle")


def test_what_is_missing_fails_the_test_where_tools_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESALES_REQUIRE_TOOLS", "1")

    with pytest.raises(pytest.fail.Exception, match=REASON):
        skip_or_fail("this file", "oracle")


def test_a_test_that_has_what_it_needs_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESALES_REQUIRE_TOOLS", "1")
    skip_or_fail("this file")

    assert path_of("this file") == HERE


def test_asking_for_the_path_of_what_is_missing_names_it() -> None:
    with pytest.raises(AssertionError, match="oracle is missing: pip install oracle"):
        path_of("oracle")
