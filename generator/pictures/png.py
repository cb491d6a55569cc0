"""PNG (third edition): chunks in their order, without those that tell who, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from struct import pack, unpack_from
from zlib import crc32

from generator.pictures.refusals import damaged
from generator.pictures.types import MAX_BYTES, MAX_PARTS, Picture, PictureError

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
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


def read_png(data: bytes) -> Picture:
    chunks = tuple(_split_png(data))
    _check_order(tuple(name for name, _ in chunks))
    width_px, height_px = _read_png_size(chunks)
    kept = b"".join(_pack_chunk(name, content) for name, content in _keep_chunks(chunks))
    return Picture(PNG_SIGNATURE + kept, "png", width_px, height_px)


def _pack_chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", crc32(content, crc32(name)))


def _split_png(data: bytes) -> Iterator[_Chunk]:
    """Chunks with the right checksum, up to the first IEND; what follows it is of no picture."""
    start = len(PNG_SIGNATURE)
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
    raise PictureError(damaged("png"))


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
        raise PictureError(damaged("png"))


def _read_png_size(chunks: tuple[_Chunk, ...]) -> tuple[int, int]:
    """Width and height in pixels, with the other fields of the header checked."""
    header = chunks[0][1]
    palette = next((content for name, content in chunks if name == b"PLTE"), b"")
    pixels = sum(len(content) for name, content in chunks if name == b"IDAT")
    if len(header) != 13 or chunks[-1][1] or not pixels or len(palette) % 3 or len(palette) > 3 * 256:
        raise PictureError(damaged("png"))
    width_px, height_px, depth, colour, compression, filtering, interlace = unpack_from(">II5B", header)
    if (
        depth not in _BIT_DEPTHS.get(colour, ())
        or compression
        or filtering
        or interlace > 1
        or (colour == _PALETTE and not palette)
    ):
        raise PictureError(damaged("png"))
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
