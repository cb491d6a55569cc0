"""The files that a person starts from: a commented note, and the files of a new workspace."""

from generator.scaffold.note import Start, render_note
from generator.scaffold.workspace import CI_SYSTEMS, workspace_files

__all__ = ["CI_SYSTEMS", "Start", "render_note", "workspace_files"]
