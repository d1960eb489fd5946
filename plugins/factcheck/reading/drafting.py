"""
The first draft of a sidecar: what the document tells, and the claims to keep or delete.

Rule 1: every line can be read by an editor who has never seen a sidecar.
Rule 2: what only an editor can write is marked ``TK`` ("to come"), so that the draft can be looked
at as a page at once, and nothing unwritten is ever published (``model/rules/unwritten``).
Rule 3: the same document and date make the same bytes.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from factcheck.model.likely import likely_slugs
from factcheck.model.rules.unwritten import TO_COME
from factcheck.model.scale import Scale
from factcheck.model.verdict import Quote
from factcheck.model.vocabulary import DocumentKind, State
from factcheck.reading.candidates import Candidate, Candidates
from factcheck.reading.checkworthy import Kind
from factcheck.reading.told import Told

WIDTH: Final = 99
#: Text that YAML reads as it stands, in brackets and beside a key; all else is put in marks.
PLAIN: Final = re.compile(r"[^\W\d_](?:[\w ’-]*[\w’])?\Z")  # noqa: RUF001 - an apostrophe
PLAIN_BESIDE_KEY: Final = re.compile(
    r"[^\W\d_](?:[\w ’“”,.()/%-]*[\w’”.)%])?\Z|\d{4}-\d\d-\d\d\Z"  # noqa: RUF001
)
#: What YAML might take for nothing, or for a yes.
WORDS_OF_YAML: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})

#: A claim's id is made of so many words with so many letters.
ID_WORDS: Final = 5
ID_LETTERS: Final = 4
ID_LENGTH: Final = 60
#: A draft's title names the document by so much.
NAMED: Final = 70

UNRATED: Final = {
    Kind.OPINION: ("opinion", "opinion"),
    Kind.PREDICTION: ("prediction", "prediction"),
    Kind.QUESTION: ("not-checked", "question"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """
    What a draft is made of.
    """

    slug: str

    #: BCP 47: of the post, and of the document; and whether the document itself told the latter.
    language: str
    document_language: str
    language_is_told: bool
    published: date
    author: str
    told: Told
    candidates: Candidates
    scale: Scale
    sha256: str

    #: From the sidecar's folder.
    schema: str

    #: How the document is called where it tells no title.
    opening: str


#: What parts a figure's thousands: 4,500,000 is one word of an id.
THOUSANDS: Final = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")


def drafted(draft: Draft) -> str:
    """
    Write a sidecar.
    """
    text = "".join(f"{line}\n".replace(" \n", "\n") for line in _lines(draft))
    return f"{text.rstrip()}\n"


def open_rating(scale: Scale) -> str:
    """
    Return the rating that says that nothing is settled: the first that wants no evidence.
    """
    unsettled = [
        one for one in scale.ratings if not one.needs_evidence and one.state is State.OPEN
    ]
    return next(iter([*unsettled, *scale.ratings])).key


def are_one_language(one: str, other: str) -> bool:
    """
    Tell whether two tags (BCP 47) are of varieties of one language.
    """
    return one.partition("-")[0] == other.partition("-")[0]


def claim_ids(candidates: tuple[Candidate, ...]) -> list[str]:
    """
    Return an id for each claim, of its first words of some length; a number where it has none.
    """
    taken: dict[str, None] = {}
    for number, candidate in enumerate(candidates, start=1):
        words = re.findall(r"[^\W_]+", THOUSANDS.sub("", candidate.quote.exact))
        telling = [word for word in words if len(word) >= ID_LETTERS or word.isdigit()]
        likely = next(likely_slugs(" ".join(telling[:ID_WORDS])), "")
        base = likely[:ID_LENGTH].rstrip("-") if re.search("[a-z]", likely) else f"claim-{number}"
        ids = (base if more == 1 else f"{base}-{more}" for more in range(1, len(candidates) + 2))
        taken[next(one for one in ids if one not in taken)] = None
    return list(taken)


def _lines(draft: Draft) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={draft.schema}"
    yield "# A draft, begun by factcheck new: readers see nothing of it while its status is draft."
    yield "# Write what is marked TK (to come). Keep the claims that are worth checking, delete"
    yield "# the others, and leave the words of a quote as they are."
    yield "schema: 1"
    yield from _field("title", f"{TO_COME}: what the check found ({_name(draft)})")
    yield f"slug: {draft.slug}"
    yield "status: draft"
    yield f"language: {draft.language}"
    yield "# The day on which it comes out."
    yield f"published: {draft.published.isoformat()}"
    yield f"authors: [{_scalar(draft.author, PLAIN)}]"
    yield from _field("summary", f"{TO_COME}: what a reader should know, in two sentences")
    yield from _document(draft)
    yield from _claims(draft)
    yield from _others(draft)


def _name(draft: Draft) -> str:
    return textwrap.shorten(draft.told.title or f"{draft.opening} …", NAMED, placeholder=" …")


def _document(draft: Draft) -> Iterator[str]:
    told = draft.told
    yield ""
    yield "document:"
    if told.title:
        yield from _field("title", told.title, "  ")
    if told.kind is None:
        yield from _remark(f"Guessed; one of {', '.join(DocumentKind)}.")
    yield f"  kind: {told.kind or DocumentKind.ARTICLE}"
    for key in ("url", "outlet", "author", "published"):
        if value := getattr(told, key):
            yield from _field(key, value, "  ") if key != "url" else (f"  url: {value}",)
    missing = [key for key in ("url", "outlet", "author", "published") if not getattr(told, key)]
    if missing:
        yield from _remark(f"Add what you know: the document does not tell {', '.join(missing)}.")
    if not draft.language_is_told:
        yield from _remark("The document does not tell its language; guessed by its words.")
    yield f"  language: {draft.document_language}"
    yield "  # Locks the document: if it changes, the check says so."
    yield f"  sha256: {draft.sha256}"


def _remark(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent="  # ", subsequent_indent="  # ")


def _claims(draft: Draft) -> Iterator[str]:
    claims = draft.candidates.claims
    yield ""
    if not claims:
        yield "# No sentence of the document can be quoted as it stands: add the claims yourself."
        yield "claims: []"
        return
    yield f"# Of {draft.candidates.sentences} sentences, the most worth checking first."
    yield "claims:"
    rating = open_rating(draft.scale)
    for id_, candidate in zip(claim_ids(claims), claims, strict=True):
        yield from _claim(draft, id_, candidate, rating)


def _claim(draft: Draft, id_: str, candidate: Candidate, rating: str) -> Iterator[str]:
    reasons = ", ".join(candidate.judged.reasons) or "no sign of its own"
    yield f"  # Line {candidate.line}: {reasons}."
    yield f"  - id: {id_}"
    yield from _quote(candidate.quote, "    ")
    own_words = candidate.quote.exact
    if not are_one_language(draft.language, draft.document_language):
        own_words = f"{TO_COME}: the claim in the language {draft.language}"
    yield from _field("claim", own_words, "    ")
    if candidate.speaker:
        speaker = json.dumps(candidate.speaker, ensure_ascii=False)
        yield f"    claimant: {{name: {speaker}, type: person}}"
    yield f"    rating: {rating}"
    yield f'    reason: "{TO_COME}: one sentence that a reader can repeat"'
    yield ""


def _others(draft: Draft) -> Iterator[str]:
    others = draft.candidates.others
    if not others:
        return
    yield "# Opinions, predictions and questions: nothing to rate. To tell readers that you looked"
    yield "# at one, take away the # and the space after it, here and in its lines below."
    yield "# unrated:"
    for candidate in others:
        reason, kind = UNRATED[candidate.judged.kind]
        lines = [*_quote(candidate.quote, "    "), f"    reason: {reason}"]
        yield f"#   # Line {candidate.line}: {kind}."
        yield f"#   - {lines[0].lstrip()}"
        yield from (f"# {line}" for line in lines[1:])


def _quote(quote: Quote, indent: str) -> Iterator[str]:
    if not (quote.prefix or quote.suffix):
        yield from _field("quote", quote.exact, indent)
        return
    yield f"{indent}quote:"
    for key in ("exact", "prefix", "suffix"):
        if value := getattr(quote, key):
            yield from _field(key, value, f"{indent}  ")


def _field(key: str, text: str, indent: str = "") -> Iterator[str]:
    """Write a key with its text: beside it, or below it where that is long."""
    line = f"{indent}{key}: {_scalar(text)}"
    if len(line) <= WIDTH:
        yield line
        return
    inner = f"{indent}  "
    yield f"{indent}{key}: >-"
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=inner,
        subsequent_indent=inner,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _scalar(text: str, plain: re.Pattern[str] = PLAIN_BESIDE_KEY) -> str:
    if plain.match(text) and text.casefold() not in WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)
