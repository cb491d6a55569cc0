"""The files are written here byte by byte, so that every one says what it is made of."""

from __future__ import annotations

import pickle
import zlib
from hashlib import sha256
from struct import pack

import pytest
from docx.image.image import Image
from hypothesis import given
from hypothesis import strategies as st

from generator.pictures import MAX_BYTES, MAX_PARTS, MAX_SIDE_PX, Picture, PictureError, read_picture

SECRET = b"Anna Example, 31.2304 N 121.4737 E"


def chunk(name: bytes, content: bytes = b"") -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))


def header(width: int = 3, height: int = 2, *fields: int) -> bytes:
    return chunk(b"IHDR", pack(">II5B", width, height, *(fields or (8, 0, 0, 0, 0))))


SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIXELS = chunk(b"IDAT", zlib.compress(b"\0\x10\x20\x30" * 2))
END = chunk(b"IEND")
PNG = SIGNATURE + header() + PIXELS + END


def png(*before_pixels: bytes, after_pixels: bytes = b"") -> bytes:
    return SIGNATURE + header() + b"".join(before_pixels) + PIXELS + after_pixels + END


def segment(marker: int, content: bytes) -> bytes:
    return pack(">BBH", 0xFF, marker, len(content) + 2) + content


def frame(width: int = 32, height: int = 8, marker: int = 0xC0, precision: int = 8) -> bytes:
    return segment(marker, pack(">BHHB", precision, height, width, 1) + b"\1\x11\0")


JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
# One code of one bit for a difference of nothing, one of two bits for one of eleven bits; one for end of block.
TABLES = (
    segment(0xDB, b"\0" + b"\1" * 64)
    + segment(0xC4, b"\0" + b"\1\1" + b"\0" * 14 + b"\0\x0b")
    + segment(0xC4, b"\x10" + b"\1" + b"\0" * 15 + b"\0")
)
# Three grey blocks and a white one, with a stuffed FF.
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x02\xff\0\xef"
EOI = b"\xff\xd9"


def jpeg(*application: bytes, frame: bytes = frame(), scans: bytes = SCAN, after: bytes = b"") -> bytes:
    return b"\xff\xd8" + b"".join(application) + TABLES + frame + scans + EOI + after


# Checked with a decoder: 32 by 8 pixels, 24 columns grey and 8 white.
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "01" * 64 + "ffc0000b080008002001011100"
    "ffc400150001010000000000000000000000000000000bffc4001410010000000000000000000000000000000"
    "0ffda0008010100003f0002ff00efffd9"
)


def exif(orientation: int, order: str = ">", padding: bytes = b"", extra: bytes = SECRET) -> bytes:
    """An Exif segment with an artist beside the orientation."""
    start = 8 + len(padding)
    artist = pack(order + "HHII", 0x013B, 2, len(extra), start + 30)
    directory = pack(order + "HHHIHH", 2, 0x0112, 3, 1, orientation, 0) + artist + bytes(4)
    head = (b"II*\0" if order == "<" else b"MM\0*") + pack(order + "I", start)
    return segment(0xE1, b"Exif\0\0" + head + padding + directory + extra)


def minimal_exif(orientation: int) -> bytes:
    return segment(
        0xE1,
        bytes.fromhex(
            f"457869660000 4d4d002a00000008 0001 0112 0003 00000001 {orientation:04x} 0000 00000000"
        ),
    )


RICH_PNG = png(
    chunk(b"sRGB", b"\0"),
    chunk(b"tEXt", b"Author\0" + SECRET),
    chunk(b"eXIf", b"MM\0*" + SECRET),
    chunk(b"pHYs", pack(">IIB", 3780, 3780, 1)),
    after_pixels=chunk(b"tIME", bytes(7)) + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
)
RICH_JPEG = jpeg(
    exif(6),
    JFIF,
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
    segment(0xE2, b"ICC_PROFILE\0\1\1profile"),
    segment(0xED, b"Photoshop 3.0\0" + SECRET),
    segment(0xFE, SECRET),
    scans=SCAN + TABLES + SCAN,
)
GOOD = (PNG, RICH_PNG, JPEG, RICH_JPEG)


