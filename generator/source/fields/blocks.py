"""Groups of keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

# Keys that start so are a team's own; a block holds them together under TEAM_KEYS, a key nobody can type.
TEAM_PREFIX = "x-"
TEAM_KEYS = "\0x"


class Block(BaseModel):
    """A group of keys. Unknown ones are errors, those that start with `x-` are the team's own (`x`)."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    x: dict[str, Any] = Field(default_factory=dict, alias=TEAM_KEYS)


def key(
    zh: str,
    en: str,
    example: str = "",
    *,
    default: Any = None,
    factory: Callable[[], Any] | None = None,
    alias: str | None = None,
) -> Any:
    """An optional key: what it holds, in both languages, and an example as typed in a note."""
    extra: dict[str, Any] = {"zh": zh, "en": en, "example": example}
    if factory is not None:
        return Field(default_factory=factory, alias=alias, json_schema_extra=extra)
    return Field(default=default, alias=alias, json_schema_extra=extra)


def required(
    zh: str, en: str, example: str = "", *, alias: str | None = None, min_length: int | None = None
) -> Any:
    """A key without which a note cannot be used."""
    extra: dict[str, Any] = {"zh": zh, "en": en, "example": example}
    return Field(alias=alias, min_length=min_length, json_schema_extra=extra)
