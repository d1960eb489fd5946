"""
What a host should send with every page.

As a ``_headers`` file, which Netlify, Cloudflare Pages and others read. The policy also stands in
every page, for hosts that serve only files.
"""

from __future__ import annotations

from typing import Final

#: Only the site's own files run, nothing is framed, nothing comes from elsewhere (W3C Content
#: Security Policy 3).
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)

#: ``frame-ancestors`` has a meaning in a header only; in a page browsers complain about it.
HEADERS: Final = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
)

#: Not every host knows the ending (RFC 7763).
TWINS: Final = "/*.md\n  Content-Type: text/markdown; charset=utf-8\n"


def headers() -> bytes:
    """
    Write the ``_headers`` file: one rule for every path, and one that says what twins are.
    """
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS)
    return f"/*\n{lines}{TWINS}".encode()