def message_of(data: bytes) -> tuple[str, str]:
    with pytest.raises(PictureError) as caught:
        read_picture(data)
    return caught.value.message.zh, caught.value.message.en


def is_refused(data: bytes) -> bool:
    try:
        read_picture(data)
    except PictureError:
        return True
    return False


def test_a_plain_png_comes_back_byte_for_byte() -> None:
    assert read_picture(PNG) == Picture(PNG, "png", 3, 2)


def test_a_plain_jpeg_comes_back_byte_for_byte() -> None:
    assert jpeg(JFIF)[:2] + JFIF == JPEG[: len(JFIF) + 2]
    assert read_picture(JPEG) == Picture(JPEG, "jpeg", 32, 8)


@pytest.mark.parametrize("data", GOOD[:3])
def test_another_reader_finds_the_same_size(data: bytes) -> None:
    picture = read_picture(data)
    seen = Image.from_blob(picture.data)

    assert (seen.px_width, seen.px_height) == (picture.width_px, picture.height_px)


def test_another_reader_finds_the_stored_size_of_a_turned_jpeg() -> None:
    picture = read_picture(RICH_JPEG)
    seen = Image.from_blob(picture.data)

    assert (seen.px_width, seen.px_height) == (picture.height_px, picture.width_px)


def test_the_name_is_made_from_the_stripped_bytes() -> None:
    bare, described, photo = read_picture(PNG), read_picture(png(chunk(b"tEXt", b"A\0b"))), read_picture(JPEG)

    assert described.name == bare.name == sha256(PNG).hexdigest()[:12] + ".png"
    assert photo.name == sha256(JPEG).hexdigest()[:12] + ".jpg"


@given(st.sampled_from(GOOD), st.data())
def test_a_file_cut_short_anywhere_is_refused(data: bytes, draw: st.DataObject) -> None:
    length = draw.draw(st.integers(0, len(data) - 1))

    assert is_refused(data[:length])


@given(st.sampled_from(GOOD), st.data())
def test_damage_anywhere_gives_a_picture_or_the_one_error(data: bytes, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(data)))
    end = draw.draw(st.integers(start, len(data)))
    damaged = data[:start] + draw.draw(st.binary(max_size=12)) + data[end:]

    if not is_refused(damaged):
        picture = read_picture(damaged)
        assert read_picture(picture.data) == picture


@given(
    st.sampled_from(["", SIGNATURE.hex(), "ffd8ff", "ffd8ffe1", "3c", "49492a00"]), st.binary(max_size=200)
)
def test_any_bytes_give_a_picture_or_the_one_error(start: str, rest: bytes) -> None:
    data = bytes.fromhex(start) + rest

    assert is_refused(data) or read_picture(data).width_px > 0


