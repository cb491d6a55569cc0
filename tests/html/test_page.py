"""templates/page.html.j2 around a document that has everything in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.errors import LANGUAGES, Language
from generator.figures.gantt import Gantt, GanttBar
from generator.figures.svg import render_svg
from generator.html import ContentsEntry, contents, embed, furnish
from generator.markup import render_xhtml
from generator.pictures import Picture
from generator.states import COLOURS, Light
from tests.figures.test_colours import luminance
from tests.html.reading import Page
from tools import base_styles

TEMPLATES = Path(__file__).parents[2] / "templates"
SHELL = Environment(
    autoescape=True,
    undefined=StrictUndefined,
    loader=FileSystemLoader(TEMPLATES),
    trim_blocks=True,
    lstrip_blocks=True,
).get_template("page.html.j2")
SOURCE = (TEMPLATES / "page.html.j2").read_text(encoding="utf-8")

AWKWARD = ("R&D <b> \"quoted\" 'single'", "“技术上你们更好”——信息部", "{{ 7 * 7 }} {% raw %}", "a\u00a0b\u3000c é 𠮷 👍", "</style></main>&amp;")  # fmt: skip
EVERYTHING = """\
# 云圃机械 · 报告

AWKWARD-TEXT

## 一页结论

> [!IMPORTANT]
> **失单** 与 *重点*

| 编号 | 状态 | 内容 |
|:--|---:|--------|
| K1 | **■ 超期** | 内容[^1] |

- [x] done
- [ ] open
    1. nested

---

## Risks & <prerequisites>

![计划](figures/plan.svg "里程碑")

![现场](figures/site.png)

### 配置

```yaml
tags: [R&D, "<line-2>"]
```

