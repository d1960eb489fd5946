"""
The theme's templates, in an environment of the plugin's own.

Autoescape is on and an unknown name stops the build: Pelican's environment has neither, and falls
back to another theme's templates where one is missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, meta
from markupsafe import Markup

from factcheck.publishing.compiling import Compiled
from factcheck.publishing.views.site import SiteView
from factcheck.publishing.visible import sign, visible

__all__ = ["TemplateError", "Templates", "json_ld"]

#: Of JSON for a script element: short, and in UTF-8 like its page.
JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Templates:
    """
    The theme's templates, compiled once.
    """

    def __init__(self, folder: Path) -> None:
        """
        Open a theme.

        Args:
            folder: The theme's ``templates`` folder.
        """
        self._folder = folder
        self._environment = Compiled(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["json_ld"] = json_ld
        self._environment.filters["visible"] = visible
        self._environment.filters["sign"] = sign

    def render(self, name: str, view: Any, site: SiteView) -> str:  # noqa: ANN401
        """
        Render a page.

        Args:
            name: The template.

            view: The page's own view; the template knows it as ``page``.

            site: The site's view.
        """
        return self._environment.get_template(name).render(page=view, site=site)

    def part(self, name: str, macro: str, view: Any) -> str:  # noqa: ANN401
        """
        Render a component by itself.

        Args:
            name: The component's file.

            macro: Its macro, which takes the view alone.

            view: What to render.
        """
        return str(getattr(self._environment.get_template(name).module, macro)(view))

    def sources(self, names: Iterable[str]) -> bytes:
        """
        Return the text of templates and of every template that they build on.
        """
        waiting, found = list(names), dict[str, str]()
        while waiting:
            name = waiting.pop()
            if name not in found:
                text = (self._folder / name).read_text(encoding="utf-8")
                found[name] = text
                referenced = meta.find_referenced_templates(self._environment.parse(text))
                waiting += [one for one in referenced if one]
        return json.dumps(sorted(found.items())).encode()


def json_ld(data: object) -> Markup:
    """
    Write structured data so that no text in it can end the script element or the line.

    ``<``, ``>`` and ``&`` become escapes, and so do U+2028 and U+2029 (RFC 8259 allows any
    character of a string to be written so).
    """
    written = JSON.encode(data)
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(written)  # noqa: S704 - nothing in it means anything to HTML now
