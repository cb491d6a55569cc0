"""What is told about the look of a base document and about files made on it."""

from __future__ import annotations

from generator.errors import Bilingual

MOVE_PLACEHOLDER = Bilingual(
    "占位符只在正文、页眉页脚、脚注、文本框和文档属性里有效；SmartArt、图表和链接地址里的不会替换",
    "placeholders are filled in text, headers, footers, notes, text boxes and properties, not in SmartArt, charts or"
    " addresses of links",
)
SET_FONT = Bilingual(
    "在样式的“字体”里选定中文字体（不要选“+中文正文”）",
    'choose an Asian font in the style\'s "Font" (a named one, not "+Body Asian")',
)
NO_FONT = Bilingual(
    "没有设置中文字体，中文会用打开电脑上的任意字体显示",
    "has no Asian font: Chinese is shown in whatever font a computer has",
)
THEME_FONT = Bilingual(
    "的中文字体只来自主题，换一台电脑可能变样",
    "has its Asian font from the theme alone, which differs from computer to computer",
)
LANGUAGE = Bilingual(
    "默认的中文校对语言不是中文，标点和字形可能按日文或英文处理",
    "the default Asian language is not Chinese: punctuation and shapes of characters may follow Japanese rules",
)
SET_LANGUAGE = Bilingual(
    "全选后在“审阅 → 语言”里选简体中文并设为默认值",
    "select all, then Review, Language: Chinese (Simplified), set as default",
)
OLD_MODE = Bilingual(
    "文档处于兼容模式，版式按旧版 Word 计算", "the document is in compatibility mode: an old Word's layout"
)
CONVERT = Bilingual("在 Word 里用“文件 → 信息 → 转换”", "use File, Info, Convert in Word")
SET_A4 = Bilingual("在“布局 → 纸张大小”里选 A4", "choose A4 in Layout, Size")
NARROW = Bilingual(
    "正文宽度不到 12 厘米，表格会很挤", "the text is less than 12 cm wide: tables will be cramped"
)


def style_problem(name: str, what: Bilingual) -> Bilingual:
    return Bilingual(f"样式 {name} {what.zh}", f"the style {name} {what.en}")


def paper(width_mm: int, height_mm: int) -> Bilingual:
    return Bilingual(
        f"纸张是 {width_mm} × {height_mm} 毫米，不是 A4", f"the paper is {width_mm} × {height_mm} mm, not A4"
    )


def output_fault(sample: Bilingual, fault: Bilingual) -> Bilingual:
    return Bilingual(
        f"用它生成的文档（{sample.zh}）有错：{fault.zh}",
        f"a document made on it ({sample.en}) is faulty: {fault.en}",
    )


def leftover(text: str) -> Bilingual:
    return Bilingual(f"没有替换的文字 {text}", f"text that nothing fills: {text}")
