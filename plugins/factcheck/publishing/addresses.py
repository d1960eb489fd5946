"""
Where everything stands: paths in the output, links within the site, whole addresses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from factcheck.model.site import Site
from factcheck.publishing.editions import Edition
from factcheck.publishing.words import Words

HOME = "index.html"
RATINGS = "ratings/index.html"
BROWSE = "browse/index.html"
TOPICS = "topics/index.html"
CLAIMANTS = "claimants/index.html"
CORRECTIONS = "corrections/index.html"
REVIEW_DUE = "review-due/index.html"
SEARCH = "search/index.html"
SEARCH_MANIFEST = "search/manifest.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NOT_FOUND = "404.html"
HEADERS = "_headers"

DATA = "data/index.html"
FIELDS = "data/fields/index.html"
LLMS = "llms.txt"
FEEDS = "feeds/index.html"

#: Where the theme's static files are written.
THEME = "theme"

#: The folder of what other sites may show in a frame, and what stands there for what is gone.
EMBEDS = "embed"
NO_EMBED = f"{EMBEDS}/404.html"


def check_path(slug: str) -> str:
    """Return where a fact-check's page is written."""
    return f"checks/{slug}/index.html"


def claim_path(slug: str, claim: str) -> str:
    """Return where a claim's page is written."""
    return f"checks/{slug}/{claim}.html"


def record_path(slug: str) -> str:
    """Return where a fact-check stands as data."""
    return f"checks/{slug}/index.json"


def annotations_path(slug: str) -> str:
    """Return where the annotations of a fact-check's document stand."""
    return f"checks/{slug}/annotations.jsonld"


def twin_path(path: str) -> str:
    """Return where the Markdown twin of a fact-check's page, or a claim's, is written."""
    return path.removesuffix(".html") + ".md"


def card_path(path: str) -> str:
    """Return where the picture is written with which a page is shared."""
    return path.removesuffix(".html") + ".png"


def embed_path(slug: str, claim: str = "") -> str:
    """Return where a fact-check stands for other sites' frames; or one of its claims."""
    return f"{EMBEDS}/{slug}/{claim or 'index'}.html"


def oembed_path(slug: str, claim: str = "") -> str:
    """Return where other sites learn how to frame a fact-check, or one of its claims (oEmbed)."""
    return f"{EMBEDS}/{slug}/{claim or 'index'}.json"


def list_feed(path: str, prefix: str = "") -> str:
    """
    Return where the feed of a list stands, without what its forms' names end with.

    Args:
        path: Where the list is written, with its edition's prefix.

        prefix: The edition's.
    """
    return f"{prefix}feeds/{path.removeprefix(prefix).removesuffix('/index.html')}"


def sitemap_path(name: str) -> str:
    """Return where a part of the sitemap is written: beside the index, so that it may name any."""
    return f"sitemap-{name}.xml"


def search_part_path(name: str) -> str:
    """Return where a part of the search index is written."""
    return f"search/parts/{name}.json"


@lru_cache(maxsize=4096)
def slug_in(path: str) -> str:
    """Return the slug of the fact-check of which a page or another file is written at a path."""
    place, _, rest = path.partition("/")
    return rest.partition("/")[0] if place in {"checks", EMBEDS} else ""


def scale_path(scale: str, default: str) -> str:
    """Return where a scale's page is written; the default scale has the short address."""
    return RATINGS if scale == default else f"ratings/{scale.replace('@', '-v')}/index.html"


@lru_cache(maxsize=4096)
def rating_path(key: str, scale: str, default: str) -> str:
    """Return where the list of all rulings with a scale's rating is written."""
    return scale_path(scale, default).replace("index.html", f"{key}/index.html")


def group_path(index: str, slug: str) -> str:
    """Return where the list of a group is written: a topic's, a claimant's."""
    return index.replace("index.html", f"{slug}/index.html")


def sheet_path(path: str, number: int) -> str:
    """Return where a numbered page of a list is written; 0 is the list's own address."""
    return path.replace("index.html", f"page-{number}.html") if number else path


def claim_id(claim: str) -> str:
    """Return the id of a ruling's card on its fact-check's page."""
    return f"claim-{claim}"


def quote_id(claim: str) -> str:
    """Return the id of a quote's mark in the document."""
    return f"quote-{claim}"


#: The id of the document on its fact-check's page, and of what was claimed on its own page.
DOCUMENT: Final = "document"
CLAIM: Final = "claim"


def media_id(number: int) -> str:
    """Return the id of a picture, film or recording on the page of the claim that rests on it."""
    return f"media-{number}"


