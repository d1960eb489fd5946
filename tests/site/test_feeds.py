"""
Feeds: in every form what the form's rules ask for, in full, and what the lists hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import feeds
import pytest
from bs4 import BeautifulSoup
from factcheck.model.verdict import Claim
from factcheck.model.vocabulary import Status
from factcheck.usecases.build import Desk
from factcheck.usecases.live import Live
from factcheck.usecases.read import Contents
from jsonschema import Draft202012Validator
from sandbox import TODAY, Sandbox, copy_project, differing, verdict
from specimens import OWN_SITE, RATINGS, project

HERE = Path(__file__).resolve().parent
SCHEMA = json.loads((HERE / "json_feed_1_1.schema.json").read_text(encoding="utf-8"))
FORMS = {".atom.xml": "atom10", ".rss.xml": "rss20"}
DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"
CORRECTION = """\
changes:
  - date: 2026-03-02
    kind: correction
    claims: [first]
    text: Two is what it says now.
  - date: 2026-03-02
    kind: correction
    text: And three.
"""


@pytest.fixture(scope="module")
def items(site: Path) -> dict[str, list[feeds.Item]]:
    """The items of every feed, as its JSON form has them."""
    return {stem: feeds.read(site, stem, ".json") for stem in feeds.stems(site)}


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_reader_takes_every_feed(site: Path, form: str) -> None:
    """Feedparser reads each feed in XML as what it is, and has nothing to mend."""
    for stem in feeds.stems(site):
        found: Any = feedparser.parse((site / f"{stem}{form}").read_bytes())

        assert (found.bozo, found.version) == (False, FORMS[form]), stem
        assert found.feed.title
        assert len(found.entries) == len(feeds.read(site, stem, form))
        assert all(one.content[0].value and one.summary for one in found.entries)


def test_every_feed_is_as_its_form_asks(site: Path) -> None:
    """No feed breaks a rule of RFC 4287, of RSS 2.0, or of the W3C's validator."""
    for stem in feeds.stems(site):
        address = f"https://example.org/{stem}"
        atom, rss = (site / f"{stem}{form}" for form in FORMS)

        assert list(feeds.atom_faults(atom.read_bytes(), f"{address}.atom.xml")) == [], stem
        assert list(feeds.rss_faults(rss.read_bytes(), f"{address}.rss.xml")) == [], stem


def test_every_json_feed_is_valid(site: Path) -> None:
    """Each is what JSON Feed 1.1 describes, names itself, and the page that it follows."""
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for stem in feeds.stems(site):
        feed = json.loads((site / f"{stem}.json").read_bytes())

        assert [error.message for error in validator.iter_errors(feed)] == [], stem
        assert feed["feed_url"] == f"https://example.org/{stem}.json"
        assert file_at(site, feed["home_page_url"]).is_file()


def test_every_item_is_sound(items: dict[str, list[feeds.Item]]) -> None:
    """Ids and addresses are whole and each item's own, dates in order, contents inert."""
    for stem, found in items.items():
        assert list(feeds.item_faults(found)) == [], stem


def test_all_forms_tell_the_same(site: Path, items: dict[str, list[feeds.Item]]) -> None:
    """Atom, RSS and JSON Feed have the same items, word for word."""
    for stem, told in items.items():
        for form in FORMS:
            assert feeds.read(site, stem, form) == told, f"{stem}{form}"


def test_an_item_is_the_same_in_every_feed(items: dict[str, list[feeds.Item]]) -> None:
    """What stands in several feeds has one id, and tells the same in all of them."""
    seen: dict[str, feeds.Item] = {}
    for found in items.values():
        for item in found:
            assert seen.setdefault(item.id, item) == item
    assert len(seen) > 50


def test_feeds_hold_what_is_newest_in_their_lists(
    site: Path, items: dict[str, list[feeds.Item]]
) -> None:
    """The items of a list's feed are the first of the list, in its order."""
    compared = 0
    for stem, found in items.items():
        page = json.loads((site / f"{stem}.json").read_bytes())["home_page_url"]
        if stem.endswith("rulings"):
            continue
        listed = [
            f"https://example.org{link['href']}"
            for link in soup_of(file_at(site, page)).select(".card__title a")
        ]
        changes = stem.endswith("corrections")
        told = [item.url for item in found]

        assert changes or told == listed[: len(told)], stem
        assert len(told) >= min(10, len(listed))
        compared += len(told)
    assert compared > 50


