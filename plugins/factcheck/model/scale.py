"""
Rating scales: published, versioned, and data rather than code.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from factcheck.model import bounds
from factcheck.model.values import Flag, Slug, VersionedScale
from factcheck.model.verdict import Part
from factcheck.model.vocabulary import State
from factcheck.model.worded import Worded, language_of, worded


class Shape(StrEnum):
    """The shapes that a theme draws for ratings, so that none rests on colour alone."""

    CHECK_FULL = "check-full"
    CHECK = "check"
    HALF = "half"
    CROSS = "cross"
    CROSS_FULL = "cross-full"
    BEND = "bend"
    QUESTION = "question"
    MASK = "mask"


class Colour(StrEnum):
    """The colour roles that a theme gives an ink and a fill; never a colour itself."""

    TRUE = "true"
    MOSTLY_TRUE = "mostly-true"
    HALF_TRUE = "half-true"
    MOSTLY_FALSE = "mostly-false"
    FALSE = "false"
    MISLEADING = "misleading"
    UNPROVEN = "unproven"
    SATIRE = "satire"


class Rating(Part):
    """
    One step of a scale.
    """

    key: Slug

    #: By language; the first is used where a language has none of its own.
    label: Worded
    definition: Worded

    #: Closer to the scale's highest means truer; none where the rating says something else.
    number: Annotated[int, Field(ge=1, le=100)] | None = None

    #: What a mark in the document shows.
    state: State

    #: A role that the theme knows: the name of a colour token, never a colour.
    colour: Colour

    #: A shape that the theme knows, so that the rating never rests on colour alone.
    shape: Shape

    #: Whether a claim so rated must have evidence.
    needs_evidence: Flag = True

    def __hash__(self) -> int:
        """Equal ratings have one key; the words by language cannot be hashed."""
        return hash(self.key)

    def label_in(self, language: str) -> str:
        """
        Return the rating's word in a language, or in the scale's first one.
        """
        return worded(self.label, language)

    def language_of_label(self, language: str) -> str:
        """
        Return the language of the word that ``label_in`` gives.
        """
        return language_of(self.label, language)

    def definition_in(self, language: str) -> str:
        """
        Return what the rating means, in a language or in the scale's first one.
        """
        return worded(self.definition, language)

    def language_of_definition(self, language: str) -> str:
        """
        Return the language of what ``definition_in`` gives.
        """
        return language_of(self.definition, language)


class Scale(Part):
    """
    An ordered set of ratings, under an id and a version that old fact-checks keep.
    """

    #: Like ``default@1``.
    id: VersionedScale
    title: Worded
    ratings: Annotated[tuple[Rating, ...], Field(min_length=2, max_length=bounds.RATINGS)]

    def title_in(self, language: str) -> str:
        """
        Return the scale's name in a language, or in its first one.
        """
        return worded(self.title, language)

    def language_of_title(self, language: str) -> str:
        """
        Return the language of the name that ``title_in`` gives.
        """
        return language_of(self.title, language)

    def rating(self, key: str) -> Rating | None:
        """
        Return the rating with a key, if the scale has it.
        """
        return next((rating for rating in self.ratings if rating.key == key), None)

    @property
    def best(self) -> int:
        """The highest number: the truest."""
        return max(self._numbers)

    @property
    def worst(self) -> int:
        """The lowest number."""
        return min(self._numbers)

    @property
    def _numbers(self) -> list[int]:
        return [rating.number for rating in self.ratings if rating.number is not None]


class Scales(Part):
    """
    Every scale of the site; the first is used where a check names none.
    """

    scales: Annotated[tuple[Scale, ...], Field(min_length=1, max_length=bounds.SCALES)]

    @property
    def default(self) -> Scale:
        """The site's own scale."""
        return self.scales[0]

    def scale(self, id: str | None) -> Scale | None:  # noqa: A002 - the field's name
        """
        Return the scale with an id; the default one for none; nothing if it is unknown.
        """
        if id is None:
            return self.default
        return next((scale for scale in self.scales if scale.id == id), None)
