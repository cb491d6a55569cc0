"""JPEG (ITU-T T.81, JFIF 1.02, Exif 2.32): segments up to the picture's end, with the orientation and no other Exif."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from struct import pack, unpack_from

from generator.pictures.refusals import UNUSUAL_JPEG, damaged
from generator.pictures.types import MAX_PARTS, Picture, PictureError

JPEG_START = b"\xff\xd8\xff"
_EOI, _SOS, _APP0, _APP1, _APP2, _APP14, _COM = 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended, progressive
_UNUSUAL_FRAMES = b"\xc3\xc5\xc6\xc7\xc9\xca\xcb\xcd\xce\xcf\xde"  # lossless, arithmetic, hierarchical
_TABLES = (0xC4, 0xDB, 0xDD)  # DHT, DQT, DRI
_APPLICATION = range(0xE0, 0xF0)
_MARKER = re.compile(rb"\xff+([^\x00\xff])")
# In a scan FF 00 is data and FF D0 to FF D7 are restarts.
_MARKER_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_EXIF = b"Exif\0"
_BYTE_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_ORIENTATION_TAG = 0x0112
_SHORT = 3


@dataclass(frozen=True, slots=True)
class _Segment:
    """scan is the entropy-coded data after an SOS, empty for the others."""

    marker: int
    content: bytes
    scan: bytes = b""

    def pack(self) -> bytes:
        return pack(">BBH", 0xFF, self.marker, len(self.content) + 2) + self.content + self.scan


def read_jpeg(data: bytes) -> Picture:
    segments = tuple(_split_jpeg(data))
    header = tuple(takewhile(lambda segment: segment.marker != _SOS, segments))
    width_px, height_px = _read_jpeg_size(segments, header)
    exif = next(
        (part.content for part in header if part.marker == _APP1 and part.content.startswith(_EXIF)), b""
    )
    orientation = _read_orientation(exif[6:])
    if orientation > 4:  # turned by a quarter
        width_px, height_px = height_px, width_px
    kept = b"".join(segment.pack() for segment in _keep_segments(segments, header, orientation))
    return Picture(b"\xff\xd8" + kept + b"\xff\xd9", "jpeg", width_px, height_px, orientation)


def _split_jpeg(data: bytes) -> Iterator[_Segment]:
    """Segments between SOI and the first EOI; thumbnails and second pictures follow it."""
    start = 2
    for _ in range(MAX_PARTS):
        found = _MARKER.match(data, start)
        if not found:
            break
        marker, start = found[1][0], found.end()
        if marker == _EOI:
            return
        segment, start = _read_segment(data, marker, start)
        yield segment
    raise PictureError(damaged("jpeg"))


def _read_segment(data: bytes, marker: int, start: int) -> tuple[_Segment, int]:
    """The segment whose length field is at start, and where the next marker has to be."""
    if marker in _UNUSUAL_FRAMES:
        raise PictureError(UNUSUAL_JPEG)
    if marker not in (*_FRAMES, *_TABLES, *_APPLICATION, _SOS, _COM) or start + 2 > len(data):
        raise PictureError(damaged("jpeg"))
    (length,) = unpack_from(">H", data, start)
    end = start + length
    if length < 2 or end > len(data):
        raise PictureError(damaged("jpeg"))
    content = data[start + 2 : end]
    if marker != _SOS:
        return _Segment(marker, content), end
    following = _MARKER_AFTER_SCAN.search(data, end)
    if not following or following.start() == end:
        raise PictureError(damaged("jpeg"))
    return _Segment(marker, content, data[end : following.start()]), following.start()


def _read_jpeg_size(segments: tuple[_Segment, ...], header: tuple[_Segment, ...]) -> tuple[int, int]:
    """Width and height in pixels as stored, from the one frame, which stands before the first scan."""
    frames = [segment.content for segment in header if segment.marker in _FRAMES]
    scans = [segment.content for segment in segments if segment.marker == _SOS]
    late = [segment for segment in segments[len(header) :] if segment.marker in _FRAMES]
    if len(frames) != 1 or late or not scans or len(frames[0]) < 6:
        raise PictureError(damaged("jpeg"))
    precision, height_px, width_px, components = unpack_from(">BHHB", frames[0])
    if precision != 8:
        raise PictureError(UNUSUAL_JPEG)
    if components not in (1, 3, 4) or len(frames[0]) != 6 + 3 * components:
        raise PictureError(damaged("jpeg"))
    if not all(scan and 1 <= scan[0] <= components and len(scan) == 4 + 2 * scan[0] for scan in scans):
        raise PictureError(damaged("jpeg"))
    return width_px, height_px


def _read_orientation(tiff: bytes) -> int:
    """1 to 8 from the first directory of an Exif segment; 1 when it is missing or makes no sense, as browsers do."""
    order = _BYTE_ORDERS.get(tiff[:4])
    if order is None or len(tiff) < 8:
        return 1
    (directory,) = unpack_from(order + "I", tiff, 4)
    for entry in range(directory + 2, len(tiff) - 11, 12):
        (count,) = unpack_from(order + "H", tiff, directory)
        tag, kind, values, value = unpack_from(order + "HHIH", tiff, entry)
        if entry >= directory + 2 + 12 * count:
            break
        if tag == _ORIENTATION_TAG:
            return value if (kind, values) == (_SHORT, 1) and value in range(1, 9) else 1
    return 1


def _keep_segments(
    segments: tuple[_Segment, ...], header: tuple[_Segment, ...], orientation: int
) -> Iterator[_Segment]:
    """JFIF and orientation first, in this order; application segments count before the first scan only."""
    jfif = next((part.content for part in header if _is_jfif(part)), b"")
    if jfif:
        yield _Segment(_APP0, jfif[:12] + b"\0\0")  # without its thumbnail
    if orientation > 1:
        yield _Segment(_APP1, _pack_orientation(orientation))
    for part in header:
        if _is_adobe(part):
            yield _Segment(_APP14, part.content[:12])
        elif part.marker in (*_FRAMES, *_TABLES) or _is_profile(part):
            yield part
    yield from (part for part in segments[len(header) :] if part.marker in (*_TABLES, _SOS))


def _is_jfif(segment: _Segment) -> bool:
    return segment.marker == _APP0 and segment.content.startswith(b"JFIF\0") and len(segment.content) >= 14


def _is_adobe(segment: _Segment) -> bool:
    return segment.marker == _APP14 and segment.content.startswith(b"Adobe") and len(segment.content) >= 12


def _is_profile(segment: _Segment) -> bool:
    return segment.marker == _APP2 and segment.content.startswith(b"ICC_PROFILE\0")


def _pack_orientation(orientation: int) -> bytes:
    """An Exif segment of one directory with one entry."""
    directory = pack(">HHHIHHI", 1, _ORIENTATION_TAG, _SHORT, 1, orientation, 0, 0)
    return _EXIF + b"\0" + b"MM\0*" + pack(">I", 8) + directory
