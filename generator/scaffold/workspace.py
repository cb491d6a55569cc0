"""The files of a new workspace. Nothing is written into `.git`: hooks are the business of pre-commit."""

from __future__ import annotations

import json
from datetime import date
from typing import Literal

from generator.errors import Language
from generator.notes.schema import render_schema
from generator.scaffold.note import Start, render_note
from generator.workspace.schema import render_config_schema

CiSystem = Literal["github", "gitlab"]
CI_SYSTEMS: tuple[CiSystem, ...] = ("github", "gitlab")
SAMPLE_SLUG = "first-note"


def workspace_files(language: Language, day: date, ci: CiSystem | None = None) -> dict[str, str]:
    """Path relative to the new workspace -> text, in the order in which a person should meet them."""
    note_id = f"{day:%Y-%m}-{SAMPLE_SLUG}"
    files = {
        "presales.yaml": _SETTINGS[language],
        f"engagements/{note_id}.yaml": render_note(Start(id=note_id, day=day, language=language)),
        "templates/README.md": _TEMPLATES[language],
        ".gitignore": "# 由程序生成，可以删除\n/output/\n"
        if language == "zh"
        else "# generated, safe to delete\n/output/\n",
        ".gitattributes": "* text=auto eol=lf\n*.docx binary\n*.png binary\n*.jpg binary\n",
        ".vscode/settings.json": _json(_VSCODE),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        ".vscode/presales-note.schema.json": render_schema(),
        ".vscode/presales-config.schema.json": render_config_schema(),
        ".pre-commit-config.yaml": _PRE_COMMIT,
    }
    if ci == "github":
        files[".github/workflows/presales.yml"] = _GITHUB
    if ci == "gitlab":
        files[".gitlab-ci.yml"] = _GITLAB
    return files


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


_VSCODE = {
    "yaml.schemas": {
        ".vscode/presales-note.schema.json": ["engagements/**/*.yaml", "engagements/**/*.yml"],
        ".vscode/presales-config.schema.json": ["presales.yaml"],
    },
    "files.encoding": "utf8",
    "[yaml]": {
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.quickSuggestions": {"strings": True},
    },
}
_SETTINGS: dict[Language, str] = {
    "zh": """\
# 工作区的设置；每个键都可以不写。查一个键：presales explain digest
language: zh
# name: 澄湖售前             # 工作区名称
# company: {name: 澄湖科技有限公司, short: 澄湖}
# currency: CNY
# formats: [md, docx]
""",
    "en": """\
# Settings of the workspace; every key may be left out. About a key: presales explain digest
language: en
# name: Lake presales       # name of the workspace
# company: {name: Lake Technology Ltd., short: Lake}
# currency: CNY
# formats: [md, docx]
""",
}
_TEMPLATES: dict[Language, str] = {
    "zh": """\
# 模板

这里只放团队要替换的东西，同名的文件优先于内置的：

* `base.docx`：公司的 Word 版式；按文档或语言另设时叫 `base.risk-memo.docx`、`base.en.docx`；
* `labels/zh.yaml`：只写要改的词条；
* `retrospective.md.j2` 等：整份文档的模板。
""",
    "en": """\
# Templates

Only what the team replaces; a file of the same name takes the place of the built-in one:

* `base.docx`: the company's Word design; `base.risk-memo.docx` or `base.en.docx` for one document or language;
* `labels/en.yaml`: just the labels that change;
* `retrospective.md.j2` and so on: the template of a whole document.
""",
}
_PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: presales-check
        name: presales check
        entry: presales check
        language: system
        files: ^(engagements/.*\\.ya?ml|presales\\.yaml|templates/.*)$
"""
_GITHUB = """\
name: presales
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0  # proof of scores and changes since need the history
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install presales
      - run: presales check --format github
      - run: presales build
      - uses: actions/upload-artifact@v4
        with:
          name: documents
          path: output/
"""
_GITLAB = """\
presales:
  image: python:3.12-slim
  variables:
    GIT_DEPTH: "0"  # proof of scores and changes since need the history
  script:
    - pip install presales
    - presales check
    - presales build
  artifacts:
    paths: [output/]
"""
