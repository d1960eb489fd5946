"""
What the built pages say in structured data, as strangers' tools read it and schema.org defines it.

``schemaorg.json`` holds the part of schema.org's vocabulary (30.1, CC BY-SA 3.0) that is needed to
check it: of each type written here what it is a kind of, of each property what may have it and
what it may say.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import extruct
import pytest
from bs4 import BeautifulSoup
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.scale import Scales
from factcheck.model.vocabulary import ChangeKind, MediaKind, Status
from factcheck.publishing.naming import topics_of
from factcheck.publishing.schemaorg import PROPERTIES
from factcheck.usecases.read import Contents
from sandbox import Sandbox, verdict

HOME = "https://example.org/"
DESK = f"{HOME}#desk"
VOCABULARY = json.loads(Path(__file__).with_name("schemaorg.json").read_text("utf-8"))
PARENTS: dict[str, list[str]] = VOCABULARY["parents"]
MEMBERS: dict[str, list[str]] = VOCABULARY["members"]
PROPERTY: dict[str, dict[str, list[str]]] = VOCABULARY["properties"]

Node = dict[str, Any]


@cache
def kinds(type_: str) -> frozenset[str]:
    """Return a type and all that it is a kind of."""
    return frozenset({type_, *(kind for parent in PARENTS[type_] for kind in kinds(parent))})


@pytest.fixture(scope="module")
def said(site: Path) -> dict[str, list[Node]]:
    """What each page says, as extruct reads it; a page that it cannot read fails the test."""
    found: dict[str, list[Node]] = {}
    for path in sorted(site.rglob("*.html")):
        syntaxes = ["json-ld", "microdata", "opengraph"]
        read = extruct.extract(path.read_bytes(), syntaxes=syntaxes, errors="strict")
        assert read["microdata"] == []
        found[path.relative_to(site).as_posix()] = read["json-ld"]
    return found


def nodes(value: Any) -> Iterator[Node]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        yield value
        yield from nodes([*value.values()])
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


def of_type(said: list[Node], type_: str) -> list[Node]:
    return [one for one in said if one["@type"] == type_]


def published(contents: Contents) -> list[FactCheck]:
    return [check for check in contents.checks if check.verdict.status is Status.PUBLISHED]


def rulings(contents: Contents) -> Iterator[tuple[FactCheck, RuledClaim, str]]:
    for check in published(contents):
        for ruled in check.claims:
            yield check, ruled, f"checks/{check.slug}/{ruled.claim.id}.html"


def is_date(text: str) -> bool:
    """Tell whether a text is a date or an instant as ISO 8601 writes it; a month or a year too."""
    if re.fullmatch(r"\d{4}(-\d\d)?", text):
        text = f"{text}-01-01"[:10]
    return parses(date.fromisoformat, text) or parses(datetime.fromisoformat, text)


def parses(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and " " not in text


#: What a value that is no object must be, for each kind of value that schema.org names.
VALUES: dict[str, Callable[[Any], bool]] = {
    "Text": lambda value: isinstance(value, str) and value.strip() == value != "",
    "URL": lambda value: isinstance(value, str) and is_address(value),
    "Date": lambda value: isinstance(value, str) and is_date(value),
    "DateTime": lambda value: isinstance(value, str) and is_date(value),
    "Time": lambda value: isinstance(value, str) and parses(time.fromisoformat, value),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}


def is_of(value: Any, range_: str) -> bool:  # noqa: ANN401
    """Tell whether a value is what a property may say; whoever is only referred to always is."""
    if isinstance(value, dict):
        return set(value) == {"@id"} or range_ in kinds(value["@type"])
    if range_ in VALUES:
        return VALUES[range_](value)
    return range_ in MEMBERS.get(value, ())


def faults(node: Node) -> Iterator[str]:
    """Give what schema.org does not know of a node."""
    if set(node) == {"@id"}:
        return
    if node.get("@type") not in PARENTS:
        yield f"no such type: {node.get('@type')}"
        return
    for key, value in node.items():
        if key.startswith("@"):
            continue
        known = PROPERTY.get(key)
        if known is None or not kinds(node["@type"]) & {*known["domains"]}:
            yield f"{node['@type']} has no {key}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not any(is_of(one, range_) for range_ in known["ranges"]):
                yield f"{node['@type']}.{key} says {one!r}"


def test_every_page_says_what_schema_org_knows(said: dict[str, list[Node]]) -> None:
    """Each type, each property and each value of every page is one that schema.org defines."""
    told = [
        f"{path}: {fault}"
        for path, data in said.items()
        for node in nodes(data)
        for fault in faults(node)
    ]
    types = {node["@type"] for data in said.values() for node in nodes(data) if "@type" in node}

    assert told == []
    assert types <= {*PROPERTIES}
    assert len(types) > 15


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "Fact"},
        {"@type": "Claim", "claimReviewed": "It is so."},
        {"@type": "Claim", "appearance": "https://example.org/"},
        {"@type": "Claim", "appearance": {"@type": "Person"}},
        {"@type": "Rating", "ratingValue": True},
        {"@type": "Article", "url": "/checks/"},
        {"@type": "Article", "datePublished": "22 November 2026"},
        {"@type": "VideoObject", "startTime": "99:00:00"},
        {"@type": "MediaReview", "mediaAuthenticityCategory": "Fake"},
        {"@type": "Article", "headline": " A title"},
    ],
    ids=str,
)
def test_the_check_of_the_vocabulary_finds_what_is_wrong(node: Node) -> None:
    """An unknown type, a property of another type and a value of another kind are told."""
    assert len([*faults(node)]) == 1


def test_the_linter_knows_the_same_vocabulary() -> None:
    """What the linter takes for a type's properties is what schema.org says, no more, no less."""
    for type_, names in PROPERTIES.items():
        defined = {
            name for name, property_ in PROPERTY.items() if kinds(type_) & {*property_["domains"]}
        }
        assert names == defined, type_


