"""How documents look: the styles of templates/base.docx, one line or a few for each."""

from __future__ import annotations

from generator.states import COLOURS, Light
from generator.word.formatting import element, shading
from generator.word.numbering import BOX_INDENT
from generator.word.styles import CALLOUTS, STATES, callout_title
from tools.style_sheet import border, fonts, paragraph, run, spacing, style

LATIN, EAST_ASIAN, EMPHASIS_FONT, CODE_FONT = "Calibri", "Microsoft YaHei", "KaiTi", "Consolas"
ACCENT, TEXT, GREY, RULE, HEAD_FILL = "1F3A5F", "1F2933", "5B6670", "C9D1D9", "E8EDF3"
TEXT_WIDTH = 9638  # A4 less 20 mm on both sides, in twentieths of a point
# Bar and title, fill: contrast of the title on the fill is at least 4.5.
CALLOUT_COLOURS = {
    "note": ("2F5D8A", "EEF3F8"),
    "tip": ("2E6B47", "EDF5F0"),
    "important": ("5A3F86", "F3F0F8"),
    "warning": ("8A5A00", "FDF6E7"),
    "caution": ("9B2C2C", "FBEFEF"),
}


def defaults() -> str:
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    character = run(size=10.5, fonts=fonts(LATIN, EAST_ASIAN), more={"lang": language})
    return (
        f"<w:docDefaults><w:rPrDefault>{character}</w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        ' w:defQFormat="0" w:count="376"/>'
    )


def text_styles() -> tuple[str, ...]:
    text = fonts(LATIN, EAST_ASIAN)
    under = f"<w:pBdr>{border('bottom', 8, ACCENT, 6)}</w:pBdr>"
    line = f"<w:pBdr>{border('bottom', 4, RULE, 1)}</w:pBdr>"
    normal = paragraph(widowControl="<w:widowControl/>", spacing=spacing(line=254))
    return (
        style("paragraph", "Normal", normal, run(size=10.5, colour=TEXT, fonts=text), based_on="", priority=0),
        style("paragraph", "Body Text", paragraph(spacing=spacing(1, 4)), priority=1),
        style(
            "paragraph", "Title",
            paragraph(keepNext="<w:keepNext/>", pBdr=under, spacing=spacing(0, 9)),
            run(size=20, bold=True, colour=ACCENT, fonts=text), next_="Body Text", priority=10,
        ),
        style(
            "paragraph", "Subtitle", paragraph(keepNext="<w:keepNext/>", spacing=spacing(0, 8)),
            run(size=12, colour=GREY), next_="Body Text", priority=11,
        ),
        style("paragraph", "Horizontal Rule", paragraph(pBdr=line, spacing=spacing(2, 6, 120, "exact"))),
        *(_heading(*row) for row in ((1, 14, 10, 3), (2, 12, 7, 2), (3, 10.5, 6, 2), (4, 10.5, 6, 2), (5, 10, 6, 2))),
        style(
            "paragraph", "TOC Heading", paragraph(keepNext="<w:keepNext/>", spacing=spacing(10, 3)),
            run(size=14, bold=True, colour=ACCENT, fonts=text), next_="Body Text", priority=39, gallery=False,
        ),
        *(_contents(number) for number in (1, 2, 3)),
    )  # fmt: skip


def _heading(number: int, size: float, before: float, after: float) -> str:
    keep = {"keepNext": "<w:keepNext/>", "keepLines": "<w:keepLines/>"}
    outline = element("outlineLvl", val=number - 1)
    colour = ACCENT if number < 4 else GREY
    return style(
        "paragraph", f"heading {number}",
        paragraph(**keep, spacing=spacing(before, after), outlineLvl=outline),
        run(size=size, bold=True, colour=colour, fonts=fonts(LATIN, EAST_ASIAN)),
        next_="Body Text", priority=9,
    )  # fmt: skip


def _contents(number: int) -> str:
    indent = element("ind", left=(number - 1) * 284)
    look = run(size=10.5 if number == 1 else 10, bold=number == 1, fonts=fonts(LATIN, EAST_ASIAN))
    formatting = paragraph(spacing=spacing(3 if number == 1 else 0, 2), ind=indent)
    return style("paragraph", f"toc {number}", formatting, look, next_="Normal", priority=39, gallery=False)


