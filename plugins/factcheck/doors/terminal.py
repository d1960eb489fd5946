"""
The command ``factcheck``.

Exit codes: 0 all is well; 1 the seeds have problems; 2 the command was not understood.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path
from threading import Thread
from typing import Any, Final

import click

from factcheck.adapters.git import NoHistory
from factcheck.adapters.watching import CannotWatch
from factcheck.diagnostics import Fault, Problem, Severity, has_errors
from factcheck.doors import differences, messages
from factcheck.doors.chronicle import told_history
from factcheck.doors.settings import BadSettings, jobs_of, project_of
from factcheck.engine.workers import Lost
from factcheck.model.bounds import REVIEW_BYTES
from factcheck.model.links import LinkReport, LinkState
from factcheck.model.site import Project
from factcheck.model.values import LANGUAGE
from factcheck.usecases.check import check as check_seeds
from factcheck.usecases.comparing import changed_since
from factcheck.usecases.gather import survey
from factcheck.usecases.history import changed_in_silence, histories, sidecar_named
from factcheck.usecases.link_reports import keep
from factcheck.usecases.live import CannotPreview, Live
from factcheck.usecases.lock import CannotLock
from factcheck.usecases.lock import lock as lock_seed
from factcheck.usecases.pairing import passed_over
from factcheck.usecases.proofing import CannotProof, proof, proof_path
from factcheck.usecases.ready import obstacles
from factcheck.usecases.reviews import check_published, check_reviews, joined
from factcheck.usecases.revisiting import to_revisit
from factcheck.usecases.serving import CannotServe, Folder
from factcheck.usecases.serving import serve as serve_site
from factcheck.usecases.today import today, today_here
from factcheck.usecases.translating import bring_up_to_date

SETTINGS: Final = "pelican.conf.py"


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
    "--history", "with_history", is_flag=True, help="Tell too what was changed in silence."
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1), help="How many processes to use; one for each core."
)
@click.pass_obj
def check(
    settings: Path, form: str, jobs: int | None, *, verbose: bool, with_history: bool
) -> None:
    """
    Check every document and verdict; tell all problems at once.

    \b
    Examples:
      factcheck check
      factcheck check --format github    annotations in a pull request
      factcheck check --history          what was published, and is another now, too
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    try:
        report = check_seeds(project, jobs or _jobs(settings))
    except Lost as lost:
        click.echo(str(lost), err=True)
        raise SystemExit(1) from None
    problems = report.problems
    if with_history:
        problems = (*problems, *changed_in_silence(project, today_here(os.environ).now))
    if form == "text":
        # The end is what stands above the prompt: errors must not scroll away behind warnings.
        problems = tuple(sorted(problems, key=lambda one: one.severity is Severity.ERROR))
    click.echo(messages.FORMATS[form](problems), nl=False)
    if verbose and form == "text":
        for path in passed_over(project):
            click.echo(messages.visible(f"passed over: {path} (hidden, or an editor's backup)"))
    if form == "text":
        tell_sum(problems)
        checks = messages.counted(report.checks, "fact-check", "fact-checks")
        rulings = messages.counted(report.rulings, "ruling", "rulings")
        click.echo(f"Without errors: {checks} with {rulings}.")
    raise SystemExit(1 if has_errors(problems) else 0)


