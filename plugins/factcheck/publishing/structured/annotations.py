"""
A fact-check's rulings as annotations of its document.

Follows the W3C's "Web Annotation Data Model": a collection with its one page, an annotation for
each quote that was ruled on and for all words that were not rated.

Rule 1: a target is where readers find the words: the document as the fact-check's page shows it,
and the address that the page links to.
Rule 2: positions count, in code points, in the text that the page shows: the document's lines, one
after the other, each but the last with a line break at its end.
Rule 3: around a quote stands no word that the page does not show.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from factcheck.model.factcheck import Anchor, FactCheck, RuledClaim, UnratedWords
from factcheck.model.site import Site
from factcheck.model.values import PartialDate
from factcheck.model.vocabulary import Display
from factcheck.publishing.addresses import absolute, annotations_path, claim_id, ruling_address
from factcheck.publishing.borrowed import language_of
from factcheck.publishing.numbering import trimmed
from factcheck.publishing.sentences import shown_around
from factcheck.publishing.structured.desk import desk_id
from factcheck.publishing.structured.stating import one_or_all, stated
from factcheck.publishing.structured.works import document_id, document_name
from factcheck.publishing.wording import UNRATED_REASONS
from factcheck.publishing.words import Words

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"

#: How much of what stands beside a quote is given, in characters: at least, and where the words
#: occur more than once, at most.
NEAR: Final = 32
FAR: Final = 512


def is_annotated(check: FactCheck) -> bool:
    """
    Tell whether readers are shown, or led to, a document with words that something is said of.
    """
    about = check.verdict.document
    is_seen = about.display is not Display.NONE or bool(about.linked_url)
    return is_seen and (bool(check.unrated) or any(ruled.anchor for ruled in check.claims))


def annotation_collection(check: FactCheck, site: Site, words: Words) -> dict[str, Any]:
    """
    Return all annotations of a fact-check's document, as an ``AnnotationCollection``.

    Args:
        check: The fact-check.

        site: Whose it is.

        words: Say why words were not rated.
    """
    own = absolute(site, annotations_path(check.slug))
    items = [*_all(check, site, words)]
    return {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": document_name(check) or check.verdict.title,
        "total": len(items),
        "first": {
            "id": f"{own}#all",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
        "last": f"{own}#all",
    }


def _all(check: FactCheck, site: Site, words: Words) -> Iterator[dict[str, Any]]:
    about = _About(check, site)
    for ruled in check.claims:
        if ruled.anchor:
            name = claim_id(ruled.claim.id)
            changed = check.verdict.changed_on(ruled.claim.id)
            yield about.said(name, ruled.anchor, changed, *_ruling(check, ruled, site))
    for unrated in check.unrated:
        name = f"unrated-{unrated.anchor.start}-{unrated.anchor.end}"
        changed = check.verdict.changed_on()
        yield about.said(name, unrated.anchor, changed, *_no_ruling(check, unrated, words))


class _About(NamedTuple):
    """What all annotations of a document have in common."""

    check: FactCheck
    site: Site

    def said(
        self,
        name: str,
        anchor: Anchor,
        changed: PartialDate | None,
        motivation: str,
        body: list[dict[str, Any]],
    ) -> dict[str, Any]:
        """Make an annotation; of a claim, its own last change counts."""
        verdict, site = self.check.verdict, self.site
        created = _instant(verdict.published.instant)
        modified = f"{changed.first.isoformat()}T00:00:00Z" if changed else ""
        return stated(
            {
                "id": f"{absolute(site, annotations_path(self.check.slug))}#{name}",
                "type": "Annotation",
                "motivation": motivation,
                "creator": {"id": desk_id(site), "type": "Organization", "name": site.desk},
                "created": created,
                # A change of the day on which it came out has no hour.
                "modified": max(created, modified) if changed else None,
                "rights": site.license,
                "body": body,
                "target": one_or_all([*self._targets(anchor)]),
            }
        )

    def _targets(self, anchor: Anchor) -> Iterator[dict[str, Any]]:
        about, text = self.check.verdict.document, self.check.document.text
        anchor = trimmed(anchor, text)
        if about.display is not Display.NONE:
            selectors = [_quote(text, anchor, *shown_around(self.check, anchor))]
            if about.display is Display.FULL:
                start, end = anchor
                selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
            yield _target(document_id(self.check, self.site), one_or_all(selectors))
        if about.linked_url:
            yield _target(about.linked_url, _quote(text, anchor, *self._on_its_line(anchor)))

    def _on_its_line(self, anchor: Anchor) -> tuple[int, int]:
        """Elsewhere another white space may part what stands on lines of their own here."""
        text = self.check.document.text
        begin, end = shown_around(self.check, anchor)
        stop = text.find("\n", anchor.end, end)
        return text.rfind("\n", begin, anchor.start) + 1 or begin, end if stop < 0 else stop


def _target(source: str, selector: Any) -> dict[str, Any]:  # noqa: ANN401 - one, or several
    return {"type": "SpecificResource", "source": source, "selector": selector}


def _quote(text: str, anchor: Anchor, begin: int, end: int) -> dict[str, Any]:
    """
    Select words by what they are, with as much of what stands beside them as tells them apart.

    Args:
        text: The document's.

        anchor: Where the words stand in it.

        begin: Where it begins to be shown.

        end: Where it ends to be shown.
    """
    reach = NEAR
    while True:
        before = max(begin, anchor.start - reach)
        after = min(end, anchor.end + reach)
        is_whole = (before, after) == (begin, end)
        if is_whole or reach >= FAR or _is_one(text, text[before:after]):
            break
        reach *= 2
    return {
        "type": "TextQuoteSelector",
        "exact": text[anchor.start : anchor.end],
        "prefix": text[before : anchor.start],
        "suffix": text[anchor.end : after],
    }


def _is_one(text: str, words: str) -> bool:
    """Tell whether words stand in a text once; those that overlap themselves count too."""
    return text.find(words, text.find(words) + 1) < 0


def _ruling(check: FactCheck, ruled: RuledClaim, site: Site) -> tuple[str, list[dict[str, Any]]]:
    claim, language = ruled.claim, check.verdict.language
    rating = ruled.rating
    return "assessing", [
        {
            "type": "SpecificResource",
            "source": ruling_address(site, check.slug, claim.id),
            "purpose": "linking",
        },
        _text("classifying", rating.label_in(language), rating.language_of_label(language)),
        _text("commenting", claim.reason, language_of(claim.reason, language)),
    ]


def _no_ruling(
    check: FactCheck, unrated: UnratedWords, words: Words
) -> tuple[str, list[dict[str, Any]]]:
    said, note = unrated.unrated, unrated.unrated.note
    body = [_text("classifying", words.of(UNRATED_REASONS[said.reason]), words.language)]
    if note:
        body.append(_text("commenting", note, language_of(note, check.verdict.language)))
    return "classifying", body


def _text(purpose: str, text: str, language: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "value": text,
        "format": "text/plain",
        "language": language,
        "purpose": purpose,
    }


def _instant(moment: datetime) -> str:
    """Write an instant as the model asks: in UTC, with a Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
