"""The dialect's XHTML -> the body of a page; templates/page.html.j2 is the shell around it."""

from generator.document.wording import MissingPictureError
from generator.html.embedding import embed
from generator.html.furnishing import furnish
from generator.html.headings import ContentsEntry, contents

__all__ = ["ContentsEntry", "MissingPictureError", "contents", "embed", "furnish"]