@given(st.data())
def test_one_flipped_bit_in_a_png_is_noticed(draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, 8 * len(RICH_PNG) - 1))
    flipped = bytearray(RICH_PNG)
    flipped[at // 8] ^= 1 << at % 8

    assert is_refused(bytes(flipped))


ANCILLARY = st.sampled_from(
    [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"acTL", b"fdAT", b"prVt", b"gAMA", b"iCCP"]
)


@given(st.lists(ANCILLARY), st.lists(ANCILLARY), st.binary(max_size=40), st.binary(max_size=40))
def test_no_text_in_a_png_survives(
    before: list[bytes], after: list[bytes], left: bytes, right: bytes
) -> None:
    content = left + SECRET + right
    data = png(
        *(chunk(name, content) for name in before if name != b"iCCP"),
        after_pixels=b"".join(chunk(name, content) for name in after),
    )
    picture = read_picture(data + content)

    assert picture == read_picture(PNG)


MARKERS = st.sampled_from([*range(0xE0, 0xF0), 0xFE])
STARTS = st.sampled_from(
    [b"", b"JFXX\0\x10", b"Exif\0\0", b"MPF\0", b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"]
)


@given(st.lists(st.tuples(MARKERS, STARTS)), st.binary(max_size=40), st.booleans())
def test_no_text_in_a_jpeg_survives(parts: list[tuple[int, bytes]], left: bytes, early: bool) -> None:
    found = b"".join(segment(marker, start + left + SECRET) for marker, start in parts)
    data = jpeg(JFIF, found) if early else jpeg(JFIF, scans=SCAN + found + SCAN)
    expected = jpeg(JFIF) if early else jpeg(JFIF, scans=SCAN + SCAN)
    picture = read_picture(data + found)

    assert picture == read_picture(expected)
    assert SECRET not in picture.data


@given(st.sampled_from(GOOD), st.integers(0, 9))
def test_stripping_twice_changes_nothing_more(data: bytes, orientation: int) -> None:
    turned = data[:2] + exif(orientation) + data[2:] if data.startswith(b"\xff\xd8") else data
    picture = read_picture(turned)

    assert read_picture(picture.data) == picture
    assert SECRET not in picture.data


def test_a_png_keeps_what_its_colours_and_size_need() -> None:
    kept = (
        chunk(b"cICP", b"\1\x0d\0\1"),
        chunk(b"gAMA", pack(">I", 45455)),
        chunk(b"cHRM", bytes(32)),
        chunk(b"sRGB", b"\0"),
        chunk(b"sBIT", b"\x08"),
        chunk(b"tRNS", b"\0\x10"),
        chunk(b"bKGD", b"\0\0"),
        chunk(b"pHYs", pack(">IIB", 3780, 3780, 1)),
    )

    assert read_picture(png(*kept)).data == png(*kept)


def test_a_colour_profile_loses_its_name_alone() -> None:
    profile = zlib.compress(b"profile")
    picture = read_picture(png(chunk(b"iCCP", b"Screen of Anna\0\0" + profile)))

    assert picture.data == png(chunk(b"iCCP", b"ICC profile\0\0" + profile))


@pytest.mark.parametrize(
    "profile", [b"no end of name", b"name\0\1other method", b"\0\0no name", b"empty\0\0"]
)
def test_a_broken_colour_profile_is_dropped(profile: bytes) -> None:
    assert read_picture(png(chunk(b"iCCP", profile))).data == PNG


def test_an_ancillary_chunk_counts_once_and_before_the_pixels() -> None:
    gamma, again = chunk(b"gAMA", b"\0\0\0\1"), chunk(b"gAMA", b"\0\0\0\2")

    assert read_picture(png(gamma, again, after_pixels=chunk(b"sRGB", b"\0"))).data == png(gamma)


def test_a_palette_stays() -> None:
    data = (
        SIGNATURE
        + header(3, 2, 8, 3, 0, 0, 1)
        + chunk(b"PLTE", bytes(6))
        + chunk(b"tRNS", b"\0")
        + PIXELS
        + END
    )

    assert read_picture(data).data == data


def test_pixels_in_several_chunks_stay_in_them() -> None:
    data = SIGNATURE + header() + PIXELS + PIXELS + END

    assert read_picture(data).data == data


BROKEN_PNGS = {
    "nothing": SIGNATURE,
    "no header": SIGNATURE + PIXELS + END,
    "two headers": png(header()),
    "header second": SIGNATURE + chunk(b"tEXt") + header() + PIXELS + END,
    "header too long": SIGNATURE + chunk(b"IHDR", bytes(14)) + PIXELS + END,
    "no pixels": SIGNATURE + header() + END,
    "empty pixels": SIGNATURE + header() + chunk(b"IDAT") + END,
    "pixels in two runs": png(after_pixels=chunk(b"tEXt") + PIXELS),
    "no end": PNG[: -len(END)],
    "end with content": PNG[: -len(END)] + chunk(b"IEND", b"x"),
    "end first": SIGNATURE + END + header() + PIXELS,
    "unknown critical chunk": png(chunk(b"CgBI", bytes(4))),
    "name of other bytes": png(chunk(b"t\0xt")),
    "two palettes": png(chunk(b"PLTE", bytes(3)), chunk(b"PLTE", bytes(3))),
    "palette after pixels": png(after_pixels=chunk(b"PLTE", bytes(3))),
    "palette of a colour and a third": png(chunk(b"PLTE", bytes(4))),
    "palette too long": png(chunk(b"PLTE", bytes(3 * 257))),
    "palette missing": SIGNATURE + header(3, 2, 8, 3, 0, 0, 0) + PIXELS + END,
    "bit depth": SIGNATURE + header(3, 2, 3, 0, 0, 0, 0) + PIXELS + END,
    "colour type": SIGNATURE + header(3, 2, 8, 5, 0, 0, 0) + PIXELS + END,
    "compression": SIGNATURE + header(3, 2, 8, 0, 1, 0, 0) + PIXELS + END,
    "filter": SIGNATURE + header(3, 2, 8, 0, 0, 1, 0) + PIXELS + END,
    "interlace": SIGNATURE + header(3, 2, 8, 0, 0, 0, 2) + PIXELS + END,
    "no width": SIGNATURE + header(0, 2) + PIXELS + END,
    "checksum": PNG[:-1] + b"\0",
    "length beyond the file": SIGNATURE + b"\xff" * 12,
    "too many parts": png(*[chunk(b"tEXt")] * MAX_PARTS),
}


@pytest.mark.parametrize("data", BROKEN_PNGS.values(), ids=BROKEN_PNGS.keys())
def test_a_broken_png_is_called_damaged(data: bytes) -> None:
    zh, en = message_of(data)

    assert zh.startswith("这个 PNG 文件已损坏或不完整")
    assert en.startswith("this PNG file is damaged or incomplete")


def test_a_jpeg_keeps_what_its_colours_and_size_need() -> None:
    kept = (JFIF, segment(0xE2, b"ICC_PROFILE\0\1\1profile"), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1"))

    assert read_picture(jpeg(*kept)).data == jpeg(*kept)


def test_a_jpeg_loses_its_thumbnails() -> None:
    thumbnail = segment(0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\2\1" + b"\x11" * 6)
    extension = segment(0xE0, b"JFXX\0\x10" + jpeg())
    picture = read_picture(jpeg(thumbnail, extension, after=jpeg()))

    assert picture.data == jpeg(segment(0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\0\0"))


def test_an_adobe_segment_loses_what_follows_its_fields() -> None:
    adobe = b"Adobe\0\x64\0\0\0\0\1"

    assert read_picture(jpeg(segment(0xEE, adobe + SECRET))).data == jpeg(segment(0xEE, adobe))


def test_scans_stay_byte_for_byte_with_stuffing_restarts_and_tables_between() -> None:
    scans = (
        SCAN + b"\xff\xd0\x3f\xff\xd7\xff\0" + TABLES + segment(0xDA, b"\1\1\0\1\x3f\1") + b"\xff\0\xff\xff"
    )
    progressive = jpeg(JFIF, frame=frame(marker=0xC2), scans=segment(0xDD, b"\0\1") + scans)

    assert read_picture(progressive).data == progressive


def test_fill_bytes_before_a_marker_go() -> None:
    assert read_picture(jpeg(JFIF, b"\xff\xff\xff")).data == jpeg(JFIF)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [2, 3, 4])
def test_a_mirrored_jpeg_keeps_its_width(orientation: int, order: str) -> None:
    picture = read_picture(jpeg(exif(orientation, order), JFIF))

    assert picture == Picture(jpeg(JFIF, minimal_exif(orientation)), "jpeg", 32, 8, orientation)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [5, 6, 7, 8])
def test_a_turned_jpeg_is_as_wide_as_it_is_shown(orientation: int, order: str) -> None:
    picture = read_picture(jpeg(exif(orientation, order, padding=bytes(20))))

    assert picture == Picture(jpeg(minimal_exif(orientation)), "jpeg", 8, 32, orientation)


IDLE_EXIF = {
    "upright": exif(1),
    "zero": exif(0),
    "nine": exif(9),
    "empty": segment(0xE1, b"Exif\0\0"),
    "no byte order": segment(0xE1, b"Exif\0\0XX\0*" + bytes(40)),
    "directory outside": segment(0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff" + bytes(40)),
    "directory at the end": segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08"),
    "count above the content": segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(30)),
    "beyond the count": segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\0" + pack(">HHIHH", 0x0112, 3, 1, 6, 0)),
    "a long": segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\1" + pack(">HHII", 0x0112, 4, 1, 6)),
    "two values": segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\1" + pack(">HHIHH", 0x0112, 3, 2, 6, 6)),
}


@pytest.mark.parametrize("metadata", IDLE_EXIF.values(), ids=IDLE_EXIF.keys())
def test_an_orientation_that_turns_nothing_goes(metadata: bytes) -> None:
    assert read_picture(jpeg(JFIF, metadata)) == Picture(jpeg(JFIF), "jpeg", 32, 8)


def test_application_segments_after_the_first_scan_count_for_nothing() -> None:
    late = SCAN + exif(6) + JFIF + segment(0xE2, b"ICC_PROFILE\0\1\1profile") + SCAN

    assert read_picture(jpeg(scans=late)).data == jpeg(scans=SCAN + SCAN)


BROKEN_JPEGS = {
    "nothing": b"\xff\xd8\xff",
    "no frame": jpeg(frame=b""),
    "no scan": jpeg(scans=b""),
    "two frames": jpeg(frame=frame() * 2),
    "frame after the scan": jpeg(frame=b"", scans=SCAN + frame()),
    "second frame after the scan": jpeg(scans=SCAN + frame()),
    "short frame": jpeg(frame=segment(0xC0, b"\x08\0\1\0\1")),
    "frame of two components": jpeg(frame=segment(0xC0, b"\x08\0\1\0\1\2" + bytes(6))),
    "frame without its components": jpeg(frame=segment(0xC0, b"\x08\0\1\0\1\3" + bytes(3))),
    "height to be told later": jpeg(frame=frame(height=0)),
    "no width": jpeg(frame=frame(width=0)),
    "empty scan header": jpeg(scans=segment(0xDA, b"") + b"\x02"),
    "scan of no component": jpeg(scans=segment(0xDA, b"\0\0\x3f\0") + b"\x02"),
    "scan of more than the frame": jpeg(scans=segment(0xDA, b"\2" + bytes(7)) + b"\x02"),
    "scan without data": jpeg(scans=SCAN[:-4]),
    "scan without end": jpeg()[:-2],
    "unknown marker": jpeg(segment(0xF0, b"")),
    "start inside": jpeg(b"\xff\xd8"),
    "bytes between": jpeg(b"", JFIF, b"\0"),
    "length below two": jpeg(b"\xff\xe5\0\1"),
    "length beyond the file": b"\xff\xd8\xff\xe5\xff\xff",
    "length cut": b"\xff\xd8\xff\xe5\0",
    "too many parts": jpeg(segment(0xFE, b"") * MAX_PARTS),
}


@pytest.mark.parametrize("data", BROKEN_JPEGS.values(), ids=BROKEN_JPEGS.keys())
def test_a_broken_jpeg_is_called_damaged(data: bytes) -> None:
    zh, en = message_of(data)

    assert zh.startswith("这个 JPEG 文件已损坏或不完整")
    assert en.startswith("this JPEG file is damaged or incomplete")


@pytest.mark.parametrize(
    "unusual", [frame(marker=0xC3), frame(marker=0xC9), frame(marker=0xDE), frame(marker=0xC1, precision=12)]
)
def test_a_jpeg_that_nobody_shows_is_told_apart(unusual: bytes) -> None:
    zh, en = message_of(jpeg(frame=unusual))

    assert zh.startswith("这是少见的 JPEG 类型")
    assert en.startswith("this is an unusual kind of JPEG")


OTHER_FORMATS = {
    "GIF": b"GIF89a\1\0\1\0",
    "WebP": b"RIFF\n\n\0\0WEBPVP8 ",
    "SVG": b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- drawn -->\n<svg xmlns='http://www.w3.org/2000/svg'/>",
    "BMP": b"BM\x46\0\0\0\0\0\0\0\x36",
    "HEIC": b"\0\0\0\x18ftypheic\0\0\0\0",
    "AVIF": b"\0\0\0\x1cftypavif\0\0\0\0",
    "TIFF": b"II*\0\x08\0\0\0",
    "PDF": b"%PDF-1.7",
}


@pytest.mark.parametrize(("name", "data"), OTHER_FORMATS.items())
def test_another_format_is_named_with_what_to_do(name: str, data: bytes) -> None:
    zh, en = message_of(data)

    assert zh.startswith(f"这是 {name} 文件")
    assert "另存为 PNG 或 JPEG" in zh
    assert en.startswith(f"this is a file in {name} format")
    assert "save it as PNG or JPEG" in en


@pytest.mark.parametrize(
    "data", [b"<svg/>", b"<!DOCTYPE svg PUBLIC ''><svg>", b"<!-- a --><svg>", b" \n<svg width='1'>"]
)
def test_an_svg_is_known_by_each_of_its_beginnings(data: bytes) -> None:
    assert message_of(data)[1].startswith("this is a file in SVG format")


def test_what_is_no_picture_is_called_so() -> None:
    assert message_of(b"version https://git-lfs.example/spec/v1")[1].startswith(
        "this is not a PNG or JPEG picture"
    )
    assert message_of(b"BM is a text")[0].startswith("这不是 PNG 或 JPEG 图片")
    assert message_of(b"")[1].startswith("the picture file is empty")


def test_a_file_over_the_limit_is_refused_with_both_sizes() -> None:
    zh, en = message_of(JPEG + bytes(MAX_BYTES - len(JPEG) + 1))

    assert zh.startswith("图片文件有 20.1 MB，最多 20 MB")
    assert en.startswith("the picture file has 20.1 MB, at most 20 MB are taken")
    assert read_picture(JPEG + bytes(MAX_BYTES - len(JPEG))).data == JPEG


@pytest.mark.parametrize(
    "data",
    [
        SIGNATURE + header(MAX_SIDE_PX + 1, 8) + PIXELS + END,
        jpeg(frame=frame(MAX_SIDE_PX + 1, 8)),
        jpeg(exif(6), frame=frame(8, MAX_SIDE_PX + 1)),
    ],
)
def test_too_many_pixels_to_a_side_are_refused_with_the_size_as_shown(data: bytes) -> None:
    zh, en = message_of(data)

    assert zh.startswith("图片为 20001 × 8 像素，每边最多 20,000 像素")
    assert en.startswith("the picture has 20001 × 8 pixels, at most 20,000 to a side are taken")


def test_as_many_pixels_as_allowed_are_taken() -> None:
    data = SIGNATURE + header(MAX_SIDE_PX, MAX_SIDE_PX) + PIXELS + END

    assert read_picture(data).width_px == MAX_SIDE_PX


def test_the_error_travels_between_processes() -> None:
    with pytest.raises(PictureError) as caught:
        read_picture(b"")
    arrived = pickle.loads(pickle.dumps(caught.value))

    assert arrived.message == caught.value.message
