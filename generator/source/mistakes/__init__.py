"""What people really type, told in their terms, and mended for the rest of the run so that one slip hides no other.

Every detector looks at one line. It gives what may be wrong and the line as it should be; the reader keeps the first
that lets it read on, and goes on with the mended text. The file itself is never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.source.mistakes.marks import (
    WRITE_COLON,
    full_width_colons,
    full_width_commas,
    glued_values,
    odd_indentation,
    odd_list_mark,
)
from generator.source.mistakes.mistake import Mistake
from generator.source.mistakes.values import block_values, flow_values

__all__ = ("WRITE_COLON", "Mistake", "find_mistakes")

# Nobody reads longer lines to find a slip; on them the patterns would take too long.
_LONGEST = 5_000
_DETECTORS: tuple[Callable[[str], Iterator[Mistake]], ...] = (
    odd_indentation,
    full_width_colons,
    full_width_commas,
    odd_list_mark,
    flow_values,
    glued_values,
    block_values,
)


def find_mistakes(line: str) -> Iterator[Mistake]:
    """What YAML may read otherwise than the author meant, the likeliest first."""
    if len(line) <= _LONGEST:
        for detector in _DETECTORS:
            yield from detector(line)
