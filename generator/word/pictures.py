"""Raster pictures in a line of their own (ECMA-376-1, 20.4.2.8)."""

from __future__ import annotations

import hashlib

from generator.word.draft import Draft
from generator.word.escaping import escape_attribute
from generator.word.setting import Picture

EMU_PER_PIXEL = 9525  # at 96 to the inch
EMU_PER_TWIP = 635
TALLEST = 0.8  # of the text's height, so that the caption stays on the page
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture_size(picture: Picture, width: int, height: int) -> tuple[int, int]:
    """In EMU: as it is, or made smaller to fit; the room is in twentieths of a point."""
    natural = (picture.width_px * EMU_PER_PIXEL, picture.height_px * EMU_PER_PIXEL)
    scale = min(1.0, width * EMU_PER_TWIP / natural[0], height * TALLEST * EMU_PER_TWIP / natural[1])
    return round(natural[0] * scale), round(natural[1] * scale)


def media_name(picture: Picture) -> str:
    """By content: the same picture is stored once."""
    return f"media/{hashlib.sha256(picture.data).hexdigest()[:12]}.{picture.extension}"


def render_picture(picture: Picture, alt: str, draft: Draft, width: int) -> str:
    """A run."""
    name = media_name(picture)
    draft.media[name] = picture
    relationship = draft.relationships.id_of("image", name)
    number = next(draft.drawings)
    across, down = picture_size(picture, width, draft.text_height)
    names = f'id="{number}" name="{name.removeprefix("media/")}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="{across}" cy="{down}"/><wp:docPr {names} descr="{escape_attribute(alt)}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
