"""How the base documents of the tests are put together: styles, bands and packages as Word would write them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.word.base_package import (
    MAIN,
    OFFICE,
    XML_HEAD,
    ContentTypes,
    Relationship,
    render_relationships,
)
from generator.word.formatting import element
from generator.word.package import CONTENT_TYPES, pack_member, render_package

ROOT = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RIGHT = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'
_PROPERTIES = {
    "core": ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "application/vnd.openxmlformats-package.core-properties+xml"),
    "app": (f"{OFFICE}/extended-properties", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    "custom": (f"{OFFICE}/custom-properties", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
}  # fmt: skip
_MEDIA = {"png": "image/png", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class BaseParts:
    """body, headers and the rest are XML without their root; bands by part name without `.xml`; pictures are shared by
    body and bands under `rIdL1` and so on."""

    styles: str
    numbering: str
    settings: str
    body: str
    bands: Mapping[str, str]
    properties: Mapping[str, str]
    media: Mapping[str, bytes] = field(default_factory=dict)


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(style_id: str, *runs: str, more: str = "") -> str:
    return f"<w:p><w:pPr>{element('pStyle', val=style_id)}{more}</w:pPr>{''.join(runs)}</w:p>"


def field_runs(instruction: str, cached: str) -> str:
    code = f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'
    start, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{start}<w:r>{code}</w:r>{middle}{run(cached)}{end}"


def style(
    kind: str,
    style_id: str,
    name: str,
    *formatting: str,
    based_on: str = "",
    next_: str = "",
    default: bool = False,
) -> str:
    """formatting in schema order; a name with a capital that Word does not know is the company's own."""
    own = kind == "table" and not default and name != "Table Grid"
    marks = ' w:default="1"' if default else ' w:customStyle="1"' if own else ""
    return (
        f'<w:style w:type="{kind}"{marks} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + (element("basedOn", val=based_on) if based_on else "")
        + (element("next", val=next_) if next_ else "")
        + "<w:qFormat/>" * (kind == "paragraph")
        + "".join(formatting)
        + "</w:style>"
    )


def render_parts(parts: BaseParts) -> bytes:
    texts = {
        "word/document.xml": f"<w:document {ROOT}><w:body>{parts.body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {ROOT}>{parts.styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {ROOT}>{parts.numbering}</w:numbering>",
        "word/settings.xml": f"<w:settings {ROOT}>{parts.settings}</w:settings>",
    }
    for name, inner in parts.bands.items():
        tag = "hdr" if name.startswith("header") else "ftr"
        texts[f"word/{name}.xml"] = f"<w:{tag} {ROOT}>{inner}</w:{tag}>"
    blobs = {name: (XML_HEAD + text).encode() for name, text in texts.items()}
    blobs.update(
        (f"docProps/{name}.xml", (XML_HEAD + text).encode()) for name, text in parts.properties.items()
    )
    blobs.update((f"word/media/{name}", data) for name, data in parts.media.items())
    blobs.update(_relationships(parts))
    blobs[CONTENT_TYPES] = _content_types(parts).xml().encode()
    return render_package(pack_member(name, blob, 9) for name, blob in blobs.items())


def _relationships(parts: BaseParts) -> dict[str, bytes]:
    roots = [Relationship("rId1", f"{OFFICE}/officeDocument", "word/document.xml")]
    roots += (
        Relationship(f"rId{name}", _PROPERTIES[name][0], f"docProps/{name}.xml") for name in parts.properties
    )
    media = [
        Relationship(f"rIdL{number}", f"{OFFICE}/image", f"media/{name}")
        for number, name in enumerate(parts.media, 1)
    ]
    own = [
        Relationship(f"rId{kind}", f"{OFFICE}/{kind}", f"{kind}.xml")
        for kind in ("styles", "numbering", "settings")
    ]
    own += (
        Relationship(f"rId{name}", f"{OFFICE}/{name.rstrip('0123456789')}", f"{name}.xml")
        for name in parts.bands
    )
    related = {"_rels/.rels": roots, "word/_rels/document.xml.rels": own + media}
    for name in parts.bands if media else ():
        related[f"word/_rels/{name}.xml.rels"] = media
    return {name: render_relationships(tuple(found)).encode() for name, found in related.items()}


def _content_types(parts: BaseParts) -> ContentTypes:
    names = {"document": "document.main", **{kind: kind for kind in ("styles", "numbering", "settings")}}
    names.update((name, name.rstrip("0123456789")) for name in parts.bands)
    overrides = {f"/word/{name}.xml": f"{WORD_TYPE}.{kind}+xml" for name, kind in names.items()}
    overrides.update((f"/docProps/{name}.xml", _PROPERTIES[name][1]) for name in parts.properties)
    media = {name.rpartition(".")[2]: _MEDIA[name.rpartition(".")[2]] for name in parts.media}
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **media,
    }
    return ContentTypes(defaults, overrides)


def settings(*, language: str, even_and_odd: bool = False, table_style: str = "") -> str:
    return (
        '<w:zoom w:percent="100"/>'
        + ("<w:evenAndOddHeaders/>" if even_and_odd else "")
        + (element("defaultTableStyle", val=table_style) if table_style else "")
        + '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:rsids><w:rsidRoot w:val="00A10001"/><w:rsid w:val="00B20002"/></w:rsids>'
        + element("themeFontLang", val="en-US", eastAsia=language)
    )


def core_properties(**texts: str) -> str:
    """title, creator and so on, and the time at which somebody saved the base."""
    prefix = {"keywords": "cp", "lastModifiedBy": "cp", "category": "cp"}
    inner = "".join(f"<{prefix.get(k, 'dc')}:{k}>{v}</{prefix.get(k, 'dc')}:{k}>" for k, v in texts.items())
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}'
        '<dcterms:created xsi:type="dcterms:W3CDTF">2019-03-01T08:00:00Z</dcterms:created></cp:coreProperties>'
    )


def png(rows: list[bytes]) -> bytes:
    """Rows of RGB pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
