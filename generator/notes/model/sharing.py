"""Pictures, and what the customer may see."""

from __future__ import annotations

from typing import Annotated

from generator.notes import codes
from generator.source.fields import Block, Day, Flag, Line, key, one_of, required


class Attachment(Block):
    file: Line = required("图片文件，相对于本记录", "picture, relative to this note", "pictures/line-3.png")
    caption: Line = required("图注", "caption", "三号线现场")
    shareable: Flag | None = key("是否可给客户看", "whether the customer may see it", "true")


class Allowed(Block):
    value: Line = required("放行的内容", "what may pass", "拓恩系统")
    reason: Line = required("为什么可以", "why", "客户自己写进了招标文件")


class CustomerShare(Block):
    approved_by: Line | None = key("谁批准对外", "who approved it", "周启")
    on: Day | None = key("批准的日期", "the day of the approval", "2026-06-01")
    allow: tuple[Allowed, ...] = key(
        "泄密检查放行的内容", "what the leak check may pass", "[{value: 拓恩系统, reason: …}]", default=()
    )
    include: tuple[Annotated[codes.ShareGroup, *one_of(codes.ShareGroup)], ...] = key(
        "批准后可写给客户的几类内容", "groups that the approval opens", "[金额]", default=()
    )
