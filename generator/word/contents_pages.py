"""Page numbers in a table of contents: where the pages end is known to whoever lays them out, so LibreOffice is asked.

Of a finished file a probe is made, in which the entries are live references instead of the result of a field; saved by
LibreOffice it tells the page of each heading. All three files break their pages alike.
"""

from __future__ import annotations

import re

from generator.word.contents import FIELD_END, NO_NUMBERS, field_start
from generator.word.package import Member, pack_member, read_package, render_package

_FIELD_START = re.compile(re.escape(field_start(7)).replace("7", r"\d"))
_ENTRY = re.compile(r'(<w:hyperlink w:anchor="([^"]+)" w:history="1">.*?)(</w:hyperlink>)', re.DOTALL)
_END_OF_BLOCK = "</w:sdtContent>"
# As LibreOffice writes a reference, whatever the properties of its runs.
_REFERENCE = re.compile(
    r"PAGEREF (\S+)[^<]*</w:instrText>(?:(?!<w:instrText|PAGEREF).)*?"
    r'w:fldCharType="separate"/>(?:(?!<w:instrText).)*?<w:t(?:\s[^>]*)?>(\d+)</w:t>',
    re.DOTALL,
)


def render_probe(docx: bytes) -> bytes | None:
    """What is to be laid out; None where there is no table of contents."""
    parts = read_package(docx)
    found = _contents(parts)
    if found is None:
        return None
    name, before, contents, after = found
    live = _numbered(_FIELD_START.sub("", contents), {})
    start, _, end = live.rpartition(FIELD_END)
    return _packed(parts, name, before + start + end + after)


def with_page_numbers(docx: bytes, laid_out: bytes) -> bytes | None:
    """The file with the page of each entry; laid_out is its probe as LibreOffice saved it. None where a page is missing
    there, or the file has no table of contents."""
    parts = read_package(docx)
    found = _contents(parts)
    if found is None:
        return None
    name, before, contents, after = found
    told = "".join(part.decode() for part in read_package(laid_out).values() if b"PAGEREF" in part)
    pages = dict(_REFERENCE.findall(told))
    if not {anchor for _, anchor, _ in _ENTRY.findall(contents)} <= pages.keys():
        return None
    return _packed(parts, name, before + _numbered(contents, pages).replace(NO_NUMBERS, " ", 1) + after)


def _contents(parts: dict[str, bytes]) -> tuple[str, str, str, str] | None:
    """The name of the part, its text before the field, the field with its entries, and the text behind them."""
    for name, data in parts.items():
        if NO_NUMBERS.encode() not in data:
            continue
        text = data.decode()
        found = _FIELD_START.search(text)
        if found:
            end = text.index(_END_OF_BLOCK, found.end())
            return name, text[: found.start()], text[found.start() : end], text[end:]
    return None


def _numbered(contents: str, pages: dict[str, str]) -> str:
    """A tab and a reference to the heading behind each entry, as Word writes them (ECMA-376-1, 17.16.5.45)."""
    return _ENTRY.sub(
        lambda entry: entry[1] + _reference(entry[2], pages.get(entry[2], "0")) + entry[3], contents
    )


def _reference(anchor: str, page: str) -> str:
    return (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{page}</w:t></w:r>{FIELD_END}'
    )


def _packed(parts: dict[str, bytes], name: str, text: str) -> bytes:
    members: list[Member] = [pack_member(part, data) for part, data in parts.items() if part != name]
    return render_package((*members, pack_member(name, text.encode())))
