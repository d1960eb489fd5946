"""
What feeds hold of a fact-check in full: HTML that can stand anywhere.

It has whole addresses only, and neither ids nor styles: where it will be read, nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from markupsafe import Markup

from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import Prominence
from factcheck.publishing.addresses import Outward, check_path, rating_path
from factcheck.publishing.borrowed import in_html, strung, with_borrowed_words
from factcheck.publishing.numbering import numbered
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.changes import NoteView, changes
from factcheck.publishing.views.checks import groups_of
from factcheck.publishing.views.ratings import RatingView, rating_view
from factcheck.publishing.views.rulings import RulingView
from factcheck.publishing.words import direction

TEMPLATE: Final = "components/feed_content.html"


class Content(NamedTuple):
    """
    A fact-check in full, and each of its rulings.
    """

    whole: str

    #: By the ids of the claims.
    rulings: Mapping[str, str]


class RulingContent(NamedTuple):
    """
    A ruling without its claim.
    """

    ruling: RulingView

    #: The interface's language, where the desk's own words are in another; else empty.
    spoken: str


class GroupContent(NamedTuple):
    """
    Rulings under one heading, which may be empty; each with its body.
    """

    title: str
    text: Markup
    rulings: tuple[tuple[RulingView, Markup], ...]


class CheckContent(NamedTuple):
    """
    A fact-check.
    """

    href: str
    language: str
    direction: str
    spoken: str
    is_sample: bool
    how_read: str
    corrections: tuple[NoteView, ...]
    rating: RatingView | None
    reason: str
    summary: str
    what_is_known: Markup
    groups: tuple[GroupContent, ...]
    minor: GroupContent


class AloneContent(NamedTuple):
    """
    A ruling that is read without its fact-check.
    """

    language: str
    direction: str
    spoken: str
    is_sample: bool
    how_read: str
    claimant: str
    body: Markup
    check_title: str
    check_href: str


class ChangeContent(NamedTuple):
    """
    A change after publication.
    """

    note: NoteView
    language: str
    direction: str
    check_title: str
    check_href: str


def content(
    check: FactCheck, rulings: Iterable[RulingView], record: Outward, templates: Templates
) -> Content:
    """
    Return a fact-check and its rulings in full.

    Args:
        check: The fact-check.

        rulings: All of its rulings as any page shows them.

        record: Makes the addresses.

        templates: The theme's.
    """
    told = _Telling(with_borrowed_words(check), rulings, record, templates)
    return Content(told.whole(), {id_: told.alone(id_) for id_ in told.rulings})


def change_content(check: FactCheck, note: NoteView, record: Outward, templates: Templates) -> str:
    """
    Return a change in full.

    Args:
        check: The fact-check that was changed.

        note: The change.

        record: Makes the addresses.

        templates: The theme's.
    """
    language = check.verdict.language
    title, href = check.verdict.title, record.to(check_path(check.slug))
    view = ChangeContent(note, language, direction(language), title, href)
    return templates.part(TEMPLATE, "change", view, record.words)


class _Telling:
    """A fact-check that is being told in full: each ruling is rendered once for both."""

    def __init__(
        self,
        check: FactCheck,
        rulings: Iterable[RulingView],
        record: Outward,
        templates: Templates,
    ) -> None:
        self.check, self.record, self.templates = check, record, templates
        self.numbers = numbered(check)
        self.rulings = {one.claim_id: self._outward(one) for one in rulings}
        spoken = record.words.language
        self.spoken = "" if spoken == check.verdict.language else spoken
        self.bodies = {
            id_: self._made("ruling", RulingContent(ruling, self.spoken))
            for id_, ruling in self.rulings.items()
        }

    def whole(self) -> str:
        """Return the fact-check."""
        check, record, verdict = self.check, self.record, self.check.verdict
        minor = [one for one in check.claims if one.claim.prominence is Prominence.MINOR]
        groups = groups_of(check, self.rulings, record)
        view = CheckContent(
            href=record.to(check_path(check.slug)),
            language=verdict.language,
            direction=direction(verdict.language),
            spoken=self.spoken,
            is_sample=verdict.sample,
            how_read=self.numbers.how_read,
            corrections=tuple([one for one in changes(check, record) if one.is_correction]),
            rating=rating_view(check.rating, check.scale, verdict.language, record)
            if check.rating
            else None,
            reason=verdict.reason or "",
            summary=verdict.summary,
            what_is_known=in_html(verdict.what_is_known),
            groups=tuple([self._group(one.title, one.text, one.rulings) for one in groups]),
            minor=self._group("", Markup(), [self.rulings[one.claim.id] for one in minor]),
        )
        return self._made("fact_check", view)

    def alone(self, claim: str) -> str:
        """Return the ruling on a claim."""
        verdict = self.check.verdict
        view = AloneContent(
            language=verdict.language,
            direction=direction(verdict.language),
            spoken=self.spoken,
            is_sample=verdict.sample,
            how_read=self.numbers.how_read,
            claimant=strung("; ", [party.name for party in self.rulings[claim].claimant]),
            body=self.bodies[claim],
            check_title=verdict.title,
            check_href=self.record.to(check_path(self.check.slug)),
        )
        return self._made("alone", view)

    def _outward(self, ruling: RulingView) -> RulingView:
        """Return a ruling with whole addresses in the place of the links that are shown of it."""
        check, record = self.check, self.record
        meaning = rating_path(ruling.rating.key, check.scale.id, record.default_scale)
        return ruling._replace(
            href=record.to_claim(check.slug, ruling.claim_id),
            rating=ruling.rating._replace(href=record.to_list(meaning)),
        )

    def _group(self, title: str, text: Markup, rulings: Iterable[RulingView]) -> GroupContent:
        return GroupContent(
            title, text, tuple([(one, self.bodies[one.claim_id]) for one in rulings])
        )

    def _made(self, macro: str, view: object) -> Markup:
        made = self.templates.part(TEMPLATE, macro, view, self.record.words)
        return Markup(made)  # noqa: S704 - the template has escaped what it holds
