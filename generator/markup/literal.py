"""Text that people wrote -> Markdown that reads as exactly that text, wherever a template prints it."""

from __future__ import annotations

import re
from html.entities import html5
from urllib.parse import quote

PUNCTUATION = r"!-/:-@\[-`{-~"
# Nothing to do for most texts; this is the whole cost for them.
SUSPECT = re.compile(r"[\\`*_\[\]<&#~|\t]|^[-+=>:^]|^[0-9]{1,9}[.)]|!\Z")
# What gets a back-slash. Neighbours matter: `10_min`, `5 * 3`, `<50 ms` and `R&D` need none.
MARKUP = re.compile(
    rf"""(?x)
    [`~|\[\]]
    | \\(?=[{PUNCTUATION}\t])
    | \*(?![ ]) | (?<![ ])\*
    | _+
    | <(?=[A-Za-z/!?]|\Z|[^\s<>]*@)
    | &(?P<entity>\#[0-9]+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*)(?:;|\Z)
    | !\Z
    | (?<=[ ])\#(?=\#*\Z)
    | ^(?: [>^] | [-+](?=[ ]|\Z) | \#(?=\#{{0,5}}(?:[ ]|\Z)) | =(?==*\Z) | [:-](?=[-: ]*\Z) )
    """
)
# No back-slash helps here: before the pipe of a table row it would escape the pipe, and a tab is no punctuation.
CHARACTERS = re.compile(r"\\\Z|\t")
NUMBER = re.compile(r"([0-9]{1,9})([.)])(?= |\Z)")
# GitHub makes links of bare addresses, with every back-slash in them.
ADDRESS = re.compile(r"(?i)(?:(https?|ftp)(:)(?=//)|(www)(\.))(?=[^ ]*(?:\\|&#))")
UNSAFE_IN_PATH = re.compile(r"[\x00-\x20\"#%&()<>?\[\\\]^`{|}\x7f]")


def escape_literal(text: str) -> str:
    """Markdown for one line of text without white space at its ends.

    Good at the start of a line or behind other text, in a table cell, heading, list item, quote, link text or
    alternative text, and between `**`. As few escapes as that allows, for the Markdown files are read by people too.
    """
    if SUSPECT.search(text) is None:
        return text
    escaped = CHARACTERS.sub(lambda match: f"&#{ord(match[0])};", MARKUP.sub(_escape, text))
    return ADDRESS.sub(
        r"\1\3\\\2\4", NUMBER.sub(r"\1\\\2", escaped, count=1) if text[0].isdigit() else escaped
    )


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "_":
        return found if _is_inside_word(match) else "\\_" * len(found)
    if (entity := match["entity"]) is not None and not entity.startswith("#") and f"{entity};" not in html5:
        return found
    return f"\\{found}"


def _is_inside_word(match: re.Match[str]) -> bool:
    text, (start, end) = match.string, match.span()
    return text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()


def escape_title(text: str) -> str:
    """Markdown for the text between the quotes of `[..](target "title")`."""
    return escape_literal(text).replace('"', '\\"')


def escape_target(path: str) -> str:
    """A path as target of a link or picture; only what would end or change the target is percent-encoded."""
    return UNSAFE_IN_PATH.sub(lambda match: quote(match[0], safe=""), path)
