"""
The command ``factcheck``.

Exit codes: 0 all is well; 1 the seeds have problems; 2 the command was not understood.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from threading import Thread
from typing import Any, Final

import click

from factcheck.adapters.files import contents
from factcheck.adapters.watching import CannotWatch
from factcheck.diagnostics import Fault, Problem, Severity
from factcheck.doors import messages
from factcheck.doors.settings import BadSettings, jobs_of, project_of
from factcheck.engine.workers import Lost
from factcheck.model.bounds import DOCUMENT_BYTES, REVIEW_BYTES
from factcheck.model.site import Project
from factcheck.model.values import LANGUAGE, quoted
from factcheck.model.vocabulary import Status
from factcheck.usecases.beginning import CannotBegin, Wanted, begin
from factcheck.usecases.check import check as check_seeds
from factcheck.usecases.gather import survey
from factcheck.usecases.live import CannotPreview, Live
from factcheck.usecases.lock import CannotLock
from factcheck.usecases.lock import lock as lock_seed
from factcheck.usecases.pairing import passed_over
from factcheck.usecases.ready import obstacles
from factcheck.usecases.reviews import check_published, check_reviews, joined
from factcheck.usecases.serving import CannotServe, Folder
from factcheck.usecases.serving import serve as serve_site
from factcheck.usecases.similar import CannotCompare, Similar, similar_to
from factcheck.usecases.today import today, today_here
from factcheck.usecases.translating import bring_up_to_date

SETTINGS: Final = "pelican.conf.py"

#: Nobody looks through more claims than these.
MOST_CLAIMS: Final = 200


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-s",
    "--settings",
    type=click.Path(dir_okay=False, path_type=Path),
    default=SETTINGS,
    show_default=True,
    help="The site's settings.",
)
@click.pass_context
def main(context: click.Context, settings: Path) -> None:
    """Make a fact-check digest from documents and their verdicts."""
    context.obj = settings


@main.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(messages.FORMATS)),
    default="text",
    show_default=True,
    help="How to write the problems.",
)
@click.option("-v", "--verbose", is_flag=True, help="List the files that are passed over too.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), help="How many processes to use; one for each core."
)
@click.pass_obj
def check(settings: Path, form: str, jobs: int | None, *, verbose: bool) -> None:
    """
    Check every document and verdict; tell all problems at once.

    \b
    Examples:
      factcheck check
      factcheck check --format github    annotations in a pull request
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    try:
        report = check_seeds(project, jobs or _jobs(settings))
    except Lost as lost:
        click.echo(str(lost), err=True)
        raise SystemExit(1) from None
    problems = report.problems
    if form == "text":
        # The end is what stands above the prompt: errors must not scroll away behind warnings.
        problems = tuple(sorted(problems, key=lambda one: one.severity is Severity.ERROR))
    click.echo(messages.FORMATS[form](problems), nl=False)
    if verbose and form == "text":
        for path in passed_over(project):
            click.echo(messages.visible(f"passed over: {path} (hidden, or an editor's backup)"))
    if form == "text":
        tell_sum(report.problems)
        checks = messages.counted(report.checks, "fact-check", "fact-checks")
        rulings = messages.counted(report.rulings, "ruling", "rulings")
        click.echo(f"Without errors: {checks} with {rulings}.")
    raise SystemExit(1 if report.failed else 0)


@main.command("lint-claimreview")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|DIR|-...")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(messages.FORMATS)),
    default="text",
    show_default=True,
    help="How to write the problems.",
)
@click.option("--notes", is_flag=True, help="Tell too what is right, and could be said better.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day after which no review is dated; SOURCE_DATE_EPOCH, or the clock's.",
)
def lint_claimreview(
    paths: tuple[str, ...], form: str, today: datetime | None, *, notes: bool
) -> None:
    """
    Check published ClaimReviews, anybody's: in web pages, JSON, JSON Lines and data feeds.

    \b
    Examples:
      factcheck lint-claimreview output/checks
      curl -s https://example.org/a-check.html | factcheck lint-claimreview -
    """  # noqa: D301 - click knows this sign from a text that is not raw
    day = today.date() if today else today_here(os.environ).now.date()
    try:
        reports = [
            check_published(sys.stdin.buffer.read(REVIEW_BYTES + 1), "-", day)
            if path == "-"
            else check_reviews(Path(path), day)
            for path in paths
        ]
    except OSError as error:
        raise click.UsageError(messages.visible(str(error))) from None
    report = joined(reports)
    shown = [one for one in report.problems if notes or one.severity is not Severity.NOTE]
    # The end is what stands above the prompt, as with check.
    shown.sort(key=lambda one: form == "text" and one.severity is Severity.ERROR)
    click.echo(messages.FORMATS[form](shown), nl=False)
    if form == "text":
        tell_sum(report.problems)
        reviews = messages.counted(report.reviews, "ClaimReview", "ClaimReviews")
        click.echo(f"Checked: {reviews} in {messages.counted(report.files, 'file', 'files')}.")
    raise SystemExit(1 if report.failed else 0)


