"""A small format for tests of what every format does."""

from __future__ import annotations

from enum import unique
from typing import Annotated

from generator.source.fields import (
    Block,
    Code,
    Day,
    Flag,
    Line,
    Lines,
    LocalId,
    Money,
    ProseText,
    key,
    one_of,
    required,
    whole,
)

Minutes = Annotated[int, *whole(0, 60)]


@unique
class Colour(Code):
    RED = "red", "红"
    DARK_BLUE = "dark_blue", "深蓝"


class Part(Block):
    name: Line = required("名称", "the name", "轮子")
    colour: Annotated[Colour, *one_of(Colour)] | None = key("颜色", "the colour", "红")


class Thing(Block):
    id: LocalId = required("编号", "the id", "K1")
    text: ProseText | None = key("说明", "what it is", "一句话")
    made_on: Day | None = key("哪天", "the day", "2026-05-20")
    price: Money | None = key("价格", "the price", "118万")
    sold: Flag | None = key("卖了没有", "whether sold", "true")
    where: Lines = key("在哪里", "where", "[甲, 乙]", default=())
    split: tuple[Minutes, Minutes, Minutes] | None = key("三段", "three parts", "[1, 2, 3]")
    main: Part | None = key("主要部件", "the main part", "{name: 轮子}")
    parts: tuple[Part, ...] = required("部件", "the parts", "[{name: 轮子}]", min_length=1)
