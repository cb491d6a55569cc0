"""A .docx as programs save it that nobody typed anything into, and with what people do to it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

Change = Callable[[str], str]


def change_part(data: bytes, name: str, change: Change) -> bytes:
    """The package with one part changed, which has to make a difference."""
    parts = _read(data)
    before = parts[name]
    parts[name] = change(before.decode()).encode()
    assert parts[name] != before
    return _write(parts)


def change_text(data: bytes, old: str, new: str) -> bytes:
    return change_part(data, "word/document.xml", lambda xml: xml.replace(old, new, 1))


def add_part(data: bytes, name: str, content: bytes) -> bytes:
    parts = _read(data)
    assert name not in parts
    return _write({**parts, name: content})


def save_as_word_does(data: bytes) -> bytes:
    """Style ids in Word's own language, runs split with revision and spelling marks, page numbers worked out, headers
    numbered anew, parts in another order, times of day."""
    parts = _read(data)
    ids = re.findall(rb'w:styleId="([^"]+)"', parts["word/styles.xml"])
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            parts[name] = _rename_styles(parts[name], ids)
    document = parts["word/document.xml"]
    document = re.sub(rb"<w:p>", b'<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3">', document)
    document = re.sub(
        rb"(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<&]{2,})</w:t></w:r>",
        _split_run,
        document,
    )
    parts["word/document.xml"] = document
    parts["word/footer1.xml"] = parts["word/footer1.xml"].replace(b"<w:t>1</w:t>", b"<w:t>7</w:t>")
    parts["word/header7.xml"] = parts.pop("word/header1.xml")
    parts["docProps/core.xml"] = b"<core>last saved by Word</core>"
    return _write(dict(reversed(parts.items())))


def _rename_styles(xml: bytes, ids: list[bytes]) -> bytes:
    for number, style in enumerate(ids):
        pattern = rb'(w:(?:pStyle|rStyle|basedOn|next|link) w:val|w:styleId)="' + re.escape(style) + b'"'
        xml = re.sub(pattern, b'\\1="a%d"' % number, xml)
    return xml


def _split_run(found: re.Match[bytes]) -> bytes:
    text = found[2].decode()
    half = len(text) // 2
    start, spelling = found[1], b'<w:proofErr w:type="spellStart"/>'
    first, second = (
        f'<w:t xml:space="preserve">{part}</w:t></w:r>'.encode() for part in (text[:half], text[half:])
    )
    return start + first + spelling + start + b"<w:lastRenderedPageBreak/>" + second


def _read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _write(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()