> quote with a [link](https://example.com/a?b=1&c=2) and [another](#一页结论)

[^1]: 依据会议纪要
"""
GANTT = Gantt(
    bars=(GanttBar("R&D <b>", date(2026, 8, 17), date(2026, 9, 6), Light.RED, "late"),),
    today=date(2026, 8, 20),
    today_word="今天",
    heads=("里程碑", "日期", "状态"),
)


@dataclass(frozen=True, slots=True)
class Shell:
    """What the page shell is given."""

    language: Language = "zh"
    title: str = "报告 & <R>"
    label: str = "内部资料"
    generated_from: str = "依据 2026-05-yunpu@3f9a1c22d0be"
    body: Markup = field(default_factory=lambda: Markup("<p>text</p>"))
    contents: tuple[ContentsEntry, ...] = ()
    contents_word: str = "目录"

    def render(self) -> str:
        return SHELL.render(page=self)


def everything(language: Language = "zh") -> str:
    literal = "  \n".join(re.sub(r"([\\`*_{}\[\]<>&#|!\"'/-])", r"\\\1", text) for text in AWKWARD)
    xhtml = render_xhtml(EVERYTHING.replace("AWKWARD-TEXT", literal))
    pictures = {"figures/site.png": Picture(b"\x89PNG", "png", 4, 2)}
    body = embed(furnish(xhtml, language), {"figures/plan.svg": render_svg(GANTT, "计划")}, pictures)
    return Shell(language=language, body=Markup(body), contents=contents(xhtml)).render()


def parsed(page: str) -> Element:
    return fromstring(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_well_formed_and_names_its_language(language: Language) -> None:
    root = parsed(everything(language))

    assert root.get("lang") == {"zh": "zh-CN", "en": "en"}[language]
    assert root.findtext("head/title") == "报告 & <R>"


def test_landmarks_are_there_once() -> None:
    page = Page(everything())

    assert [tag for tag, _ in page.tags if tag in ("header", "nav", "main", "footer", "h1")] == [
        "header",
        "nav",
        "main",
        "h1",
        "footer",
    ]
    assert page.all("a")[0]["href"] == "#" + page.all("main")[0]["id"]


@pytest.mark.parametrize("text", AWKWARD)
def test_any_text_is_in_the_page_as_written(text: str) -> None:
    assert text in Page(everything()).text


def test_every_part_of_the_document_is_in_the_page() -> None:
    text = Page(everything()).text
    parts = [
        "失单",
        "重点",
        "■ 超期",
        "done",
        "nested",
        "里程碑",
        'tags: [R&D, "<line-2>"]\n',
        "依据会议纪要",
        "quote",
    ]

    assert [part for part in parts if part not in text] == []


def test_label_and_origin_are_shown() -> None:
    root = parsed(everything())

    assert root.findtext("body/header/div/span[@class='label']") == "内部资料"
    assert root.findtext("body/footer/p") == "依据 2026-05-yunpu@3f9a1c22d0be"


def test_what_is_empty_leaves_nothing_behind() -> None:
    page = Page(Shell(label="", generated_from="").render())

    assert [tag for tag, _ in page.tags if tag in ("nav", "footer")] == []
    assert [span["class"] for span in page.all("span")] == ["running-title"]


def test_text_given_to_the_shell_is_never_markup() -> None:
    entry = ContentsEntry(2, "<b>&", 'a"b')
    shell = Shell(
        title="</title><script>", label="<i>", generated_from="<u>&", contents=(entry,), contents_word='"<'
    )
    page = Page(shell.render())

    assert [tag for tag, _ in page.tags if tag in ("b", "script", "i", "u")] == []
    assert page.all("nav")[0]["aria-label"] == '"<'
    assert page.all("a")[1]["href"] == '#a"b'


def test_contents_lead_to_the_headings_in_their_order() -> None:
    root = parsed(everything())
    headings = [
        (e.get("id"), "".join(e.itertext()))
        for e in root.iterfind("body/div/main//*")
        if e.tag in ("h2", "h3")
    ]
    links = [((link.get("href") or "")[1:], link.text) for link in root.iterfind("body/div/nav/ol/li/a")]

    assert links == headings
    assert [text for _, text in links] == ["一页结论", "Risks & <prerequisites>", "配置"]


def test_ids_are_unique_and_links_within_the_page_arrive() -> None:
    attributes = [attributes for _, attributes in Page(everything()).tags]
    ids = [each["id"] for each in attributes if "id" in each]
    described = [each["aria-describedby"] for each in attributes if "aria-describedby" in each]
    targets = [each["href"][1:] for each in attributes if each.get("href", "").startswith("#")]

    assert sorted(set(ids)) == sorted(ids)
    assert [target for target in (*targets, *described) if target not in ids] == []
    assert (len(targets), len(described)) == (7, 1)


def test_a_browser_asks_for_nothing() -> None:
    """Addresses stand in links of the text alone."""
    page = Page(everything())
    loading = [value for _, attributes in page.tags for name, value in attributes.items() if name in ("src", "srcset", "poster", "data")]  # fmt: skip
    leaving = [attributes["href"] for attributes in page.all("a") if not attributes["href"].startswith("#")]
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta)

    assert [value.partition(";")[0] for value in loading] == ["data:image/png"]
    assert leaving == ["https://example.com/a?b=1&c=2"]
    assert policy.startswith("default-src 'none'; ")
    assert {tag for tag, _ in page.tags} & {"script", "link", "iframe", "object", "embed", "base"} == set()
    assert re.findall(r"url\(|@import|expression\(|https?:", SOURCE) == []


def test_pictures_and_figures_have_names() -> None:
    page = Page(everything())

    assert [image["alt"] for image in page.all("img")] == ["现场"]
    assert [(svg["role"], svg["aria-label"]) for svg in page.all("svg")] == [("img", "计划")]


def test_the_same_document_is_the_same_page() -> None:
    assert everything() == everything()


def test_another_language_changes_only_words() -> None:
    shell = Shell(language="en")

    assert "Skip to the document" in shell.render()
    assert "跳到正文" in replace(shell, language="zh").render()


# ── print ──


@pytest.mark.parametrize(
    "rule",
    [
        "@page { size: A4; margin: 14mm 20mm 18mm;",
        ".band { display: table-header-group; break-inside: avoid;",
        "thead { display: table-header-group; break-inside: avoid; }",
        "tr, figure, .callout { break-inside: avoid; }",
        "h1, h2, h3, h4, h5, h6 { break-after: avoid;",
        "hr + h1, hr + h2, hr + h3, hr + h4, hr + h5, hr + h6 { break-before: page;",
    ],
)
def test_print_keeps_what_belongs_together(rule: str) -> None:
    """Chromium repeats a header group only where it may not be split."""
    before, _, after = SOURCE.partition(rule)

    assert after
    assert rule.startswith("@page") or before.rindex("@media print") > before.rindex("@page")


# ── colours ──

NAMES: dict[str, str] = dict(re.findall(r"--([a-z-]+): #([0-9A-F]{6});", SOURCE))
RULES = re.findall(r"([^{}]+)\{([^{}]*)\}", SOURCE.partition("/* Latin fonts")[2].partition("</style>")[0])
FILLS = [name for name in NAMES if name.endswith("-fill")]


def contrast(first: str, second: str) -> float:
    """WCAG 2.2, contrast ratio, of two colours by their names in the style sheet."""
    low, high = sorted((luminance(NAMES[first]), luminance(NAMES[second])))
    return (high + 0.05) / (low + 0.05)


def used(declaration: str) -> list[str]:
    """Colours that any rule of the style sheet uses for it."""
    pattern = re.compile(rf"(?:^|[;\s]){declaration}: (?:[\w.]+ )*var\(--([a-z-]+)\)")
    return sorted({name for _, body in RULES for name in pattern.findall(body)})


def test_the_style_sheet_names_every_colour_once() -> None:
    literal = [colour for _, body in RULES for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", body)]

    assert len(RULES) > 100
    assert literal == ["#5B6670"]  # of the page number: page margins know no names
    assert NAMES["muted"] == "5B6670"


def test_text_can_be_read_on_every_surface() -> None:
    """Only a cell has the fill of a state, and what is muted never stands in cells: notes, quotes, captions."""
    own = [fill.removesuffix("-fill") for fill in FILLS]
    texts = [name for name in used("color") if name not in own]
    surfaces = [name for name in used("background") if name not in own]
    states = {f"{light}-fill" for light in Light}
    pairs = {
        (text, surface): contrast(text, surface)
        for text in texts
        for surface in surfaces
        if not (text == "muted" and surface in states)
    }

    assert texts == ["accent", "label", "link", "muted", "text"]
    assert (len(surfaces), len(pairs)) == (14, 65)
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("fill", FILLS)
def test_titles_and_states_can_be_read_on_their_own_fill(fill: str) -> None:
    assert contrast(fill.removesuffix("-fill"), fill) >= 4.5


@pytest.mark.parametrize(
    ("mark", "surface"), [("box", "page"), ("page", "green"), ("link", "page"), ("link", "head")]
)
def test_boxes_ticks_and_focus_can_be_seen(mark: str, surface: str) -> None:
    assert contrast(mark, surface) >= 3


@pytest.mark.parametrize("light", list(Light))
def test_states_have_the_colours_of_all_documents(light: Light) -> None:
    assert (NAMES[f"{light}-fill"], NAMES[str(light)]) == COLOURS[light]


def test_everything_else_has_the_colours_of_the_word_file() -> None:
    callouts = {kind: (NAMES[kind], NAMES[f"{kind}-fill"]) for kind in base_styles.CALLOUT_COLOURS}
    names = ("accent", "text", "muted", "rule", "head")

    assert callouts == base_styles.CALLOUT_COLOURS
    assert [NAMES[name] for name in names] == [
        base_styles.ACCENT,
        base_styles.TEXT,
        base_styles.GREY,
        base_styles.RULE,
        base_styles.HEAD_FILL,
    ]
