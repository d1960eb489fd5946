"""
What one process does at a time: a fact-check from its two files to its pages, or a list's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factcheck.diagnostics import Problem, Severity
from factcheck.digest.crosschecks import Named
from factcheck.digest.entries import Entry, entry_of, is_out, is_public
from factcheck.engine.galley import Galley, Place
from factcheck.engine.outputs import Batch, Output, Writer
from factcheck.engine.trees import Known, hash_of
from factcheck.model.factcheck import FactCheck, Version
from factcheck.model.links import GoneLink
from factcheck.model.past import Revision
from factcheck.model.registry import Registry
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.model.vocabulary import Status
from factcheck.publishing import reviews
from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import HOME, absolute
from factcheck.publishing.files import check_files
from factcheck.publishing.listings import ListPage
from factcheck.publishing.listings import made as made_of
from factcheck.publishing.pages import Page, PageMaker
from factcheck.publishing.pieces import pieces_of
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.neighbours import SLOT, WITH_SLOT
from factcheck.publishing.views.site import DeskPage
from factcheck.reading.cited import mentioned_in
from factcheck.reading.pairs import Pair, read_family, read_pair
from factcheck.usecases.cards import Cards
from factcheck.usecases.filed import Card, Filed, Shelf, filed
from factcheck.usecases.pairing import Paths, open_pair
from factcheck.usecases.read import named_of


@dataclass(frozen=True, slots=True)
class Made:
    """
    What came of one pair, as it is kept until one of its two files changes.
    """

    problems: tuple[Problem, ...]

    #: None if the files could not be opened.
    named: Named | None = None

    #: None unless the fact-check is whole.
    entry: Entry | None = None

    #: Its own files; none unless readers may see it.
    batch: Batch = field(default_factory=Batch)

    #: The paths among them that a search engine should know.
    listed: tuple[str, ...] = ()

    #: In which languages readers can have it, as its pages say.
    versions: tuple[Version, ...] = ()

    #: The share cards without their words, each with the characters that no font has.
    wordless: dict[str, str] = field(default_factory=dict)

    #: Whether it, or what it is a translation of, or one of its own, waits for its time.
    waits: bool = False

    @property
    def lasts(self) -> bool:
        """Whether it is the same on another day."""
        return not self.waits


class Fresh(NamedTuple):
    """
    What a process has made from one pair.
    """

    key: str
    made: Made

    #: Where the pieces are; none unless readers may see it.
    pieces: Filed | None = None

    #: The files that were written for it.
    known: Mapping[str, Known] | None = None

    #: Where its pages wait that are not whole, by path.
    waiting: Mapping[str, Place] | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """
    A fact-check's pages with what stands beside them in the digest.
    """

    batch: Batch

    #: Where that stands in each page, in bytes: its beginning and its length.
    spans: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Around:
    """
    What every process needs to make pages, and can be sent to one.
    """

    project: Project
    scales: Scales
    registry: Registry
    templates: Templates

    #: The pages that the desk wrote, for the navigation.
    desk_pages: tuple[DeskPage, ...]

    #: Where to write, and the hashes of files that need not be written, by path.
    folder: str
    held: Mapping[str, str]

    #: Where pages wait that are not whole.
    galley: str


@dataclass(frozen=True, slots=True)
class Setup:
    """
    What a process needs beside that to make the pages of fact-checks.
    """

    around: Around
    now: datetime

    #: The key of what every page is made from beside its pair.
    key: str

    #: A folder for pieces.
    pieces: str

    #: The keys of the pairs that need not be made again, by sidecar.
    kept: Mapping[str, str]

    #: What was changed since it was published, by sidecar; of those alone that were changed.
    history: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)

    #: The addresses that are gone of all that are cited anywhere.
    gone: Mapping[str, GoneLink] = field(default_factory=dict)


class Press:
    """
    Renders pages and writes them.
    """

    def __init__(self, around: Around) -> None:
        """
        Make ready to write.
        """
        self.templates = around.templates
        self.page = PageMaker(
            around.project.site,
            around.desk_pages,
            around.scales.default.id,
            self.templates.languages,
        )
        self._writer = Writer(around.folder, around.held, self.page.around, around.galley)

    def print(
        self, pages: Iterable[Page], others: Iterable[Output] = ()
    ) -> tuple[Batch, dict[str, Known]]:
        """
        Render pages that belong together, and write them with other files.

        Returns:
            The record of them, and what is known of the files that had to be written.
        """
        self._writer.known, self._writer.waiting = {}, {}
        batch = self._writer.write(chain(self._outputs(pages), others))
        return batch, self._writer.known

    @property
    def waiting(self) -> Mapping[str, Place]:
        """Where the pages wait that were printed last and are not whole, by path."""
        return self._writer.waiting

    def _outputs(self, pages: Iterable[Page]) -> Iterator[Output]:
        for page in pages:
            html = self.templates.render(page.template, page.view, page.around)
            before, slot, after = html.partition(SLOT)
            data = before.encode()
            is_filled = slot and page.template in WITH_SLOT and self.page.site.related
            yield Output(
                page.path,
                data + after.encode() if slot else data,
                page.links,
                page.ids,
                len(data) if is_filled else None,
            )


class CheckPress:
    """
    Makes everything of one fact-check.
    """

    def __init__(self, setup: Setup) -> None:
        """
        Make ready, in the process that is to do the work.
        """
        self.setup = setup
        self.press = Press(setup.around)
        self._pieces = Galley(setup.pieces)
        self._cards = Cards(setup.around.project, self.press.page, self.press.templates)

    def __call__(self, paths: Paths) -> Fresh | None:
        """
        Make everything of one pair.

        Returns:
            What was made; None if the pair is what it was, and so are its pages.
        """
        around = self.setup.around
        pair, problems = open_pair(around.project.root, paths)
        if pair is None:
            return Fresh("", Made(tuple(problems)))
        history, gone = self.setup.history.get(paths.sidecar, ()), self._gone(pair)
        told = f"\n{history}\n{gone}" if history or gone else ""
        key = pair_key(pair, f"{self.setup.key}{told}")
        if self.setup.kept.get(paths.sidecar) == key:
            return None
        made, check = read(
            pair,
            around.scales,
            around.registry,
            related=around.project.site.related,
            now=self.setup.now,
        )
        if made.waits:
            # Another on the day on which one of them is out.
            key = hash_of(f"{key}\n{made.versions}".encode())
        if check and made.entry and is_public(made.entry, self.setup.now):
            if history or gone:
                check = replace(check, history=history, gone=gone)
            return self._printed(check, made, key)
        return Fresh(key, made)

    def _gone(self, pair: Pair) -> tuple[GoneLink, ...]:
        """Return what of a pair's works is gone."""
        if not self.setup.gone:
            return ()
        texts = (pair.sidecar_bytes, *(data for _, data in pair.family))
        mentioned = {url for text in texts for url in mentioned_in(text)}
        return tuple(self.setup.gone[url] for url in sorted(mentioned & self.setup.gone.keys()))

    def _printed(self, check: FactCheck, made: Made, key: str) -> Fresh:
        pages = list(self.press.page.pages_of(check))
        edition = self.press.page.editions.of(check.verdict.language)
        record = self.press.page.record(HOME, edition)
        pieces = filed(pieces_of(check, record, self.press.templates), self._pieces)
        # What the pieces link to is checked with the check's own page.
        pages[0] = replace(pages[0], links=pages[0].links | record.links)
        cards = list(self._cards.files(check))
        files = chain(
            check_files(check, self.press.page, self.press.templates), (file for file, _ in cards)
        )
        batch, known = self.press.print(pages, (Output(*file) for file in files))
        batch.faults.extend(self._reviews_amiss(check, pages))
        listed = tuple(page.path for page in pages if page.is_listed)
        wordless = {file.path: lacking for file, lacking in cards if lacking}
        made = replace(made, batch=batch, listed=listed, wordless=wordless)
        return Fresh(key, made, pieces, known, self.press.waiting)

    def _reviews_amiss(self, check: FactCheck, pages: list[Page]) -> Iterator[str]:
        """Every claim in is a claim out, and its review needs no repair."""
        site = self.press.page.site
        reviewed = [page for page in pages if page.template == "claim.html"]
        is_withdrawn = check.verdict.status is Status.WITHDRAWN
        if site.claim_pages and not is_withdrawn and len(reviewed) != len(check.claims):
            yield f"{check.sidecar}: {len(check.claims)} claims, {len(reviewed)} pages for them"
        for page in reviewed:
            url = absolute(site, page.path)
            around = reviews.Around(url, home=site.url)
            told = page.view.head.structured_data
            found = [one for one in told if one[so.TYPE] == so.CLAIM_REVIEW]
            if len(found) != 1:
                yield f"{url} holds {len(found)} reviews of its claim, not one"
            for breach in chain.from_iterable(reviews.breaches(one, around) for one in found):
                if breach.severity is Severity.ERROR:
                    yield f"the review on {url}: {breach.code}: {breach.message}"


