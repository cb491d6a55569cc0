"""The closed values of presales.yaml."""

from __future__ import annotations

from generator.source.fields import Code


class Format(Code):
    """File formats that documents are written in."""

    MD = "md", "Markdown"
    DOCX = "docx", "Word"
    HTML = "html", "网页"
    PDF = "pdf", "PDF"


class Weekday(Code):
    """Days of the week; the order is Monday first, as `date.weekday` counts."""

    MON = "mon", "周一"
    TUE = "tue", "周二"
    WED = "wed", "周三"
    THU = "thu", "周四"
    FRI = "fri", "周五"
    SAT = "sat", "周六"
    SUN = "sun", "周日"
