"""
What a share card shows: whoever wants one drawn gives something of this form.
"""

from __future__ import annotations

from typing import Protocol

RGB = tuple[int, int, int]


class Badge(Protocol):
    """
    A rating's sign: word, shape and colours.
    """

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def shape(self) -> str:
        """An ``svg`` element."""

    @property
    def ink(self) -> RGB: ...  # noqa: D102
    @property
    def field(self) -> RGB: ...  # noqa: D102


class Card(Protocol):
    """
    What a card shows.
    """

    @property
    def site(self) -> str:
        """The site's name."""

    @property
    def desk(self) -> str:
        """Who checked; empty where the site's name says so."""

    @property
    def kind(self) -> str:
        """What the text is."""

    @property
    def notice(self) -> str:
        """What must be known before all else; may be empty."""

    @property
    def language(self) -> str:
        """Of everything but the text."""

    @property
    def is_rtl(self) -> bool:
        """Whether that is written from right to left."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def text_language(self) -> str: ...  # noqa: D102
    @property
    def is_text_rtl(self) -> bool: ...  # noqa: D102
    @property
    def badge(self) -> Badge | None: ...  # noqa: D102
    @property
    def counts(self) -> str:
        """What stands where there is no badge."""

    @property
    def page_colour(self) -> RGB: ...  # noqa: D102
    @property
    def text_colour(self) -> RGB: ...  # noqa: D102