@main.command()
@click.argument("language", required=False, default="")
@click.pass_obj
def translations(settings: Path, language: str) -> None:
    """
    Bring the interface's translations up to date; begin one for LANGUAGE.

    \b
    Example:
      factcheck translations pt-BR
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    if language and not LANGUAGE.match(language):
        msg = f"expected a language tag (BCP 47) like de or pt-BR; found {language}"
        raise click.UsageError(msg)
    try:
        for one in bring_up_to_date(project.theme, language):
            click.echo(f"{project.name(one.file)}: {one.missing} of {one.texts} to be translated")
    except LookupError:
        msg = f"no conventions for dates and numbers are known of the language {language}"
        raise click.UsageError(msg) from None
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from None


@main.command()
@click.argument("path", metavar="PATH|-")
@click.option("--slug", default="", help="The fact-check's address; without it one is proposed.")
@click.option(
    "--claims",
    type=click.IntRange(1, MOST_CLAIMS),
    default=10,
    show_default=True,
    help="How many claims to propose.",
)
@click.option("--whole", is_flag=True, help="Keep a web page with its menus and all.")
@click.pass_obj
def new(settings: Path, path: str, slug: str, claims: int, *, whole: bool) -> None:
    """
    Begin a fact-check of a text, Markdown, HTML, PDF or DOCX file.

    The document is put into seeds/, with a draft of its sidecar beside it: what the document tells
    of itself, and the sentences most worth checking, as claims to keep or delete. Nothing is
    overwritten.

    \b
    Examples:
      factcheck new ~/Downloads/speech.pdf
      factcheck new article.html --slug bridge-costs --claims 5
      pbpaste | factcheck new -
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    try:
        wanted = Wanted(_bytes_of(path), path, None if path == "-" else Path(path), slug)
        wanted = replace(wanted, claims=claims, whole=whole)
        begun = begin(project, wanted, today(project.root, os.environ).now.date())
    except CannotBegin as error:
        click.echo(messages.visible(f"not begun: {error}"), err=True)
        raise SystemExit(1) from None
    told = messages.counted(begun.claims, "claim", "claims")
    click.echo(messages.visible(f"{begun.seed}\n{begun.sidecar}: a draft with {told}"))
    for note in begun.notes:
        click.echo(messages.visible(f"note: {note}"))
    click.echo(messages.FORMATS["text"](begun.problems), nl=False)


def _bytes_of(path: str) -> bytes:
    """Read a file, or what is piped in, as far as any document is read."""
    try:
        if path == "-":
            return sys.stdin.buffer.read(DOCUMENT_BYTES + 1)
        return contents(Path(path), DOCUMENT_BYTES)
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}"
        raise click.UsageError(messages.visible(msg)) from None


