"""Pictures from anybody's disk: checked for their structure, and returned without who made them, when and where.

The files are not trusted: nothing is decompressed and no offset is followed but one inside an Exif segment, so
the work is one pass over at most MAX_BYTES bytes in at most MAX_PARTS parts. That the compressed pixels make
sense is therefore not known. Colour profiles stay as they are, with whatever words their maker put in them.

Sources: PNG (third edition) 5 and 11; ITU-T T.81 annex B; JFIF 1.02; Exif 2.32, 4.6; ICC.1:2022 annex B.
"""

from __future__ import annotations

from generator.pictures.jpeg import JPEG_START, read_jpeg
from generator.pictures.png import PNG_SIGNATURE, read_png
from generator.pictures.refusals import damaged, not_taken, too_many_bytes, too_many_pixels
from generator.pictures.types import (
    MAX_BYTES,
    MAX_PARTS,
    MAX_SIDE_PX,
    Picture,
    PictureError,
    PictureExtension,
)

__all__ = [
    "MAX_BYTES",
    "MAX_PARTS",
    "MAX_SIDE_PX",
    "Picture",
    "PictureError",
    "PictureExtension",
    "read_picture",
]


def read_picture(data: bytes) -> Picture:
    """The picture in a PNG or JPEG file, told by its first bytes; PictureError for anything else."""
    if len(data) > MAX_BYTES:
        raise PictureError(too_many_bytes(len(data)))
    if data.startswith(PNG_SIGNATURE):
        picture = read_png(data)
    elif data.startswith(JPEG_START):
        picture = read_jpeg(data)
    else:
        raise PictureError(not_taken(data))
    _check_size(picture)
    return picture


def _check_size(picture: Picture) -> None:
    if min(picture.width_px, picture.height_px) < 1:
        raise PictureError(damaged(picture.extension))
    if max(picture.width_px, picture.height_px) > MAX_SIDE_PX:
        raise PictureError(too_many_pixels(picture))
