"""
The sitemap (sitemaps.org, protocol 0.9) and the note to crawlers (RFC 9309).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from factcheck.model.factcheck import Version
from factcheck.model.site import Site
from factcheck.publishing.addresses import SITEMAP, absolute, check_path
from factcheck.publishing.views.versions import ANY_OTHER

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


#: Alternate languages of a page stand in it as in an XHTML head.
XHTML = "http://www.w3.org/1999/xhtml"

#: A page in its languages: each language with where it is written.
PageLanguages = tuple[tuple[str, str], ...]


def sitemap(paths: Iterable[str], site: Site, versions: Mapping[str, PageLanguages]) -> bytes:
    """
    Write the sitemap.

    Args:
        paths: Where the site's pages are written.

        site: Whose they are.

        versions: The languages of those pages that have several, by path.
    """
    urls = sorted(
        (absolute(site, path), _alternates(versions.get(path, ()), site)) for path in paths
    )
    lines = "".join(f"<url><loc>{escape(url)}</loc>{told}</url>\n" for url, told in urls)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    spaces = f'xmlns="{NAMESPACE}"' + (f' xmlns:xhtml="{XHTML}"' if versions else "")
    return f"{declaration}\n<urlset {spaces}>\n{lines}</urlset>\n".encode()


def _alternates(languages: PageLanguages, site: Site) -> str:
    told = ((language, quoteattr(absolute(site, path))) for language, path in languages)
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={address}/>'
        for language, address in told
    )


def in_languages(slug: str, versions: Iterable[Version], path: str) -> PageLanguages:
    """
    Return where a page of a fact-check is written in each of its languages.

    Args:
        slug: The fact-check's.

        versions: In which languages readers can have it, the original first.

        path: Where the page is written.
    """
    own = check_path(slug).removesuffix("index.html")
    rest = path.removeprefix(own)
    places = [
        (one.language, check_path(one.slug).removesuffix("index.html") + rest) for one in versions
    ]
    return (*places, (ANY_OTHER, places[0][1]))


def robots(site: Site) -> bytes:
    """
    Write robots.txt: everything may be read.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site, SITEMAP)}\n".encode()
