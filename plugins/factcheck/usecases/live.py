"""
The preview: the digest in memory, every page made when it is asked for, changes told at once.

Nothing is written. Where a save has broken a sidecar, its last good version goes on being shown,
with what is wrong above it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from http import HTTPStatus
from itertools import chain
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import RLock
from typing import Final

from factcheck.adapters import watching
from factcheck.diagnostics import Fault, Problem
from factcheck.digest.relations import Relations
from factcheck.engine.workers import Lost
from factcheck.model.registry import EMPTY
from factcheck.model.site import Project
from factcheck.publishing.addresses import (
    LLMS,
    NOT_FOUND,
    ROBOTS,
    SEARCH_MANIFEST,
    THEME,
    Record,
    check_path,
)
from factcheck.publishing.browsing import browse_pages
from factcheck.publishing.datapages import data_pages
from factcheck.publishing.exports.files import schema_files
from factcheck.publishing.feeds.entries import FeedEntry
from factcheck.publishing.feeds.files import FeedMaker
from factcheck.publishing.feeds.forms import stem_of
from factcheck.publishing.feeds.items import full_entry
from factcheck.publishing.feeds.page import feeds_pages
from factcheck.publishing.feeds.plan import feeds
from factcheck.publishing.files import check_files
from factcheck.publishing.headers import is_framed
from factcheck.publishing.listings import Item, list_pages, made
from factcheck.publishing.llms import llms_files
from factcheck.publishing.pages import Page, PageMaker, not_found, site_pages
from factcheck.publishing.pieces import card_of
from factcheck.publishing.search.entries import Findable, findable
from factcheck.publishing.searching import search_pages
from factcheck.publishing.sitemap import robots
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.neighbours import SLOT, beside, filling
from factcheck.publishing.views.preview import (
    BAR,
    PREVIEW,
    SCRIPT,
    STYLE,
    amiss,
    bar_view,
    marked,
    preview_view,
)
from factcheck.usecases.build import Desk
from factcheck.usecases.cards import Cards
from factcheck.usecases.desk_pages import page_problems
from factcheck.usecases.finding import Finding
from factcheck.usecases.pairing import Paths
from factcheck.usecases.read import open_registry, open_scales
from factcheck.usecases.seeds import Seeds
from factcheck.usecases.serving import Answer, type_of

#: Seconds after which a page that listens is told that the preview is still there.
PATIENCE: Final = 15


class CannotPreview(Exception):  # noqa: N818 - says why, a problem a line
    """Without rating scales nothing can be read."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Hold what is wrong with the scales."""
        self.problems = problems
        super().__init__(f"{len(problems)} problems")


