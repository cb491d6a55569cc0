from __future__ import annotations

import pytest

from generator.word.links import external_target


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://example.com/a?b=1&c=2#d", "https://example.com/a?b=1&c=2#d"),
        ("http://user@example.com:8080/路径", "http://user@example.com:8080/%E8%B7%AF%E5%BE%84"),
        ("https://example.com/foo)\\:", "https://example.com/foo)%5C:"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("https://example.com/a#b#c", "https://example.com/a#b%23c"),
        ("https://example.com/[x]{y}|z", "https://example.com/%5Bx%5D%7By%7D%7Cz"),
        ("mailto:a.b@example.com?subject=x", "mailto:a.b@example.com?subject=x"),
        ("tel:+86-10-1234", "tel:+86-10-1234"),
        ("HTTPS://EXAMPLE.COM", "HTTPS://EXAMPLE.COM"),
    ],
)
def test_what_may_be_linked_is_percent_encoded(target: str, expected: str) -> None:
    assert external_target(target) == expected


@pytest.mark.parametrize(
    "target",
    ["", "notes/a.md", "file:///etc/passwd", "javascript:alert(1)", "https://", "https://[::1]/", "http://a b/c",
     "https://例子.中国/", "mailto:nobody", "https://example.com/" + "x" * 2100, "//example.com"],
)  # fmt: skip
def test_the_rest_stays_text(target: str) -> None:
    assert external_target(target) == ""
