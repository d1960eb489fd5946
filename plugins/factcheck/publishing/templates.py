"""
The theme's templates, in an environment of the plugin's own.

Autoescape is on and an unknown name stops the build: Pelican's environment has neither, and falls
back to another theme's templates where one is missing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck.publishing.compiling import Compiled
from factcheck.publishing.views.site import SiteView
from factcheck.publishing.visible import visible

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

    def render(self, name: str, view: Any, site: SiteView) -> str:  # noqa: ANN401
        """
        Render a page.

        Args:
            name: The template.

            view: The page's own view; the template knows it as ``page``.

            site: The site's view.
        """
        return self._environment.get_template(name).render(page=view, site=site)


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
