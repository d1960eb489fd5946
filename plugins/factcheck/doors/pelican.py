"""
Pelican's door: our Pelican class, which builds all or nothing.

What Pelican 4.12 does by itself, and what is done about it here:

- A logged ERROR, a plugin that cannot be imported and an interrupt all end with exit code 0: here
  they end with 1, 1 and 130, and nothing is published.
- It writes into the published folder while it works: here it writes into a folder aside.
- Its own pages render with autoescape off: here the desk's pages too are written by the plugin.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from markupsafe import Markup
from pelican import Pelican
from pelican.contents import Article
from pelican.log import console
from pelican.plugins import signals

from factcheck.diagnostics import Severity
from factcheck.digest.collection import collect
from factcheck.doors import messages
from factcheck.doors.settings import BadSettings, project_of
from factcheck.engine.lock import Busy, only_one
from factcheck.engine.outputs import Broken, Written
from factcheck.engine.staging import NotOurs, remove_unfinished, staged
from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import check_path
from factcheck.publishing.views.site import DeskPage
from factcheck.publishing.wording import counted
from factcheck.usecases.build import build
from factcheck.usecases.read import Contents, read_contents
from factcheck.usecases.today import today

PLUGIN = "factcheck"

#: Where a project keeps what it may lose.
CACHE = ".factcheck"

#: A process that a signal ends has this and the signal's number for its exit code.
SIGNALLED = 128
ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


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
        try:
            with _ended_by_signals(), only_one(self.project.root / CACHE):
                self._run_alone()
        except _Ended as ended:
            _say("Interrupted; the site is whole, as it was or as it is now built.")
            sys.exit(SIGNALLED + ended.signal)
        except Broken as broken:
            _stop("The built site is not whole; nothing is changed.", *broken.faults)
        except (Busy, NotOurs) as reason:
            _stop(f"Nothing is built: {reason}.")
        except OSError as error:
            _stop(f"The site cannot be built, and nothing is changed: {_reason(error)}.")

    def _run_alone(self) -> None:
        contents = read_contents(self.project)
        _tell(contents)
        try:
            with staged(self.project.output) as folder, _no_logged_errors():
                self._run_in(folder, contents)
        except _Ended:
            # The signal may have come while the stage was being removed.
            remove_unfinished(self.project.output)
            raise

    def _run_in(self, folder: Path, contents: Contents) -> None:
        now = today(self.project.root, os.environ)
        door = _Build(self, contents, partial(build, self.project, contents, now=now.now))
        door.checks = collect(contents.checks, now.now).checks
        self.output_path = self.settings["OUTPUT_PATH"] = str(folder)
        try:
            with door.connected():
                super().run()
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = str(self.project.output)
        door.verify(folder)
        rulings = sum(len(check.claims) for check in door.checks)
        checks = counted(len(door.checks), "fact-check", "fact-checks").capitalize()
        told = f"{checks} for readers, with {counted(rulings, 'ruling', 'rulings')}"
        _say(f"{told}, in {self.project.output}")
        _say(f"Today is {now.now:%Y-%m-%d}: {now.origin}.")


class _Build:
    """One build's part in Pelican's run: articles for others to see, and the digest's files."""

    def __init__(self, pelican: FactCheckPelican, contents: Contents, write: Any) -> None:  # noqa: ANN401
        self.pelican = pelican
        self.contents = contents
        self.write = write
        self.checks: tuple[FactCheck, ...] = ()
        self.written: Written | None = None
        self.desk_pages: tuple[DeskPage, ...] = ()
        self.files: tuple[tuple[str, str], ...] = ()

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Listen to Pelican's signals while the block runs."""
        listeners = (
            (signals.get_generators, self._generator),
            (signals.article_generator_finalized, self._add_articles),
            (signals.page_generator_finalized, self._take_pages),
            (signals.static_generator_finalized, self._note_files),
        )
        for event, listener in listeners:
            event.connect(listener)
        try:
            yield
        finally:
            for event, listener in listeners:
                event.disconnect(listener)

    def _generator(self, _: Pelican) -> type:
        outer = self

        class FactCheckGenerator:
            """Writes the digest among Pelican's other generators."""

            def __init__(self, *, output_path: str, **_: object) -> None:
                self.folder = Path(output_path)

            def generate_output(self, _: object) -> None:
                """Write every file of the digest."""
                outer.written = outer.write(desk_pages=outer.desk_pages, folder=self.folder)

        return FactCheckGenerator

    def _add_articles(self, generator: Any) -> None:  # noqa: ANN401
        """Let other plugins and templates see genuine articles, which Pelican does not write."""
        articles = [_article(check, generator) for check in self.checks]
        generator.articles.extend(articles)
        generator.context["articles"] = generator.articles

    def _take_pages(self, generator: Any) -> None:  # noqa: ANN401
        """The desk's pages are written by the plugin, in the theme's own environment."""
        base = self.pelican.project.site.base.rstrip("/")
        public = [*generator.pages, *generator.translations]
        unlisted = [*generator.hidden_pages, *generator.hidden_translations]
        public.sort(key=lambda page: (_order(page), page.slug))
        self.desk_pages = (
            *(_desk_page(page, base) for page in public),
            *(_desk_page(page, base, is_listed=False) for page in unlisted),
        )
        drafts = [*generator.draft_pages, *generator.draft_translations]
        for page in (*public, *unlisted, *drafts):
            page.override_save_as = ""

    def _note_files(self, generator: Any) -> None:  # noqa: ANN401
        """Remember the desk's files, which Pelican copies and only warns where it cannot."""
        self.files = tuple((file.source_path, file.save_as) for file in generator.staticfiles)

    def verify(self, folder: Path) -> None:
        """
        Check that the folder holds the whole site.

        Raises:
            Broken: With every dead link and every file that did not arrive whole.
        """
        if self.written is None:
            raise Broken(["Pelican ended without writing the digest"])
        self.written.verify()
        missing = [
            f"{source} was not copied whole"
            for source, target in self.files
            if not _same_size(Path(source), folder / target)
        ]
        if missing:
            raise Broken(missing)


