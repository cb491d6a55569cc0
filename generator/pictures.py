"""Pictures from anybody's disk: checked for their structure, and returned without who made them, when and where.

The files are not trusted: nothing is decompressed and no offset is followed but one inside an Exif segment, so
the work is one pass over at most MAX_BYTES bytes in at most MAX_PARTS parts. That the compressed pixels make
sense is therefore not known. Colour profiles stay as they are, with whatever words their maker put in them.

Sources: PNG (third edition) 5 and 11; ITU-T T.81 annex B; JFIF 1.02; Exif 2.32, 4.6; ICC.1:2022 annex B.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import takewhile
from math import ceil
from struct import pack, unpack_from
from typing import Literal
from zlib import crc32

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


def read_picture(data: bytes) -> Picture:
    """The picture in a PNG or JPEG file, told by its first bytes; PictureError for anything else."""
    if len(data) > MAX_BYTES:
        raise PictureError(_too_many_bytes(len(data)))
    if data.startswith(_PNG_SIGNATURE):
        picture = _read_png(data)
    elif data.startswith(_JPEG_START):
        picture = _read_jpeg(data)
    else:
        raise PictureError(_not_taken(data))
    _check_size(picture)
    return picture


def _check_size(picture: Picture) -> None:
    if min(picture.width_px, picture.height_px) < 1:
        raise PictureError(_damaged(picture.extension))
    if max(picture.width_px, picture.height_px) > MAX_SIDE_PX:
        raise PictureError(_too_many_pixels(picture))


_FORMAT_NAMES: dict[PictureExtension, str] = {"png": "PNG", "jpeg": "JPEG"}
_OTHER_FORMATS = tuple(
    (name, re.compile(pattern, re.DOTALL))
    for name, pattern in (
        ("GIF", rb"GIF8[79]a"),
        ("WebP", rb"RIFF.{4}WEBP"),
        ("SVG", rb"(?:\xef\xbb\xbf)?\s{0,99}<(?:svg|[?!].{0,4000}<svg)"),
        ("BMP", rb"BM.{4}\0{4}"),
        ("HEIC", rb".{4}ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)"),
        ("AVIF", rb".{4}ftypavi[fs]"),
        ("TIFF", rb"II[*+]\0|MM\0[*+]"),
        ("PDF", rb"%PDF-"),
    )
)


def _not_taken(data: bytes) -> Bilingual:
    if not data:
        return Bilingual(
            "图片文件是空的：请换成原图", "the picture file is empty: put the original in its place"
        )
    for name, pattern in _OTHER_FORMATS:
        if pattern.match(data):
            return Bilingual(
                f"这是 {name} 文件，图片只能用 PNG 或 JPEG：请打开它，另存为 PNG 或 JPEG（只改扩展名不行）",
                f"this is a file in {name} format, and pictures have to be PNG or JPEG: "
                "open it and save it as PNG or JPEG (a new extension alone is not enough)",
            )
    return Bilingual(
        "这不是 PNG 或 JPEG 图片：请用看图软件打开它，另存为 PNG 或 JPEG",
        "this is not a PNG or JPEG picture: open it in a picture viewer and save it as PNG or JPEG",
    )


def _damaged(extension: PictureExtension) -> Bilingual:
    name = _FORMAT_NAMES[extension]
    return Bilingual(
        f"这个 {name} 文件已损坏或不完整：请重新复制原图；如果还能打开，另存为 PNG 或 JPEG",
        f"this {name} file is damaged or incomplete: copy the original again or, if it still opens, "
        "save it as PNG or JPEG",
    )


_UNUSUAL_JPEG = Bilingual(
    "这是少见的 JPEG 类型（无损、算术编码、分层或 12 位），Word 和浏览器显示不了：请另存为普通 JPEG 或 PNG",
    "this is an unusual kind of JPEG (lossless, arithmetic, hierarchical or 12-bit) that Word and browsers do not "
    "show: save it as an ordinary JPEG or as PNG",
)


def _too_many_bytes(size: int) -> Bilingual:
    megabytes = f"{ceil(size / 1024 / 1024 * 10) / 10:.1f} MB"
    return Bilingual(
        f"图片文件有 {megabytes}，最多 {MAX_BYTES // 1024 // 1024} MB：请缩小后另存为 PNG 或 JPEG",
        f"the picture file has {megabytes}, at most {MAX_BYTES // 1024 // 1024} MB are taken: "
        "make the picture smaller and save it as PNG or JPEG",
    )


def _too_many_pixels(picture: Picture) -> Bilingual:
    size = f"{picture.width_px} × {picture.height_px}"
    return Bilingual(
        f"图片为 {size} 像素，每边最多 {MAX_SIDE_PX:,} 像素：请裁剪或缩小后再用",
        f"the picture has {size} pixels, at most {MAX_SIDE_PX:,} to a side are taken: crop it or make it smaller",
    )


_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CRITICAL_CHUNKS = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
# What a decoder needs for the right colours and size, with the lengths it may have.
_KEPT_LENGTHS: dict[bytes, Sequence[int]] = {
    b"tRNS": range(1, 257),
    b"gAMA": (4,),
    b"cHRM": (32,),
    b"sRGB": (1,),
    b"iCCP": range(4, MAX_BYTES),
    b"sBIT": range(1, 5),
    b"bKGD": (1, 2, 6),
    b"pHYs": (9,),
    b"cICP": (4,),
}
_BIT_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # by colour type
_PALETTE = 3
_PROFILE = re.compile(rb"[^\0]{1,79}\0\0(.+)", re.DOTALL)

_Chunk = tuple[bytes, bytes]  # name and content


def _read_png(data: bytes) -> Picture:
    chunks = tuple(_split_png(data))
    _check_order(tuple(name for name, _ in chunks))
    width_px, height_px = _read_png_size(chunks)
    kept = b"".join(_pack_chunk(name, content) for name, content in _keep_chunks(chunks))
    return Picture(_PNG_SIGNATURE + kept, "png", width_px, height_px)


def _pack_chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", crc32(content, crc32(name)))


def _split_png(data: bytes) -> Iterator[_Chunk]:
    """Chunks with the right checksum, up to the first IEND; what follows it is of no picture."""
    start = len(_PNG_SIGNATURE)
    for _ in range(MAX_PARTS):
        if start + 12 > len(data):
            break
        length, name = unpack_from(">I4s", data, start)
        end = start + 12 + length
        content = data[start + 8 : end - 4]
        if data[start:end] != _pack_chunk(name, content):
            break
        yield name, content
        if name == b"IEND":
            return
        start = end
    raise PictureError(_damaged("png"))


def _check_order(names: tuple[bytes, ...]) -> None:
    """IHDR first and once, one run of IDAT, a palette at most once and before it, nothing critical unknown."""
    pixels = names.count(b"IDAT")
    first = names.index(b"IDAT") if pixels else 0
    if not (
        names[0] == b"IHDR"
        and names.count(b"IHDR") == 1
        and pixels
        and names[first : first + pixels].count(b"IDAT") == pixels
        and names.count(b"PLTE") == names[:first].count(b"PLTE") <= 1
        and all(name.isalpha() and (name[:1].islower() or name in _CRITICAL_CHUNKS) for name in names)
    ):
        raise PictureError(_damaged("png"))


def _read_png_size(chunks: tuple[_Chunk, ...]) -> tuple[int, int]:
    """Width and height in pixels, with the other fields of the header checked."""
    header = chunks[0][1]
    palette = next((content for name, content in chunks if name == b"PLTE"), b"")
    pixels = sum(len(content) for name, content in chunks if name == b"IDAT")
    if len(header) != 13 or chunks[-1][1] or not pixels or len(palette) % 3 or len(palette) > 3 * 256:
        raise PictureError(_damaged("png"))
    width_px, height_px, depth, colour, compression, filtering, interlace = unpack_from(">II5B", header)
    if (
        depth not in _BIT_DEPTHS.get(colour, ())
        or compression
        or filtering
        or interlace > 1
        or (colour == _PALETTE and not palette)
    ):
        raise PictureError(_damaged("png"))
    return width_px, height_px


def _keep_chunks(chunks: tuple[_Chunk, ...]) -> Iterator[_Chunk]:
    """Ancillary chunks count once and before the pixels; decoders pass over any other."""
    seen: set[bytes] = set()
    for name, content in chunks:
        if name in _CRITICAL_CHUNKS:
            yield name, content
        elif len(content) in _KEPT_LENGTHS.get(name, ()) and name not in seen and b"IDAT" not in seen:
            yield from _keep_ancillary(name, content)
        seen.add(name)


def _keep_ancillary(name: bytes, content: bytes) -> Iterator[_Chunk]:
    """A colour profile is named anew: it may be called after its owner's screen."""
    if name != b"iCCP":
        yield name, content
    elif profile := _PROFILE.fullmatch(content):
        yield name, b"ICC profile\0\0" + profile[1]