def test_the_desk_is_an_author_by_its_name(site: Path, items: dict[str, list[feeds.Item]]) -> None:
    """Where a fact-check is signed “Desk”, feeds and oEmbed name the desk: elsewhere it is any."""
    told = {name for found in items.values() for item in found for name in item.authors}
    framed = {
        json.loads(path.read_bytes())["author_name"] for path in site.glob("embed/*/index.json")
    }

    assert told == framed == {"The Example Desk"}


def test_every_published_claim_is_told_in_full(
    contents: Contents, items: dict[str, list[feeds.Item]]
) -> None:
    """A fact-check's content has each claim with its ruling; so has the ruling's own content."""
    told = {item.url: item.content for found in items.values() for item in found}
    compared = 0
    for check in contents.checks:
        if check.verdict.status is not Status.PUBLISHED:
            continue
        page = f"https://example.org/checks/{check.slug}/"
        whole = BeautifulSoup(told[page], "lxml")
        for ruled in check.claims:
            assert_told(whole, ruled.claim)
            assert ruled.rating.label_in(check.verdict.language) in whole.get_text()
            assert whole.find("a", string=ruled.claim.claim)
            if alone := told.get(f"{page}{ruled.claim.id}.html"):
                assert_told(BeautifulSoup(alone, "lxml"), ruled.claim)
                compared += 1
    assert compared > 50


def assert_told(content: BeautifulSoup, claim: Claim) -> None:
    """Fail unless a content has a claim's reason, and all that bears on it with whole links."""
    text = content.get_text()
    assert str(claim.reason) in text
    assert all(str(item.finding) in text for item in claim.evidence)
    links = {str(link["href"]) for link in content.find_all("a", href=True)}
    own = [item.archived_url or item.url for item in claim.evidence if not item.work]
    assert {address for address in own if address} <= links


def test_contents_know_their_language_and_direction(items: dict[str, list[feeds.Item]]) -> None:
    """Each content says what it is written in, and Arabic that it runs from right to left."""
    for found in items.values():
        for item in found:
            outer = BeautifulSoup(item.content, "lxml").div
            assert outer is not None
            expected = "rtl" if item.language == "ar" else "ltr"
            assert (outer["lang"], outer["dir"]) == (item.language, expected)
    assert any(item.language == "ar" for item in items["feeds/ar"])


def test_links_of_contents_lead_somewhere(site: Path, items: dict[str, list[feeds.Item]]) -> None:
    """Every address of the site's own in an item is that of a file, and of an element in it."""
    addresses = {
        str(link["href"])
        for found in items.values()
        for item in found
        for link in BeautifulSoup(item.content, "lxml").find_all("a", href=True)
    }
    addresses |= {item.url for found in items.values() for item in found}
    ours = [one for one in addresses if one.startswith("https://example.org/")]

    assert len(ours) > 50
    for address in ours:
        page, _, fragment = address.partition("#")
        assert file_at(site, page).is_file(), address
        assert not fragment or soup_of(file_at(site, page)).find(id=fragment), address


def test_the_page_of_feeds_names_every_feed(site: Path) -> None:
    """What the pages of feeds link to are all feeds in all forms, and nothing else."""
    pages = [site / "feeds/index.html", *site.glob("*/feeds/index.html")]
    linked = [
        str(link["href"]).lstrip("/")
        for page in pages
        for link in soup_of(page).select(".feeds a")
    ]
    forms = (*FORMS, ".json")

    assert len(pages) == 4
    assert sorted(linked) == sorted(
        f"{stem}{form}" for stem in feeds.stems(site) for form in forms
    )


