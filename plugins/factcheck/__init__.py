"""
A fact-check digest made with Pelican: documents and their verdicts to a site.

Pelican loads this package as a plugin (``PLUGINS = ["factcheck"]``) and calls ``register``.
"""

from __future__ import annotations


def register() -> None:
    """
    Connect to Pelican's signals.
    """
    # Importing the door here keeps "import factcheck" free of Pelican.
    from factcheck.doors.pelican import register as connect  # noqa: PLC0415

    connect()
