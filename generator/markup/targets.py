"""Where links and pictures may point, and how their addresses are written in XHTML."""

from __future__ import annotations

import re
from urllib.parse import quote

LINK_SCHEMES = ("http", "https", "mailto", "tel")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Reserved characters and `%` stay: what is percent-encoded already is not encoded twice.
KEPT = "!#$%&'()*+,-./:;=?@_~"


def scheme_of(target: str) -> str:
    """The lower-case scheme, empty for `#anchor` and for relative paths."""
    match = SCHEME.match(target)
    return match.group(1).lower() if match else ""


def is_link_target(target: str) -> bool:
    """Whether the dialect allows a link to go there."""
    return target.startswith("#") or scheme_of(target) in LINK_SCHEMES


def is_picture_path(target: str) -> bool:
    """Whether target is a path relative to the document, below its folder (and not on another machine)."""
    leaves = ".." in re.split(r"[/\\]", target)
    return bool(target) and not leaves and not scheme_of(target) and not target.startswith(("/", "\\", "#"))


def is_harmless(target: str) -> bool:
    """Whether a browser may be handed the target at all: `javascript:` and its kind are left as text."""
    return not scheme_of(target) or scheme_of(target) in LINK_SCHEMES


def encoded_target(target: str) -> str:
    """Percent-encoded; anchors of this document stay readable, as heading ids are not encoded either."""
    return target if target.startswith("#") else quote(target, safe=KEPT)
