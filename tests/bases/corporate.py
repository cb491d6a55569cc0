"""A base document as an English-speaking company keeps it: a cover with the facts in a text box, a logo, a table style.

The title on the cover is a content control bound to the document's title, the customer in the footer a field that shows
a document property, the table style is the default of the document. The text begins in the second section, whose first
page has another header.
"""

from __future__ import annotations

from generator.word.formatting import element, shading
from tests.bases.parts import (
    RIGHT,
    BaseParts,
    core_properties,
    field_runs,
    paragraph,
    png,
    render_parts,
    run,
    settings,
    style,
)
from tools import style_sheet
from tools.style_sheet import border, spacing

TEAL, DARK, PALE, GREY = "00655C", "12312E", "E6F2F0", "5A6663"
LATIN, HEAD_FONT, EAST_ASIAN = "Calibri", "Georgia", "Microsoft YaHei"
TEXT_WIDTH = 9354  # A4 less 22.5 mm on both sides
_EMU = 914400 // 72


def _styles() -> str:
    look, text = style_sheet.paragraph, style_sheet.run
    fonts, heads = style_sheet.fonts(LATIN, EAST_ASIAN), style_sheet.fonts(HEAD_FONT, EAST_ASIAN)
    language = element("lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA")
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'  # for programs that know no w:ptab
    keep = {"keepNext": "<w:keepNext/>", "keepLines": "<w:keepLines/>"}
    line = f"<w:pBdr>{border('bottom', 8, TEAL, 4)}</w:pBdr>"
    return "".join(
        (
            (f"<w:docDefaults><w:rPrDefault>{text(size=10.5, fonts=fonts, more={'lang': language})}</w:rPrDefault>"
            "<w:pPrDefault/></w:docDefaults>"),
            style("paragraph", "Normal", "Normal", look(spacing=spacing(0, 6, 264)), text(size=10.5, fonts=fonts), default=True),
            style("paragraph", "Heading1", "heading 1", look(**keep, pBdr=line, spacing=spacing(18, 6), outlineLvl=element("outlineLvl", val=0)),
                  text(size=16, colour=TEAL, fonts=heads), based_on="Normal", next_="Normal"),
            style("paragraph", "Heading2", "heading 2", look(**keep, spacing=spacing(12, 4), outlineLvl=element("outlineLvl", val=1)),
                  text(size=12.5, bold=True, colour=DARK, fonts=heads), based_on="Normal", next_="Normal"),
            style("paragraph", "Heading3", "heading 3", look(**keep, spacing=spacing(10, 3), outlineLvl=element("outlineLvl", val=2)),
                  text(size=11, bold=True, colour=TEAL, fonts=heads), based_on="Normal", next_="Normal"),
            style("paragraph", "Title", "Title", look(**keep, spacing=spacing(0, 8)), text(size=24, colour=DARK, fonts=heads), based_on="Normal", next_="Normal"),
            style("paragraph", "CoverText", "Cover Text", look(spacing=spacing(0, 4)), text(size=13, colour="FFFFFF"), based_on="Normal"),
            style("paragraph", "Header", "header", look(tabs=tabs, spacing=spacing(line=240)), text(size=8.5, colour=GREY), based_on="Normal"),
            style("paragraph", "Footer", "footer", look(tabs=tabs, spacing=spacing(line=240)), text(size=8.5, colour=GREY), based_on="Normal"),
            style("paragraph", "ListBullet", "List Bullet", look(numPr='<w:numPr><w:numId w:val="1"/></w:numPr>', spacing=spacing(0, 3, 264)), based_on="Normal"),
            style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True),
            style("character", "PlaceholderText", "Placeholder Text", text(colour="808080"), based_on="DefaultParagraphFont"),
            style("table", "TableNormal", "Normal Table", f"<w:tblPr>{_margins(0, 108)}</w:tblPr>", default=True),
            style("numbering", "NoList", "No List", default=True),
            _table_style(),
            style("paragraph", "TableText", "Table Text", look(spacing=spacing(2, 2, 240)), text(size=9), based_on="Normal"),
            style("paragraph", "TableHead", "Table Head", look(keepNext="<w:keepNext/>"), text(bold=True, colour="FFFFFF"), based_on="TableText"),
        )
    )  # fmt: skip


def _margins(top: int, side: int) -> str:
    sizes = (("top", top), ("left", side), ("bottom", top), ("right", side))
    return (
        f"<w:tblCellMar>{''.join(element(name, w=width, type='dxa') for name, width in sizes)}</w:tblCellMar>"
    )


def _table_style() -> str:
    """Bands and a dark head row."""
    grid = "".join(border(side, 4, "B9D5D1") for side in ("top", "bottom", "insideH"))
    head = style_sheet.run(bold=True, colour="FFFFFF")
    return style(
        "table", "MeridianTable", "Meridian Table",
        f"<w:tblPr>{element('tblStyleRowBandSize', val=1)}<w:tblBorders>{grid}</w:tblBorders>{_margins(40, 100)}</w:tblPr>",
        f'<w:tblStylePr w:type="firstRow">{head}<w:tcPr>{shading(TEAL)}</w:tcPr></w:tblStylePr>',
        f'<w:tblStylePr w:type="band2Horz"><w:tcPr>{shading(PALE)}</w:tcPr></w:tblStylePr>',
        based_on="TableNormal",
    )  # fmt: skip