def test_pages_lead_to_their_feeds(site: Path) -> None:
    """Each page's head names the feed of all in three forms, and its foot the page of feeds.

    A list's names its own as well, and says so to readers.
    """
    for path in sorted(site.rglob("*.html")):
        soup = soup_of(path)
        named = soup.select("link[rel=alternate][type*=atom], link[rel=alternate][type*=rss]")
        named += soup.select('link[rel=alternate][type="application/feed+json"]')
        # What only leads on, and what stands in other sites' frames.
        if soup.select("meta[http-equiv=refresh]") or path.is_relative_to(site / "embed"):
            continue
        stems = [re.sub(r"\.(atom\.xml|rss\.xml|json)$", "", str(one["href"])) for one in named]
        follow = soup.select_one(".follow a")
        kinds = "ratings|topics|claimants|outlets|corrections|languages"
        place = path.relative_to(site).as_posix()
        is_list = re.match(rf"(..\/)?({kinds})/.+/|(..\/)?corrections/", place)

        assert all((site / str(one["href"]).lstrip("/")).is_file() for one in named), path
        assert sorted({stems.count(stem) for stem in stems}) == [3], path
        assert len(stems) == (6 if is_list else 3), path
        assert (follow is not None) == bool(is_list), path
        assert soup.select_one('footer a[href$="/feeds/"]'), path


def soup_of(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "lxml")


def file_at(site: Path, address: str) -> Path:
    path = address.removeprefix("https://example.org/")
    return site / (f"{path}index.html" if path.endswith("/") or not path else path)


