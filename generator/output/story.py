"""What is said in one part of a .docx and how it is marked, in an order and words that saving it anew leaves alone."""

from __future__ import annotations

from dataclasses import dataclass

from generator.output.marks import MARKS, Style, marks_of
from generator.output.wordprocessing import read_elements

_PARTS = frozenset(
    ("tbl", "tr", "tc", "gridSpan", "vMerge", "ins", "del", "moveFrom", "moveTo", "drawing", "pict", "object",
     "footnoteReference", "endnoteReference", "commentReference", "pageBreakBefore")
)  # fmt: skip
_AT_START = ("start", "left", "both")
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WORKED_OUT = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "NOTEREF", "TOC", "DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Story:
    """The words of its paragraphs, these with everything else that counts, and the styles in use."""

    paragraphs: tuple[str, ...]
    marked: tuple[str, ...]
    styles: frozenset[Style]


@dataclass(slots=True)
class _Field:
    code: str = ""
    worked_out: bool = False


def read_story(xml: bytes, styles: dict[str, Style], targets: dict[str, str]) -> Story:
    """styles and targets (the ends of links) go by the ids that the part uses. Raises ExpatError and DoctypeError."""
    reader = _StoryReader(styles, targets)
    read_elements(xml, reader)
    return reader.finish()


class _StoryReader:
    def __init__(self, styles: dict[str, Style], targets: dict[str, str]) -> None:
        self.paragraphs: list[str] = []
        self.marked: list[str] = []
        self._styles = styles
        self._row_shades = {
            (mark,) for style in styles.values() for mark in style.marks if mark.startswith("shd=")
        }
        self._used: set[Style] = set()
        self._targets = targets
        self._fields: list[_Field] = []
        self._words: list[str] = []
        self._said: list[str] = []  # in a row, with the same marks
        self._marks: tuple[str, ...] = ()
        self._next_marks: list[str] = []
        self._inside = ""  # the element whose characters count
        self._run_style: Style | None = None
        self._in_run = False
        self._rows: list[int] = []  # of every table that is open

    def start(self, name: str, values: dict[str, str]) -> None:
        self._count_rows(name)
        if name == "r":
            self._in_run, self._next_marks, self._run_style = True, [], None
        elif name in ("t", "delText", "instrText"):
            self._inside = name
        elif name == "fldChar":
            self._turn_field(values.get("fldCharType", ""))
        elif name == "fldSimple":
            self._fields.append(_Field(values.get("instr", "")))
            self._turn_field("separate")
        elif self._in_run and name in MARKS:
            self._next_marks += self._marks_of(name, values)
        elif self._in_run and name == "rStyle":
            self._run_style = self._use_style(values)
        elif self._in_run and name in _BREAKS:
            self._say(_BREAKS[name])
        elif token := self._token(name, values):
            self._tell(token)

    def end(self, name: str) -> None:
        if name == self._inside:
            self._inside = ""
        elif name == "r":
            self._in_run = False
        elif name == "fldSimple":
            self._turn_field("end")
        elif name == "p" and not self._worked_out:
            self._end_paragraph()
        elif name == "tbl" and self._rows:
            self._rows.pop()
            self._tell("end of table")

    def text(self, data: str) -> None:
        if self._inside == "instrText" and self._fields:
            self._fields[-1].code += data
        elif self._inside in ("t", "delText"):
            self._say(data)

    def finish(self) -> Story:
        self._tell("end")
        return Story(tuple(self.paragraphs), tuple(self.marked), frozenset(self._used))

    @property
    def _worked_out(self) -> bool:
        return any(field.worked_out for field in self._fields)

    def _count_rows(self, name: str) -> None:
        if name == "tbl":
            self._rows.append(0)
        elif name == "tr" and self._rows:
            self._rows[-1] += 1

    def _token(self, name: str, values: dict[str, str]) -> str:
        value = values.get("val", "")
        match name:
            case "pStyle":
                return f"style {self._use_style(values).name}"
            case "jc" if value not in _AT_START:
                return f"aligned {value}"
            case "shd":  # of a paragraph or a cell
                return " ".join(self._marks_of(name, values))
            case "ilvl":
                return f"list {value}"
            case "hyperlink":
                return f"link {self._targets.get(values.get('id', ''), '')}"
            case _:
                return name if name in _PARTS else ""

    def _marks_of(self, name: str, values: dict[str, str]) -> tuple[str, ...]:
        """Without what LibreOffice copies from the style of a table into the cells of its first row."""
        marks = marks_of(name, values)
        copied = 1 in self._rows and (marks == ("b=on",) or (name == "shd" and marks in self._row_shades))
        return () if copied else marks

    def _use_style(self, values: dict[str, str]) -> Style:
        value = values.get("val", "")
        style = self._styles.get(value, Style(value, ()))
        self._used.add(style)
        return style

    def _turn_field(self, kind: str) -> None:
        """A field's code counts; what it worked out counts where nobody but a person changes it."""
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            code = self._fields[-1].code.split()
            self._tell(f"field {' '.join(code)}")
            self._fields[-1].worked_out = bool(code) and code[0].upper() in _WORKED_OUT
        elif self._fields and kind == "end":
            self._fields.pop()

    def _say(self, words: str) -> None:
        if self._worked_out:
            return
        style = self._run_style or Style("", ())  # marks that it has anyway count once
        marks = (style.name, *sorted(mark for mark in self._next_marks if mark not in style.marks))
        if marks != self._marks:
            self._flush()
            self._marks = marks
        self._said.append(words)
        self._words.append(words)

    def _tell(self, token: str) -> None:
        if not self._worked_out:
            self._flush()
            self.marked.append(token)

    def _flush(self) -> None:
        if self._said:
            self.marked.append(f"{' '.join(self._marks)}|{''.join(self._said)}")
            self._said.clear()

    def _end_paragraph(self) -> None:
        self._tell("end of paragraph")
        words = "".join(self._words).strip()
        self._words.clear()
        if words:
            self.paragraphs.append(words)
