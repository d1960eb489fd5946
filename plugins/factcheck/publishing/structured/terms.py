"""
A rating scale, as schema.org's ``DefinedTermSet``: each rating a term that reviews point to.
"""

from __future__ import annotations

from typing import Any

from factcheck.model.scale import Rating, Scale
from factcheck.model.site import Site
from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import RATINGS, absolute, rating_id, rating_path, scale_path
from factcheck.publishing.structured.desk import desk
from factcheck.publishing.structured.stating import on_top


def term_id(site: Site, scale: Scale, rating: Rating | None = None) -> str:
    """
    Return the ``@id`` of a rating, or of its whole scale.

    It names the scale's version and is the same whichever scale is the site's own today, so that
    an old review never comes to mean another's rating.
    """
    return f"{absolute(site, RATINGS)}#{rating_id(scale.id, rating.key if rating else '')}"


def term_set(scale: Scale, site: Site, language: str, default: str) -> dict[str, Any]:
    """
    Return a scale with its definitions.

    Args:
        scale: The scale.

        site: Whose it is.

        language: Of the page.

        default: The id of the site's own scale, whose pages have the short addresses.
    """
    return on_top(
        {
            so.TYPE: so.DEFINED_TERM_SET,
            so.ID: term_id(site, scale),
            so.NAME: scale.title_in(language),
            so.URL: absolute(site, scale_path(scale.id, default)),
            so.VERSION: scale.id.partition("@")[2],
            so.IN_LANGUAGE: language,
            so.PUBLISHER: desk(site),
            so.HAS_DEFINED_TERM: [
                {
                    so.TYPE: so.DEFINED_TERM,
                    so.ID: term_id(site, scale, rating),
                    so.TERM_CODE: rating.key,
                    so.NAME: rating.label_in(language),
                    so.DESCRIPTION: rating.definition_in(language),
                    so.URL: absolute(site, rating_path(rating.key, scale.id, default)),
                    so.IN_DEFINED_TERM_SET: term_id(site, scale),
                }
                for rating in scale.ratings
            ],
        }
    )
