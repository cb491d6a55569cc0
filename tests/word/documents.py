"""Documents built by hand, and what a setting needs to show them."""

from __future__ import annotations

import struct
import zlib
from datetime import date

from generator.document import (
    Block,
    Break,
    Callout,
    CalloutKind,
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Emphasis,
    Figure,
    Footnote,
    FootnoteMark,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    State,
    Str,
    Strong,
    Table,
)
from generator.errors import Language
from generator.figures.gantt import Gantt, GanttBar
from generator.states import Light
from generator.word import Picture, Setting

KINDS: tuple[CalloutKind, ...] = ("note", "tip", "important", "warning", "caution")


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Str(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Inline) -> Paragraph:
    return Paragraph(inlines(*parts))


def heading(level: int, text: str, anchor: str) -> Heading:
    return Heading(level, inlines(text), anchor)


def cell(*parts: str | Inline) -> Cell:
    return Cell(inlines(*parts))


def item(*blocks: str | Block, checked: bool | None = None) -> ListItem:
    return ListItem(tuple(paragraph(b) if isinstance(b, str) else b for b in blocks), checked)


def bullets(*items: str | ListItem, tight: bool = True) -> ListBlock:
    return ListBlock(False, 1, tight, tuple(item(i) if isinstance(i, str) else i for i in items))


def numbers(*items: str | ListItem, start: int = 1) -> ListBlock:
    return ListBlock(True, start, True, tuple(item(i) if isinstance(i, str) else i for i in items))


def table(head: tuple[str, ...], *rows: tuple[str | Cell, ...], weights: tuple[int, ...] = ()) -> Table:
    columns = tuple(Column("left", weight) for weight in weights or (0,) * len(head))
    cells = tuple(tuple(cell(c) if isinstance(c, str) else c for c in row) for row in rows)
    return Table(columns, tuple(cell(word) for word in head), cells)


def state(light: Light, word: str) -> State:
    return State(light, f"{light.glyph} {word}")


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURE = Picture(png(40, 20), "png", 40, 20)
GANTT = Gantt(
    bars=(
        GanttBar("现场勘察", date(2026, 8, 17), date(2026, 9, 6), Light.GREEN, "已完成"),
        GanttBar("Write-back <pilot> & drivers", date(2026, 10, 19), date(2026, 12, 5), Light.RED, "late"),
        GanttBar("验收", date(2026, 12, 24), date(2026, 12, 24), Light.GREY, "未开始"),
    ),
    today=date(2026, 11, 20),
    today_word="今天",
    heads=("里程碑", "日期", "状态"),
)


def setting(language: Language = "zh", **changes: object) -> Setting:
    values: dict[str, object] = {
        "title": "云圃机械 <备忘录> & R",
        "label": "内部资料",
        "generated_from": "依据 2026-05-yunpu@3f9a1c22d0be",
        "day": date(2026, 11, 20),
        "subject": "风险 & 承诺",
        "company": "澄湖科技",
        "figures": {"figures/plan.svg": GANTT},
        "pictures": {"figures/site.png": PICTURE},
    }
    return Setting(language=language, **{**values, **changes})  # type: ignore[arg-type]  # fields by name


BLOCKS: tuple[Block, ...] = (
    heading(1, "云圃机械 · 技术风险备忘录", "title"),
    paragraph("客户：", Strong(inlines("云圃机械")), Break(), "“AI 平台”——", Emphasis(inlines("重点 and stress"))),
    heading(2, "一、总览", "总览"),
    paragraph("见 ", Link("#清单", "", inlines("清单")), "与 ", Link("https://example.com/a?b=1&c=2", "外部", inlines("接口"))),
    paragraph("R&D <b>", Code("a < b && c"), FootnoteMark(1), " 再次", FootnoteMark(1), state(Light.AMBER, "关注")),
    table(
        ("编号", "风险", "状态"),
        ("R1", "写回接口只支持旧版本", cell(state(Light.RED, "红"))),
        ("R2", cell("端口", Break(), "不足"), cell(state(Light.GREEN, "可控"))),
    ),
    table(("承诺", "条件"), ("K1", "提供型号表"), weights=(1, 3)),
    heading(3, "清单", "清单"),
    numbers(item("确认环境", numbers("申请账号", "开通 VPN"), paragraph("由何工签字。")), item("复核报价", bullets("硬件"))),
    bullets(item("已签收", checked=True), item("未更新", checked=False)),
    bullets("loose one", item("loose two", CodeBlock("nested code", "")), tight=False),
    numbers("third", item("fourth", table(("a", "b"), ("1", "2"))), start=3),
    CodeBlock("gateway:\n\tbuffer: 512   # 断网缓存", "yaml"),
    CodeBlock("second", ""),
    Quote((paragraph("明年预算"), Quote((paragraph("nested quote"),)), bullets("quoted item"))),
    *(Callout(kind, (paragraph(f"callout {kind}"), bullets(item("point", bullets("deep"))))) for kind in KINDS),
    Callout("caution", (paragraph("the same kind again"),)),
    Rule(),
    Figure("figures/plan.svg", "计划 \"A\" <甘特图>", "里程碑与当前状态"),
    Figure("figures/site.png", "现场照片", "2 号线电控柜"),
    Rule(),
    heading(2, "New page", "new-page"),
    heading(6, "Deepest", "deepest"),
    table(("only", "table"), ("at", "the end")),
)  # fmt: skip
NOTES = (
    Footnote(1, (paragraph("访谈 2026-11-18，", Link("https://example.com/note", "", inlines("原文"))), bullets("in a note"))),
)  # fmt: skip
EVERYTHING = Document(BLOCKS, NOTES)
