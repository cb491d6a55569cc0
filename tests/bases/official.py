"""A base document as a Chinese office keeps it for its papers: GB/T 9704 in look, ids as Chinese Word writes them.

Red head, 仿宋 text with an indent of two characters on lines of 28 pt, headings that count 一、（一） 1. （1）, page numbers
“— 1 —” at the outer edge, so odd and even pages differ. It knows none of our own styles.
"""

from __future__ import annotations

from generator.word.formatting import element, level
from tests.bases.parts import (
    BaseParts,
    core_properties,
    field_runs,
    paragraph,
    render_parts,
    run,
    settings,
    style,
)
from tools import style_sheet
from tools.style_sheet import border, spacing

RED, LATIN = "C00000", "Times New Roman"
FANGSONG, HEITI, KAITI, XIAOBIAOSONG, SONGTI = "仿宋", "黑体", "楷体", "方正小标宋简体", "宋体"
SIZE = 16  # 三号


def _fonts(east_asian: str) -> str:
    return style_sheet.fonts(LATIN, east_asian)


def _styles() -> str:
    look, text = style_sheet.paragraph, style_sheet.run
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    exact = spacing(line=560, rule="exact")
    heads = ((1, HEITI, None), (2, KAITI, None), (3, FANGSONG, True), (4, FANGSONG, None))
    padding = "".join(element(side, w=width, type="dxa") for side, width in (("left", 108), ("right", 108)))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    grid = "".join(border(side, 4, "000000") for side in sides)
    return "".join(
        (
            (f"<w:docDefaults><w:rPrDefault>{text(size=SIZE, fonts=_fonts(FANGSONG), more={'lang': language})}"
            "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"),
            style("paragraph", "a", "Normal", look(spacing=exact), text(size=SIZE, fonts=_fonts(FANGSONG)), default=True),
            *(
                style(
                    "paragraph", str(number), f"heading {number}",
                    look(
                        keepNext="<w:keepNext/>",
                        numPr=f'<w:numPr><w:ilvl w:val="{number - 1}"/><w:numId w:val="1"/></w:numPr>',
                        spacing=spacing(6, 0, 560, "exact"),
                        ind=element("ind", firstLineChars=200, firstLine=SIZE * 40),
                        outlineLvl=element("outlineLvl", val=number - 1),
                    ),
                    text(bold=bold, size=SIZE, fonts=_fonts(font)), based_on="a", next_="a3",
                )
                for number, font, bold in heads
            ),
            style("character", "a0", "Default Paragraph Font", default=True),
            style("table", "a1", "Normal Table", f"<w:tblPr><w:tblCellMar>{padding}</w:tblCellMar></w:tblPr>", default=True),
            style("numbering", "a2", "No List", default=True),
            style(
                "paragraph", "a3", "Body Text",
                look(spacing=exact, ind=element("ind", firstLineChars=200, firstLine=SIZE * 40), jc=element("jc", val="both")),
                based_on="a",
            ),
            style(
                "paragraph", "a4", "Title",
                look(keepNext="<w:keepNext/>", spacing=spacing(14, 14, 640, "exact"), jc=element("jc", val="center")),
                text(size=22, fonts=_fonts(XIAOBIAOSONG)), based_on="a", next_="a3",
            ),
            style("paragraph", "a5", "header", look(spacing=spacing(line=240)), text(size=10.5, fonts=_fonts(HEITI)), based_on="a"),
            style("paragraph", "a6", "footer", look(spacing=spacing(line=240)), text(size=14, fonts=_fonts(SONGTI)), based_on="a"),
            style(
                "paragraph", "a7", "红头",
                look(spacing=spacing(0, 10, 0), jc=element("jc", val="center")),
                text(size=30, colour=RED, fonts=_fonts(XIAOBIAOSONG), more={"spacing": element("spacing", val=60)}),
                based_on="a",
            ),
            style(
                "paragraph", "a8", "红线",
                look(pBdr=f"<w:pBdr>{border('bottom', 18, RED, 6)}</w:pBdr>", spacing=spacing(0, 12, 560, "exact"), jc=element("jc", val="center")),
                based_on="a",
            ),
            style("table", "a9", "Table Grid", f"<w:tblPr><w:tblBorders>{grid}</w:tblBorders></w:tblPr>", based_on="a1"),
        )
    )  # fmt: skip


def _numbering() -> str:
    formats = (
        ("chineseCounting", "%1、"),
        ("chineseCounting", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "（%4）"),
    )
    levels = "".join(
        level(
            index,
            {
                "start": element("start", val=1),
                "numFmt": element("numFmt", val=kind),
                "pStyle": element("pStyle", val=index + 1),
                "suff": element("suff", val="nothing"),
                "lvlText": element("lvlText", val=text),
                "lvlJc": element("lvlJc", val="left"),
                "pPr": f"<w:pPr>{element('ind', left=0, firstLine=SIZE * 40)}</w:pPr>",
            },
        )
        for index, (kind, text) in enumerate(formats)
    )
    return (
        '<w:abstractNum w:abstractNumId="3"><w:nsid w:val="2B7A41C3"/><w:multiLevelType w:val="multilevel"/>'
        f'{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    )


def _body() -> str:
    """GB/T 9704-2012: 37 mm above, 28 mm at the binding."""
    references = "".join(
        f'<w:{band}Reference w:type="{kind}" r:id="rId{band}{number}"/>'
        for band in ("header", "footer")
        for kind, number in (("even", 2), ("default", 1), ("first", 3))
    )
    section = (
        f'{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984"'
        ' w:left="1588" w:header="851" w:footer="1134" w:gutter="0"/><w:titlePg/>'
    )
    return (
        paragraph("a7", run("{{ company"), run(" }}文件"))
        + paragraph("a8", run("{{ sub"), run("ject }} · {{ date }}"))
        + f'<w:p w:rsidR="00B20002">{run("{{ body }}")}</w:p><w:sectPr>{section}</w:sectPr>'
    )


def _page(align: str) -> str:
    """One character in from the outer edge."""
    side = element("ind", **{"rightChars" if align == "right" else "leftChars": 100})
    more = side + element("jc", val=align)
    return paragraph("a6", run("— "), field_runs("PAGE", "1"), run(" —"), more=more)


def render_official() -> bytes:
    label = run("{{ label }}")
    return render_parts(
        BaseParts(
            styles=_styles(),
            numbering=_numbering(),
            settings=settings(language="zh-CN", even_and_odd=True),
            body=_body(),
            bands={
                "header1": paragraph("a5", run("{{ title }}　"), label, more=element("jc", val="right")),
                "header2": paragraph("a5", label, run("　{{ title }}")),
                "header3": paragraph("a5", label),
                "footer1": _page("right"),
                "footer2": _page("left"),
                "footer3": _page("right"),
            },
            properties={
                "core": core_properties(title="公文模板 2019 版", creator="行政部", lastModifiedBy="行政部")
            },
        )
    )
