"""Word files made on a company's base document, read again by a program that is not ours: python-docx.

It knows nothing of how we write, so that what it sees is what others will see.
"""

from generator.rereading.bases import reread_base
from generator.rereading.comparing import find_differences
from generator.rereading.seen import Seen, UnreadableError, read_docx

__all__ = ["Seen", "UnreadableError", "find_differences", "read_docx", "reread_base"]