def list_styles(bullet_number: int, decimal_number: int) -> tuple[str, ...]:
    def numbered(name: str, number: int) -> str:
        properties = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
        return style("paragraph", name, paragraph(numPr=properties, spacing=spacing(0, 2)), priority=12)

    return (
        numbered("List Bullet", bullet_number),
        numbered("List Number", decimal_number),
        style(
            "paragraph",
            "List Continue",
            paragraph(spacing=spacing(0, 2), ind=element("ind", left=397)),
            priority=12,
        ),
        style("paragraph", "List Paragraph", paragraph(ind=element("ind", left=397)), priority=34),
    )


def block_styles() -> tuple[str, ...]:
    code = fonts(CODE_FONT, EAST_ASIAN)
    plain = {"noProof": "<w:noProof/>"}
    quote_bar = f"<w:pBdr>{border('left', 12, 'A9B4BF', 9)}</w:pBdr>"
    intense_bar = f"<w:pBdr>{border('left', 24, ACCENT, 8)}</w:pBdr>"
    inset = element("ind", left=BOX_INDENT)
    box = "".join(border(side, 4, "F4F6F8", 5) for side in ("top", "left", "bottom", "right"))
    code_look = paragraph(
        keepLines="<w:keepLines/>", pBdr=f"<w:pBdr>{box}</w:pBdr>", shd=shading("F4F6F8"), spacing=spacing(4, 5, 245),
        ind=element("ind", left=120, right=120),
    )  # fmt: skip
    return (
        style("paragraph", "Quote", paragraph(pBdr=quote_bar, spacing=spacing(3, 3), ind=inset), run(colour=GREY), priority=29),
        style(
            "paragraph", "Intense Quote", paragraph(pBdr=intense_bar, spacing=spacing(4, 4), ind=inset),
            run(colour=ACCENT, bold=True), priority=30,
        ),
        style("paragraph", "Source Code", code_look, run(size=8.5, fonts=code, more=plain), priority=36),
        *(formatted for kind in CALLOUTS for formatted in _callout(CALLOUTS[kind], *CALLOUT_COLOURS[kind])),
        style(
            "paragraph", "caption", paragraph(spacing=spacing(4, 8)), run(size=8.5, colour=GREY),
            next_="Body Text", priority=35,
        ),
        style("paragraph", "footnote text", paragraph(spacing=spacing(0, 1)), run(size=8.5, colour=GREY), gallery=False),
        style("paragraph", "header", _band("bottom"), run(size=8, colour=GREY), gallery=False),
        style("paragraph", "footer", _band("top"), run(size=8, colour=GREY), gallery=False),
    )  # fmt: skip


def _band(side: str) -> str:
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'  # for programs that know no w:ptab
    return paragraph(
        pBdr=f"<w:pBdr>{border(side, 4, RULE, 4)}</w:pBdr>", tabs=tabs, spacing=spacing(line=240)
    )


def _callout(name: str, colour: str, fill: str) -> tuple[str, str]:
    """The title has the same borders and indents as the text, so that Word draws one box around both."""
    sides = border("top", 4, fill, 3) + border("left", 24, colour, 8) + border("bottom", 4, fill, 3)
    frame = {
        "pBdr": f"<w:pBdr>{sides}{border('right', 4, fill, 4)}</w:pBdr>",
        "shd": shading(fill),
        "ind": element("ind", left=BOX_INDENT, right=100),
    }
    title = paragraph(keepNext="<w:keepNext/>", spacing=spacing(6, 1))
    return (
        style("paragraph", name, paragraph(**frame, spacing=spacing(0, 3)), run(size=10), priority=31),
        style(
            "paragraph", callout_title(name), title, run(size=9, bold=True, colour=colour),
            based_on=name, next_=name, priority=31,
        ),
    )  # fmt: skip


