"""What templates may use, as tables in Markdown for the pages under templates/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.build.offers import OfferedDocument, OfferedField, OfferedGroup, read_offers
from generator.errors import Bilingual, Language
from generator.templating.offers import Tool
from tools.key_tables import markdown_table

_FIELD_HEADS = Bilingual("字段|类型|说明", "Field|Type|Meaning")
_NAME_HEADS = Bilingual("写法|说明", "Name|Meaning")
_PLACEHOLDERS = Bilingual("基准文档的占位符", "Placeholders of a base document")
_MACROS = Bilingual("宏，在 `blocks.md.j2` 里", "Macros, in `blocks.md.j2`")
_FILTERS = Bilingual("过滤器", "Filters")
_TESTS = Bilingual("测试", "Tests")
_JINJA = Bilingual("Jinja 自带的：", "Jinja's own: ")


def render_offers(language: Language) -> str:
    """Placeholders, macros, filters and tests, then document by document what `view` holds."""
    offers = read_offers()
    placeholders = [(f"`{{{{ {p.name} }}}}`", p.meaning.in_(language)) for p in offers.placeholders]
    macros = [(f"`{macro.name}({macro.takes})`", macro.meaning) for macro in offers.macros]
    blocks = [
        _section(_PLACEHOLDERS, _table(_NAME_HEADS, placeholders, language), language),
        _section(_MACROS, _table(_NAME_HEADS, macros, language), language),
        _section(_FILTERS, _tools(offers.filters, language), language),
        _section(_TESTS, _tools(offers.tests, language), language),
        *(block for document in offers.documents for block in _document(document, language)),
    ]
    return "\n\n".join(blocks)


def _section(title: Bilingual, text: str, language: Language) -> str:
    return f"## {title.in_(language)}\n\n{text}"


def _tools(tools: tuple[Tool, ...], language: Language) -> str:
    ours = [(f"`{tool.name}`", tool.meaning) for tool in tools if tool.meaning]
    others = ", ".join(f"`{tool.name}`" for tool in tools if not tool.meaning)
    return f"{_table(_NAME_HEADS, ours, language)}\n\n{_JINJA.in_(language)}{others}"


def _document(document: OfferedDocument, language: Language) -> Iterator[str]:
    yield f"## `{document.template}`"
    for place, group in enumerate(document.groups):
        title = f"### `view`: {group.name}" if place == 0 else f"### {group.name}"
        meaning = f"{_plain(group.meaning)}\n\n" if group.meaning else ""
        yield f"{title}\n\n{meaning}{_fields(group, language)}"


def _fields(group: OfferedGroup, language: Language) -> str:
    return _table(_FIELD_HEADS, [_row(field, language) for field in group.fields], language)


def _row(field: OfferedField, language: Language) -> tuple[str, str, str]:
    return f"`{field.name}`", field.type.in_(language), _plain(field.meaning)


def _plain(text: str) -> str:
    return text.replace("<", "\\<")


def _table(heads: Bilingual, rows: Sequence[tuple[str, ...]], language: Language) -> str:
    return markdown_table(tuple(heads.in_(language).split("|")), rows)
