"""A zip file whose bytes depend on its parts alone: APPNOTE.TXT 6.3.10, without data descriptors."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

CONTENT_TYPES = "[Content_Types].xml"
_FIRST_DAY = 0x21  # 1980-01-01, the earliest that DOS dates can say
_DEFLATED = 8
_UTF8_NAME = 0x800
_VERSION = 20
_SMALL = 4096  # a window of 2 ** 12 reaches as far; setting up the large one costs more than compressing
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Member:
    """One part, already compressed, so that static parts are deflated once and then copied."""

    name: str
    crc: int
    size: int
    deflated: bytes


def pack_member(name: str, data: bytes, level: int = 6) -> Member:
    small = len(data) <= _SMALL
    compressor = zlib.compressobj(level, zlib.DEFLATED, -12 if small else -15, 5 if small else 8)
    deflated = compressor.compress(data) + compressor.flush()
    return Member(name, zlib.crc32(data), len(data), deflated)


def render_package(members: Iterable[Member]) -> bytes:
    """[Content_Types].xml first, as Open Packaging readers like it, then by name."""
    local: list[bytes] = []
    central: list[bytes] = []
    offset = 0
    for member in sorted(members, key=lambda member: (member.name != CONTENT_TYPES, member.name)):
        name = member.name.encode()
        flags = 0 if member.name.isascii() else _UTF8_NAME
        sizes = (member.crc, len(member.deflated), member.size, len(name), 0)
        common = (_VERSION, flags, _DEFLATED, 0, _FIRST_DAY, *sizes)
        local += (_LOCAL.pack(b"PK\3\4", *common), name, member.deflated)
        central += (_CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(member.deflated)
    directory = b"".join(central)
    count = len(central) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
    return b"".join((*local, directory, end))


def read_package(data: bytes) -> dict[str, bytes]:
    """Part name -> its bytes, without folders. Raises zipfile.BadZipFile for anything but a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
