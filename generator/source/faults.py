"""What keeps a text from being read as a tree, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Bilingual
from generator.source.text import shown

_QUOTE_IT = Bilingual('给整个值加引号："…"', 'quote the whole value: "…"')


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at an offset of the text."""

    index: int
    code: str
    message: Bilingual
    suggestion: Bilingual | None = None
    key: str = ""


class SyntaxFaultError(Exception):
    """The parser gave up at index, for a reason in its own words, inside what opened at opened_at."""

    def __init__(self, index: int, reason: str, opened_at: int) -> None:
        super().__init__(reason)
        self.index = index
        self.reason = reason
        self.opened_at = opened_at


class RefusedFaultError(Exception):
    """Legal YAML that notes may not use."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault
        self.index = fault.index


def several_documents(index: int) -> Fault:
    return Fault(
        index,
        "several_documents",
        Bilingual("一个文件里有多份内容（中间有 ---）", "several documents in one file (separated by ---)"),
        Bilingual(
            "删掉这一行 ---；不同的记录各存一个文件",
            "delete this --- line; save each note as a file of its own",
        ),
    )


def too_deep(index: int, levels: int) -> Fault:
    return Fault(
        index,
        "too_deep",
        Bilingual(f"嵌套超过 {levels} 层", f"nested more than {levels} levels deep"),
        Bilingual("检查括号和缩进", "check the brackets and the indentation"),
    )


def too_many_values(index: int, most: int) -> Fault:
    return Fault(
        index,
        "too_many_values",
        Bilingual(f"文件里的值超过 {most:,} 个", f"the file holds more than {most:,} values"),
        Bilingual(
            "一次支持一个文件；把明细移到附件", "one engagement a file; move long lists to an attachment"
        ),
    )


def alias(index: int) -> Fault:
    return Fault(
        index,
        "alias",
        Bilingual(
            "值以 * 开头，YAML 会当作引用别处，记录里不能用",
            "the value starts with *, which YAML takes as a pointer to another place; notes have none",
        ),
        Bilingual(
            '是文字就加引号："*…"；是列表项就写「- 」',
            'quote it if it is text: "*…"; a list item starts with “- ”',
        ),
    )


def anchor(index: int) -> Fault:
    return Fault(
        index,
        "anchor",
        Bilingual(
            "值以 & 开头，YAML 会当作标记，记录里不能用",
            "the value starts with &, which YAML takes as a mark to point at; notes have none",
        ),
        _QUOTE_IT,
    )


def tag(index: int) -> Fault:
    return Fault(
        index,
        "tag",
        Bilingual(
            "值以 ! 开头，YAML 会当作类型标签，记录里不能用",
            "the value starts with !, which YAML takes as the name of a type; notes have none",
        ),
        _QUOTE_IT,
    )


def key_not_text(index: int) -> Fault:
    return Fault(
        index,
        "key_not_text",
        Bilingual(
            "冒号前面要是一个词，这里是括号或列表",
            "a word is expected before the colon, not brackets or a list",
        ),
        Bilingual(
            "写成 键: 值；文字以 { 或 [ 开头要加引号", "write key: value; quote text that starts with { or ["
        ),
    )


def duplicate_key(index: int, name: str) -> Fault:
    return Fault(
        index,
        "duplicate_key",
        Bilingual(f"键 {shown(name)} 在这里写了两次", f"the key {shown(name)} is written twice here"),
        Bilingual("两处合并成一处；没有合并前后一处不算", "merge the two; until then the second is not read"),
        name,
    )


# What the parser says where no single line explains it; of what never closes, the place where it opened is told.
_REASONS = (
    (
        "nesting depth",
        "too_deep",
        Bilingual("括号一层套一层，太深了", "brackets are nested too deep"),
        Bilingual("检查括号", "check the brackets"),
    ),
    (
        "end of stream",
        "unclosed_quote",
        Bilingual("这里开始的引号没有结束", "the quote that opens here is never closed"),
        Bilingual("补上结束的引号", "add the closing quote"),
    ),
    (
        "',' or",
        "unclosed_bracket",
        Bilingual("这里开始的括号没有结束", "the bracket that opens here is never closed"),
        Bilingual("补上 ] 或 }，各项之间用英文逗号", "add ] or }, with commas between the items"),
    ),
)


def unexplained(error: SyntaxFaultError) -> Fault:
    for words, code, message, suggestion in _REASONS:
        if words in error.reason:
            at = error.opened_at if code.startswith("unclosed") else error.index
            return Fault(at, code, message, suggestion)
    return Fault(
        error.index,
        "bad_yaml",
        Bilingual("从这里起读不下去", "the file cannot be read from here on"),
        Bilingual(
            "看这一行和上一行：同一级的键要对齐，列表项以「- 」开头，特殊文字加引号",
            "look at this line and the one before: keys of one level align, list items start with “- ”, "
            "special text is quoted",
        ),
    )
