"""
Build the site: what has changed is made anew, everything else is kept, and all of it is verified.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Final

from factcheck.adapters import files, git
from factcheck.diagnostics import Problem, Severity, has_errors
from factcheck.engine.outputs import Batch, Broken, Output, Target, plan_of, verify
from factcheck.engine.staging import MARK, Stage, spare_of
from factcheck.engine.trees import Tree, hash_of
from factcheck.engine.workers import WORTHWHILE, spread
from factcheck.model.past import Revision
from factcheck.model.site import Project
from factcheck.publishing.addresses import (
    DATA,
    FIELDS,
    HEADERS,
    ROBOTS,
    SEARCH_MANIFEST,
    THEME,
)
from factcheck.publishing.browsing import browse_pages
from factcheck.publishing.datapages import TEMPLATES as OF_DATA
from factcheck.publishing.datapages import data_pages
from factcheck.publishing.exports.files import manifest, schema_files
from factcheck.publishing.feeds.page import feeds_pages
from factcheck.publishing.headers import headers
from factcheck.publishing.listings import TEMPLATES, Item, ListPage, list_pages
from factcheck.publishing.llms import llms_files
from factcheck.publishing.pages import site_pages
from factcheck.publishing.search.whole import index_files
from factcheck.publishing.searching import search_pages
from factcheck.publishing.sitemap import (
    Listed,
    by_month,
    page_of_list,
    pages_of_check,
    robots,
    sitemap_files,
)
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.neighbours import TEMPLATE as NEIGHBOURS
from factcheck.publishing.views.site import DeskPage
from factcheck.usecases import keys
from factcheck.usecases.desk_pages import links_within, page_problems, policies_within
from factcheck.usecases.exporting import Exporting, oldest_first
from factcheck.usecases.feeds import Feeds
from factcheck.usecases.filed import FOLDER
from factcheck.usecases.finishing import Finishing
from factcheck.usecases.gather import gather, survey
from factcheck.usecases.history import revised
from factcheck.usecases.ledger import Ledger, Sum
from factcheck.usecases.link_reports import gone_links
from factcheck.usecases.press import Around, ListPress, Made, Press, Setup
from factcheck.usecases.read import open_registry, open_scales
from factcheck.usecases.records import Records

#: Files of the cache: what is known of the published folder and of the spare one.
PUBLISHED: Final = "published.json"
SPARE: Final = "spare.json"
LEDGER: Final = "made.sqlite"

#: A folder of the cache, for parts of files until they are joined.
PARTS: Final = "parts"


class Refused(Exception):  # noqa: N818 - the seeds are refused, the build is not at fault
    """The seeds have problems that stop the build."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Hold every problem, also the warnings."""
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problems")


@dataclass(frozen=True, slots=True)
class Asset:
    """
    A file that is copied as it is.
    """

    #: Where it is written.
    path: str
    source: Path


