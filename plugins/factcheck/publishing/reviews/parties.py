"""
Rules on who says what: the reviewer, the claim, and whoever made it.

Google, "Fact check (ClaimReview) structured data": ``author`` is an organization or a person with
a name or an address; ``itemReviewed`` is a ``Claim`` whose ``author`` made it and has a name,
where that is known, and never the reviewer; the claim has an appearance. Before there was a
``Claim``, it was the work in which the claim stood (schema.org, issue 1828).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.rules import Breach
from factcheck.model.shape import Path
from factcheck.model.values import quoted
from factcheck.publishing.reviews.around import Around, note, warning
from factcheck.publishing.reviews.values import (
    Node,
    is_empty,
    nodes,
    single,
    text_of,
    texts,
    types_of,
)
from factcheck.publishing.schemaorg import (
    APPEARANCE,
    AUTHOR,
    CLAIM,
    FIRST_APPEARANCE,
    ID,
    ITEM_REVIEWED,
    NAME,
    NO_PARTIES,
    ORGANIZATION,
    PERSON,
    SAME_AS,
    URL,
    WORKS,
)

#: What programs and forms put where nobody gave a name.
NO_NAMES: Final = frozenset(
    "- -- . ? author claimant n/a na name nil none null tbd test undefined unknown".split()  # noqa: SIM905
)
#: What tells where a claim stands.
PLACES: Final = frozenset({APPEARANCE, FIRST_APPEARANCE, SAME_AS, URL})
PARTY: Final = f"write an object of the type {PERSON} or {ORGANIZATION}, with its {NAME}"


def the_reviewer_is_told(review: Node, _: Around) -> Iterator[Breach]:
    """A review says whose it is, with name and address."""
    author = review.get(AUTHOR)
    if is_empty(author):
        message = "the review does not say whose it is"
        yield warning(_there(review, AUTHOR), "author-missing", message, PARTY)
        return
    yield from _no_party(author, (AUTHOR,))
    for path, party in nodes(author, (AUTHOR,)):
        if _is_reference(party):
            continue
        if not text_of(party, NAME).strip():
            message = "the reviewer has no name"
            hint = "write the desk's or the person's name"
            yield warning((*path, *_there(party, NAME)), "author-unnamed", message, hint)
        if is_empty(party.get(URL)) and is_empty(party.get(SAME_AS)):
            message = "the reviewer has no address"
            hint = f"add the {URL} of the desk's site"
            yield note((*path, *_there(party, URL)), "author-url", message, hint)


def the_claim_is_a_claim(review: Node, _: Around) -> Iterator[Breach]:
    """What is reviewed is a Claim; formerly it was the work that holds it."""
    item = single(review.get(ITEM_REVIEWED))
    if is_empty(item):
        message = "the review does not say where the claim was made, and by whom"
        hint = f'add {{"@type": "{CLAIM}"}} with author, datePublished and appearance'
        yield warning(_there(review, ITEM_REVIEWED), "item-missing", message, hint)
    elif not isinstance(item, dict):
        message = f"expected one {CLAIM}, an object"
        hint = f'write {{"@type": "{CLAIM}", …}}'
        yield warning((ITEM_REVIEWED,), "item-type", message, hint)
    elif CLAIM not in (types := types_of(item)) and not _is_reference(item):
        hint = f"write {CLAIM}, and the work in which it stands as its appearance"
        message = f"expected a {CLAIM}; found {_named(types)}"
        tell = note if WORKS.intersection(types) else warning
        yield tell((ITEM_REVIEWED,), "item-type", message, hint)
    elif not PLACES.intersection(item) and not _is_reference(item):
        message = "nothing says where the claim stands"
        hint = f"add the work in which it was made or repeated as {APPEARANCE}, if there is one"
        yield note((ITEM_REVIEWED,), "appearance-missing", message, hint)


def the_claimant_is_told(review: Node, _: Around) -> Iterator[Breach]:
    """Whoever made the claim has a name, and is not the reviewer."""
    own = {name for _, party in nodes(review.get(AUTHOR), ()) if (name := _name(party))}
    for path, item in nodes(review.get(ITEM_REVIEWED), (ITEM_REVIEWED,)):
        if _is_reference(item):
            continue
        if AUTHOR not in item:
            message = "nobody is named who made the claim"
            hint = f"add the claimant as {AUTHOR}, if it is known who that is"
            yield note(path, "claimant-missing", message, hint)
            continue
        yield from _no_party(item[AUTHOR], (*path, AUTHOR))
        yield from _unnamed(item[AUTHOR], (*path, AUTHOR))
        for at, party in nodes(item[AUTHOR], (*path, AUTHOR)):
            if _name(party) in own:
                message = "the reviewer is said to have made the claim"
                hint = "name whoever made the claim, or leave the author of the claim out"
                yield warning((*at, NAME), "claimant-desk", message, hint)


def _unnamed(author: object, path: Path) -> Iterator[Breach]:
    hint = f"name whoever made the claim, or leave {AUTHOR} out if nobody knows"
    if is_empty(author):
        yield warning(path, "claimant-unnamed", "whoever made the claim has no name", hint)
    for at, party in nodes(author, path):
        name = text_of(party, NAME)
        if not name.strip() and not _is_reference(party):
            message = "whoever made the claim has no name"
            yield warning((*at, *_there(party, NAME)), "claimant-unnamed", message, hint)
        elif name.strip().casefold() in NO_NAMES:
            message = f"{quoted(name)} is not a name"
            yield warning((*at, NAME), "claimant-unnamed", message, hint)


def _no_party(author: object, path: Path) -> Iterator[Breach]:
    for at, text in texts(author, path):
        if text.strip() and not text.startswith(("http://", "https://")):
            message = f"expected a {PERSON} or an {ORGANIZATION}; found the text {quoted(text)}"
            yield warning(at, "party-type", message, PARTY)
    for at, party in nodes(author, path):
        types = types_of(party)
        if not _is_reference(party) and NO_PARTIES.issuperset(types):
            message = f"expected a {PERSON} or an {ORGANIZATION}; found {_named(types)}"
            yield warning(at, "party-type", message, PARTY)


def _named(types: tuple[str, ...]) -> str:
    return " and ".join(quoted(type_, most=40) for type_ in types[:3]) or "no type"


def _name(party: Node) -> str:
    return text_of(party, NAME).strip().casefold()


def _is_reference(node: Node) -> bool:
    """Tell whether an object only names another one, which may stand anywhere."""
    return ID in node and len(node) == 1


def _there(node: Node, key: str) -> tuple[str, ...]:
    return (key,) if key in node else ()
