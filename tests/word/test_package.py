from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.word.package import pack_member, read_package, render_package

NAMES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


@given(st.dictionaries(NAMES, st.binary(max_size=9000), max_size=5))
def test_what_is_packed_is_read_again(parts: dict[str, bytes]) -> None:
    data = render_package(pack_member(name, part) for name, part in parts.items())

    assert read_package(data) == parts
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None


def test_the_order_of_parts_does_not_show() -> None:
    members = [pack_member(name, name.encode()) for name in ("b.xml", "[Content_Types].xml", "a.xml")]

    assert render_package(members) == render_package(reversed(members))


@pytest.mark.parametrize("size", [0, 1, 4096, 4097, 300_000])
def test_small_and_large_parts_survive(size: int) -> None:
    part = bytes(number * number % 251 for number in range(size))

    assert read_package(render_package([pack_member("x", part, 9)])) == {"x": part}


def test_anything_else_is_no_package() -> None:
    with pytest.raises(zipfile.BadZipFile):
        read_package(b"not a zip file")