@main.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def history(settings: Path, seeds: tuple[Path, ...]) -> None:
    """
    Tell what was changed in fact-checks since they were published, and whether readers were told.

    \b
    Examples:
      factcheck history
      factcheck history seeds/speech.txt
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    now = today_here(os.environ).now
    wanted = frozenset(sidecar_named(project, seed) for seed in seeds)
    try:
        found = histories(project, now)
    except NoHistory as error:
        click.echo(messages.visible(f"there is no history: {error}"), err=True)
        raise SystemExit(1) from None
    if unknown := sorted(wanted - found.versions.keys()):
        msg = f"git knows of no such fact-check: {', '.join(unknown)}"
        raise click.UsageError(messages.visible(msg))
    shown = {path: one for path, one in found.versions.items() if path in wanted or not wanted}
    for path, versions in shown.items():
        click.echo(messages.visible(told_history(path, versions)), nl=False)
    problems = [one for one in changed_in_silence(project, now) if one.file in shown]
    click.echo(messages.FORMATS["text"](problems), nl=False)
    raise SystemExit(1 if has_errors(problems) else 0)


@main.command()
@click.argument("base", required=False, default="main")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(differences.FORMATS)),
    default="text",
    show_default=True,
    help="How to write it.",
)
@click.pass_obj
def diff(settings: Path, base: str, form: str) -> None:
    """
    Tell in words what this branch changes beside BASE (main): ratings, reasons, evidence, quotes.

    \b
    Examples:
      factcheck diff
      factcheck diff HEAD                            what is not committed yet
      factcheck diff origin/main --format markdown   for a pull request
    """  # noqa: D301 - click knows this sign from a text that is not raw
    try:
        found = changed_since(_project(settings), base)
    except NoHistory as error:
        click.echo(messages.visible(str(error)), err=True)
        raise SystemExit(2) from None
    click.echo(differences.FORMATS[form](found), nl=False)


@main.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(messages.FORMATS)),
    default="text",
    show_default=True,
    help="How to write what was found.",
)
@click.pass_obj
def review(settings: Path, form: str) -> None:
    """
    List what to look at again: overdue, resting on one source, not archived, nobody asked.

    Nothing of it is wrong, so the exit code is 0.

    \b
    Examples:
      factcheck review
      factcheck review --format json
    """  # noqa: D301 - click knows this sign from a text that is not raw
    found = to_revisit(_project(settings), today_here(os.environ).now, _jobs(settings))
    click.echo(messages.FORMATS[form](found), nl=False)
    if form == "text":
        click.echo(f"{messages.counted(len(found), 'thing', 'things')} to look at.".capitalize())


@main.command()
@click.option(
    "--max-age",
    type=click.IntRange(0),
    default=7,
    show_default=True,
    help="Days for which an answer is believed.",
)
@click.option("--no-archive", is_flag=True, help="Do not ask for archived copies.")
@click.pass_obj
def links(settings: Path, max_age: int, *, no_archive: bool) -> None:
    """
    Ask whether the evidence can still be had, and keep the answers in content/links.json.

    It asks each server one question a second, keeps to robots.txt, and asks the Internet Archive
    for copies of what is gone. The build shows what it found; it never asks by itself.

    \b
    Examples:
      factcheck links
      factcheck links --max-age 30
    """  # noqa: D301 - click knows this sign from a text that is not raw
    # What asks the network takes a tenth of a second to import.
    from factcheck.usecases.links import ARCHIVE, Politeness, check_links  # noqa: PLC0415

    project = _project(settings)
    polite = Politeness(archive="" if no_archive else ARCHIVE)
    now = today_here(os.environ).now.date()

    def tell(url: str, report: LinkReport) -> None:
        if report.state is not LinkState.THERE:
            copy = f"; archived: {report.archived}" if report.archived else ""
            click.echo(messages.visible(f"{report.state}: {url} ({report.answer}){copy}"))

    found = check_links(project, now, timedelta(days=max_age), polite, tell)
    if found and all(report.state is LinkState.UNREACHED for report in found.values()):
        click.echo("no server could be reached: is this machine connected?", err=True)
        raise SystemExit(1)
    path = project.name(keep(project, found))
    count = messages.counted(len(found), "address", "addresses")
    click.echo(f"{count}: {path}".capitalize())


@main.command("proof")
@click.argument("seed", type=click.Path(path_type=Path))
@click.option("--for", "reader", default="", help="Whom it is for; stands across every page.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it."
)
@click.pass_obj
def proof_of(settings: Path, seed: Path, reader: str, output: Path | None) -> None:
    """
    Make a page of a draft for one reader: numbered, marked, in one file; print it for a PDF.

    \b
    Examples:
      factcheck proof seeds/speech.txt
      factcheck proof seeds/speech.txt --for "the ministry" -o reply.html
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    sidecar = sidecar_named(project, seed)
    try:
        html = proof(project, sidecar, reader, today_here(os.environ).now.date())
    except CannotProof as error:
        click.echo(messages.FORMATS["text"](error.problems), nl=False)
        click.echo(messages.visible(f"no proof: {error}"), err=True)
        raise SystemExit(1) from None
    path = output or proof_path(sidecar)
    path.write_text(html, encoding="utf-8")
    click.echo(messages.visible(str(path)))


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
    Tell whether the site may be published: no placeholders, no samples by accident, no silence.

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
    silent = changed_in_silence(project, today_here(os.environ).now)
    click.echo(messages.FORMATS["text"](silent), nl=False, err=True)
    raise SystemExit(1 if found or has_errors(silent) else 0)


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
