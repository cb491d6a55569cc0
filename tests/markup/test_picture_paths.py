from __future__ import annotations

import pytest

from generator.markup import picture_paths, with_picture_paths


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("no picture, [a link](a.png)", ()),
        ("![a](x/y.png)", ("x/y.png",)),
        ('![a [b] c](<x y.png> "title")', ("x y.png",)),
        ("![a](x%20y.png)\n\n![b](z.jpg)\n\n![c](z.jpg)", ("x y.png", "z.jpg")),
    ],
)
def test_paths_are_found_as_they_are_on_the_disk(source: str, paths: tuple[str, ...]) -> None:
    assert picture_paths(source) == paths


def test_pictures_are_renamed_and_links_are_not() -> None:
    source = '![a](<x y.png> "t") [x](x.png) ![b](other.png)'

    assert with_picture_paths(source, {"x y.png": "figures/1.png", "x.png": "no"}) == (
        '![a](figures/1.png "t") [x](x.png) ![b](other.png)'
    )
