"""Why a file cannot be put in a document, and what to do."""

from __future__ import annotations

import re
from math import ceil

from generator.errors import Bilingual
from generator.pictures.types import MAX_BYTES, MAX_SIDE_PX, Picture, PictureExtension

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


def not_taken(data: bytes) -> Bilingual:
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


def damaged(extension: PictureExtension) -> Bilingual:
    name = _FORMAT_NAMES[extension]
    return Bilingual(
        f"这个 {name} 文件已损坏或不完整：请重新复制原图；如果还能打开，另存为 PNG 或 JPEG",
        f"this {name} file is damaged or incomplete: copy the original again or, if it still opens, "
        "save it as PNG or JPEG",
    )


UNUSUAL_JPEG = Bilingual(
    "这是少见的 JPEG 类型（无损、算术编码、分层或 12 位），Word 和浏览器显示不了：请另存为普通 JPEG 或 PNG",
    "this is an unusual kind of JPEG (lossless, arithmetic, hierarchical or 12-bit) that Word and browsers do not "
    "show: save it as an ordinary JPEG or as PNG",
)


def too_many_bytes(size: int) -> Bilingual:
    megabytes = f"{ceil(size / 1024 / 1024 * 10) / 10:.1f} MB"
    return Bilingual(
        f"图片文件有 {megabytes}，最多 {MAX_BYTES // 1024 // 1024} MB：请缩小后另存为 PNG 或 JPEG",
        f"the picture file has {megabytes}, at most {MAX_BYTES // 1024 // 1024} MB are taken: "
        "make the picture smaller and save it as PNG or JPEG",
    )


def too_many_pixels(picture: Picture) -> Bilingual:
    size = f"{picture.width_px} × {picture.height_px}"
    return Bilingual(
        f"图片为 {size} 像素，每边最多 {MAX_SIDE_PX:,} 像素：请裁剪或缩小后再用",
        f"the picture has {size} pixels, at most {MAX_SIDE_PX:,} to a side are taken: crop it or make it smaller",
    )
