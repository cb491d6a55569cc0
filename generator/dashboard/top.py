"""The whole of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from generator.dashboard.beside import OthersData
from generator.dashboard.deals import (
    ActionsData,
    CalibrationData,
    FocusData,
    GapData,
    IntelData,
    ReuseData,
)
from generator.dashboard.parts import (
    CommitmentsData,
    OverPromiseData,
    RepeatData,
    RequirementsData,
    RisksData,
    ThemeData,
)
from generator.dashboard.shape import schema_of, told
from generator.errors import Bilingual
from generator.insights.portfolio.selection import LeftOutReason
from generator.views.digest.subject import Audience

VERSION = 1


@dataclass(frozen=True, slots=True)
class LeftOutData:
    id: str | None = told("记录；受限的不写", "the note; null for restricted ones")
    reason: LeftOutReason = told("为什么没用", "why it was left out")


@dataclass(frozen=True, slots=True)
class NotesData:
    read: int = told("读到几条", "notes read")
    used: int = told("用了几条", "notes used")
    left_out: tuple[LeftOutData, ...] = told("没用的，一条不漏", "those left out, every one")


@dataclass(frozen=True, slots=True)
class DigestData:
    schema: int = told("这份数据结构的版本", "version of this shape")
    month: str = told("月份，或起止两天", "the month, or the first and the last day")
    as_of: date = told("说的是哪一天", "the day that it speaks for")
    audience: Audience = told("给谁看", "who reads it")
    notes: NotesData = told("用了哪些记录", "what it rests on")
    themes: tuple[ThemeData, ...] = told("经验的主题", "themes of lessons")
    repeats: tuple[RepeatData, ...] = told("整改后又犯的", "lessons that came back after a fix")
    commitments: CommitmentsData = told("承诺与兑现", "promises")
    over_promise: OverPromiseData = told("过度承诺", "over-promises")
    risks: RisksData = told("未了结的风险", "open risks")
    requirements: RequirementsData = told("落地要点", "prerequisites")
    calibration: CalibrationData = told("赢单评分校准", "calibration of win scores")
    gaps: tuple[GapData, ...] = told("产品缺口", "product gaps")
    intel: tuple[IntelData, ...] = told("情报缺口", "intelligence gaps")
    focus: tuple[FocusData, ...] = told("进行中的商机", "open deals")
    actions: ActionsData = told("经验的行动", "actions of lessons")
    reuse: ReuseData = told("经验复用", "lesson reuse")
    others: OthersData = told("其余各项", "all else")


TITLE = Bilingual("月度摘要的数据", "figures of a digest")


def render_digest_schema() -> str:
    """The JSON Schema of the data as a file."""
    return json.dumps(schema_of(DigestData, TITLE), ensure_ascii=False, indent=2) + "\n"