def test_strangers_read_what_was_written(site: Path, said: dict[str, list[Node]]) -> None:
    """extruct yields every script of every page, object by object, and nothing else."""
    for path, data in said.items():
        soup = BeautifulSoup((site / path).read_bytes(), "lxml")
        scripts = soup.select('script[type="application/ld+json"]')

        assert [json.loads(script.get_text()) for script in scripts] == data
        assert all(one["@context"] == "https://schema.org" for one in data)


def test_each_page_says_what_it_is(said: dict[str, list[Node]], contents: Contents) -> None:
    """A claim's page has one review on top, a fact-check's one article, other pages neither."""
    found = {path: Counter(one["@type"] for one in data) for path, data in said.items() if data}
    expected = {
        f"checks/{check.slug}/index.html": Counter(("Article", "BreadcrumbList"))
        for check in published(contents)
    }
    for _, ruled, path in rulings(contents):
        media = {"MediaReview": len(ruled.claim.media)} if ruled.claim.media else {}
        expected[path] = Counter({"ClaimReview": 1, "BreadcrumbList": 1, **media})
    for language in ("", "es/", "uk/", "ar/"):
        expected[f"{language}index.html"] = Counter(("NewsMediaOrganization",))
        expected[f"{language}ratings/index.html"] = Counter(("DefinedTermSet",))

    assert found == expected


def test_every_reference_leads_to_what_is_told_somewhere(said: dict[str, list[Node]]) -> None:
    """Each ``@id`` that stands alone is that of an object that some page tells of, and unique."""
    every = [node for data in said.values() for node in nodes(data) if "@id" in node]
    told = {node["@id"] for node in every if "@type" in node}
    whole = [data["@id"] for one in said.values() for data in one if "@id" in data]

    assert {node["@id"] for node in every if "@type" not in node} <= told
    assert {id_ for id_, count in Counter(whole).items() if count > 1} == {
        DESK,  # on the front page of each language, and so is the scale
        f"{HOME}ratings/#scale-default-v1",
    }


