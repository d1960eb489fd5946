"""
The desk's own pages and files, as Pelican reads them from ``content/``.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican.generators import PagesGenerator, StaticGenerator

from factcheck.publishing.views.site import DeskPage
from factcheck.usecases.build import Asset, Desk


def read_desk(settings: dict[str, Any], base: str) -> Desk:
    """
    Read everything in ``content/`` outside a run of Pelican's.

    Args:
        settings: As Pelican read them from pelican.conf.py.

        base: The path that the site lives below.
    """
    context = settings.copy()
    context |= {"generated_content": {}, "static_links": set(), "static_content": {}}
    context["localsiteurl"] = settings["SITEURL"]
    pages, static = (
        kind(
            context=context,
            settings=settings,
            path=settings["PATH"],
            theme=settings["THEME"],
            output_path=settings["OUTPUT_PATH"],
        )
        for kind in (PagesGenerator, StaticGenerator)
    )
    pages.generate_context()
    static.generate_context()
    return Desk(
        tuple(with_text(page, told, base) for page, told in desk_pages(pages)), assets(static)
    )


def desk_pages(generator: Any) -> list[tuple[Any, DeskPage]]:  # noqa: ANN401 - Pelican has no types
    """
    Return the desk's pages, each as Pelican has it and as the digest does, without its text.
    """
    public = [*generator.pages, *generator.translations]
    unlisted = [*generator.hidden_pages, *generator.hidden_translations]
    public.sort(key=lambda page: (_order(page), page.slug))
    return [
        *((page, _desk_page(page)) for page in public),
        *((page, _desk_page(page, is_listed=False)) for page in unlisted),
    ]


def with_text(page: Any, told: DeskPage, base: str) -> DeskPage:  # noqa: ANN401
    """
    Return a page with its text, now that links between the desk's pages can be resolved.
    """
    html = Markup(page.get_content(base.rstrip("/")))  # noqa: S704 - the desk wrote it
    return told._replace(html=html)


def assets(generator: Any) -> tuple[Asset, ...]:  # noqa: ANN401
    """
    Return the desk's files.
    """
    return tuple(Asset(file.save_as, Path(file.source_path)) for file in generator.staticfiles)


def _order(page: Any) -> int:  # noqa: ANN401
    told = str(page.metadata.get("order", ""))
    return int(told) if told.isascii() and told.isdigit() else 1_000


def _desk_page(page: Any, *, is_listed: bool = True) -> DeskPage:  # noqa: ANN401 - Pelican has no types
    summary = Markup(page.metadata.get("description", "")).striptags()  # noqa: S704
    title = Markup(page.title).striptags()  # noqa: S704
    return DeskPage(
        title,
        page.save_as,
        "",
        summary,
        is_listed,
        page.relative_source_path,
        page.lang,
        page.slug,
        _changed(page),
    )


def _changed(page: Any) -> str:  # noqa: ANN401
    modified = page.metadata.get("modified")
    return modified.date().isoformat() if isinstance(modified, datetime) else ""
