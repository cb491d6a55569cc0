"""The figures of a digest as data for dashboards: shape and meaning in INSIGHTS.md, "The figures as data"."""

from generator.dashboard.digest import digest_data
from generator.dashboard.shape import FieldRow, render_json, rows_of
from generator.dashboard.top import DigestData, render_digest_schema

__all__ = ("DigestData", "FieldRow", "digest_data", "render_digest_schema", "render_json", "rows_of")