def _same_size(one: Path, other: Path) -> bool:
    return other.is_file() and one.stat().st_size == other.stat().st_size


def _order(page: Any) -> int:  # noqa: ANN401
    told = str(page.metadata.get("order", ""))
    return int(told) if told.isascii() and told.isdigit() else 1_000


def _desk_page(page: Any, base: str, *, is_listed: bool = True) -> DeskPage:  # noqa: ANN401 - Pelican has no types
    html = Markup(page.get_content(base))  # noqa: S704 - the desk wrote it
    summary = Markup(page.metadata.get("description", "")).striptags()  # noqa: S704
    title = Markup(page.title).striptags()  # noqa: S704
    return DeskPage(title, page.save_as, html, summary, is_listed)


def _article(check: FactCheck, generator: Any) -> Article:  # noqa: ANN401
    verdict = check.verdict
    metadata = {
        "title": verdict.title,
        "date": verdict.published.instant,
        "slug": check.slug,
        "lang": verdict.language,
        "summary": str(Markup.escape(verdict.summary)),
        "category": None,
        "fact_check": check,
    }
    path = str(generator.path and Path(generator.path).parent / check.seed)
    article = Article(
        "", metadata, settings=generator.settings, source_path=path, context=generator.context
    )
    article.override_save_as = ""
    article.override_url = check_path(check.slug).removesuffix("index.html")
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
            logged = counted(watch.errors, "error was", "errors were").capitalize()
            _stop(f"{logged} logged; nothing is changed.")
    finally:
        logging.getLogger().removeHandler(watch)


def _tell(contents: Contents) -> None:
    """Tell every error, and how many warnings there are; end with exit code 1 on an error."""
    errors = [problem for problem in contents.problems if problem.severity is Severity.ERROR]
    warnings = len(contents.problems) - len(errors)
    if errors:
        _say(messages.as_text(errors))
        _stop(f"{counted(len(errors), 'error', 'errors')}; nothing is changed.".capitalize())
    if warnings:
        _say(f"{counted(warnings, 'warning', 'warnings')}; make check shows them.".capitalize())


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
