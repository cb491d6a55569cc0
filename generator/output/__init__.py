"""The only writer of files: whole or not at all, and never over what somebody edited."""

from generator.output.copies import write_folder
from generator.output.explicit import write_file
from generator.output.fates import Fate, RefusedError, Written
from generator.output.names import find_collisions
from generator.output.remembered import Remembered, Row, packed, plain, unpacked
from generator.output.writer import Output

__all__ = [
    "Fate",
    "Output",
    "RefusedError",
    "Remembered",
    "Row",
    "Written",
    "find_collisions",
    "packed",
    "plain",
    "unpacked",
    "write_file",
    "write_folder",
]
