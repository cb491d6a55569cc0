"""`presales template`: a team's own templates, labels and Word design."""

from __future__ import annotations

from generator.cli.group import Group
from generator.errors import Bilingual

COMMANDS = {
    "lint": Bilingual("检查模板、词条和 Word 基准文档", "check templates, labels and Word base documents"),
    "export": Bilingual("取出内置的一套，从它改起", "get the built-in ones to start from"),
    "fields": Bilingual("模板和基准文档里能用什么", "what templates and base documents may use"),
}

COMMAND = Group(
    "template",
    "generator.cli.commands.template",
    COMMANDS,
    Bilingual(
        "团队自己的模板、词条和 Word 基准文档，放在工作区的 templates/ 里，取代同名的内置文件。",
        "A team's own templates, labels and Word base documents: in templates/ of the workspace they take the place of "
        "the built-in files of the same name.",
    ),
    examples=(
        "presales template export",
        "presales template lint",
        "presales template fields risk-memo",
    ),
)
