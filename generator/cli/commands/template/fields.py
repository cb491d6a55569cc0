"""`presales template fields`: what a template or a base document may use, from the types that templates are handed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from generator.cli.help import Argument, Command, Option
from generator.cli.session import Session
from generator.cli.terminal import table
from generator.cli.values import OneOf
from generator.errors import Bilingual

if TYPE_CHECKING:
    from generator.build.offers import OfferedField, OfferedGroup, Offers
    from generator.templating.offers import Tool

# The names of build.offers.VIEWS, said here so that help and completion do not import it.
DOCUMENTS = ("retrospective", "risk-memo", "customer-memo", "digest", "brief", "diff")
_FORMATS = ("text", "json")
_MACROS = Bilingual("宏（blocks.md.j2）：", "Macros (blocks.md.j2):")
_FILTERS = Bilingual("过滤器：", "Filters:")
_TESTS = Bilingual("测试：", "Tests:")
_JINJA = Bilingual("Jinja 自带的", "Jinja's own")
_PLACEHOLDERS = Bilingual("基准文档的占位符：", "Placeholders of a base document:")
_WIDTH = 100


@click.pass_obj
def _fields(session: Session, /, *, document: str | None, format_name: str) -> int:
    from generator.build.offers import read_offers

    offers = read_offers((document,) if document else ())
    session.put(_json(offers) if format_name == "json" else "\n\n".join(_text(session, offers)))
    return 0


def _json(offers: Offers) -> str:
    """Of words in both languages an object each."""
    data: dict[str, Any] = asdict(offers)
    for document, offered in zip(data["documents"], offers.documents, strict=True):
        document["template"] = offered.template
    return json.dumps(data, ensure_ascii=False, indent=2)


def _text(session: Session, offers: Offers) -> Iterator[str]:
    for document in offers.documents:
        yield document.template
        for place, group in enumerate(document.groups):
            yield _group(session, group, "view" if place == 0 else group.name)
    yield table(session.word(_MACROS), [(f"{m.name}({m.takes})", m.meaning) for m in offers.macros], _WIDTH)
    yield _tools(session, _FILTERS, offers.filters)
    yield _tools(session, _TESTS, offers.tests)
    words = [(f"{{{{ {p.name} }}}}", session.word(p.meaning)) for p in offers.placeholders]
    yield table(session.word(_PLACEHOLDERS), words, _WIDTH)


def _group(session: Session, group: OfferedGroup, name: str) -> str:
    colon = session.word(Bilingual("：", ": ")) if group.meaning else ""
    return table(
        f"{name}{colon}{group.meaning}",
        [(field.name, _field(session, field)) for field in group.fields],
        _WIDTH,
    )


def _field(session: Session, field: OfferedField) -> str:
    kind = session.word(field.type)
    return (
        session.word(Bilingual(f"{kind}。{field.meaning}", f"{kind}; {field.meaning}"))
        if field.meaning
        else kind
    )


def _tools(session: Session, title: Bilingual, tools: tuple[Tool, ...]) -> str:
    ours = [(tool.name, tool.meaning) for tool in tools if tool.meaning]
    others = ", ".join(tool.name for tool in tools if not tool.meaning)
    return table(session.word(title), [*ours, (session.word(_JINJA), others)], _WIDTH)


COMMAND = Command(
    "fields",
    _fields,
    Bilingual(
        "列出模板能用的字段、宏、过滤器、测试，和基准文档的占位符。",
        "Lists the fields, macros, filters and tests that a template may use, and the placeholders of a base document.",
    ),
    more=Bilingual(
        "由程序里的类型得来，不会过时；说明是英文的。",
        "Taken from the types of the program, so that it is never out of date.",
    ),
    examples=("presales template fields risk-memo", "presales template fields --format json"),
    params=(
        Argument(
            "document",
            Bilingual(
                f"哪种文档：{'、'.join(DOCUMENTS)}；不写就是全部",
                f"which document: {', '.join(DOCUMENTS)}; else all",
            ),
            metavar="[DOCUMENT]",
            required=False,
            type=OneOf(*DOCUMENTS),
        ),
        Option(
            ["--format", "format_name"],
            Bilingual("text（缺省）或 json", "text (the default) or json"),
            type=OneOf(*_FORMATS),
            default="text",
            metavar="FORMAT",
        ),
    ),
)
