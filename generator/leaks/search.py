"""Secrets in haystacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import add

from generator.leaks.haystacks import Haystack, haystacks_of
from generator.leaks.secrets import Secret, Secrets
from generator.leaks.standing import stands_alone, stands_as_words


@dataclass(frozen=True, slots=True)
class Leak:
    """file is the path of the finished file, place the part within it, empty for text files."""

    secret: Secret
    file: str
    place: str


@dataclass(frozen=True, slots=True)
class _Index:
    """The texts among the secrets by the two letters that they begin with, and the numbers.

    Most are told to be absent by these letters: a workspace has thousands of names.
    """

    by_head: Mapping[str, tuple[Secret, ...]]
    numbers: tuple[Secret, ...]

    @classmethod
    def of(cls, secrets: Secrets) -> _Index:
        heads: dict[str, list[Secret]] = {}
        for secret in secrets.found:
            if not secret.number:
                heads.setdefault(secret.needle[:2], []).append(secret)
        by_head = {head: tuple(found) for head, found in heads.items()}
        return cls(by_head, tuple(secret for secret in secrets.found if secret.number))

    def within(self, haystack: Haystack) -> Iterator[Secret]:
        text, numbers = haystack.text(), haystack.numbers
        # Of a set the order is chance; that of the index is not.
        heads = set(map(add, text, text[1:])) & self.by_head.keys()
        for head in filter(heads.__contains__, self.by_head):
            for secret in self.by_head[head]:
                if len(secret.needle) < haystack.shortest or secret.needle not in text:
                    continue
                if stands_as_words(secret.needle, secret.shown, haystack.spaced):
                    yield secret
        for secret in self.numbers:
            if secret.needle in numbers and stands_alone(secret.needle, numbers):
                yield secret


def find_leaks(path: str, data: bytes, secrets: Secrets) -> tuple[Leak, ...]:
    """Each secret at most once a part, in the order of the parts."""
    index = _Index.of(secrets)
    found: dict[tuple[str, str], Leak] = {}
    for haystack in haystacks_of(path, data):
        for secret in index.within(haystack):
            found.setdefault((secret.needle, haystack.place), Leak(secret, path, haystack.place))
    return tuple(found.values())