def _numbering() -> str:
    """A single-level list, as Word's button makes it: nested lists need ours."""
    bullet = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="■"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
    )
    return (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{bullet}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _logo_png() -> bytes:
    """Two arcs of a meridian, drawn point by point."""
    size, ink, paper = 96, bytes.fromhex(TEAL), b"\xff\xff\xff"
    centre = (size - 1) / 2

    def is_ink(x: int, y: int) -> bool:
        across, down = (x - centre) / centre, (y - centre) / centre
        ring = 0.78 <= across**2 + down**2 <= 1
        meridian = 0.55 <= (across / 0.5) ** 2 + down**2 <= 1
        return ring or meridian or abs(down) < 0.06

    return png([b"".join(ink if is_ink(x, y) else paper for x in range(size)) for y in range(size)])


_LOGO_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><g fill="none" stroke="#00655C" stroke-width="6">'
    '<circle cx="48" cy="48" r="44"/><ellipse cx="48" cy="48" rx="21" ry="44"/><path d="M4 48h88"/></g></svg>'
)


def _logo(number: int, points: int) -> str:
    """The picture with a sharp copy for programs that draw SVG."""
    side = points * _EMU
    sharp = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
        ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdL2"/></a:ext></a:extLst>'
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/>'
        f'<wp:docPr id="{number}" name="Logo {number}" descr="Logo of {{{{ company }}}}"/><a:graphic><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip'
        f' r:embed="rIdL1">{sharp}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _title_control() -> str:
    """As Word's gallery of covers has it: bound to the title, with a grey hint as its remembered text."""
    namespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    binding = (
        f"<w:dataBinding w:prefixMappings=\"xmlns:ns0='http://purl.org/dc/elements/1.1/' xmlns:ns1='{namespace}'\""
        ' w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
    )
    hint = run("[Document title]", '<w:rStyle w:val="PlaceholderText"/>')
    properties = f'<w:sdtPr><w:alias w:val="Title"/><w:id w:val="71840512"/><w:showingPlcHdr/>{binding}<w:text/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{paragraph('Title', hint)}</w:sdtContent></w:sdt>"


def _facts() -> str:
    """The text of the box; Word has cut the customer into runs while somebody typed it."""
    label = '<w:b/><w:color w:val="FFFFFF"/>'
    return (
        paragraph("CoverText", run("Prepared for {{ "), '<w:proofErr w:type="spellStart"/>', run("cust"), run("omer"),
                  '<w:proofErr w:type="spellEnd"/>', run(" }}"))
        + paragraph("CoverText", run("{{ subject }} · {{ date }}"))
        + paragraph("CoverText", run("{{ label }}", label))
    )  # fmt: skip


def _box() -> str:
    width, height = 468 * _EMU, 96 * _EMU
    content = f"<w:txbxContent>{_facts()}</w:txbxContent>"
    shape = (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        '<wp:docPr id="20" name="Facts"/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect">'
        f'<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{TEAL}"/></a:solidFill></wps:spPr><wps:txbx>{content}'
        '</wps:txbx><wps:bodyPr lIns="180000" tIns="144000" rIns="180000" bIns="144000" anchor="ctr"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline>"
    )
    older = (
        f'<w:pict><v:rect style="width:468pt;height:96pt" fillcolor="#{TEAL}" stroked="f"><v:textbox>{content}'
        "</v:textbox></v:rect></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _section(*references: str, first: bool, kind: str = "") -> str:
    return (
        f'<w:sectPr>{"".join(references)}{kind}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1276" w:bottom="1304" w:left="1276" w:header="624" w:footer="567"'
        f' w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


def _reference(band: str, kind: str, number: int) -> str:
    return f'<w:{band}Reference w:type="{kind}" r:id="rId{band}{number}"/>'


def _body() -> str:
    space = '<w:spacing w:before="2400" w:after="600"/>'
    cover = _section(_reference("header", "default", 1), _reference("footer", "default", 1), first=False)
    text = _section(
        *(_reference("header", "default", 2), _reference("header", "first", 3)),
        *(_reference("footer", "default", 2), _reference("footer", "first", 2)),
        first=True,
        kind='<w:type w:val="nextPage"/>',
    )
    return (
        paragraph("Normal", _logo(10, 54), more=space)
        + _title_control()
        + f"<w:p>{_box()}</w:p>"
        + f"<w:p><w:pPr>{cover}</w:pPr></w:p>"
        + paragraph("Normal", run("{{ body }}"))
        + text
    )


def _custom_properties() -> str:
    rows = (("Customer", "{{ customer }}"), ("ContentTypeId", "0x0101009F"), ("Owner", "Template team"))
    inner = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{text}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(rows, 2)
    )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        f' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{inner}</Properties>'
    )


def render_corporate() -> bytes:
    label = run("{{ label }}", f'<w:b/><w:color w:val="{TEAL}"/>')
    footer = (
        field_runs("DOCPROPERTY Customer \\* MERGEFORMAT", "Customer"),
        run(" · {{ generated_from }}"),
        RIGHT,
        run("{{ page_of }}"),
    )
    return render_parts(
        BaseParts(
            styles=_styles(),
            numbering=_numbering(),
            settings=settings(language="zh-CN", table_style="MeridianTable"),
            body=_body(),
            bands={
                "header1": paragraph("Header", RIGHT, label),
                "header2": paragraph("Header", _logo(11, 16), run("  {{ title }}"), RIGHT, label),
                "header3": paragraph("Header", run("{{ company }}"), RIGHT, label),
                "footer1": paragraph("Footer", run("{{ company }}")),
                "footer2": paragraph("Footer", *footer),
            },
            properties={
                "core": core_properties(title="Report template", creator="Template team", keywords="{{ customer }}, {{ subject }}"),
                "app": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
                "<Template>Normal.dotm</Template><Company>Template company</Company></Properties>",
                "custom": _custom_properties(),
            },
            media={"logo.png": _logo_png(), "logo.svg": _LOGO_SVG.encode()},
        )
    )  # fmt: skip
