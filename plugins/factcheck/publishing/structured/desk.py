"""
The desk, as schema.org's ``NewsMediaOrganization``: whole on the front page, named elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from factcheck.model.site import Site
from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import HOME, Link, absolute, leads_to
from factcheck.publishing.structured.stating import on_top, one_or_all, stated

#: Where the front page tells whose site it is: an id that every page's template holds.
DESK: Final = "desk"

#: What schema.org calls each of a desk's policies.
POLICIES: Final = (
    ("corrections", so.CORRECTIONS_POLICY),
    ("ethics", so.ETHICS_POLICY),
    ("ownership", so.OWNERSHIP_FUNDING_INFO),
    ("feedback", so.ACTIONABLE_FEEDBACK_POLICY),
    ("methods", so.VERIFICATION_FACT_CHECKING_POLICY),
    ("masthead", so.MASTHEAD),
    ("diversity", so.DIVERSITY_POLICY),
    ("unnamed_sources", so.UNNAMED_SOURCES_POLICY),
)


def desk(site: Site) -> dict[str, Any]:
    """
    Name the desk, as author or publisher.

    Google's documentation of reviews knows an ``Organization``, and so do all who follow it.
    """
    return {
        so.TYPE: so.ORGANIZATION,
        so.ID: desk_id(site),
        so.NAME: site.desk,
        so.URL: absolute(site, HOME),
    }


def organization(site: Site) -> dict[str, Any]:
    """
    Return all that the desk says of itself.
    """
    told = {name: _address(site, getattr(site.policies, key)) for key, name in POLICIES}
    return on_top(
        stated(
            {
                **desk(site),
                so.TYPE: so.NEWS_MEDIA_ORGANIZATION,
                so.SAME_AS: one_or_all(site.policies.same_as),
                **told,
            }
        )
    )


def desk_id(site: Site) -> str:
    """
    Return the desk's ``@id``.
    """
    return f"{absolute(site, HOME)}#{DESK}"


def policy_links(site: Site) -> Iterator[tuple[str, Link]]:
    """
    Give the policies that are pages of the site: what the settings call each, and where it leads.
    """
    for key, _ in POLICIES:
        if link := _within(site, getattr(site.policies, key)):
            yield key, link


def _within(site: Site, place: str) -> Link | None:
    return leads_to(site, HOME, place.lstrip("/")) if place else None


def _address(site: Site, place: str) -> str:
    link = _within(site, place)
    if link is None:
        return place
    return absolute(site, link.path) + (f"#{link.fragment}" if link.fragment else "")
