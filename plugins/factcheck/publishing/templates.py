"""
The theme's templates, in an environment of the plugin's own.

Autoescape is on and an unknown name stops the build: Pelican's environment has neither, and falls
back to another theme's templates where one is missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError, meta

from factcheck.diagnostics import Fault
from factcheck.publishing.compiling import Compiled
from factcheck.publishing.jsontext import json_ld
from factcheck.publishing.languages import FOLDER, Languages
from factcheck.publishing.views.site import SiteView
from factcheck.publishing.visible import sign, visible
from factcheck.publishing.words import IN_ENGLISH, Words


class ThemeFault(Fault):
    """A template cannot be read, or cannot show what it is given."""


class Templates:
    """
    The theme's templates, compiled once.
    """

    def __init__(self, theme: Path) -> None:
        """
        Open a theme.

        Args:
            theme: Its folder, with ``templates`` and ``translations`` in it.
        """
        self._theme = theme
        self._folder = theme / "templates"
        self._parsed: dict[str, tuple[str, list[str]]] = {}
        self._environments: dict[str, Compiled] = {}

        #: What the theme's texts are translated into.
        self.languages = Languages(theme / FOLDER)

    def __reduce__(self) -> tuple[type[Templates], tuple[Path]]:
        """Let another process open the theme anew, where it cannot be forked."""
        return Templates, (self._theme,)

    def compile(self, names: Iterable[str], language: str) -> None:
        """
        Compile templates, and all that they build on, before they are asked for.

        Args:
            names: The templates.

            language: Of their texts.

        Raises:
            ThemeFault: If one cannot be read.
        """
        for name in self._texts(names):
            with _explained(name):
                self._in(language).get_template(name)

    def render(self, name: str, view: Any, site: SiteView) -> str:  # noqa: ANN401
        """
        Render a page.

        Args:
            name: The template.

            view: The page's own view; the template knows it as ``page``.

            site: The site's view, in whose language the page's texts are.

        Raises:
            ThemeFault: If it cannot be rendered.
        """
        with _explained(name):
            return self._in(site.language).get_template(name).render(page=view, site=site)

    def part(self, name: str, macro: str, view: Any, words: Words) -> str:  # noqa: ANN401
        """
        Render a component by itself.

        Args:
            name: The component's file.

            macro: Its macro, which takes the view alone.

            view: What to render.

            words: The language of its texts.
        """
        with _explained(name):
            return str(getattr(self._in(words.language).get_template(name).module, macro)(view))

    def all_sources(self) -> bytes:
        """
        Return the text of every template of the theme.
        """
        names = sorted(self._in(IN_ENGLISH.language).list_templates())
        return json.dumps([(name, self._text(name)) for name in names]).encode()

    def _in(self, language: str) -> Compiled:
        """Return the templates in a language."""
        if language not in self._environments:
            words = self.languages.or_english(language)
            self._environments[language] = _environment(self._folder, words)
        return self._environments[language]

    def _text(self, name: str) -> str:
        return (self._folder / name).read_text(encoding="utf-8")

    def sources(self, names: Iterable[str]) -> bytes:
        """
        Return the text of templates and of every template that they build on.
        """
        return json.dumps(sorted(self._texts(names).items())).encode()

    def _texts(self, names: Iterable[str]) -> dict[str, str]:
        waiting, found = list(names), dict[str, str]()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = self._text(name)
                waiting += self._referenced(name, found[name])
        return found

    def _referenced(self, name: str, text: str) -> list[str]:
        """Return the templates that one names; it is parsed once for all who ask."""
        known = self._parsed.get(name)
        if known is None or known[0] != text:
            parsed = self._in(IN_ENGLISH.language).parse(text)
            named = meta.find_referenced_templates(parsed)
            known = self._parsed[name] = (text, [one for one in named if one])
        return known[1]


def _environment(folder: Path, words: Words) -> Compiled:
    made = Compiled(
        words,
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["json_ld"] = json_ld
    made.filters["visible"] = visible
    made.filters["sign"] = sign
    made.filters["begun"] = Words.begun
    return made


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Say in which template, on which line, something went wrong; whatever a theme may do."""
    try:
        yield
    except Exception as error:
        lines = [
            f"{frame.filename.rpartition('templates/')[2]}, line {frame.lineno}"
            for frame in extract_tb(error.__traceback__)
            if frame.filename.endswith(".html")
        ]
        if isinstance(error, TemplateSyntaxError):
            lines.append(f"{error.name}, line {error.lineno}")
        place = lines[-1] if lines else name
        msg = f"the theme cannot show a page: {place}: {type(error).__name__}: {error}"
        raise ThemeFault(msg) from error