_JPEG_START = b"\xff\xd8\xff"
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


def _read_jpeg(data: bytes) -> Picture:
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
    raise PictureError(_damaged("jpeg"))


def _read_segment(data: bytes, marker: int, start: int) -> tuple[_Segment, int]:
    """The segment whose length field is at start, and where the next marker has to be."""
    if marker in _UNUSUAL_FRAMES:
        raise PictureError(_UNUSUAL_JPEG)
    if marker not in (*_FRAMES, *_TABLES, *_APPLICATION, _SOS, _COM) or start + 2 > len(data):
        raise PictureError(_damaged("jpeg"))
    (length,) = unpack_from(">H", data, start)
    end = start + length
    if length < 2 or end > len(data):
        raise PictureError(_damaged("jpeg"))
    content = data[start + 2 : end]
    if marker != _SOS:
        return _Segment(marker, content), end
    following = _MARKER_AFTER_SCAN.search(data, end)
    if not following or following.start() == end:
        raise PictureError(_damaged("jpeg"))
    return _Segment(marker, content, data[end : following.start()]), following.start()


def _read_jpeg_size(segments: tuple[_Segment, ...], header: tuple[_Segment, ...]) -> tuple[int, int]:
    """Width and height in pixels as stored, from the one frame, which stands before the first scan."""
    frames = [segment.content for segment in header if segment.marker in _FRAMES]
    scans = [segment.content for segment in segments if segment.marker == _SOS]
    late = [segment for segment in segments[len(header) :] if segment.marker in _FRAMES]
    if len(frames) != 1 or late or not scans or len(frames[0]) < 6:
        raise PictureError(_damaged("jpeg"))
    precision, height_px, width_px, components = unpack_from(">BHHB", frames[0])
    if precision != 8:
        raise PictureError(_UNUSUAL_JPEG)
    if components not in (1, 3, 4) or len(frames[0]) != 6 + 3 * components:
        raise PictureError(_damaged("jpeg"))
    if not all(scan and 1 <= scan[0] <= components and len(scan) == 4 + 2 * scan[0] for scan in scans):
        raise PictureError(_damaged("jpeg"))
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
