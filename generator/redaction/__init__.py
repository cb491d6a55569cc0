"""A copy of a workspace under other names, for demos and bug reports (CONFIDENTIALITY.md, "Repository").

What is decided once is in workbook, what is replaced within a text in redactor, and nothing is written before remains
has searched all of it. A copy is written anew from what was read: comments, a team's own keys, pictures, templates and
the records of briefs are not in it.
"""

from generator.redaction.copying import Copy, make_copy

__all__ = ["Copy", "make_copy"]
