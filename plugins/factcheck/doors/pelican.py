"""
Pelican's door: our Pelican class, which builds all or nothing.

What Pelican 4.12 does by itself, and what is done about it here:

- A logged ERROR, a plugin that cannot be imported and an interrupt all end with exit code 0: here
  they end with 1, 1 and 130, and nothing is published.
- It writes into the published folder while it works: here it writes into a folder aside.
- Its own pages render with autoescape off: here the desk's pages too are written by the plugin.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os
import re
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NoReturn

from markupsafe import Markup
from pelican import Pelican
from pelican.contents import Article
from pelican.generators import PagesGenerator
from pelican.log import console
from pelican.plugins import signals

from factcheck.diagnostics import Fault, Problem, Severity
from factcheck.digest.entries import Entry
from factcheck.doors import messages
from factcheck.doors.desk import assets, desk_pages, with_text
from factcheck.doors.settings import CACHE, BadSettings, jobs_of, project_of
from factcheck.engine.galley import Gone
from factcheck.engine.lock import Busy, only_one
from factcheck.engine.outputs import Broken
from factcheck.engine.staging import NotOurs, Stage, emptied, remove, remove_unfinished, staged
from factcheck.engine.workers import ENDING, Lost, seldom_collecting
from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import check_path
from factcheck.publishing.views.site import DeskPage
from factcheck.usecases.build import Asset, Build, Order, Refused
from factcheck.usecases.filed import FOLDER
from factcheck.usecases.today import today

PLUGIN = "factcheck"

#: The settings by which Pelican itself reads articles, or writes pages and feeds of its own.
WRITING = re.compile(
    r"(?:.*_)?FEED(?:_.*)?_(?:ATOM|RSS)|DIRECT_TEMPLATES|TEMPLATE_PAGES|THEME_STATIC_PATHS"
    r"|ARTICLE_PATHS|OUTPUT_SOURCES|(?:AUTHOR|CATEGORY|TAG|(?:YEAR|MONTH|DAY)_ARCHIVE)_SAVE_AS"
)

#: A process that a signal ends has this and the signal's number for its exit code.
SIGNALLED = 128


class FactCheckPelican(Pelican):  # type: ignore[misc]  # Pelican has no types
    """
    A Pelican that publishes the whole digest or changes nothing.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        """
        Read the settings; end with exit code 1 if they or the plugins are not usable.
        """
        try:
            self.project = project_of(settings)
            self.jobs = jobs_of(settings)
        except BadSettings as error:
            _stop(str(error))
        settings["SITEURL"] = self.project.site.url
        with _no_logged_errors():
            super().__init__(settings)
        if PLUGIN not in settings["PLUGINS"]:
            _stop(
                f"pelican.conf.py: PLUGINS must name {PLUGIN!r}; else no fact-check is published"
            )

    def run(self) -> None:
        """
        Build the site aside and put it in place; end with a code other than 0 if anything fails.
        """
        # Else Python looks for garbage once more before it ends: a second for 10,000 fact-checks.
        atexit.unregister(gc.freeze)
        atexit.register(gc.freeze)
        try:
            with _ended_by_signals(), only_one(self.project.root / CACHE):
                self._run_alone()
        except _Ended as ended:
            _say("Interrupted; the site is whole, as it was or as it is now built.")
            sys.exit(SIGNALLED + ended.signal)
        except Broken as broken:
            _stop("The built site is not whole; nothing is changed.", *broken.faults)
        except Refused as refused:
            _refuse(refused.problems)
        except (Fault, Lost) as fault:
            _stop(f"The site cannot be built, and nothing is changed: {fault}")
        except (Busy, NotOurs) as reason:
            _stop(f"Nothing is built: {reason}.")
        except OSError as error:
            _stop(f"The site cannot be built, and nothing is changed: {_reason(error)}.")

    def _get_generator_classes(self) -> list[type]:
        """The desk's pages stand in every page's navigation, so they are read first."""
        classes: list[type] = super()._get_generator_classes()
        return sorted(classes, key=lambda one: one is not PagesGenerator)

    @property
    def _pieces(self) -> Path:
        return self.project.root / CACHE / FOLDER

    def _run_alone(self) -> None:
        try:
            with seldom_collecting(), _no_logged_errors():
                self._build()
        except _Ended:
            # The signal may have come while the stage was being removed.
            remove_unfinished(self.project.output)
            remove(self._pieces)
            raise

    def _build(self) -> None:
        # What is noted in the end may still stand there.
        with emptied(self._pieces):
            self._build_and_note()

    def _build_and_note(self) -> None:
        now = today(self.project.root, os.environ)
        with staged(self.project.output) as stage:
            door = _Door(self, stage, now.now)
            door.build.admit()
            self.output_path = self.settings["OUTPUT_PATH"] = str(stage.folder)
            try:
                with door.connected():
                    super().run()
            finally:
                self.output_path = self.settings["OUTPUT_PATH"] = str(self.project.output)
            door.settle()
        try:
            door.build.note()
        except OSError as error:
            _say(f"The next build will make everything anew: {_reason(error)}.")
        except Gone as gone:
            _say(f"The next build will make again what this one made: {gone}.")
        if door.build.without_history:
            _say(f"No page shows its history: {door.build.without_history}.")
        _say(f"Today is {now.now:%Y-%m-%d}: {now.origin}.")


