"""
What a host should send with every page.

As a ``_headers`` file, which Netlify, Cloudflare Pages and others read. The policy also stands in
every page, for hosts that serve only files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from factcheck.model.site import Site
from factcheck.publishing.addresses import EMBEDS

Headers = tuple[tuple[str, str], ...]

#: Only the site's own files run, nothing is framed, nothing comes from elsewhere (W3C Content
#: Security Policy 3).
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)

#: What others show in a frame runs nothing at all.
EMBED_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)

#: Whatever the path. All that is published is public, so anybody's program may fetch it.
ALWAYS: Final[Headers] = (
    ("Access-Control-Allow-Origin", "*"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
)

#: What begins the names of files that grow in number with the site: one rule holds for them all,
#: for hosts read a hundred rules (Cloudflare Pages).
PART: Final = re.compile(r"(page|sitemap)-")

#: Not every host knows the ending (RFC 7763).
TWINS: Final[Headers] = (("Content-Type", "text/markdown; charset=utf-8"),)

#: ``frame-ancestors`` has a meaning in a header only; in a page browsers complain about it.
NOT_FRAMED: Final[Headers] = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Frame-Options", "DENY"),
)
FRAMED: Final[Headers] = (("Content-Security-Policy", f"{EMBED_POLICY}; frame-ancestors *"),)


def is_framed(path: str) -> bool:
    """
    Tell whether other sites may show a page in a frame.

    Args:
        path: Where it is written.
    """
    return path.startswith(f"{EMBEDS}/")


def guard(path: str) -> Headers:
    """
    Return the headers that say what a file may load, and who may show it in a frame.

    Args:
        path: Where it is written.
    """
    return FRAMED if is_framed(path) else NOT_FRAMED


def headers(site: Site, paths: Iterable[str]) -> bytes:
    """
    Write the ``_headers`` file: what is always sent, and one guard for each part of the site.

    Hosts join the values of a header for which several rules hold, and a browser obeys the
    strictest. So where some pages may be framed, no rule for all paths may forbid it.

    Args:
        site: Whose file it is.

        paths: Where everything on the site is written.
    """
    if not site.embeds:
        whole = _rule(f"{site.base}*", (*ALWAYS, *NOT_FRAMED))
        return f"{whole}\n{_rule(f'{site.base}*.md', TWINS)}".encode()
    # 10,000 fact-checks lie in two folders.
    tops = {path[: path.find("/") + 1] or path for path in paths}
    places = {place: guard(top) for top in sorted(tops) for place in _asked(top)}
    rules = (("*", ALWAYS), ("*.md", TWINS), *places.items())
    return "\n".join(_rule(site.base + place, told) for place, told in rules).encode()


def _asked(top: str) -> Iterator[str]:
    """Give the addresses at which a host shows a file at the top of the site, or a folder."""
    name, bare = quote(top), quote(top.removesuffix(".html"))
    if top.endswith("/"):
        yield f"{name}*"
    elif part := PART.match(top):
        yield f"{part[0]}*"
    elif top.startswith("."):
        return  # no host shows it
    else:
        yield name
        if bare == "index":
            yield ""
        elif bare != name:
            yield bare


def _rule(pattern: str, told: Headers) -> str:
    lines = "".join(f"  {name}: {value}\n" for name, value in told)
    return f"{pattern}\n{lines}"
