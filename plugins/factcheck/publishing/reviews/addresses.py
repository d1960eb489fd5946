"""
Rules on addresses: the review's own, and all others.

Google, "Fact check (ClaimReview) structured data": ``url`` is required, leads to the page of the
whole fact-check, and lies on the same domain as the page that holds the review or below it; short
addresses are not followed. That addresses are joined, lead back to the review, or lack their
beginning is what collectors of reviews repair (M. Mensio, claimreview-collector).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

from factcheck.model.rules import Breach
from factcheck.model.shape import Path
from factcheck.model.values import check_address, quoted
from factcheck.publishing.reviews.around import Around, error, lacking, warning
from factcheck.publishing.reviews.values import (
    Node,
    addresses,
    is_empty,
    nodes,
    single,
    text_of,
    texts,
)
from factcheck.publishing.schemaorg import (
    APPEARANCE,
    AUTHOR,
    CONTENT_URL,
    FIRST_APPEARANCE,
    IMAGE,
    ITEM_REVIEWED,
    LOGO,
    PUBLISHER,
    SAME_AS,
    URL,
)

#: An address begins where one has not ended (an archive's holds another after a slash, and a
#: query after a sign), or after what parts two in a list.
JOINED: Final = re.compile(r"[^\s/=?&#:%,;|+(]https?://|.[\s,;|]+https?://|https?:/{0,2}https?:")
RELATIVE: Final = re.compile(r"(?:\.{0,2}/|#|www\.|[\w-]+\.(?:html?|php)\b)")
WHOLE: Final = "write the whole address, as the browser shows it: https://…"


def the_review_has_an_address(review: Node, around: Around) -> Iterator[Breach]:
    """A review leads to its page: on the page's own site, by the page's own address."""
    url = review.get(URL)
    if not isinstance(url, str) or not url.strip():
        yield from _without_address(review)
    elif around.page and url != around.page:
        yield from _elsewhere(url.strip(), around)
    elif not around.page:
        yield from _not_the_authors(url, review)


def addresses_are_addresses(review: Node, around: Around) -> Iterator[Breach]:
    """Whatever is given as an address is one, and one only."""
    for path, address in _all(review):
        if around.vouches_for(address):
            continue
        try:
            check_address(address)
        except PydanticCustomError as refusal:
            if address.strip():
                yield _no_address(path, address.strip(), refusal.message())
        else:
            if address.find("http", 1) > 0 and JOINED.search(address):
                yield _joined(path, address)


def the_claim_stands_elsewhere(review: Node, _: Around) -> Iterator[Breach]:
    """What is checked does not stand on the page that checks it."""
    own = _bare(text_of(review, URL))
    for at, address in _of_claim(review) if own else ():
        if _bare(address) == own:
            message = "this is the review's own page"
            hint = "give the address at which the claim was made, or leave it out"
            yield error(at, "self-link", message, hint)


def images_have_addresses(review: Node, _: Around) -> Iterator[Breach]:
    """An image or logo is an address, or an object that has one."""
    holders = [((), review), *_parties(review)]
    for path, node in holders:
        for key in (IMAGE, LOGO):
            if key in node and not is_empty(node[key]):
                yield from _image(node[key], (*path, key))


def _image(value: Any, path: Path) -> Iterator[Breach]:  # noqa: ANN401 - whatever was published
    found = [*addresses(value, path), *addresses(value, path, CONTENT_URL)]
    if not found:
        message = "expected an address, or an ImageObject with its url"
        yield warning(path, "image-invalid", message, "give the image's whole address")
    for at, address in dict(found).items():
        if not _is_address(address):
            message = f"{quoted(address)} is not an image's address"
            yield warning(at, "image-invalid", message, WHOLE)


def _all(review: Node) -> Iterator[tuple[Path, str]]:
    """Give every address that a reader may follow, but those of images."""
    yield from texts(review.get(URL), (URL,))
    for path, party in _parties(review):
        for key in (URL, SAME_AS):
            if key in party:
                yield from texts(party[key], (*path, key))
    yield from _of_claim(review)


def _of_claim(review: Node) -> Iterator[tuple[Path, str]]:
    """Give the addresses at which the claim is said to stand."""
    for path, item in nodes(review.get(ITEM_REVIEWED), (ITEM_REVIEWED,)):
        for key in (APPEARANCE, FIRST_APPEARANCE, URL, SAME_AS):
            if key in item:
                yield from addresses(item[key], (*path, key))


def _parties(review: Node) -> Iterator[tuple[Path, Node]]:
    for key in (AUTHOR, PUBLISHER):
        if key in review:
            yield from nodes(review[key], (key,))
    for path, item in nodes(review.get(ITEM_REVIEWED), (ITEM_REVIEWED,)):
        yield from nodes(item.get(AUTHOR), (*path, AUTHOR))


def _without_address(review: Node) -> Iterator[Breach]:
    if is_empty(single(review.get(URL))):
        hint = "give the whole address of the page that holds the fact-check"
        yield lacking(review, URL, "url-missing", hint)
    elif not text_of(review, URL):
        yield error((URL,), "value-type", "expected one text", "give one address")


def _elsewhere(url: str, around: Around) -> Iterator[Breach]:
    """Compare an address with the page's; what is no address is told by another rule."""
    page = around.page
    own, there = _host(page), _host(url)
    if not (around.vouches_for(url) or _is_address(url)):
        return
    hint = f"write {page}"
    if own and there != own and not there.endswith(f".{own.removeprefix('www.')}"):
        message = f"the review stands on {own}, and says that it stands on {there}"
        yield error((URL,), "url-host", message, hint)
    elif not own or _bare(url) != _bare(page):
        message = f"the review stands on {quoted(page)}, and names another page"
        yield error((URL,), "url-page", message, hint)
    elif page.startswith("https:") and url.startswith("http:"):
        message = "the page has an address with https, the review one with http"
        yield warning((URL,), "url-insecure", message, hint)


def _not_the_authors(url: str, review: Node) -> Iterator[Breach]:
    """Where the page is not known, a review stands on its author's site."""
    there = _host(url.strip())
    hosts = [_host(text_of(party, URL)) for _, party in nodes(review.get(AUTHOR), (AUTHOR,))]
    known = [host for host in hosts if host]
    if there and known and not any(_related(there, host) for host in known):
        message = f"the review stands on {there}, and its author on {known[0]}"
        hint = "give the page's address on the author's own site"
        yield warning((URL,), "url-host", message, hint)


def _related(one: str, other: str) -> bool:
    one, other = one.removeprefix("www."), other.removeprefix("www.")
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _no_address(path: Path, address: str, reason: str) -> Breach:
    """Say what is wrong with an address; without its own, nobody finds the review."""
    if JOINED.search(address):
        return _joined(path, address)
    tell = error if path == (URL,) else warning
    if RELATIVE.match(address):
        message = f"{quoted(address)} is only a part of an address"
        return tell(path, "address-relative", message, WHOLE)
    return tell(path, "address-invalid", reason, WHOLE)


def _joined(path: Path, address: str) -> Breach:
    message = f"two addresses stand in one field: {quoted(address)}"
    return error(path, "address-joined", message, "keep one, or write a list of texts")


def _is_address(text: str) -> bool:
    try:
        check_address(text)
    except PydanticCustomError:
        return False
    return not JOINED.search(text)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower() if "://" in address else ""
    except ValueError:
        return ""


def _bare(address: str) -> str:
    """Return an address without what leads to the same page: scheme, fragment, last slash."""
    return address.strip().partition("#")[0].partition("://")[2].rstrip("/")
