"""Secrets in haystacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.leaks.haystacks import haystacks_of
from generator.leaks.secrets import Secret, Secrets


@dataclass(frozen=True, slots=True)
class Leak:
    """file is the path of the finished file, place the part within it, empty for text files."""

    secret: Secret
    file: str
    place: str


def find_leaks(path: str, data: bytes, secrets: Secrets) -> tuple[Leak, ...]:
    """Each secret at most once a part, in the order of the parts."""
    found: dict[tuple[str, str], Leak] = {}
    for haystack in haystacks_of(path, data):
        for secret in _within(haystack.text, secrets):
            found.setdefault((secret.needle, haystack.place), Leak(secret, path, haystack.place))
    return tuple(found.values())


def _within(text: str, secrets: Secrets) -> Iterator[Secret]:
    for secret in secrets.found:
        if secret.needle in text and (not secret.number or _stands_alone(secret.needle, text)):
            yield secret


def _stands_alone(number: str, text: str) -> bool:
    """Whether a number is there that is not a part of a longer one."""
    start = text.find(number)
    while start >= 0:
        before, after = text[max(0, start - 2) : start], text[start + len(number) : start + len(number) + 2]
        if not _joins(before[::-1]) and not _joins(after):
            return True
        start = text.find(number, start + 1)
    return False


def _joins(neighbours: str) -> bool:
    """Whether what stands next to a number, nearest first, makes it longer."""
    nearest, next_one = neighbours[:1], neighbours[1:2]
    return nearest.isdigit() or (nearest in {".", ","} and next_one.isdigit())
