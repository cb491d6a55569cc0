"""A new note: the required keys with something to fill in, the others as comments that teach the format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.errors import Language
from generator.notes.model import Engagement
from generator.notes.model.people import Stakeholder
from generator.scaffold.examples import EXAMPLES_EN, EXAMPLES_ZH
from generator.source.fields import quoted
from generator.source.keys import Key, keys_of

TO_FILL = {"zh": "待补充", "en": "TODO"}
FIRST_STEP_DAYS = 7
# Texts that YAML takes as they are, wherever they stand.
_PLAIN = re.compile(r"[^\W_][\w /+.·（）()-]*", re.UNICODE)
_NO_TEXT = re.compile(r"(?i)(?:true|false|yes|no|on|off|null|~|[\d.,_:-]+)\Z")
_HEAD = {
    "zh": (
        "# 售前支持记录：一次支持（一个商机）一个文件，提交到 git。",
        "# ★ 必填，约十分钟。其余的去掉行首的「# 」就能写，写了就进入对应的文档。",
        "# 「未知」是合格答案：status: 未知 表示知道要问、还没问到；不写表示没想过。",
        "# 查一个键的含义和可写的值：presales explain stage",
    ),
    "en": (
        "# A presales note: one engagement (one opportunity) a file, kept in git.",
        "# ★ is required, about ten minutes. Take the “# ” away from the others to use them.",
        "# “unknown” is a good answer: it says that we know what to ask. Leaving a key out says nobody thought of it.",
        "# What a key means and may hold: presales explain stage",
    ),
}


@dataclass(frozen=True, slots=True)
class Start:
    """What is known before the first line is typed; texts are empty where nobody said."""

    id: str
    day: date
    language: Language
    presales: str = ""
    sales: str = ""
    customer: str = ""
    alias: str = ""
    industry: str = ""
    region: str = ""
    products: tuple[str, ...] = ()
    people: tuple[Stakeholder, ...] = field(default=())


def render_note(start: Start) -> str:
    """YAML that reads without an error; `check` hints at what is still to fill in."""
    written = _written(start)
    lines = [*_HEAD[start.language], ""]
    for key in keys_of(Engagement):
        lines += written[key.name] if key.name in written else _commented(key, start.language)
    return "\n".join(lines) + "\n"


def _written(start: Start) -> dict[str, list[str]]:
    """The lines of the keys that are not comments."""
    to_fill, w = TO_FILL[start.language], _meanings(start.language)
    due = start.day + timedelta(days=FIRST_STEP_DAYS)
    is_zh = start.language == "zh"
    products = ", ".join(_typed(product) for product in start.products) or to_fill
    lines = {
        "schema": ["schema: 1"],
        "id": [f"id: {start.id}{w['id']}"],
        "presales": [f"presales: {_typed(start.presales) or to_fill}{w['presales']}"],
        "sales": [f"sales: {_typed(start.sales) or to_fill}{w['sales']}"],
        "date": [f"date: {start.day}{w['date']}"],
        "products": [f"products: [{products}]{w['products']}"],
        "customer": _customer(start, w["customer"]),
        "goal": [f"goal: {to_fill}{w['goal']}"],
        "result": [f"result: {to_fill}{w['result']}"],
        "needs": [f"needs:{w['needs']}", f"  - surface: {to_fill}", *_example(_NEED[start.language], 4)],
        "commitments": [f"commitments: []{w['commitments']}", *_example(_PROMISE[start.language], 2)],
        "lessons": [
            f"lessons:{w['lessons']}",
            f"  - kind: {'改进' if is_zh else 'improve'}",
            f"    theme: {'情报不全' if is_zh else 'intel_gap'}",
            f"    text: {to_fill}",
            *_example(_LESSON[start.language], 4),
        ],
        "next_steps": [
            f"next_steps:{w['next_steps']}",
            f"  - {{what: {to_fill}, owner: {_typed(start.presales) or to_fill}, due: {due}}}",
        ],
        "outcome": [f"outcome: {{status: {'进行中' if is_zh else 'open'}}}{w['outcome']}"],
    }
    if start.language == "en":
        lines["language"] = ["language: en"]
    if start.people:
        lines["stakeholders"] = _people(start.people, w["stakeholders"])
    return lines


_NEED = {
    "zh": ("middle: 设备综合效率要到 78%", "deep: 怕被降级后丢订单份额", "said: 想把设备管起来、看得见"),
    "en": (
        "middle: effectiveness of 78 %",
        "deep: afraid to lose orders",
        "said: we want to see our machines",
    ),
}
_PROMISE = {
    "zh": (
        "- {said: 会后给书面答复, class: 不确定, made_by: 林岚, made_on: 2026-05-20}  # 写在 commitments: 下面，并去掉 []",
    ),
    "en": (
        (
            "- {said: a written answer, class: uncertain, made_by: Lin Lan, made_on: 2026-05-20}"
            "  # below commitments:, without its []"
        ),
    ),
}
_LESSON = {
    "zh": ("when: 任何报价之前", "action: {what: 清单加预算一项, owner: 林岚, due: 2026-06-15}"),
    "en": (
        "when: before any quote",
        "action: {what: add the budget to the list, owner: Lin Lan, due: 2026-06-15}",
    ),
}


def _meanings(language: Language) -> dict[str, str]:
    """The comment behind each key: a star where it is required, and what it holds."""
    return {
        key.name: f"  # {'★ ' if key.required else ''}{key.meaning.in_(language)}"
        for key in keys_of(Engagement)
    }


def _customer(start: Start, meaning: str) -> list[str]:
    to_fill = TO_FILL[start.language]
    lines = [f"customer:{meaning}", f"  name: {_typed(start.customer) or to_fill}"]
    lines.append(f"  industry: {_typed(start.industry) or to_fill}")
    for name, text in (("alias", start.alias), ("region", start.region)):
        if text:
            lines.append(f"  {name}: {_typed(text)}")
    return lines


def _people(people: tuple[Stakeholder, ...], meaning: str) -> list[str]:
    lines = [f"stakeholders:{meaning}"]
    for person in people:
        pairs = [f"role: {_typed(person.role)}"]
        pairs += [f"name: {_typed(person.name)}"] if person.name else []
        pairs += [f"decision_role: {person.decision_role.value}"] if person.decision_role else []
        pairs += [f"corner: {person.corner.value}"] if person.corner else []
        lines.append(f"  - {{{', '.join(pairs)}}}")
    return lines


def _example(texts: tuple[str, ...], indent: int) -> list[str]:
    """Taking the `# ` away leaves each at its indentation."""
    return [f"# {' ' * indent}{text}" for text in texts]


def _commented(key: Key, language: Language) -> list[str]:
    examples = EXAMPLES_EN if language == "en" else EXAMPLES_ZH
    return [f"# {key.name}: {examples.get(key.name, key.example)}  # {key.meaning.in_(language)}"]


def _typed(text: str) -> str:
    """The text as a value that reads back as it is; empty stays empty."""
    if not text or (_PLAIN.fullmatch(text) and not _NO_TEXT.fullmatch(text)):
        return text
    return quoted(text)