def character_styles() -> tuple[str, ...]:
    font = "Default Paragraph Font"
    code = run(
        size=9, fonts=fonts(CODE_FONT, EAST_ASIAN), more={"noProof": "<w:noProof/>", "shd": shading("F1F3F5")}
    )
    above = {"vertAlign": element("vertAlign", val="superscript")}
    line = {"u": element("u", val="single")}
    kai = element("rFonts", eastAsia=EMPHASIS_FONT)
    rows = (
        ("Strong", run(bold=True), 22),
        ("Emphasis", run(italic=True), 20),
        ("Emphasis East Asian", run(fonts=kai), 20),
        ("Hyperlink", run(colour="1F5FA8", more=line), 99),
        ("Verbatim Char", code, 37),
        ("footnote reference", run(colour="1F5FA8", more=above), 99),
        ("Label", run(bold=True, colour="9B2C2C"), 38),
        *((STATES[light], _state(light), 32) for light in Light),
    )
    return (
        style("character", font, based_on="", priority=1, gallery=False),
        *(style("character", name, look, based_on=font, priority=priority) for name, look, priority in rows),
    )


def _state(light: Light) -> str:
    background, foreground = COLOURS[light]
    return run(bold=True, colour=foreground, more={"shd": shading(background)})


def table_styles() -> tuple[str, ...]:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    grid = "".join(border(side, 4, "A9B4BF") for side in sides)
    thin = border("top", 8, ACCENT) + border("bottom", 6, "A9B4BF") + border("insideH", 4, "D5DCE3")
    padding = _margins(top=45, left=85, bottom=45, right=85)
    head = (
        f'<w:tblStylePr w:type="firstRow">{run(bold=True, colour=ACCENT)}<w:tcPr><w:tcBorders>'
        f"{border('bottom', 8, ACCENT)}</w:tcBorders>{shading(HEAD_FILL)}</w:tcPr></w:tblStylePr>"
    )
    single = paragraph(spacing=spacing(line=240))
    # Exactly 12.5 pt: cells with digits alone and cells with Chinese have their lines at one height.
    row = paragraph(spacing=spacing(line=250, rule="exact"))
    plain = (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(top=0, left=108, bottom=0, right=108)}</w:tblPr>'
    )
    return (
        style("table", "Normal Table", plain, based_on="", gallery=False),
        style("numbering", "No List", based_on="", gallery=False),
        style("table", "Table Grid", single, f"<w:tblPr><w:tblBorders>{grid}</w:tblBorders></w:tblPr>",
              based_on="Normal Table", priority=39, gallery=False),
        style("table", "Presales Table", single, f"<w:tblPr><w:tblBorders>{thin}</w:tblBorders>{padding}</w:tblPr>",
              "<w:trPr><w:cantSplit/></w:trPr>", head, based_on="Normal Table", priority=40),
        style("paragraph", "Table Text", row, run(size=9), priority=33),
        style("paragraph", "Table Head", paragraph(keepNext="<w:keepNext/>"), run(bold=True, colour=ACCENT),
              based_on="Table Text", priority=33),
        style("paragraph", "Table Gap", paragraph(spacing=spacing(line=120, rule="exact")), run(size=2), gallery=False),
        style("paragraph", "Figure", paragraph(keepNext="<w:keepNext/>", spacing=spacing(6)), priority=34),
        style("paragraph", "Figure Head", paragraph(keepNext="<w:keepNext/>"), run(bold=True, colour=ACCENT),
              based_on="Table Text", priority=34),
        style("paragraph", "Figure Scale", paragraph(spacing=spacing(line=200, rule="exact")), run(size=7, colour=GREY), based_on="Table Text", priority=34),
    )  # fmt: skip


def _margins(**sides: int) -> str:
    inner = "".join(element(side, w=width, type="dxa") for side, width in sides.items())
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def render_styles(root: str, bullet_number: int, decimal_number: int) -> str:
    groups = (
        text_styles(), list_styles(bullet_number, decimal_number), block_styles(), character_styles(), table_styles(),
    )  # fmt: skip
    inner = "".join(line for group in groups for line in group)
    return f"<w:styles {root}>{defaults()}{inner}</w:styles>"
