from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from factcheck.model.site import Project
from factcheck.publishing.compiling import Compiled, escaped
from factcheck.publishing.jsontext import json_ld
from factcheck.publishing.pages import Page, PageMaker
from factcheck.publishing.templates import Templates, ThemeFault
from factcheck.publishing.visible import sign, visible
from factcheck.publishing.words import IN_ENGLISH, Words
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape


@given(st.text() | st.text().map(Markup) | st.integers() | st.booleans() | st.none() | st.floats())
def test_escaping_is_markupsafes(value: object) -> None:
    """Whatever a template writes, it is escaped as markupsafe escapes it."""
    assert escape(value) == escaped(value)


class Spoken(str):
    """A text that brings its own element, as words in another language do."""

    __slots__ = ()

    def __html__(self) -> str:
        return f"<span>{escape(str(self))}</span>"


#: Texts that follow each other, with escaping on, off and as the page likes.
SHOWN = """{{ one }}<b>{{ other }}</b>{% if one %}{{ other ~ one }}{% endif %}{{ "<" }}
{% autoescape false %}{{ one }}{% endautoescape %}
{% autoescape one %}{{ other }}{% endautoescape %}
{% macro twice(it) %}{{ it }}{{ it }}{% endmacro %}{{ twice(one) }}
{% for it in [one, other] %}{{ it }}{{ loop.index }}{% endfor %}"""
VALUES = (
    st.text()
    | st.text().map(Markup)
    | st.text().map(Spoken)
    | st.integers()
    | st.booleans()
    | st.floats()
)


@given(VALUES, VALUES)
def test_values_are_written_as_jinja_writes_them(one: object, other: object) -> None:
    """Texts, numbers, markup and what brings its own element, wherever they may stand."""
    settings = {"autoescape": True, "undefined": StrictUndefined}
    jinja = Environment(**settings)  # noqa: S701 - switched on above
    expected = jinja.from_string(SHOWN).render(one=one, other=other)

    assert Compiled(IN_ENGLISH, **settings).from_string(SHOWN).render(one=one, other=other) == (
        expected
    )


def test_templates_mean_what_they_mean_to_jinja(planned: list[Page], project: Project) -> None:
    """Every page of the shipped digest is rendered as Jinja's own compiler would have it."""
    templates = Templates(project.theme)
    spoken = {page.around.language for page in planned}
    jinja = {one: jinjas_own(project.theme, templates.languages.or_english(one)) for one in spoken}
    for page in planned:
        template = jinja[page.around.language].get_template(page.template)
        expected = template.render(page=page.view, site=page.around)

        assert expected == templates.render(page.template, page.view, page.around)


def jinjas_own(theme: Path, words: Words) -> Environment:
    jinja = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    jinja.install_gettext_callables(  # type: ignore[attr-defined]
        str, max, newstyle=True, pgettext=words.say
    )
    jinja.filters |= {
        "json_ld": json_ld,
        "visible": visible,
        "sign": sign,
        "begun": Words.begun,
    }
    return jinja


def test_a_theme_can_be_compiled_before_it_is_asked_for_and_sent(
    planned: list[Page], project: Project
) -> None:
    """What was compiled early, or opened again in another process, renders the same pages."""
    plain, early = (Templates(project.theme) for _ in range(2))
    early.compile({page.template for page in planned}, "en")
    sent = pickle.loads(pickle.dumps(early))  # noqa: S301 - made here
    for page in planned:
        expected = plain.render(page.template, page.view, page.around)

        assert early.render(page.template, page.view, page.around) == expected
        assert sent.render(page.template, page.view, page.around) == expected


def test_a_template_that_cannot_be_compiled_is_named(tmp_path: Path) -> None:
    """Compiling early tells where a template is broken, as rendering does."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text(
        "{% block a %}{% endblock %}\n{% block a %}{% endblock %}"
    )

    with pytest.raises(ThemeFault, match=r"page\.html, line 2"):
        Templates(tmp_path).compile(["page.html"], "en")


def rendered(folder: Path, project: Project, template: str, page: object = None) -> str:
    folder.joinpath("templates").mkdir()
    folder.joinpath("templates/page.html").write_text(template)
    templates = Templates(folder)
    maker = PageMaker(project.site, (), "default@1", templates.languages)
    return templates.render("page.html", page, maker.view(maker.editions.main))


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ("{{ nobody }}", "nobody"),
        ("{{ nobody() }}", "nobody"),
        ("{{ page.nobody }}", "nobody"),
        ("{% if page.nobody %}{% endif %}", "nobody"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "a"),
    ],
)
def test_what_is_not_there_stops_the_build(
    tmp_path: Path, project: Project, template: str, names: str
) -> None:
    """A name, an attribute or an argument that is missing is an error that names it."""
    with pytest.raises(ThemeFault, match=f"'{names}'"):
        rendered(tmp_path, project, template)


def test_macros_take_arguments_in_every_way(tmp_path: Path, project: Project) -> None:
    """Arguments in order, by name, left out and spread reach a macro; what it gives is HTML."""
    macro = "{% macro m(a, b='&') %}<i>{{ a }}{{ b }}</i>{% endmacro %}"
    calls = "{{ m('<', 1) }}{{ m(b=2, a=page) }}{{ m(3) }}{{ m(*['x', 'y']) }}"
    more = "{% macro n(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ n(1) }}{{ n(1, 2) }}"

    assert rendered(tmp_path, project, macro + calls + more, page=4) == (
        "<i>&lt;1</i><i>42</i><i>3&amp;</i><i>xy</i>1(){}1(2,){}"
    )


def test_a_translation_cannot_bring_markup(tmp_path: Path, project: Project) -> None:
    """Whatever a catalogue says, it stands on a page as text, in attributes too."""
    hostile = '<script>alert(1)</script>" onload="x'
    (tmp_path / "translations").mkdir()
    entry = f'msgctxt "x"\nmsgid "Hello"\nmsgstr {json.dumps(hostile)}\n'
    (tmp_path / "translations/en.po").write_text(f'msgid ""\nmsgstr ""\n\n{entry}')
    said = '{% trans "x" %}Hello{% endtrans %}'
    template = f'<p title="{said}">{said}{{{{ pgettext("x", "Hello") }}}}</p>'

    page = BeautifulSoup(rendered(tmp_path, project, template), "lxml")

    assert page.p is not None
    assert page.p.attrs == {"title": hostile}
    assert page.p.get_text() == hostile * 2
    assert page.script is None


def test_jinjas_own_functions_and_call_blocks_work(tmp_path: Path, project: Project) -> None:
    """In a theme, functions that Jinja brings and macros that call back work as elsewhere."""
    template = (
        "{% macro twice() %}{{ caller() }}{{ caller() }}{% endmacro %}"
        "{% call twice() %}{{ range(2) | list }}{% endcall %}{{ page.strip().upper() }}"
    )

    assert rendered(tmp_path, project, template, page=" a ") == "[0, 1][0, 1]A"
