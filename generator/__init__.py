"""presales: one YAML note per engagement in, retrospectives, memos, digests and briefs out."""

__version__ = "0.1.0"