def test_the_front_page_tells_who_the_desk_is(said: dict[str, list[Node]]) -> None:
    """The desk with every policy that the settings name; elsewhere it is named, with its id."""
    (desk,) = said["index.html"]
    assert desk == {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "@id": DESK,
        "name": "The Example Desk",
        "url": HOME,
        "correctionsPolicy": f"{HOME}corrections-policy/",
        "ownershipFundingInfo": f"{HOME}funding/",
        "actionableFeedbackPolicy": f"{HOME}contact/",
        "verificationFactCheckingPolicy": f"{HOME}methodology/",
        "masthead": f"{HOME}team/",
    }
    named = [
        node
        for data in said.values()
        for node in nodes(data)
        if node.get("@id") == DESK and node["@type"] == "Organization"
    ]
    assert len(named) > 100
    assert all((node["name"], node["url"]) == ("The Example Desk", HOME) for node in named)


def test_an_article_tells_what_its_page_tells(
    said: dict[str, list[Node]], contents: Contents
) -> None:
    """Topics, claims, document, works, corrections, editors: as many as the sidecar has."""
    for check in published(contents):
        verdict_ = check.verdict
        (told,) = of_type(said[f"checks/{check.slug}/index.html"], "Article")
        corrected = [one for one in verdict_.changes if one.kind is ChangeKind.CORRECTION]
        editors = [one for one in verdict_.signoffs if one.role.value == "editor"]
        topics = [one["name"] for one in told.get("about", []) if one["@type"] == "Thing"]
        claims = [one["text"] for one in told.get("about", []) if one["@type"] == "Claim"]
        cited = {one["name"] for one in told.get("citation", [])}

        assert told["author"]["@id"] == told["publisher"]["@id"] == DESK
        assert topics == [topic.name for topic in topics_of(check)]
        assert claims == [ruled.claim.claim for ruled in check.claims]
        assert {work.title for work in verdict_.works.values()} <= cited
        assert len(told.get("correction", [])) == len(corrected)
        assert ("editor" in told) == bool(editors)
        assert told["isBasedOn"]["@id"] == f"{told['@id']}#document"
        assert told["isBasedOn"].get("url") == (
            verdict_.document.linked_url if verdict_.document.linked.value == "original" else None
        )


def test_a_review_points_to_its_rating(said: dict[str, list[Node]], contents: Contents) -> None:
    """The word of each review is a term of the scale, which the page of ratings defines."""
    (scale,) = said["ratings/index.html"]
    terms = {term["@id"]: term for term in scale["hasDefinedTerm"]}
    scales = contents.scales
    assert isinstance(scales, Scales)
    assert [term["termCode"] for term in terms.values()] == [
        rating.key for rating in scales.default.ratings
    ]
    assert all(term["inDefinedTermSet"] == scale["@id"] for term in terms.values())
    for _, ruled, path in rulings(contents):
        (review,) = of_type(said[path], "ClaimReview")

        assert terms[review["reviewRating"]["sameAs"]]["termCode"] == ruled.rating.key


def test_ids_are_there_where_they_lead(site: Path, said: dict[str, list[Node]]) -> None:
    """Whoever follows an ``@id`` comes to an element of a page that shows what it names."""
    ids = {node["@id"] for data in said.values() for node in nodes(data) if "@id" in node}
    pages: dict[str, BeautifulSoup] = {}
    for address in ids:
        path, _, fragment = address.removeprefix(HOME).partition("#")
        path += "index.html" if not path or path.endswith("/") else ""
        if path not in pages:
            pages[path] = BeautifulSoup((site / path).read_bytes(), "lxml")

        assert not fragment or len(pages[path].select(f'[id="{fragment}"]')) == 1, address