@dataclass(frozen=True, slots=True)
class Desk:
    """
    What the desk wrote itself.
    """

    pages: tuple[DeskPage, ...]
    assets: tuple[Asset, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """
    What is to be built, and how.
    """

    project: Project
    now: datetime

    #: Where it is kept between builds what was made; may be lost.
    cache: Path

    #: How many processes may do one thing; lists are made while /data/ is exported.
    jobs: int


class Build:
    """
    One build: ``admit``, ``read``, ``write`` and ``settle`` in turn; ``note`` when it is in place.
    """

    def __init__(self, order: Order, stage: Stage) -> None:
        """
        Look at what is there from before.

        Args:
            order: What is to be built.

            stage: The folder that will take the published one's place.
        """
        self.order = order
        self.stage = stage
        self.live = Tree.opened(order.project.output, order.cache / PUBLISHED)
        self.idle = Tree.opened(stage.folder, order.cache / SPARE)
        self.idle.remove_links()
        self.published = self.live.hashes()
        self.ledger = Ledger(order.cache / LEDGER)
        self.sum: Sum | None = None
        self._awaited = Batch()

        #: Why no history is shown; empty where git tells it.
        self.without_history = ""

    def admit(self) -> None:
        """
        Look at the desk's pages before anybody reads them.

        Raises:
            Refused: With all problems of all files, if any page is larger than is read.
        """
        project = self.order.project
        if any(page_problems(project)):
            raise Refused(survey(project, self.order.jobs).problems)

    def read(self, desk_pages: tuple[DeskPage, ...]) -> None:
        """
        Read every seed that has changed, and make its pages.

        Args:
            desk_pages: The pages that the desk wrote, for the navigation; their texts may come
                later.

        Raises:
            Refused: If any problem of any seed stops the build.
        """
        order = self.order
        self.around = self._around(desk_pages)
        self.press = Press(self.around)
        templates = self.press.templates
        key = keys.of_checks(order.project, desk_pages, templates)
        self.frame = keys.of_lists(key, templates, TEMPLATES)
        self.slots = keys.of_lists(key, templates, (NEIGHBOURS,))
        kept = self.ledger.kept(self.published)
        gone = gone_links(order.project)
        setup = Setup(
            self.around,
            order.now,
            key,
            str(order.cache / FOLDER),
            kept,
            self._history(),
            gone,
        )
        self.exports = keys.of_exports(key, templates, OF_DATA)
        self.gathered = gather(setup, self.ledger, order.jobs)
        self.idle.files.update(self.gathered.known)
        if self.gathered.fresh or self.gathered.unpaired:
            self._refuse_errors()

    def write(self, desk_pages: tuple[DeskPage, ...], assets: tuple[Asset, ...]) -> None:
        """
        Make everything that is no fact-check's own: lists, the desk's pages, feeds, files.

        Args:
            desk_pages: The pages that the desk wrote.

            assets: The desk's own files.

        Raises:
            Broken: If two files want one path, or a link leads nowhere.

            Refused: If any problem of any seed stops the build.
        """
        assets = (*assets, *_theme_files(self.order.project.theme / "static"))
        key = self._key(desk_pages, assets)
        if not (self.gathered.fresh or self.gathered.unpaired):
            self.sum = self.ledger.sum(key, self.published)
        if self.sum is None:
            self._refuse_errors()
            self.sum = self._write_anew(desk_pages, assets)
            self.ledger.note_sum(key, self.sum)

    def _write_anew(self, desk_pages: tuple[DeskPage, ...], assets: tuple[Asset, ...]) -> Sum:
        self.gathered.note()
        made = [made.batch for made in self.gathered.made.values()]
        batches = [replace(batch, files=batch.whole) if batch.slots else batch for batch in made]
        batches += self._finished()
        self.stage.remove_galley()
        batches += self._joined()
        batches.append(self._others(desk_pages, assets))
        plan = plan_of(batches)
        batches.append(self._headers(plan))
        plan = plan_of([Batch(plan), batches[-1]])
        project = self.order.project
        desk = links_within(desk_pages, project) | policies_within(desk_pages, project.site)
        # Other plugins may write what the desk links to, once this one has done its part.
        self._awaited = Batch(links=_only(desk, lambda path: path not in plan))
        verify([*batches, Batch(links=_only(desk, plan.__contains__))], plan)
        digest, problems = self.gathered.digest, self.gathered.problems
        return Sum(
            checks=len(digest.checks),
            rulings=sum(len(check.rulings) for check in digest.checks),
            warnings=sum(problem.severity is Severity.WARNING for problem in problems),
            plan=plan,
            wordless=dict(
                chain.from_iterable(one.wordless.items() for one in self.gathered.made.values())
            ),
        )

    def _refuse_errors(self) -> None:
        if has_errors(self.gathered.problems):
            raise Refused(self.gathered.problems)

    def settle(self, *, has_neighbours: bool) -> Sum:
        """
        Bring the folder up to the plan; or leave it, if the plan is what is published.

        Args:
            has_neighbours: Whether others may have written into the folder too.

        Raises:
            Broken: If a file of the plan is nowhere, or a page of the desk's links to nothing.
        """
        if self.sum is None:
            raise Broken(["Pelican ended without writing the digest"])
        plan = dict(self.sum.plan)
        if has_neighbours:
            plan |= self._neighbours(plan)
        verify([self._awaited], plan)
        self.stage.is_wanted = plan != self.published or bool(self.live.strange)
        if self.stage.is_wanted:
            self._bring_up_to(plan)
        return self.sum

    def note(self) -> None:
        """
        Remember what was made, now that it is in place.
        """
        output, cache = self.order.project.output, self.order.cache
        self.ledger.save()
        if not self.stage.is_wanted:
            return
        replace(self.idle, folder=output).save(cache / PUBLISHED)
        if spare_of(output).is_dir():
            replace(self.live, folder=spare_of(output)).save(cache / SPARE)

    def _around(self, desk_pages: tuple[DeskPage, ...]) -> Around:
        project = self.order.project
        scales, problems = open_scales(project)
        if scales is None:
            raise Refused(problems)
        registry, _ = open_registry(project)
        if registry is None:
            raise Refused(survey(project, self.order.jobs).problems)
        return Around(
            project=project,
            scales=scales,
            registry=registry,
            templates=Templates(project.theme),
            # Their texts stand on no other page.
            desk_pages=tuple(page._replace(html="") for page in desk_pages),
            folder=str(self.stage.folder),
            # What stands in either folder need not be written: it is taken over in the end.
            held=self.idle.hashes() | self.published,
            galley=str(self.stage.galley),
        )

    def _key(self, desk_pages: tuple[DeskPage, ...], assets: tuple[Asset, ...]) -> str:
        """Return the key of all that the site is made from."""
        copied = [(asset.path, hash_of(asset.source.read_bytes())) for asset in assets]
        # Reviews are overdue by a day; the feed without a fact-check is as old as the build.
        since = self.order.now.date() if self.gathered.has_checks else self.order.now
        templates = self.press.templates.all_sources()
        told = (self.frame, templates, self.gathered.keys, copied, desk_pages, since)
        return hash_of(repr(told).encode())

    def _history(self) -> dict[str, tuple[Revision, ...]]:
        """Return what was changed since it was published, as far as git tells it."""
        try:
            return revised(self.order.project, self.order.now)
        except git.NoHistory as error:
            self.without_history = str(error)
            return {}

    def _finished(self) -> Iterator[Batch]:
        """Put into the fact-checks' pages what stands beside them."""
        finishing = Finishing(self.gathered, self.slots, (self.idle, self.live))
        for batch, known in finishing.run(self.order.jobs):
            self.idle.files.update(known)
            yield batch

    def _lists(self) -> Iterator[Batch]:
        """Make the pages of lists whose items have changed."""
        digest = self.gathered.digest
        whole = (*digest.checks, *digest.versions, *digest.withdrawn)
        checks = {one.slug: one for one in whole}
        work: list[tuple[ListPage[Item], str]] = []
        keys_ = {slug: self.gathered.keys[one.sidecar] for slug, one in checks.items()}
        for page in self._list_pages:
            key = self._list_key(page, keys_)
            if batch := self.ledger.page(page.path, key, self.published):
                yield batch
            else:
                work.append((page, key))
        if len(work) > WORTHWHILE:
            self.press.templates.compile(TEMPLATES, self.order.project.site.language)
        cards = self.gathered.cards(checks)
        pages = [
            page.with_cards(lambda item: cards.card(item.slug, item.part, item.place))
            for page, _ in work
        ]
        press = partial(ListPress, self.around, cards.shelf)
        for index, (batch, known) in spread(press, pages, self.order.jobs):
            page, key = work[index]
            self.ledger.note_page(page.path, key, batch)
            self.idle.files.update(known)
            yield batch

    @cached_property
    def _list_pages(self) -> tuple[ListPage[Item], ...]:
        order = self.order
        site, today = order.project.site, order.now.date()
        editions = self.press.page.editions
        digest, scales = self.gathered.digest, self.around.scales
        return tuple(list_pages(digest, scales, editions, site.browse, today))

    def _list_key(self, page: ListPage[Item], keys_: dict[str, str]) -> str:
        items = [(keys_[slug], part.value, at) for slug, part, at, _ in page.sheet.items]
        return hash_of(repr((self.frame, page.key, items)).encode())

    def _search(self) -> Iterator[Batch]:
        """Make the index for search, if anything that it tells of has changed."""
        if not self.order.project.site.search:
            return
        digest = self.gathered.digest
        checks = digest.in_every_language
        keys_ = [self.gathered.keys[check.sidecar] for check in checks]
        key = hash_of(repr((self.frame, keys_)).encode())
        batch = self.ledger.page(SEARCH_MANIFEST, key, self.published)
        if batch is None:
            language = self.order.project.site.language
            files = index_files(checks, self.gathered.findable, digest.registry, language)
            batch, known = self.press.print((), (Output(*file) for file in files))
            self.ledger.note_page(SEARCH_MANIFEST, key, batch)
            self.idle.files.update(known)
        yield batch

    def _joined(self) -> Iterator[Batch]:
        """Make lists, the index for search, feeds and everything in /data/, as far as changed."""
        digest = self.gathered.digest
        keys_ = [self.gathered.keys[check.sidecar] for check in oldest_first(digest)]
        key = hash_of(repr((self.exports, keys_)).encode())
        if self.order.project.site.data:
            batch = self.ledger.page(DATA, key, self.published)
            if batch is None:
                yield from self._export(key)
                return
            yield batch
        yield from self._joined_here()

    def _joined_here(self) -> Iterator[Batch]:
        """Make what this process joins itself, though others may render it."""
        yield from self._lists()
        yield from self._search()
        yield from self._feeds()

    def _export(self, key: str) -> Iterator[Batch]:
        """Write everything in /data/, and join all else in the meantime."""
        records = Records(self.gathered, self.idle, self.live)
        folder = self.order.cache / PARTS
        exporting = Exporting(self.gathered.digest, records, self.around, folder)
        with exporting.under_way(self.order.jobs) as finish:
            yield from self._joined_here()
            batch = self._exported(exporting, finish())
        self.ledger.note_page(DATA, key, batch)
        yield batch

    def _exported(self, exporting: Exporting, exported: Batch) -> Batch:
        """Add to what was exported the pages and files that describe it."""
        site = self.order.project.site
        described = (*schema_files(site), manifest(exporting.files, site))
        pages = data_pages(self.press.page, exporting.files)
        batch, known = self.press.print(pages, (Output(*file) for file in described))
        self.idle.files.update(exporting.known | known)
        faults = [*batch.faults, *exported.faults]
        return replace(batch, files=batch.files | exported.files, faults=faults)

    def _others(self, desk_pages: tuple[DeskPage, ...], assets: tuple[Asset, ...]) -> Batch:
        """Make what there is once for the whole site."""
        project, digest = self.order.project, self.gathered.digest
        pages = [
            *site_pages(digest, self.around.scales, desk_pages, self.press.page),
            *browse_pages(digest, self.press.page),
            *search_pages(digest, self.around.scales, self.press.page),
            *feeds_pages(digest, self.around.scales, self.press.page, self.order.now),
        ]
        outputs = (
            *self._llms(desk_pages),
            Output(ROBOTS, robots(project.site)),
            Output(MARK, b""),
        )
        copied = (Output(asset.path, asset.source.read_bytes()) for asset in assets)
        paths = [page.path for page in pages if page.is_listed]
        paths += [DATA, FIELDS] if project.site.data else []
        batch, known = self.press.print(
            pages, chain(outputs, copied, self._sitemap(paths, desk_pages))
        )
        self.idle.files.update(known)
        # Once for all pages: the links that stand on every one of them.
        around = sorted((link.path, link.fragment) for link in self.press.page.around)
        return replace(batch, links={**batch.links, "every page": around})

    def _sitemap(self, paths: Iterable[str], desk_pages: tuple[DeskPage, ...]) -> Iterator[Output]:
        """Make the sitemap: of fact-checks, of lists, and of all other pages."""
        made = {one.entry.slug: one for one in self.gathered.made.values() if one.entry}
        entries = {slug: one.entry for slug, one in made.items() if one.entry}
        lists = [page_of_list(page, entries) for page in self._list_pages]
        days = {page.path: page.changed for page in desk_pages}
        others = [Listed(path, days.get(path, "")) for path in paths]
        others += [page for page in lists if not page.changed]
        groups = chain(
            self._months(made),
            (
                ("lists", sorted(page for page in lists if page.changed)),
                ("pages", sorted(others)),
            ),
        )
        yield from (Output(*file) for file in sitemap_files(groups, self.order.project.site))

    def _headers(self, paths: Iterable[str]) -> Batch:
        """Make what hosts are told of every part of the site, now that all of them are known."""
        told = headers(self.order.project.site, paths)
        batch, known = self.press.print((), [Output(HEADERS, told)])
        self.idle.files.update(known)
        return batch

    def _llms(self, desk_pages: tuple[DeskPage, ...]) -> Iterator[Output]:
        """Make what tells language models of the site."""
        digest, scales = self.gathered.digest, self.around.scales
        files = llms_files(digest, scales, desk_pages, self.press.page)
        return (Output(*file) for file in files)

    def _months(self, made: Mapping[str, Made]) -> Iterator[tuple[str, Iterator[Listed]]]:
        shown = [one.entry for one in made.values() if one.entry and one.listed]
        for month, checks in by_month(shown):
            yield (
                month,
                (
                    page
                    for entry in checks
                    for page in pages_of_check(
                        entry, made[entry.slug].listed, made[entry.slug].versions
                    )
                ),
            )

    def _feeds(self) -> Iterator[Batch]:
        """Make the feeds whose items have changed."""
        records = Records(self.gathered, self.idle, self.live)
        feeds = Feeds(self.gathered, records, self.press, self.gathered.setup.key)
        for batch, known in feeds.write(self.ledger, self.published, self.order.jobs):
            self.idle.files.update(known)
            yield batch

    def _neighbours(self, plan: dict[str, str]) -> dict[str, str]:
        """Return what others wrote in this build, beside files of the plan or over them."""
        written = self.idle.adopt(self.stage.since)
        return {path: hash_ for path, hash_ in written.items() if plan.get(path) != hash_}

    def _bring_up_to(self, plan: dict[str, str]) -> None:
        missing = []
        for path, hash_ in plan.items():
            here, there = self.idle.files.get(path), self.live.files.get(path)
            if here and here.hash == hash_:
                continue
            if there and there.hash == hash_:
                self.idle.take(path, self.live)
            else:
                missing.append(f"{path} was not written whole")
        if missing:
            raise Broken(missing)
        self.idle.keep_only(plan)


def _theme_files(static: Path) -> Iterator[Asset]:
    for entry in files.walk(static, static):
        if entry.is_file and not entry.is_litter:
            yield Asset(f"{THEME}/{entry.path}", static / entry.path)


def _only(
    links: Mapping[str, list[Target]], wanted: Callable[[str], bool]
) -> dict[str, list[Target]]:
    """Keep the links to some paths."""
    return {place: [one for one in found if wanted(one[0])] for place, found in links.items()}