@main.command()
@click.argument("asked", metavar="TEXT|SEED")
@click.option("-j", "--jobs", type=click.IntRange(1), help="As with check.")
@click.pass_obj
def similar(settings: Path, asked: str, jobs: int | None) -> None:
    """
    Show what the digest has already ruled on claims like one, or like each of a fact-check.

    Claims are compared by their words, with those of every fact-check and translation: what is
    said in other words is not found.

    \b
    Examples:
      factcheck similar "The bridge has four arches"
      factcheck similar seeds/bridge-costs.txt
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    try:
        answers = similar_to(project, asked, jobs or _jobs(settings))
    except (CannotCompare, Lost) as error:
        click.echo(messages.visible(f"not compared: {error}"), err=True)
        raise SystemExit(1) from None
    for answer in answers:
        if len(answers) > 1:
            click.echo(messages.visible(f"{quoted(answer.claim, most=200)}"))
        for one in answer.found:
            click.echo(messages.visible(_likeness_told(one)))
        if not answer.found:
            click.echo("  Nothing like it was ruled.\n")


def _likeness_told(one: Similar) -> str:
    how = "nearly the same" if one.is_same else f"{one.likeness:.0%} alike"
    place = f"{one.sidecar}:{one.line}"
    page = f"\n    {one.page}" if one.status is Status.PUBLISHED else ""
    tie = f"\n    the same claim? then add same_as: {one.address}" if one.is_same else ""
    return (
        f"  {one.rating}: {quoted(one.claim, most=400)}\n"
        f"    {one.reason}\n"
        f"    {how} · {one.status} · {one.language} · {place}{page}{tie}\n"
    )


@main.command()
@click.argument("seeds", nargs=-1, required=True, type=click.Path(path_type=Path))
def lock(seeds: tuple[Path, ...]) -> None:
    """
    Write each document's hash into its sidecar, so that a changed document is noticed.

    \b
    Example:
      factcheck lock seeds/speech.txt
    """  # noqa: D301 - click knows this sign from a text that is not raw
    failed = False
    for seed in seeds:
        try:
            done = lock_seed(seed)
        except (CannotLock, OSError) as error:
            click.echo(f"not locked: {error}", err=True)
            failed = True
        else:
            click.echo(
                f"{done.sidecar}: {done.sha256} ({'written' if done.changed else 'unchanged'})"
            )
    raise SystemExit(1 if failed else 0)


@main.command()
@click.option("--with-samples", is_flag=True, help="Publish samples too.")
@click.pass_obj
def ready(settings: Path, *, with_samples: bool) -> None:
    """
    Tell whether the site may be published: no placeholders, and no samples by accident.

    \b
    Example:
      factcheck ready --with-samples
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    now = today(project.root, os.environ).now
    entries = survey(project, _jobs(settings)).entries
    found = obstacles(project, entries, now, with_samples=with_samples)
    for obstacle in found:
        click.echo(f"not ready: {obstacle}", err=True)
    raise SystemExit(1 if found else 0)


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--built", is_flag=True, help="Serve what was built last, as it is published.")
@click.pass_obj
def serve(settings: Path, port: int, *, built: bool) -> None:
    """
    Serve the site on this machine alone, drafts too, and show every change as it is saved.

    \b
    Examples:
      factcheck serve --port 8080
      factcheck serve --built    the site in output/, as readers will see it
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    try:
        site = Folder(project.output) if built else _live(settings, project)
        serve_site(site, project, port, click.echo)
    except CannotPreview as error:
        click.echo(messages.FORMATS["text"](error.problems), nl=False)
        raise SystemExit(1) from None
    except (CannotServe, CannotWatch, Lost, OSError) as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None


def _live(settings: Path, project: Project) -> Live:
    from factcheck.doors.desk import read_desk  # noqa: PLC0415 - as below

    desk = partial(read_desk, _settings(settings), project.site.base)
    site = Live(project, desk, _jobs(settings))
    Thread(target=site.watch, daemon=True).start()
    return site


def tell_sum(problems: tuple[Problem, ...]) -> None:
    """
    Say how many problems there are, in a line.
    """
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    notes = sum(problem.severity is Severity.NOTE for problem in problems)
    told = [
        messages.counted(errors, "error", "errors"),
        messages.counted(len(problems) - errors - notes, "warning", "warnings"),
    ]
    if notes:
        told.append(messages.counted(notes, "note", "notes"))
    click.echo(f"{', '.join(told)}.".capitalize())


def _project(settings: Path) -> Project:
    if not settings.is_file():
        msg = f"there are no settings {settings} here; name the site's own with --settings"
        raise click.UsageError(msg)
    try:
        return project_of(_settings(settings))
    except BadSettings as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None


def _jobs(settings: Path) -> int:
    try:
        return jobs_of(_settings(settings))
    except BadSettings as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None


@cache
def _settings(settings: Path) -> dict[str, Any]:
    # Pelican takes a third of a second to import, which "lock" and "--help" need not wait for.
    from pelican.settings import read_settings  # noqa: PLC0415

    found: dict[str, Any] = read_settings(str(settings))
    return found
