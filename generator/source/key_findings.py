"""What is said about keys that are missing or that the format does not know."""

from __future__ import annotations

from difflib import get_close_matches

from generator.errors import Bilingual
from generator.source.fields import TEAM_PREFIX, Block
from generator.source.findings import Finding, Loc
from generator.source.keys import Group, Key, keys_of
from generator.source.mistakes import WRITE_COLON
from generator.source.text import shown

# No key of the format is longer; comparing megabytes would take minutes.
_LONGEST = 40


def missing_key(model: type[Block], loc: Loc) -> Finding:
    key = _keys_at(model, loc[:-1])[str(loc[-1])]
    return Finding(
        loc,
        "missing_key",
        Bilingual(
            f"缺少必填的 {key.name}（{key.meaning.zh}）",
            f"the required key {key.name} is missing ({key.meaning.en})",
        ),
        Bilingual(f"写 {key.name}: {key.example}", f"write {key.name}: {key.example}"),
    )


def unknown_key(model: type[Block], loc: Loc) -> Finding:
    name = str(loc[-1])
    if "：" in name:
        message = Bilingual(f"「{shown(name)}」里是全角冒号", f"a full-width colon in “{shown(name)}”")
        return Finding(loc, "full_width_colon", message, WRITE_COLON, on_key=True)
    message = Bilingual(f"不认识的键 {shown(name)}", f"unknown key {shown(name)}")
    return Finding(
        loc, "unknown_key", message, _instead(name, sorted(_keys_at(model, loc[:-1]))), on_key=True
    )


def meant_key(model: type[Block], loc: Loc) -> Loc:
    """The place of the key that an unknown one was meant to be; of the unknown one where none is near."""
    near = _nearest(str(loc[-1]), sorted(_keys_at(model, loc[:-1])))
    return (*loc[:-1], near) if near else loc


def _plain(name: str) -> str:
    return name.strip().strip("“”‘’\"'").replace("-", "_").lower()


def _nearest(name: str, known: list[str]) -> str | None:
    return next(iter(get_close_matches(_plain(name)[:_LONGEST], known, 1, 0.6)), None)


def _instead(name: str, known: list[str]) -> Bilingual:
    plain = _plain(name)
    if name != name.strip() and plain in known:
        return Bilingual(
            f"键的前后有全角空格；写 {plain}", f"there is a full-width space around the key; write {plain}"
        )
    near = _nearest(name, known)
    if near:
        return Bilingual(f"是不是 {near}？", f"did you mean {near}?")
    return Bilingual(
        f"这里可写：{'、'.join(known)}；自己团队的键以 {TEAM_PREFIX} 开头",
        f"known here: {', '.join(known)}; keys of your own start with {TEAM_PREFIX}",
    )


def _keys_at(model: type[Block], loc: Loc) -> dict[str, Key]:
    """The keys of the block that a path of keys and indexes leads to."""
    known = {key.name: key for key in keys_of(model)}
    for part in loc:
        item = known[part].item if isinstance(part, str) else None
        if isinstance(item, Group):
            known = {key.name: key for key in keys_of(item.block)}
    return known
