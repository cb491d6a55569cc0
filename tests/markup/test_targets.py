"""Where links and pictures may point."""

from __future__ import annotations

import pytest

from generator.markup.targets import encoded_target, is_harmless, is_link_target, is_picture_path, scheme_of


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("HTTPS://a.example", "https"),
        ("mailto:a@b", "mailto"),
        ("#a:b", ""),
        ("a/b:c", ""),
        ("图:1", ""),
        ("", ""),
    ],
)
def test_the_scheme_stands_before_the_colon(target: str, scheme: str) -> None:
    assert scheme_of(target) == scheme


@pytest.mark.parametrize("target", ["http://a", "https://a", "mailto:a@b", "tel:+86", "#甲"])
def test_links_go_to_the_web_to_people_and_to_headings(target: str) -> None:
    assert is_link_target(target)
    assert is_harmless(target)


@pytest.mark.parametrize("target", ["javascript:x", "data:x", "file:///a", "vbscript:x", "ftp://a"])
def test_other_schemes_are_not_handed_to_a_browser(target: str) -> None:
    assert not is_link_target(target)
    assert not is_harmless(target)


def test_a_relative_path_is_harmless_but_no_target_of_prose() -> None:
    assert (is_harmless("memo.md"), is_link_target("memo.md")) == (True, False)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("a.png", True), ("figures/甲 1.svg", True), ("a..b.png", True), ("", False), ("/a.png", False), ("\\a.png", False),
     ("../a.png", False), ("a/../../b.png", False), ("a\\..\\b.png", False), ("https://a/b.png", False), ("C:a.png", False), ("#a", False)],
)  # fmt: skip
def test_a_picture_lies_below_the_folder_of_the_document(path: str, allowed: bool) -> None:
    assert is_picture_path(path) is allowed


@pytest.mark.parametrize(
    ("target", "encoded"),
    [("a b", "a%20b"), ("a%20b", "a%20b"), ("甲", "%E7%94%B2"), ("#甲 乙", "#甲 乙"), ('a"<\\', "a%22%3C%5C"), ("a?b=c&d#e", "a?b=c&d#e")],
)  # fmt: skip
def test_targets_are_encoded_once_and_anchors_stay_readable(target: str, encoded: str) -> None:
    assert encoded_target(target) == encoded