def set_up(sandbox: Sandbox, text: str) -> None:
    conf = sandbox.root / "pelican.conf.py"
    conf.write_text(f"{conf.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def seed(sandbox: Sandbox, name: str = "a", **edits: str) -> None:
    sidecar = verdict("second line", slug=edits.get("slug", name), title=edits.get("title", "One"))
    sidecar = sidecar.replace("authors: [Desk]", f"authors: [Desk]\ntopics: [{name}]")
    sandbox.seed(f"{name}.txt", DOCUMENT, sidecar + edits.get("more", ""))


def test_ids_outlast_titles_and_addresses(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """A new title, a new slug with the former one noted, and a change leave every id as it was."""
    seed(sandbox, more=CORRECTION)
    before = ids(build())
    moved = "former_slugs: [a]\n" + CORRECTION
    seed(sandbox, title="Quite another", slug="b", more=moved)

    assert ids(build()) == before
    assert before["feeds/corrections"] == [
        "tag:example.org,2026-03-02:a/correction",
        "tag:example.org,2026-03-02:a/correction/2",
    ]


def ids(site: Path) -> dict[str, list[str]]:
    names = ("feeds/all", "feeds/rulings", "feeds/corrections")
    return {stem: [one.id for one in feeds.read(site, stem, ".json")] for stem in names}


def test_a_change_is_told_and_makes_what_it_is_of_newer(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """A correction is an item of its own, and the day on which check and ruling were updated."""
    seed(sandbox, more=CORRECTION)
    site = build()
    check, ruling, change = (
        feeds.read(site, f"feeds/{name}", ".atom.xml")[0]
        for name in ("all", "rulings", "corrections")
    )

    assert [str(one.updated.date()) for one in (check, ruling, change)] == ["2026-03-02"] * 3
    assert [str(one.published.date()) for one in (check, ruling)] == ["2026-01-05"] * 2
    assert "Two is what it says now." in check.content
    assert (change.title, change.summary) == ("Correction: One", "Two is what it says now.")


def test_a_fact_check_that_was_taken_back_is_told_among_corrections(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """It leaves all other feeds, and stands in that one with the reason."""
    seed(sandbox)
    gone = verdict("second line", slug="gone", title="Gone", status="withdrawn")
    sandbox.seed(
        "gone.txt", DOCUMENT, gone + "withdrawn: {date: 2026-02-01, reason: It was wrong.}\n"
    )
    site = build()
    found = {stem: feeds.read(site, stem, ".json") for stem in feeds.stems(site)}

    assert [item.summary for item in found.pop("feeds/corrections")] == ["It was wrong."]
    assert not [item for told in found.values() for item in told if "gone" in item.url]


def test_feeds_are_made_as_the_settings_ask(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """Without any of the ways to follow, three feeds are left; without data, summaries."""
    seed(sandbox)
    set_up(sandbox, "FACTCHECK_FEEDS, FACTCHECK_DATA, FACTCHECK_LANGUAGES = [], False, []")
    site = build()

    assert feeds.stems(site) == ["feeds/all", "feeds/corrections", "feeds/rulings"]
    (item,) = feeds.read(site, "feeds/rulings", ".rss.xml")
    assert (item.summary, item.content) == ("Nothing was looked for.", "")
    told = json.loads((site / "feeds/rulings.json").read_bytes())
    assert list(Draft202012Validator(SCHEMA).iter_errors(told)) == []
    assert told["items"][0]["content_text"] == "Nothing was looked for."
    assert not soup_of(site / "topics/a/index.html").select(".follow")


def test_feeds_stand_below_a_path(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """Below a path all addresses have it, and so has that of the style sheet."""
    seed(sandbox)
    site = build(SITEURL="https://user.example/digest")
    feed = (site / "feeds/topics/a.rss.xml").read_bytes()
    address = "https://user.example/digest/feeds/topics/a.rss.xml"

    assert list(feeds.rss_faults(feed, address)) == []
    assert b'<?xml-stylesheet href="/digest/theme/css/feed.css" type="text/css"?>' in feed
    assert not re.search(rb"https://user\.example/(?!digest/)|https://example\.org", feed)


def test_a_feed_stands_at_its_subjects_former_address_too(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """Where the desk registers a name, who follows it as it is typed goes on being served."""
    seed(sandbox, "moon")
    registry = sandbox.root / "content" / "registry.yaml"
    registry.write_text("topics:\n  - {id: earths-moon, label: {en: The Moon}, also: moon}\n")
    site = build()
    former, present = (site / f"feeds/topics/{name}.atom.xml" for name in ("moon", "earths-moon"))

    assert former.read_bytes() == present.read_bytes()
    assert b"feeds/topics/earths-moon.atom.xml" in former.read_bytes()


def test_only_feeds_with_what_has_changed_are_written(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """An edit of one fact-check leaves the other's feeds the very files that they were."""
    seed(sandbox, "a")
    seed(sandbox, "b")
    site = build()
    before = {path: path.stat().st_ino for path in site.rglob("feeds/**/*.*")}
    seed(sandbox, "b", title="Edited")
    build()
    new = {
        path.relative_to(site).as_posix().split(".")[0]
        for path, inode in before.items()
        if path.stat().st_ino != inode
    }

    assert new == {
        *("feeds/all", "feeds/rulings", "feeds/ratings/unproven", "feeds/topics/b"),
        "feeds/languages/en",
    }


def test_one_process_writes_what_several_do(tmp_path: Path) -> None:
    """Feeds of many names are spread over processes, and have the same bytes."""
    sandbox = copy_project(tmp_path / "one")
    for number in range(60):
        seed(sandbox, f"topic-{number}")
    other = copy_project(tmp_path / "two")
    for path in (sandbox.root / "seeds").iterdir():
        (other.root / "seeds" / path.name).write_bytes(path.read_bytes())
    for one, jobs in ((sandbox, "1"), (other, "2")):
        done = one.pelican(SOURCE_DATE_EPOCH=TODAY, FACTCHECK_JOBS=jobs)
        assert done.returncode == 0, done.stdout + done.stderr

    assert differing(sandbox.output, other.output) == []
    assert len(feeds.stems(sandbox.output)) > 60


def test_the_preview_shows_the_feeds_of_the_site(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """Asked for, each feed and the page of all of them are what the build writes."""
    seed(sandbox, more=CORRECTION)
    site = build()
    live = Live(project(sandbox.root, RATINGS, OWN_SITE), lambda: Desk((), ()), 1)
    stems = [stem for stem in feeds.stems(site) if re.fullmatch(r"feeds/(?!es|uk|ar).*", stem)]

    assert len(stems) > 10
    for stem in stems:
        for form in (*FORMS, ".json"):
            answer = live.answer(f"{stem}{form}")
            told, made = without_tagline(answer.body), (site / f"{stem}{form}").read_bytes()
            assert (answer.status, told) == (200, without_tagline(made)), stem
    assert b"feeds/topics/a.atom.xml" in live.answer("feeds/").body
    assert live.answer("feeds/topics/none.atom.xml").status == 404


def without_tagline(feed: bytes) -> bytes:
    """Leave out what the test's own settings do not have."""
    return feed.replace(b"Claims checked against the record, word by word", b"The Example Desk")