def rating_id(scale: str, key: str = "") -> str:
    """Return the id of a scale on the page of ratings, or of one of its ratings."""
    return "-".join(filter(None, ("scale", scale.replace("@", "-v"), key)))


#: A text fragment begins behind this and is the browser's business (URL Fragment Text Directives).
DIRECTIVE: Final = ":~:"

#: Leads to the beginning of any page (HTML Standard, 7.4.6.4).
TOP: Final = "top"


def absolute(site: Site, path: str) -> str:
    """Return a page's whole address, as machines and other sites use it."""
    return f"{site.url}/{_shown(path)}"


def ruling_address(site: Site, slug: str, claim: str) -> str:
    """Return a claim's whole address: its page's, or else its place in the fact-check."""
    if site.claim_pages:
        return absolute(site, claim_path(slug, claim))
    return f"{absolute(site, check_path(slug))}#{claim_id(claim)}"


class Link(NamedTuple):
    """
    A link within the site, as it is checked before publishing.
    """

    #: A path in the output.
    path: str

    #: An id on that page; empty for the page itself.
    fragment: str = ""


def leads_to(site: Site, path: str, address: str) -> Link | None:
    """
    Return where an address leads within the site; None if it leads elsewhere.

    Args:
        site: The site.

        path: Where the page is written on which the address stands.

        address: As it stands there (RFC 3986, 4.1): relative, or whole.
    """
    if site.url and f"{address}/".startswith(f"{site.url}/"):
        address = site.base + address.removeprefix(site.url).lstrip("/")
    try:
        parts = urlsplit(urljoin(site.base + _shown(path), address))
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    target = unquote(parts.path).removeprefix(site.base)
    target += "index.html" if not target or target.endswith("/") else ""
    fragment = unquote(parts.fragment).partition(DIRECTIVE)[0]
    return Link(target, "" if fragment == TOP else fragment)


@dataclass(slots=True)
class Record:
    """
    What one page links to and which ids it offers, noted while its view is made.

    Pages are never parsed again to find out: that costs more than rendering them.
    """

    site: Site
    path: str

    #: The id of the site's own scale, whose pages have the short addresses.
    default_scale: str = ""

    #: What the page is written in, and whose lists it leads to.
    edition: Edition = field(default_factory=Edition)

    #: The path that the site lives below.
    base: str = field(init=False)
    links: set[Link] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Ask the site once for what every link needs."""
        self.base = self.site.base

    def to(self, path: str, fragment: str = "") -> str:
        """
        Return a link to a page of the site, root-relative with the site's own path, and note it.
        """
        self.links.add(Link(path, fragment))
        if not fragment:
            return self.base + _shown(path)
        if path == self.path:
            return f"#{fragment}"
        return f"{self.base}{_shown(path)}#{fragment}"

    def to_list(self, path: str) -> str:
        """
        Return a link to a list of the page's own edition.

        Args:
            path: Where the site's own list of that kind is written.
        """
        return self.to(self.edition.prefix + path)

    def to_claim(self, slug: str, claim: str) -> str:
        """
        Return a link to a claim's page; to its place in the fact-check, where it has none.
        """
        if self.site.claim_pages:
            return self.to(claim_path(slug, claim))
        return self.to(check_path(slug), claim_id(claim))

    def to_group(self, index: str, slug: str) -> str:
        """
        Return a link to a group's list; empty where the site has no such lists.
        """
        is_there = index.partition("/")[0] in self.site.browse
        return self.to_list(group_path(index, slug)) if is_there else ""

    @property
    def words(self) -> Words:
        """The interface's words on the page."""
        return self.edition.words

    @property
    def outward(self) -> Outward:
        """A record like this one, for what is read elsewhere."""
        return Outward(self.site, self.path, self.default_scale, self.edition)

    def id(self, name: str) -> str:
        """
        Return an id for an element of this page, and note it.
        """
        self.ids.add(name)
        return name

    def offer(self, names: Iterable[str]) -> None:
        """
        Note the ids that the page's template itself holds.
        """
        self.ids.update(names)


@dataclass(slots=True)
class Outward(Record):
    """
    The record of what is read elsewhere than on the site: every link is a whole address.
    """

    def to(self, path: str, fragment: str = "") -> str:
        """
        Return a whole address; nothing is noted, since no page of the site links there.
        """
        address = absolute(self.site, path)
        return f"{address}#{fragment}" if fragment else address


@lru_cache(maxsize=4096)
def _shown(path: str) -> str:
    return (
        path.removesuffix("index.html") if path == HOME or path.endswith("/index.html") else path
    )
