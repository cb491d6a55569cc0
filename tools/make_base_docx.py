"""Makes templates/base.docx, the built-in base document, from what is written here and in base_styles.py.

Run from the repository: `python -m tools.make_base_docx`.
"""

from __future__ import annotations

from pathlib import Path

from generator.word.base_package import (
    MAIN,
    OFFICE,
    XML_HEAD,
    ContentTypes,
    Relationship,
    render_relationships,
)
from generator.word.numbering import ListFamily, abstract_number
from generator.word.package import CONTENT_TYPES, pack_member, render_package
from generator.word.setting import PRODUCT
from tools.base_styles import CODE_FONT, EAST_ASIAN, EMPHASIS_FONT, LATIN, render_styles

TARGET = Path(__file__).parent.parent / "templates" / "base.docx"
ROOT = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
# Declared where Word declares it: pandoc finds the descriptions of pictures by it.
DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BULLETS, DECIMALS = 1, 2
LABEL = '<w:r><w:rPr><w:rStyle w:val="Label"/></w:rPr><w:t>{{ label }}</w:t></w:r>'
# A tab to the right margin; an ordinary tab stop beyond the text loses the page number in LibreOffice.
RIGHT = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'

# What each part of the package besides the document is: name -> content type; the document relates to all of them.
KINDS = {
    "word/styles.xml": "styles",
    "word/settings.xml": "settings",
    "word/numbering.xml": "numbering",
    "word/fontTable.xml": "fontTable",
    "word/footnotes.xml": "footnotes",
    "word/header1.xml": "header",
    "word/header2.xml": "header",
    "word/footer1.xml": "footer",
}


def text_run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def band(tag: str, style: str, *runs: str) -> str:
    return f'<w:{tag} {ROOT}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p></w:{tag}>'


def document() -> str:
    """A4, 20 mm at the sides. The first page says the document's name in its title, not in its header too."""
    section = (
        '<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId7"/>'
        '<w:footerReference w:type="default" r:id="rId8"/><w:footerReference w:type="first" r:id="rId8"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1304" w:right="1134" w:bottom="1191" w:left="1134" w:header="624" w:footer="567"'
        ' w:gutter="0"/><w:titlePg/>'
    )
    body = f"<w:p>{text_run('{{ body }}')}</w:p><w:sectPr>{section}</w:sectPr>"
    return f"<w:document {ROOT} {DRAWING}><w:body>{body}</w:body></w:document>"


def settings() -> str:
    names = ("overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures", "doNotFlipMirrorIndents")
    compat = {"compatibilityMode": 15, **dict.fromkeys((*names, "differentiateMultirowTableHeaders"), 1)}
    rows = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in compat.items()
    )
    return (
        f'<w:settings {ROOT}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat>{rows}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def numbering() -> str:
    """The definitions behind List Bullet and List Number."""
    definitions = abstract_number(BULLETS, ListFamily("bullet"), "ListBullet")
    definitions += abstract_number(DECIMALS, ListFamily("number"), "ListNumber")
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (BULLETS, DECIMALS)
    )
    return f"<w:numbering {ROOT}>{definitions}{lists}</w:numbering>"


def font_table() -> str:
    """Other names and kinds of the fonts, for programs that must find substitutes."""
    rows = (
        (LATIN, "", "00", "swiss"),
        (EAST_ASIAN, "微软雅黑", "86", "swiss"),
        (EMPHASIS_FONT, "楷体", "86", "modern"),
        (CODE_FONT, "", "00", "modern"),
    )
    fonts = "".join(
        f'<w:font w:name="{name}">{f"""<w:altName w:val="{other}"/>""" if other else ""}'
        f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'
        for name, other, charset, family in rows
    )
    return f"<w:fonts {ROOT}>{fonts}</w:fonts>"


def footnotes() -> str:
    kinds = (("separator", -1), ("continuationSeparator", 0))
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in kinds
    )
    return f"<w:footnotes {ROOT}>{notes}</w:footnotes>"


def base_parts() -> dict[str, str]:
    parts = {
        "word/document.xml": document(),
        "word/styles.xml": render_styles(ROOT, BULLETS, DECIMALS),
        "word/settings.xml": settings(),
        "word/numbering.xml": numbering(),
        "word/fontTable.xml": font_table(),
        "word/footnotes.xml": footnotes(),
        "word/header1.xml": band("hdr", "Header", text_run("{{ title }}"), RIGHT, LABEL),
        "word/header2.xml": band("hdr", "Header", text_run("{{ company }}"), RIGHT, LABEL),
        "word/footer1.xml": band(
            "ftr", "Footer", text_run("{{ generated_from }}"), RIGHT, text_run("{{ page_of }}")
        ),
    }
    return {name: XML_HEAD + text for name, text in parts.items()}


def base_relationships() -> dict[str, str]:
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    roots = (
        Relationship("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
        Relationship("rId2", package, "docProps/core.xml"),
    )
    own = tuple(
        Relationship(f"rId{number}", f"{OFFICE}/{kind}", name.removeprefix("word/"))
        for number, (name, kind) in enumerate(KINDS.items(), 1)
    )
    return {
        "_rels/.rels": render_relationships(roots),
        "word/_rels/document.xml.rels": render_relationships(own),
    }


def core_properties() -> str:
    elements = f"<dc:title>{PRODUCT} base document</dc:title><dc:creator>{PRODUCT}</dc:creator>"
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{elements}</cp:coreProperties>"
    )


def content_types() -> str:
    overrides = {f"/{name}": f"{WORD_TYPE}.{kind}+xml" for name, kind in KINDS.items()}
    overrides["/word/document.xml"] = f"{WORD_TYPE}.document.main+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    return ContentTypes(defaults, overrides).xml()


def render_base() -> bytes:
    parts = {**base_parts(), **base_relationships(), "docProps/core.xml": core_properties()}
    parts[CONTENT_TYPES] = content_types()
    return render_package(pack_member(name, text.encode(), 9) for name, text in parts.items())


if __name__ == "__main__":
    TARGET.write_bytes(render_base())
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