class _Door:
    """One build's part in Pelican's run: articles for others to see, and the digest's files."""

    def __init__(self, pelican: FactCheckPelican, stage: Stage, now: datetime) -> None:
        self.pelican = pelican
        self.stage = stage
        project = pelican.project
        order = Order(project, now, project.root / CACHE, pelican.jobs)
        self.build = Build(order, stage)
        #: The desk's pages, as Pelican has them and as the digest does, without their texts.
        self.pages: list[tuple[Any, DeskPage]] = []
        self.files: tuple[Asset, ...] = ()
        #: Whether anybody else may see articles or write files: a plugin, or Pelican itself.
        self.has_neighbours = len(pelican.plugins) > 1 or any(
            value for key, value in pelican.settings.items() if WRITING.fullmatch(key)
        )

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Listen to Pelican's signals while the block runs."""
        listeners = (
            (signals.get_generators, self._generator),
            (signals.page_generator_finalized, self._take_pages),
            (signals.article_generator_finalized, self._read),
            (signals.static_generator_finalized, self._take_files),
        )
        for event, listener in listeners:
            event.connect(listener)
        try:
            yield
        finally:
            for event, listener in listeners:
                event.disconnect(listener)

    def settle(self) -> None:
        """
        Bring the folder up to what was planned, and say what there is.

        Raises:
            Broken: If anything is missing.
        """
        whole = self.build.settle(has_neighbours=self.has_neighbours)
        if whole.warnings:
            warnings = messages.counted(whole.warnings, "warning", "warnings")
            _say(f"{warnings}; make check shows them.".capitalize())
        if whole.wordless:
            _say(messages.wordless_cards(whole.wordless))
        checks = messages.counted(whole.checks, "fact-check", "fact-checks").capitalize()
        rulings = messages.counted(whole.rulings, "ruling", "rulings")
        _say(f"{checks} for readers, with {rulings}, in {self.pelican.project.output}")
        if not self.stage.is_wanted:
            _say("Nothing has changed since the last build.")

    def _generator(self, _: Pelican) -> type:
        door = self

        class FactCheckGenerator:
            """Writes the digest among Pelican's other generators."""

            def __init__(self, **_: object) -> None:
                """Nothing is needed that the door has not."""

            def generate_output(self, _: object) -> None:
                """Write every file of the digest."""
                door.write()

        return FactCheckGenerator

    def _take_pages(self, generator: Any) -> None:  # noqa: ANN401
        """The desk's pages are written by the plugin, in the theme's own environment."""
        self.pages = desk_pages(generator)
        drafts = [*generator.draft_pages, *generator.draft_translations]
        for page in (*(page for page, _ in self.pages), *drafts):
            page.override_save_as = ""

    def _read(self, generator: Any) -> None:  # noqa: ANN401
        """Read the seeds; let other plugins see genuine articles, which Pelican does not write."""
        self.build.read(tuple(page for _, page in self.pages))
        if self.has_neighbours:
            digest = self.build.gathered.digest
            checks = (*digest.checks, *digest.versions)
            generator.articles.extend(_article(check, generator, self) for check in checks)
            generator.context["articles"] = generator.articles

    def _take_files(self, generator: Any) -> None:  # noqa: ANN401
        """The desk's files are copied with everything else, so that none is missed."""
        self.files = assets(generator)
        generator.staticfiles = []

    def write(self) -> None:
        """
        Write every file of the digest, now that links between the desk's pages can be resolved.
        """
        base = self.pelican.project.site.base
        pages = [with_text(page, told, base) for page, told in self.pages]
        self.build.write(tuple(pages), self.files)


