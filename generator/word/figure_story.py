"""Figures in the text: a native table or chart, or a picture, and the caption below."""

from __future__ import annotations

from generator.document import Figure
from generator.document.wording import FIGURE_WORD, MissingPictureError
from generator.figures.gantt import Gantt
from generator.figures.risk_map import RiskMap
from generator.word import styles
from generator.word.charts import render_native_chart
from generator.word.draft import Draft
from generator.word.flow import HEADING, TABLE, Flow, Place
from generator.word.formatting import paragraph_properties
from generator.word.gantt_table import render_gantt
from generator.word.pictures import render_picture
from generator.word.risk_map_table import render_risk_map
from generator.word.runs import field, run, text_runs

_EM_SPACE = "\u2003"


def write_figure(figure: Figure, flow: Flow, place: Place) -> None:
    """A native table or chart where the figure's data are known, else a picture; the caption below keeps to it."""
    draft = flow.draft
    data = draft.setting.figures.get(figure.path)
    match data:
        case Gantt():
            flow.table(render_gantt(figure, data, draft, place.indent))
            flow.frame = HEADING if figure.caption else TABLE  # the caption follows without a gap
        case RiskMap():
            flow.table(render_risk_map(figure, data, draft, place.indent))
            flow.frame = HEADING if figure.caption else TABLE
        case None:
            _write_drawing(_render_picture(figure, draft, place.indent), flow, place)
        case _:
            _write_drawing(render_native_chart(figure, data, draft, place.indent), flow, place)
    if figure.caption:
        _write_caption(figure.caption, flow, place)


def _render_picture(figure: Figure, draft: Draft, indent: int) -> str:
    picture = draft.setting.pictures.get(figure.path)
    if picture is None:
        raise MissingPictureError(figure.path)
    return render_picture(picture, figure.alt, draft, draft.text_width - indent)


def _write_drawing(content: str, flow: Flow, place: Place) -> None:
    flow.paragraph(paragraph_properties(flow.draft.base.style(styles.FIGURE), indent=place.indent), content)


def _write_caption(caption: str, flow: Flow, place: Place) -> None:
    word = FIGURE_WORD.in_(flow.draft.setting.language)
    number = field(f"SEQ {word} \\* ARABIC", str(next(flow.draft.figures)))
    properties = paragraph_properties(flow.draft.base.style(styles.CAPTION), indent=place.indent)
    flow.paragraph(properties, f"{run(f'{word} ', '')}{number}{text_runs(_EM_SPACE + caption)}")