class Live:
    """
    The digest as it stands in the editor's folder.
    """

    def __init__(self, project: Project, desk: Callable[[], Desk], jobs: int) -> None:
        """
        Read everything.

        Args:
            project: Where it is.

            desk: Reads what the desk wrote.

            jobs: How many processes may work.

        Raises:
            CannotPreview: If the rating scales cannot be read.
        """
        self.project = project
        self._read_desk = desk
        self._jobs = jobs
        self._lock = RLock()
        self._listeners: set[SimpleQueue[bytes]] = set()
        #: Counts what was taken in, so that a page knows whether it is behind.
        self._version = time.time_ns() // 1_000_000
        scales, self._scales_amiss = open_scales(project)
        if scales is None:
            raise CannotPreview(self._scales_amiss)
        registry, self._registry_amiss = open_registry(project)
        self._seeds = Seeds(project, scales, registry or EMPTY, jobs)
        self._desk = Desk((), ())
        self._relations = Relations(registry=self._seeds.registry)
        self._finding = Finding()
        self._made_ready: PageMaker | None = None
        self._open_theme()
        self._open_desk()
        # Processes are forked before there are threads; what was saved since is read again.
        self._watch = watching.Watch(
            project.seeds,
            project.content,
            project.theme,
            project.ratings.parent,
            project.registry.parent,
        )
        self._seeds.catch_up()

    def watch(self) -> None:
        """
        Take in changes, and tell the pages that listen, for as long as the process lives.
        """
        for changed in self._watch:
            try:
                self.take_in(changed)
            except (OSError, Lost) as error:
                # Such as a file that was moved away under our eyes; the next change tells where.
                sys.stderr.write(f"not taken in: {error}\n")

    def take_in(self, changed: Iterable[Path]) -> None:
        """
        Take in what has changed, and tell every page that listens.

        Args:
            changed: Paths of files that were added, changed or removed.
        """
        changed = set(changed)
        with self._lock:
            if changed & {self.project.ratings, self.project.registry}:
                self._open_rules()
            if seeds := _below(self.project.seeds, changed):
                self._seeds.take_in(seeds)
            if _below(self.project.content, changed):
                self._open_desk()
            if _below(self.project.theme, changed):
                self._open_theme()
                self._made_ready = None
            listeners = tuple(self._listeners)
            self._version += 1
            told = self._told(is_style=any(path.suffix == ".css" for path in changed))
        for listener in listeners:
            listener.put(told)

    def events(self) -> Iterator[bytes]:
        """
        Give an event for each change, for as long as anybody listens.
        """
        mine: SimpleQueue[bytes] = SimpleQueue()
        with self._lock:
            self._listeners.add(mine)
            told = self._told(is_style=False)
        try:
            yield told
            while True:
                try:
                    yield mine.get(timeout=PATIENCE)
                except Empty:
                    yield b": still here\n\n"
        finally:
            with self._lock:
                self._listeners.discard(mine)

    def _told(self, *, is_style: bool) -> bytes:
        """Write an event (server-sent events, HTML Standard 9.2)."""
        data = json.dumps({"version": self._version, "style": is_style})
        return f"retry: 500\ndata: {data}\n\n".encode()

    def answer(self, path: str) -> Answer:
        """
        Return what stands at a path below the site's own, without a slash before it.
        """
        path = f"{path}index.html" if path.endswith("/") or not path else path
        if path == SEARCH_MANIFEST and self.project.site.search:
            return Answer(self._manifest(), type_of(path))
        if part := self._finding.file(path):
            return Answer(part, type_of(path))
        with self._lock:
            try:
                return self._answer(path)
            except Fault as fault:
                # A template that is being written; the page comes back when it is mended.
                told = amiss(str(fault), self._version, Record(self.project.site, path))
                return Answer(told.encode(), status=HTTPStatus.INTERNAL_SERVER_ERROR)

    def _manifest(self) -> bytes:
        """Make the index for search as everything stands now; edits are shown meanwhile."""
        with self._lock:
            seeds, maker, language = self._seeds, self._maker, self.project.site.language
            digest = seeds.digest

        def found(sidecar: str) -> Findable:
            with self._lock:
                check = seeds.factcheck(sidecar)
            if check is None:
                return Findable()
            return findable(check, maker.record("", maker.editions.of(check.verdict.language)))

        return self._finding.manifest(digest, language, seeds.version, found)

    def _answer(self, path: str) -> Answer:
        makers = (self._copied, self._feed, self._beside_page, self._of_data, self._for_machines)
        for make in makers:
            if (data := make(path)) is not None:
                return Answer(data, type_of(path))
        return self._page(path)

    def _copied(self, path: str) -> bytes | None:
        file = self._file(path)
        return file.read_bytes() if file else None

    def _of_data(self, path: str) -> bytes | None:
        """Make the schema at a path, if the site offers data and has such a one."""
        schemas = schema_files(self.project.site) if self.project.site.data else iter(())
        return next((file.data for file in schemas if file.path == path), None)

    def _for_machines(self, path: str) -> bytes | None:
        """Make what tells crawlers, or language models, of the site."""
        if path == ROBOTS:
            return robots(self.project.site)
        return self._llms(path) if path.endswith(LLMS) else None

    def _open_rules(self) -> None:
        """Read scales, registry and so everything; keep the old ones if the new are broken."""
        scales, self._scales_amiss = open_scales(self.project)
        registry, self._registry_amiss = open_registry(self.project)
        before = self._seeds
        self._seeds = Seeds(
            self.project, scales or before.scales, registry or before.registry, self._jobs
        )
        self._relations = Relations(registry=self._seeds.registry)

    def _open_theme(self) -> None:
        self._templates = Templates(self.project.theme)

    def _open_desk(self) -> None:
        """Read the desk's pages; keep the old ones if any of the new must not be read."""
        self._pages_amiss = tuple(page_problems(self.project))
        if not self._pages_amiss:
            self._desk = self._read_desk()
        self._made_ready = None

    @property
    def _maker(self) -> PageMaker:
        """What makes pages; made when a page is asked for, so that its faults are shown there."""
        if self._made_ready is None:
            scale, languages = self._seeds.scales.default.id, self._templates.languages
            self._made_ready = PageMaker(self.project.site, self._desk.pages, scale, languages)
        return self._made_ready

    def _file(self, path: str) -> Path | None:
        """Return the file that is served as it is at a path: the desk's, or the theme's."""
        theme = self.project.theme
        if path in {SCRIPT, STYLE}:
            return theme / path
        assets = {asset.path: asset.source for asset in self._desk.assets}
        if path in assets:
            return assets[path]
        static = (theme / "static").resolve()
        found = (static / path.removeprefix(f"{THEME}/")).resolve()
        is_ours = path.startswith(f"{THEME}/") and found.is_relative_to(static)
        return found if is_ours and found.is_file() else None

    def _feed(self, path: str) -> bytes | None:
        """Make the feed at a path, if there is one."""
        stem, site, editions = stem_of(path), self.project.site, self._maker.editions
        if "feeds/" not in stem:
            return None
        digest, now = self._seeds.digest, datetime.now(UTC)
        all_feeds = feeds(digest, self._seeds.scales, editions, site, now)
        feed = next((one for one in all_feeds if stem in {one.stem, *one.former}), None)
        if feed is None:
            return None
        maker = FeedMaker(site, editions.listing(feed.language), self._templates)
        items = tuple(filter(None, map(self._entry, feed.items)))
        files = maker.files(feed._replace(items=items))  # type: ignore[arg-type]
        return next((file.data for file in files if file.path == path), None)

    def _entry(self, item: Item) -> FeedEntry | None:
        """Make an item of a feed."""
        pair = self._seeds.at(check_path(item.slug))
        check = self._seeds.factcheck(pair.sidecar) if pair else None
        if check is None:
            return None
        edition = self._maker.editions.of(check.verdict.language)
        record = self._maker.record("", edition).outward
        return full_entry(check, item, record, self._templates)

    def _llms(self, path: str) -> bytes | None:
        """Make what tells language models of the site; none where no edition has it."""
        seeds, desk = self._seeds, self._desk.pages
        files = llms_files(seeds.digest, seeds.scales, desk, self._maker)
        return next((file.data for file in files if file.path == path), None)

    def _page(self, path: str) -> Answer:
        pair = self._seeds.at(path)
        page = self._found(path, pair) or not_found(self._maker)
        html = self._templates.render(page.template, page.view, page.around)
        if is_framed(page.path):
            # As it stands in a frame, where no script runs.
            return Answer(html.encode())
        html = html.replace(SLOT, self._beside(page.path, pair))
        status = HTTPStatus.NOT_FOUND if page.path == NOT_FOUND else HTTPStatus.OK
        return Answer(
            marked(html, self._bar(pair), self._version, self._maker.record(path)).encode(),
            status=status,
        )

    def _beside_page(self, path: str) -> bytes | None:
        """Make the file at a path that stands beside a fact-check's pages, if there is one."""
        pair = None if path.endswith(".html") else self._seeds.at(path)
        check = self._seeds.factcheck(pair.sidecar) if pair else None
        if check is None:
            return None
        if path.endswith(".png"):
            cards = Cards(self.project, self._maker, self._templates)
            return next((card.data for card, _ in cards.files(check, path)), None)
        files = check_files(check, self._maker, self._templates)
        return next((file.data for file in files if file.path == path), None)

    def _found(self, path: str, pair: Paths | None) -> Page | None:
        """Make the page at a path, if there is one."""
        if path == PREVIEW:
            return self._preview()
        if pair:
            check = self._seeds.factcheck(pair.sidecar)
            pages = self._maker.pages_of(check) if check else ()
            return next((page for page in pages if page.path == path), None)
        return self._listed(path) or self._of_site(path)

    def _beside(self, path: str, pair: Paths | None) -> str:
        """Make what stands beside a fact-check's page, or a claim's."""
        check = self._seeds.entry(pair) if pair else None
        digest = self._seeds.digest
        shown = {one.slug: one for one in (*digest.checks, *digest.versions)}
        if check is None or shown.get(check.slug) is not check or not self.project.site.related:
            return ""
        self._relations.follow(digest.checks, digest.versions)
        found = self._relations.around(check)
        places = beside(check, shown.get(found.newer), shown.get(found.older), found)
        here = next((one for one in places if one.path == path), None)
        if here is None:
            return ""
        cards = [self._card(Item(one.slug, one.part, one.place)) for one in here.related]
        record = self._maker.record(path, self._maker.editions.of(here.language))
        return filling(here, cards, record, self._templates)

    def _listed(self, path: str) -> Page | None:
        digest, scales = self._seeds.digest, self._seeds.scales
        editions, browse = self._maker.editions, self.project.site.browse
        pages = list_pages(digest, scales, editions, browse, _today())
        found = next((page for page in pages if page.path == path), None)
        return made(found.with_cards(self._card), self._maker) if found else None

    def _card(self, item: Item) -> str:
        pair = self._seeds.at(check_path(item.slug))
        check = self._seeds.factcheck(pair.sidecar) if pair else None
        if check is None:
            return ""
        record = self._maker.record("", self._maker.editions.of(check.verdict.language))
        return card_of(check, item.part, item.place, record, self._templates)

    def _of_site(self, path: str) -> Page | None:
        digest, scales = self._seeds.digest, self._seeds.scales
        pages = chain(
            site_pages(digest, scales, self._desk.pages, self._maker),
            browse_pages(digest, self._maker),
            search_pages(digest, scales, self._maker),
            data_pages(self._maker),
            feeds_pages(digest, scales, self._maker, datetime.now(UTC)),
        )
        return next((page for page in pages if page.path == path), None)

    def _preview(self) -> Page:
        digest = self._seeds.digest
        entries = (*digest.checks, *digest.versions, *digest.withdrawn)
        problems = self._problems()
        return self._maker(
            PREVIEW, "preview.html", partial(preview_view, entries, problems, _today())
        )

    def _problems(self) -> tuple[Problem, ...]:
        return (*self._amiss, *self._seeds.problems)

    @property
    def _amiss(self) -> tuple[Problem, ...]:
        """What is wrong with files that concern every page."""
        return (*self._scales_amiss, *self._registry_amiss, *self._pages_amiss)

    def _bar(self, pair: Paths | None) -> str:
        """Make what stands above a page."""
        entry = self._seeds.entry(pair) if pair else None
        own = (*self._amiss, *(self._seeds.of(pair) if pair else ()))
        is_broken = pair is not None and self._seeds.is_broken(pair)
        record = self._maker.record("")
        view = bar_view(entry, self._problems(), own, record, is_broken=is_broken)
        return self._templates.part(BAR, "preview_bar", view, record.words)


def _today() -> date:
    """The preview lives in the editor's present, not in a commit's."""
    return datetime.now(UTC).date()


def _below(folder: Path, changed: Iterable[Path]) -> list[Path]:
    return [path for path in changed if path.is_relative_to(folder)]