def test_media_are_reviewed_beside_their_claim(
    said: dict[str, list[Node]], contents: Contents
) -> None:
    """Each of a claim's media has a review with its category, which names the claim's review."""
    count = 0
    for _, ruled, path in rulings(contents):
        (review,) = of_type(said[path], "ClaimReview")
        found = of_type(said[path], "MediaReview")
        named = [one["@id"] for one in review.get("associatedMediaReview", [])]

        assert [one["@id"] for one in found] == named
        for media, told in zip(ruled.claim.media, found, strict=True):
            item = told["itemReviewed"]
            assert told["mediaAuthenticityCategory"] == media.category.value
            assert told["associatedClaimReview"] == {"@id": review["@id"]}
            assert item["interpretedAsClaim"] == {"@id": review["itemReviewed"]["@id"]}
            assert item["@type"] == f"{media.kind.value.title()}Object"
            assert item.get("description") == media.alt
            assert item.get("contentUrl") == media.url
            is_timed = media.start is not None and media.kind is not MediaKind.IMAGE
            assert ("startTime" in item) == is_timed
            count += 1

    assert count > 5


def test_the_way_from_the_front_page_is_that_of_the_pages_links(
    site: Path, said: dict[str, list[Node]], contents: Contents
) -> None:
    """Each step is a page of the site, and all but the page itself are linked to on it."""
    for _, ruled, path in rulings(contents):
        (way,) = of_type(said[path], "BreadcrumbList")
        steps = way["itemListElement"]
        soup = BeautifulSoup((site / path).read_bytes(), "lxml")
        links = {str(link["href"]).partition("#")[0] for link in soup.select("a[href]")}

        assert [step["position"] for step in steps] == [1, 2, 3]
        assert steps[-1]["name"] == ruled.claim.claim
        pages = [step["item"]["@id"] for step in steps]
        assert pages[-1] == HOME + path
        assert {page.removeprefix(HOME[:-1]) for page in pages[:-1]} <= links


PERSONS = """\
authors: [Desk, A. Reporter]
signoffs: [{name: An Editor, role: editor, date: 2026-01-04}]
topics: [Bridges]
changes:
  - {date: 2026-01-07, kind: correction, claims: [first], text: The year was wrong.}
  - {date: 2026-01-08, kind: update, text: A source was added.}
"""


def scripts(page: Path) -> list[Node]:
    soup = BeautifulSoup(page.read_bytes(), "lxml")
    found = soup.select('script[type="application/ld+json"]')
    return [json.loads(script.get_text()) for script in found]


