"""The table of what `presales digest --format json` prints."""

from __future__ import annotations

from generator.dashboard import DigestData, FieldRow, rows_of
from generator.errors import Bilingual, Language

_HEADS = (Bilingual("键", "Key"), Bilingual("类型", "Kind"), Bilingual("意思", "Meaning"))


def render_digest_keys(language: Language) -> str:
    head = " | ".join(words.in_(language) for words in _HEADS)
    lines = [f"| {head} |", "|---|---|---|", *(_line(row, language) for row in rows_of(DigestData))]
    return "\n".join(lines)


def _line(row: FieldRow, language: Language) -> str:
    meaning = row.meaning.in_(language)
    if row.values:
        colon = "：" if language == "zh" else ": "
        meaning += colon + ", ".join(f"`{value}`" for value in row.values)
    return f"| `{row.path}` | {row.kind} | {meaning} |"
