"""JSON Schema of a group of keys, as editors use it: VS Code's YAML extension reads draft 7 best.

A key without a value is `null` to an editor and the same as leaving it out, so optional keys take null.
`patternErrorMessage`, `enumDescriptions` and `markdownDescription` are words that this extension knows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.errors import Bilingual
from generator.source.fields import Block
from generator.source.keys import Group, Holds, Key, Scalar, keys_of

DRAFT = "http://json-schema.org/draft-07/schema#"
TEAM_KEYS_MEANING = Bilingual(
    "团队自己的键，原样交给模板", "a key of the team's own, handed to templates as it is"
)
Schema = dict[str, Any]


def root_schema(block: type[Block], title: Bilingual, definitions: Mapping[str, Schema]) -> Schema:
    """The schema of a whole file. definitions holds what kinds of values name as `#/definitions/…`."""
    head = {"$schema": DRAFT, "title": both(title)}
    return head | _block(block, definitions)


def both(wording: Bilingual) -> str:
    return f"{wording.zh} · {wording.en}"


def _block(block: type[Block], definitions: Mapping[str, Schema]) -> Schema:
    keys = keys_of(block)
    needed = [key.name for key in keys if key.required]
    return {
        "type": "object",
        "properties": {key.name: _key(key, definitions) for key in keys},
        **({"required": needed} if needed else {}),
        "patternProperties": {"^x-": {"description": both(TEAM_KEYS_MEANING)}},
        "additionalProperties": False,
    }


def _key(key: Key, definitions: Mapping[str, Schema]) -> Schema:
    holds = _holds(key.holds, key, definitions)
    if not key.required:
        holds = _or_null(holds)
    told = {"description": _description(key), "markdownDescription": _markdown(key)}
    return told | holds | ({} if key.default is None else {"default": _plain(key.default)})


def _holds(holds: Holds, key: Key, definitions: Mapping[str, Schema]) -> Schema:
    if isinstance(holds, Scalar):
        return _scalar(holds, key, definitions)
    if isinstance(holds, Group):
        return _block(holds.block, definitions)
    bounds = {"minItems": holds.at_least, "maxItems": holds.at_most}
    items = {"type": "array", "items": _holds(holds.item, key, definitions)}
    return items | {name: number for name, number in bounds.items() if number}


def _scalar(scalar: Scalar, key: Key, definitions: Mapping[str, Schema]) -> Schema:
    schema = dict(scalar.schema)
    if "$ref" in schema:
        schema = dict(definitions[schema["$ref"].rpartition("/")[2]])
    if "pattern" in schema or "anyOf" in schema:
        schema["patternErrorMessage"] = both(_expected(scalar, key, schema))
    return schema


def _expected(scalar: Scalar, key: Key, schema: Schema) -> Bilingual:
    """What an editor says of a text that its key cannot hold."""
    if "anyOf" in schema:
        listed = dict.fromkeys(schema["anyOf"][0]["enumDescriptions"])
        return Bilingual(f"可写：{'、'.join(listed)}", f"write one of: {', '.join(listed)}")
    return Bilingual(
        f"这里要：{scalar.words.zh}，如 {key.example}", f"expected: {scalar.words.en}, such as {key.example}"
    )


def _or_null(schema: Schema) -> Schema:
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return schema | {"type": [*kinds, "null"]}


def _description(key: Key) -> str:
    star = "★ " if key.required else ""
    return f"{star}{both(key.meaning)}\n{key.name}: {key.example}"


def _markdown(key: Key) -> str:
    star = "★ 必填 required\n\n" if key.required else ""
    return f"{star}{key.meaning.zh}\n\n{key.meaning.en}\n\n```yaml\n{key.name}: {key.example}\n```"


def render_schema_file(schema: Schema) -> str:
    """JSON two spaces deep, characters as they are, a line end."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def default_typed(value: Any) -> str:
    """A default as one types it in YAML."""
    plain = _plain(value)
    return f"[{', '.join(plain)}]" if isinstance(plain, list) else json.dumps(plain).strip('"')


def _plain(value: Any) -> Any:
    """A default as JSON has it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return str(value) if isinstance(value, str) else value
