"""An explanation as plain text for the terminal: aligned whatever mixture of wide and narrow characters it has."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from generator.errors import Bilingual, Language
from generator.notes.explain import Explanation, Place, Value, ValueUse
from generator.source.keys import Group, Holds, Key, Several
from generator.source.schema import default_typed

_REQUIRED = Bilingual("必填", "required")
_YES, _NO = Bilingual("是", "yes"), Bilingual("否", "no")
# A star (★) is one column wide on some terminals and two on others.
_MARK = "*"
_MARKED = Bilingual("（* 必填）", " (* required)")
_HOLDS = Bilingual("写什么", "value")
_DEFAULT = Bilingual("缺省", "default")
_KEYS = Bilingual("里面的键", "its keys")
_EXAMPLE = Bilingual("例子", "example")
_GROUP = Bilingual("一组键", "a group of keys")
_THEME = Bilingual("主题，属于「{}」", "a theme, of the group “{}”")
_VALUE = Bilingual("可写的值", "a closed value")
_TAKEN_BY = Bilingual("用在", "taken by")
_ELSEWHERE = Bilingual("同名的键还有：", "keys of the same name:")
_AT_PLACES = Bilingual("「{}」出现在 {} 处：", "“{}” stands at {} places:")
_ASK = Bilingual("看其中一处：presales explain {}", "for one of them: presales explain {}")
_NOTHING = Bilingual("没有「{}」这个键或值", "there is no key or value “{}”")
_NEAR = Bilingual("，是不是 {}？", "; did you mean {}?")
_OR = Bilingual(" 或 ", " or ")

Row = tuple[str, list[str]]


def render_explanation(explanation: Explanation, language: Language) -> str:
    """Paragraphs with an empty line between them and a line end after the last."""
    blocks = [
        *("\n".join(_place(place, language)) for place in explanation.places),
        *("\n".join(_use(use, language)) for use in explanation.values),
    ]
    if explanation.others:
        blocks.append("\n".join(_others(explanation, language)))
    if not explanation.found:
        blocks.append(_nothing(explanation, language))
    return "\n\n".join(blocks) + "\n"


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _place(place: Place, language: Language) -> Iterator[str]:
    key = place.key
    yield f"{place.path} · {place.format.name.in_(language)}"
    yield from (f"  {meaning}" for meaning in _both(key.meaning, language))
    yield ""
    rows: list[Row] = [
        (_REQUIRED.in_(language), [(_YES if key.required else _NO).in_(language)]),
        (_HOLDS.in_(language), [_held(place, language), *_values(place)]),
    ]
    if key.default is not None:
        rows.append((_DEFAULT.in_(language), [default_typed(key.default)]))
    if place.keys:
        rows.append((_KEYS.in_(language), _table([_key_row(below, language) for below in place.keys])))
    rows.append((_EXAMPLE.in_(language), example_lines(place)))
    yield from _rows(rows)


def _held(place: Place, language: Language) -> str:
    words = holds_in_words(place.key.holds).in_(language)
    return words + _MARKED.in_(language) if place.keys else words


def _values(place: Place) -> list[str]:
    return [f"  {line}" for line in _table([_value_row(value) for value in place.values])]


def holds_in_words(holds: Holds) -> Bilingual:
    """What a key holds, in words: `a list of at least 1: a line of text`."""
    if isinstance(holds, Several):
        item = holds_in_words(holds.item)
        if holds.at_most:
            return Bilingual(f"正好 {holds.at_most} 项：{item.zh}", f"a list of {holds.at_most}: {item.en}")
        if holds.at_least:
            return Bilingual(
                f"列表，至少 {holds.at_least} 项：{item.zh}",
                f"a list of at least {holds.at_least}: {item.en}",
            )
        return Bilingual(f"列表：{item.zh}", f"a list: {item.en}")
    return _GROUP if isinstance(holds, Group) else holds.words


def example_lines(place: Place) -> list[str]:
    """The example of the key, typed where it stands in its file."""
    *above, name = place.path.split(".")
    lines = [f"{name}: {place.key.example}"]
    for part in reversed(above):
        inner = [f"  {line}" for line in lines]
        if part.endswith("[]"):
            inner = [f"  {'- ' if nth == 0 else '  '}{line}" for nth, line in enumerate(lines)]
        lines = [f"{part.removesuffix('[]')}:", *inner]
    return lines


def _both(wording: Bilingual, language: Language) -> tuple[str, str]:
    """Both wordings, the reader's own first."""
    return (wording.zh, wording.en) if language == "zh" else (wording.en, wording.zh)


def _value_row(value: Value) -> tuple[str, ...]:
    return (value.code, value.zh, value.en) if value.group else (value.code, value.zh)


def _key_row(key: Key, language: Language) -> tuple[str, ...]:
    return (_MARK if key.required else "", key.name, key.meaning.in_(language))


def _use(use: ValueUse, language: Language) -> Iterator[str]:
    value = use.value
    yield " · ".join(dict.fromkeys((value.code, value.zh, value.en)))
    kind = _THEME.in_(language).format(value.group.in_(language)) if value.group else _VALUE.in_(language)
    yield f"  {kind}"
    yield ""
    yield from _rows([(_TAKEN_BY.in_(language), _table([_place_row(p, language) for p in use.places]))])


def _others(explanation: Explanation, language: Language) -> Iterator[str]:
    places = explanation.others
    if explanation.places:
        yield _ELSEWHERE.in_(language)
    else:
        yield _AT_PLACES.in_(language).format(explanation.word, len(places))
    yield from (f"  {line}" for line in _table([_place_row(place, language) for place in places]))
    yield ""
    yield _ASK.in_(language).format(places[0].asked_as)


def _place_row(place: Place, language: Language) -> tuple[str, ...]:
    mark = _MARK if place.key.required else ""
    return (mark, place.path, place.key.meaning.in_(language))


def _nothing(explanation: Explanation, language: Language) -> str:
    text = _NOTHING.in_(language).format(explanation.word)
    if explanation.near:
        text += _NEAR.in_(language).format(_OR.in_(language).join(explanation.near))
    return text


def _rows(rows: list[Row]) -> Iterator[str]:
    """Labels in one column, what belongs to them beside it."""
    width = max(columns(label) for label, _ in rows)
    for label, lines in rows:
        for nth, line in enumerate(lines):
            yield f"  {_padded(label if nth == 0 else '', width)}  {line}"


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    """Cells in columns as wide as their widest; a column that is empty throughout is left out."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True) if width).rstrip()
        for row in rows
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
