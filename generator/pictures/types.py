"""What a picture is, and the bounds within which one is taken."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from generator.errors import Bilingual

PictureExtension = Literal["png", "jpeg"]

MAX_BYTES = 20 * 1024 * 1024
MAX_SIDE_PX = 20_000
MAX_PARTS = 100_000  # a picture of MAX_BYTES in the usual parts of 8 KB has 2,560


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture without metadata; equal pictures have equal bytes and equal names.

    Width and height are as shown. data still holds the pixels as they were taken: orientation (Exif, 1 to 8)
    says how they are turned and mirrored to be shown, and stands in the data of a JPEG. Browsers obey it there,
    Word does not: it wants the turn in `a:xfrm`.
    """

    data: bytes
    extension: PictureExtension
    width_px: int
    height_px: int
    orientation: int = 1

    @property
    def name(self) -> str:
        """A file name from the content, the same on every machine."""
        return f"{sha256(self.data).hexdigest()[:12]}.{'png' if self.extension == 'png' else 'jpg'}"


class PictureError(Exception):
    """A file that cannot be put in a document; message says what it is and what to do."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message)
        self.message = message
