"""Targets that a Word file may point to: what System.Uri, through which Word opens the package, accepts."""

from __future__ import annotations

import re
from urllib.parse import quote

LONGEST = 2078  # Word refuses longer ones
_ILLEGAL = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+|%(?![0-9A-Fa-f]{2})")
_ALLOWED = re.compile(
    r"https?://(?:[^/?#@]*@)?[A-Za-z0-9](?:[A-Za-z0-9\-_.]*[A-Za-z0-9])?(?::[0-9]{1,4})?(?:[/?#].*)?"
    r"|mailto:[^:/?#@]+@[^:/?#@]+(?:\?.*)?"
    r"|tel:[0-9+*().\-]+",
    re.IGNORECASE,
)


def external_target(target: str) -> str:
    """Percent-encoded; empty for what may not be linked (another scheme, a file, a host that is none, too long)."""
    encoded = _ILLEGAL.sub(lambda match: quote(match[0], safe=""), target.strip())
    place, hash_sign, fragment = encoded.partition("#")
    encoded = place + hash_sign + fragment.replace("#", "%23")
    return encoded if len(encoded) <= LONGEST and _ALLOWED.fullmatch(encoded) else ""
