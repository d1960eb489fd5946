"""
The sitemap (sitemaps.org, protocol 0.9) and the note to crawlers (RFC 9309).
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from factcheck.model.site import Site
from factcheck.publishing.addresses import SITEMAP, absolute

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(paths: Iterable[str], site: Site) -> bytes:
    """
    Write the sitemap.

    Args:
        paths: Where the site's pages are written.

        site: Whose they are.
    """
    urls = sorted(absolute(site, path) for path in paths)
    lines = "".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in urls)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{declaration}\n<urlset xmlns="{NAMESPACE}">\n{lines}</urlset>\n'.encode()


def robots(site: Site) -> bytes:
    """
    Write robots.txt: everything may be read.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site, SITEMAP)}\n".encode()
