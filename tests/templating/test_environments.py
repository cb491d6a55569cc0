from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.templating.rendering import mistake_of, rendered, templates


@dataclass(frozen=True)
class View:
    title: str
    lessons: tuple[str, ...] = ()


VIEW = View("a title")
FILTERS = (
    "safe",
    "e",
    "escape",
    "forceescape",
    "xmlattr",
    "urlize",
    "tojson",
    "striptags",
    "pprint",
    "random",
)


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_that_goes_around_escaping_or_is_left_to_chance_is_unknown(name: str) -> None:
    problem = mistake_of(f"a\n{{{{ view.title | {name} }}}}", view=VIEW)

    assert (problem.code, problem.line) == ("template_syntax", 2)


def test_no_filler_text_is_made() -> None:
    assert mistake_of("{{ lipsum() }}").message.en == "there is no lipsum"


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.__class__ }}",
        "{{ view.__class__.__mro__ }}",
        "{{ view | attr('__class__') }}",
        "{{ view['__class__'] }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ view.lessons.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ joiner.__init__.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ [view] | map(attribute='__class__') | join }}",
        "{{ words.append('x') }}",
        "{{ words.clear() }}",
        "{{ table.update({'a': 'b'}) }}",
        "{{ range(100000000) | join }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ open('/etc/passwd').read() }}",
        "{% for x in range(10) %}{{ import('os') }}{% endfor %}",
    ],
)
def test_a_template_reaches_no_code_no_file_and_changes_nothing(template: str) -> None:
    words, table = ["a"], {"a": "a"}
    problem = mistake_of(f"one\ntwo\n{template}", view=VIEW, words=words, table=table)

    assert (problem.line, problem.source, words, table) == (3, template, ["a"], {"a": "a"})


def test_the_page_shell_is_in_the_same_box() -> None:
    made = templates({"page.html.j2": "<h1>{{ page.title }}</h1>\n{{ page.body }}"})

    assert (
        made.render_page("page.html.j2", {"title": "R&D <1>"}, "<p>a</p>")
        == "<h1>R&amp;D &lt;1&gt;</h1>\n<p>a</p>"
    )
    with pytest.raises(Exception, match="1 problem"):
        templates({"page.html.j2": "{{ page.__class__ }}"}).render_page("page.html.j2", {}, "")


def test_blocks_leave_no_lines_behind() -> None:
    template = "{% if true %}\n  {% for x in ['a', 'b'] %}\n- {{ x }}\n  {% endfor %}\n{% endif %}\n"

    assert rendered(template) == "- a\n- b\n"


def test_a_missing_name_may_be_asked_about() -> None:
    assert rendered("{{ view.title if view.light is not defined else 'b' }}", view=VIEW) == "a title\n"