def test_persons_corrections_and_the_archived_copy_are_told(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """Authors and editors by name, a correction with its day, the document where it is linked."""
    sidecar = (
        verdict("The specimen says so")
        .replace("authors: [Desk]\n", PERSONS)
        .replace(
            "  kind: message\n",
            "  kind: post\n  title: A post\n  author: Somebody\n  outlet: A network\n"
            "  url: https://news.example/a\n  archived_url: https://archive.example/a\n",
        )
    )
    sandbox.seed("specimen.txt", "The specimen says so.\n", sidecar)
    (sandbox.root / "content/registry.yaml").write_text(
        "topics:\n  - {id: bridges, label: {en: Bridges}, same_as: https://wiki.example/Q1}\n"
        "outlets:\n  - {id: a-network, label: {en: A network}, same_as: https://wiki.example/Q2}\n"
    )
    output = build()
    article, _ = scripts(output / "checks/specimen/index.html")
    review, _ = scripts(output / "checks/specimen/first.html")
    correction = {
        "@type": "CorrectionComment",
        "datePublished": "2026-01-07",
        "text": "The year was wrong.",
        "inLanguage": "en",
    }

    assert [one["@type"] for one in article["author"]] == ["Organization", "Person"]
    assert article["author"][1]["name"] == "A. Reporter"
    assert article["editor"] == {"@type": "Person", "name": "An Editor"}
    assert article["about"][0] == {
        "@type": "Thing",
        "name": "Bridges",
        "sameAs": "https://wiki.example/Q1",
    }
    assert article["correction"] == review["correction"] == [correction]
    assert article["dateModified"] == "2026-01-08"
    assert article["isBasedOn"] == {
        "@type": "SocialMediaPosting",
        "@id": f"{HOME}checks/specimen/#document",
        "name": "A post",
        "archivedAt": "https://archive.example/a",
        "creditText": "Somebody",
        "publisher": {
            "@type": "Organization",
            "name": "A network",
            "sameAs": "https://wiki.example/Q2",
        },
    }
    assert review["itemReviewed"]["appearance"] == [
        {"@type": "CreativeWork", "url": "https://archive.example/a", "name": "A post"}
    ]
    assert "news.example" not in json.dumps([article, review])


def test_whoever_is_named_as_the_origin_is_no_author(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """Whom the document relays stands nowhere in the structured data of a claim's page."""
    relayed = "    attributed_to: {name: A relayed speaker, type: person}\n    rating:"
    sidecar = verdict("The specimen says so").replace("    rating:", relayed)
    sandbox.seed("specimen.txt", "The specimen says so.\n", sidecar)
    output = build()

    page = (output / "checks/specimen/first.html").read_text("utf-8")
    assert "A relayed speaker" in page
    assert "A relayed speaker" not in json.dumps(scripts(output / "checks/specimen/first.html"))


MEDIA = """\
    media:
      - kind: video
        category: StagedContent
        url: https://film.example/1
        start: 3671.5
        end: 90000
        alt: A bridge.
      - {kind: image, category: TransformedContent, start: 3}
"""


def test_a_passage_of_a_film_is_told_by_its_times(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """Offsets are times; what no time can say, and those of a picture, are left out."""
    sidecar = verdict("The specimen says so") + MEDIA
    sandbox.seed("specimen.txt", "The specimen says so.\n", sidecar)
    _, film, picture, _ = scripts(build() / "checks/specimen/first.html")
    claim = {"@id": f"{HOME}checks/specimen/first.html#claim"}

    assert film["itemReviewed"] == {
        "@type": "VideoObject",
        "contentUrl": "https://film.example/1",
        "description": "A bridge.",
        "startTime": "01:01:11.500",
        "interpretedAsClaim": claim,
    }
    assert picture["itemReviewed"] == {"@type": "ImageObject", "interpretedAsClaim": claim}


def settings(sandbox: Sandbox, text: str) -> None:
    file = sandbox.root / "pelican.conf.py"
    file.write_text(f"{file.read_text('utf-8')}\n{text}\n", "utf-8")


def test_a_policy_that_is_no_page_stops_the_build(sandbox: Sandbox) -> None:
    """A path at which nothing stands is told with the setting that names it."""
    settings(sandbox, 'FACTCHECK_POLICIES = {"ethics": "ethics/", "methods": "methodology/"}')
    sandbox.seed("specimen.txt", "The specimen says so.\n", verdict("The specimen says so"))
    done = sandbox.pelican()

    assert done.returncode == 1
    told = "FACTCHECK_POLICIES: ethics links to ethics/index.html, which is not there"
    assert f"pelican.conf.py: {told}" in done.stdout + done.stderr
    assert not sandbox.output.exists()


def test_policies_may_stand_elsewhere_and_below_a_path(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """A policy is a page of the site, whatever path it lives below, or a whole address."""
    settings(
        sandbox,
        'FACTCHECK_POLICIES = {"ethics": "https://network.example/ethics", '
        '"methods": "/methodology/", "same_as": ["https://wiki.example/Q3"]}\n'
        'FACTCHECK_LICENSE = "https://license.example/by"',
    )
    sandbox.seed("specimen.txt", "The specimen says so.\n", verdict("The specimen says so"))
    home = "https://user.example/digest"
    output = build(SITEURL=home)
    (desk,) = scripts(output / "index.html")
    review, _ = scripts(output / "checks/specimen/first.html")

    assert desk["@id"] == review["author"]["@id"] == f"{home}/#desk"
    assert desk["ethicsPolicy"] == "https://network.example/ethics"
    assert desk["verificationFactCheckingPolicy"] == f"{home}/methodology/"
    assert desk["sameAs"] == "https://wiki.example/Q3"
    assert review["sdLicense"] == "https://license.example/by"
