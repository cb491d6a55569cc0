"""presales.yaml as types: every key optional, unknown ones are errors (PRODUCT.md, "A workspace")."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.notes import codes
from generator.notes.codes import THEMES, Theme
from generator.source.fields import (
    Block,
    Currency,
    FieldError,
    Flag,
    Line,
    Quantity,
    Slug,
    key,
    one_of,
    read_day,
    required,
    text_of,
    whole,
)
from generator.workspace.codes import Format, Weekday
from generator.workspace.file_names import file_pattern


def _day_range(value: object) -> tuple[date, date]:
    first, dots, last = text_of(value).partition("..")
    start = read_day(first)
    end = read_day(last) if dots else start
    if end < start:
        raise FieldError(
            "date_order",
            Bilingual(f"{end} 早于 {start}", f"{end} is before {start}"),
            Bilingual("先写开始，再写结束", "the first day comes first"),
        )
    return start, end


DayRange = Annotated[
    tuple[date, date],
    PlainValidator(_day_range),
    WithJsonSchema({"type": "string"}),
    Bilingual("日期，或用 .. 连起来的两个", "a date, or two joined by .."),
]
IntelName = Annotated[codes.IntelName, *one_of(codes.IntelName)]
FormatName = Annotated[Format, *one_of(Format)]


class Holidays(Block):
    """The holiday file that `working_days.holidays` names."""

    off: tuple[DayRange, ...] = key("放假的日子", "days off", "[2026-10-01..2026-10-07]", default=())
    work: tuple[DayRange, ...] = key(
        "调休上班的日子", "make-up days on which people work", "[2026-10-10]", default=()
    )

    def off_days(self) -> frozenset[date]:
        return _days(self.off)

    def work_days(self) -> frozenset[date]:
        return _days(self.work)


def _days(ranges: tuple[tuple[date, date], ...]) -> frozenset[date]:
    return frozenset(
        start + timedelta(days=n) for start, end in ranges for n in range((end - start).days + 1)
    )


class Company(Block):
    name: Line | None = key("公司全称", "the company's name", "澄湖科技有限公司")
    short: Line | None = key("公司简称", "short name", "澄湖")


class Names(Block):
    note: Annotated[str, *file_pattern("id", "document", "lang", not_in_file_name="id")] = key(
        "单条记录的文档叫什么，在 output/ 下", "file names of documents of one note, under output/", '"{id}/{document}.{lang}"',
        default="{id}/{document}.{lang}",
    )  # fmt: skip
    digest: Annotated[str, *file_pattern("month", "lang")] = key(
        "月度摘要叫什么",
        "file names of digests",
        '"digests/{month}.{lang}"',
        default="digests/{month}.{lang}",
    )
    brief: Annotated[str, *file_pattern("date", "slug", "lang")] = key(
        "战前简报叫什么",
        "file names of briefs",
        '"briefs/{date}-{slug}.{lang}"',
        default="briefs/{date}-{slug}.{lang}",
    )


class WorkingDays(Block):
    weekend: tuple[Annotated[Weekday, *one_of(Weekday)], ...] = key(
        "周末是哪几天", "the days of the weekend", "[sat, sun]", default=(Weekday.SAT, Weekday.SUN)
    )
    holidays: Line | None = key(
        "节假日文件，相对于工作区", "holiday file, relative to the workspace", "holidays/2026.yaml"
    )


class Scores(Block):
    stage: Annotated[codes.Stage, *one_of(codes.Stage)] = key(
        "在哪个阶段打的分算数",
        "the stage at which scores count",
        "方案评估",
        default=codes.Stage.SOLUTION_EVALUATION,
    )
    min_days_before: Annotated[int, *whole(0, 365)] = key(
        "最晚在结果前几天打分", "days a score must precede the decision", "7", default=7
    )
    pair_within_days: Annotated[int, *whole(0, 365)] = key(
        "两方打分最多相隔几天", "days between the two sides' scores at most", "14", default=14
    )
    shadow_until: Annotated[int, *whole(0, 1000)] = key(
        "攒够多少对之前只看不用", "closed pairs before scores may decide anything", "30", default=30
    )
    require_proof: Flag = key(
        "没有 git 历史证明的分不算", "leave out scores that history does not prove", "false", default=False
    )


_REQUIRED_INTEL = tuple(name for name in codes.IntelName if name is not codes.IntelName.PROCUREMENT)


class IntelSettings(Block):
    required: tuple[IntelName, ...] = key(
        "报价前必须知道的情报",
        "what must be known before a quote",
        "[budget_ceiling, decision_chain]",
        default=_REQUIRED_INTEL,
    )


class GapWeights(Block):
    blocker: Quantity = key("阻断的权重", "weight of a blocker", "0.6", default=Decimal("0.6"))
    major: Quantity = key("重要的权重", "weight of a major gap", "0.3", default=Decimal("0.3"))
    minor: Quantity = key("一般的权重", "weight of a minor gap", "0.1", default=Decimal("0.1"))


class GapSettings(Block):
    weights: GapWeights = key(
        "产品缺口的权重", "weights of product gaps", "{blocker: 0.6}", factory=GapWeights
    )


class BriefWeights(Block):
    customer: Quantity = key("同一客户", "same customer", "4", default=Decimal(4))
    competitor: Quantity = key("同一竞品", "same competitor", "3", default=Decimal(3))
    industry: Quantity = key("同一行业", "same industry", "2", default=Decimal(2))
    product: Quantity = key("有共同产品", "a product in common", "2", default=Decimal(2))
    stage: Quantity = key("同一阶段", "same stage", "1", default=Decimal(1))
    theme: Quantity = key("主题正是现在缺的", "theme of what is missing now", "1", default=Decimal(1))


class BriefSettings(Block):
    weights: BriefWeights = key(
        "经验匹配的权重", "weights of matching", "{customer: 4}", factory=BriefWeights
    )
    half_life_months: Annotated[int, *whole(1, 240)] = key(
        "多少个月后减半", "months after which a match counts half", "18", default=18
    )
    max_lessons: Annotated[int, *whole(1, 50)] = key("最多几条经验", "lessons at most", "5", default=5)
    max_per_theme: Annotated[int, *whole(1, 50)] = key(
        "每个主题最多几条", "lessons of one theme at most", "2", default=2
    )


class Recurring(Block):
    engagements: Annotated[int, *whole(1, 100)] = key("至少几次支持", "engagements at least", "3", default=3)
    customers: Annotated[int, *whole(1, 100)] = key("至少几个客户", "customers at least", "2", default=2)
    months: Annotated[int, *whole(1, 60)] = key("在几个月之内", "within how many months", "6", default=6)


class DigestSettings(Block):
    window_months: Annotated[int, *whole(1, 60)] = key("统计窗口，月", "window in months", "12", default=12)
    recurring: Recurring = key(
        "怎样算反复出现", "what counts as recurring", "{engagements: 3}", factory=Recurring
    )


class ExtraTheme(Block):
    code: Slug = required("主题代码", "code of the theme", "localization")
    zh: Line = required("中文名", "Chinese label", "本地化")
    en: Line = required("英文名", "English label", "Localization")
    group: Annotated[codes.ThemeGroup, *one_of(codes.ThemeGroup)] = key(
        "所属的组", "its group", "方案", default=codes.ThemeGroup.OTHER
    )


class ThemeSettings(Block):
    extra: tuple[ExtraTheme, ...] = key(
        "团队自己的主题",
        "themes of the team's own",
        "[{code: localization, zh: 本地化, en: Localization}]",
        default=(),
    )


class Config(Block):
    """presales.yaml."""

    name: Line | None = key("工作区名称，显示在页眉", "name of the workspace, shown in headers", "青屿售前")
    language: Annotated[codes.NoteLanguage, *one_of(codes.NoteLanguage)] = key(
        "文档和模板记录的缺省语言",
        "default language of documents and scaffolds",
        "zh",
        default=codes.NoteLanguage.ZH,
    )
    currency: Currency = key("缺省币种", "default currency", "CNY", default="CNY")
    company: Company | None = key("我方公司", "our company", "{name: 澄湖科技, short: 澄湖}")
    formats: tuple[FormatName, ...] = key(
        "缺省写哪些格式", "formats written by default", "[md, docx]", default=(Format.MD, Format.DOCX)
    )
    names: Names = key(
        "输出文件的命名", "names of output files", '{note: "{id}/{document}.{lang}"}', factory=Names
    )
    working_days: WorkingDays = key("工作日", "working days", "{weekend: [sat, sun]}", factory=WorkingDays)
    scores: Scores = key("赢单评分的规则", "rules of win scores", "{stage: 方案评估}", factory=Scores)
    intel: IntelSettings = key(
        "情报清单", "the intelligence checklist", "{required: [budget_ceiling]}", factory=IntelSettings
    )
    gaps: GapSettings = key("产品缺口", "product gaps", "{weights: {blocker: 0.6}}", factory=GapSettings)
    brief: BriefSettings = key("战前简报", "the brief", "{max_lessons: 5}", factory=BriefSettings)
    digest: DigestSettings = key("月度摘要", "the digest", "{window_months: 12}", factory=DigestSettings)
    themes: ThemeSettings = key("经验主题", "lesson themes", "{extra: []}", factory=ThemeSettings)

    def all_themes(self) -> tuple[Theme, ...]:
        extra = tuple(Theme(theme.code, theme.zh, theme.en, theme.group) for theme in self.themes.extra)
        return (*THEMES, *extra)
