"""
The feeds that have changed: their items' contents are read back, and they are written anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final, NamedTuple

from factcheck.engine.outputs import Batch, Output
from factcheck.engine.trees import Known, hash_of
from factcheck.engine.workers import spread
from factcheck.model.vocabulary import Status
from factcheck.publishing.feeds.entries import FeedEntry
from factcheck.publishing.feeds.files import TEMPLATE, FeedMaker
from factcheck.publishing.feeds.items import entry_of
from factcheck.publishing.feeds.plan import Feed, feeds
from factcheck.publishing.listings import Item
from factcheck.publishing.pieces import Part
from factcheck.usecases import keys
from factcheck.usecases.gather import Gathered
from factcheck.usecases.ledger import Ledger
from factcheck.usecases.press import Around, Press
from factcheck.usecases.records import Kept, Records

#: So many fact-checks are held that were read for one feed and may stand in the next.
HELD: Final = 128


class Told(NamedTuple):
    """
    An item of a feed, and where it is read in full.
    """

    entry: FeedEntry

    #: The fact-check as data; None where the entry has all there is.
    kept: Kept | None = None

    #: The id of the claim that it is about; empty for the fact-check itself.
    claim: str = ""

    def whole(self) -> FeedEntry:
        """
        Return the entry with its content.
        """
        if self.kept is None:
            return self.entry
        whole, rulings = _contents(self.kept)
        return self.entry._replace(content=rulings[self.claim] if self.claim else whole)


@lru_cache(maxsize=HELD)
def _contents(kept: Kept) -> tuple[str, dict[str, str]]:
    """Return a fact-check in full, and its rulings by the ids of the claims."""
    record = kept.read()
    return record["content_html"], {one["id"]: one["content_html"] for one in record["claims"]}


class FeedPress:
    """
    Writes one feed in all its forms.
    """

    def __init__(self, around: Around) -> None:
        """
        Make ready, in the process that is to do the work.
        """
        self.press = Press(around)

    def __call__(self, feed: Feed[Told]) -> tuple[Batch, dict[str, Known]]:
        """
        Write the feed.
        """
        edition = self.press.page.editions.listing(feed.language)
        maker = FeedMaker(self.press.page.site, edition, self.press.templates)
        entries = [told.whole() for told in feed.items]
        files = maker.files(feed._replace(items=entries))  # type: ignore[arg-type]
        return self.press.print((), (Output(*file) for file in files))


class Feeds:
    """
    All feeds of a build.
    """

    def __init__(self, gathered: Gathered, records: Records, press: Press, key: str) -> None:
        """
        Take what they are made from.

        Args:
            gathered: All fact-checks.

            records: The fact-checks as data.

            press: Knows the site and its editions.

            key: Of what every fact-check's pages are made from.
        """
        self._gathered = gathered
        self._records = records
        self._press = press
        self._key = keys.of_lists(key, press.templates, (TEMPLATE,))
        digest = gathered.digest
        whole = (*digest.checks, *digest.versions, *digest.withdrawn)
        self._checks = {one.slug: one for one in whole}

    def write(
        self, ledger: Ledger, published: dict[str, str], jobs: int
    ) -> Iterator[tuple[Batch, dict[str, Known]]]:
        """
        Give the record of every feed, and what is known of the files that had to be written.

        Args:
            ledger: What was made before.

            published: The hash of every file that stands in the published folder.

            jobs: How many processes may work.
        """
        work: list[tuple[Feed[Item], str]] = []
        for feed in self._all():
            key = self._key_of(feed)
            if batch := ledger.page(feed.stem, key, published):
                yield batch, {}
            else:
                work.append((feed, key))
        things = [self._told(feed) for feed, _ in work]
        press = partial(FeedPress, self._gathered.setup.around)
        for index, (batch, known) in spread(press, things, jobs):
            feed, key = work[index]
            ledger.note_page(feed.stem, key, batch)
            yield batch, known

    def _all(self) -> Iterator[Feed[Item]]:
        page, setup = self._press.page, self._gathered.setup
        scales = setup.around.scales
        return feeds(self._gathered.digest, scales, page.editions, page.site, setup.now)

    def _key_of(self, feed: Feed[Item]) -> str:
        sidecars = self._gathered.keys
        items = [
            (sidecars[self._checks[item.slug].sidecar], item.part.value, item.place)
            for item in feed.items
        ]
        return hash_of(repr((self._key, feed.key, items)).encode())

    def _told(self, feed: Feed[Item]) -> Feed[Told]:
        items = [self._item(item) for item in feed.items]
        return feed._replace(items=items)  # type: ignore[arg-type, return-value]

    def _item(self, item: Item) -> Told:
        check = self._checks[item.slug]
        entry = entry_of(self._gathered.followed(check.sidecar), item)
        is_told = self._press.page.site.data and check.status is not Status.WITHDRAWN
        if item.part is Part.CHANGE or not is_told:
            return Told(entry)
        claim = check.rulings[item.place].id if item.part is Part.RULING else ""
        return Told(entry, self._records.of(check), claim)