class FactCheckArticle(Article):  # type: ignore[misc]
    """
    A genuine article of Pelican's, whose fact-check is read when somebody asks for it.
    """

    @cached_property
    def fact_check(self) -> FactCheck:
        """The whole fact-check, read anew."""
        found: FactCheck = self.open_fact_check()
        return found


def _article(entry: Entry, generator: Any, door: _Door) -> Article:  # noqa: ANN401
    metadata = {
        "title": entry.title,
        "date": entry.published,
        "slug": entry.slug,
        "lang": entry.language,
        "summary": str(Markup.escape(entry.summary)),
        "category": None,
        "open_fact_check": partial(door.build.gathered.factcheck, entry),
    }
    path = str(generator.path and Path(generator.path).parent / entry.seed)
    article = FactCheckArticle(
        "", metadata, settings=generator.settings, source_path=path, context=generator.context
    )
    article.override_save_as = ""
    article.override_url = check_path(entry.slug).removesuffix("index.html")
    return article


class _ErrorWatch(logging.Handler):
    """Remembers what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - one is one
        self.errors += 1


class _Ended(BaseException):
    """A signal asked the build to end; nobody before ``run`` may take it for a fault."""

    def __init__(self, number: int) -> None:
        self.signal = number
        super().__init__(number)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let signals end the block with an exception, so that nothing is left behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _: object) -> NoReturn:
        for later in ENDING:
            signal.signal(later, signal.SIG_IGN)  # nothing may disturb the cleaning up
        raise _Ended(number)

    before = {number: signal.signal(number, end) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _reason(error: OSError) -> str:
    """Say what the system said, and of which file."""
    return f"{error.strerror or error} ({error.filename})" if error.filename else str(error)


@contextmanager
def _no_logged_errors() -> Iterator[None]:
    """End with exit code 1 if anything logs an error: to Pelican that is no failure."""
    watch = _ErrorWatch()
    logging.getLogger().addHandler(watch)
    try:
        yield
        if watch.errors:
            logged = messages.counted(watch.errors, "error was", "errors were").capitalize()
            _stop(f"{logged} logged; nothing is changed.")
    finally:
        logging.getLogger().removeHandler(watch)


def _refuse(problems: Iterable[Problem]) -> NoReturn:
    """Tell every error; end with exit code 1."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    _say(messages.as_text(errors))
    _stop(f"{messages.counted(len(errors), 'error', 'errors')}; nothing is changed.".capitalize())


def _stop(*lines: str) -> NoReturn:
    for line in lines:
        _say(line)
    sys.exit(1)


def _say(text: str) -> None:
    console.print(text, markup=False, highlight=False, soft_wrap=True, emoji=False)


def register() -> None:
    """
    Refuse to work under a Pelican class that publishes half a site and calls it done.
    """
    signals.initialized.connect(_require_our_class)


def _require_our_class(pelican: Pelican) -> None:
    if not isinstance(pelican, FactCheckPelican):
        _stop("pelican.conf.py: PELICAN_CLASS must be factcheck.doors.pelican.FactCheckPelican")
