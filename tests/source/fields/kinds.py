"""One value read as one kind."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.source.fields import FieldError


def read(kind: Any, typed: object) -> Any:
    return TypeAdapter(kind).validate_python(typed)


def refused(kind: Any, typed: object) -> FieldError:
    """What is said of a value that its kind cannot hold; both languages say something."""
    try:
        value = read(kind, typed)
    except ValidationError as error:
        found = error.errors()[0]["ctx"]["error"]
        assert isinstance(found, FieldError)
        assert found.message.zh
        assert found.message.en
        return found
    raise AssertionError(f"{typed!r} was read as {value!r}")