class CheckReader:
    """
    Reads one fact-check and makes nothing.
    """

    def __init__(self, root: Path, scales: Scales, registry: Registry) -> None:
        """
        Take where the files are, the rating scales, and the registry of names.
        """
        self.root = root
        self.scales = scales
        self.registry = registry

    def __call__(self, paths: Paths) -> Made:
        """
        Read one pair.
        """
        pair, problems = open_pair(self.root, paths)
        if pair is None:
            return Made(tuple(problems))
        return read(pair, self.scales, self.registry, related=False)[0]


class ListPress:
    """
    Makes one page of a list.
    """

    def __init__(self, around: Around, shelf: Shelf) -> None:
        """
        Make ready, in the process that is to do the work.

        Args:
            around: What every process needs.

            shelf: Knows the cards that stand on the pages.
        """
        self.press = Press(around)
        self._shelf = shelf

    def __call__(self, listed: ListPage[Card]) -> tuple[Batch, dict[str, Known]]:
        """
        Render the page and write it.
        """
        page = listed.with_cards(self._shelf.html)
        return self.press.print([made_of(page, self.press.page)])


def read(
    pair: Pair,
    scales: Scales,
    registry: Registry,
    *,
    related: bool = True,
    now: datetime | None = None,
) -> tuple[Made, FactCheck | None]:
    """
    Read one pair.

    Args:
        pair: The two files.

        scales: The rating scales.

        registry: The registry of names.

        related: Whether what is related to it will be looked for.

        now: The instant at which a scheduled one counts as published, for the languages that
            readers can have it in; None for the desk's own eyes, which see drafts too.

    Returns:
        What the digest needs to know of it, and the fact-check, if it is whole.
    """
    family = {one.sidecar.source.name: one for one in read_family(pair, scales, registry)}
    reading = family.get(pair.sidecar) or read_pair(pair, scales, registry)
    named = named_of(reading.sidecar, pair.seed)
    if reading.factcheck is None:
        return Made(reading.problems, named), None
    check = reading.factcheck
    whole = [one.factcheck for one in family.values() if one.factcheck]
    if versions := _versions(whole, now):
        check = replace(check, versions=versions)
    waits = any(one.verdict.status is Status.SCHEDULED for one in whole or [check])
    entry = entry_of(check, related=related)
    made = Made(reading.problems, named, entry, versions=check.versions, waits=waits)
    return made, check


def _versions(family: Iterable[FactCheck], now: datetime | None) -> tuple[Version, ...]:
    """Return the languages that readers can have a fact-check in; none where there is but one."""
    found = [
        Version(one.slug, one.verdict.language)
        for one in family
        if one.verdict.status is not Status.WITHDRAWN
        and (now is None or is_out(one.verdict.status, one.verdict.published.instant, now))
    ]
    return tuple(found) if len(found) > 1 else ()


def pair_key(pair: Pair, around: str) -> str:
    """
    Return the key of a pair: what its pages are made from, and nothing else.

    Args:
        pair: Its paths and bytes.

        around: The key of what every page is made from.
    """
    names = f"{around}\n{pair.seed}\n{pair.sidecar}\n{len(pair.seed_bytes)}\n"
    beside = b"".join(f"\n{name}\n{len(data)}\n".encode() + data for name, data in pair.family)
    return hash_of(names.encode() + pair.seed_bytes + pair.sidecar_bytes + beside)
