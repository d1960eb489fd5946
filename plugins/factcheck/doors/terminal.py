"""
The command ``factcheck``.

Exit codes: 0 all is well; 1 the seeds have problems; 2 the command, or the settings, were not
understood.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Thread

import click

from factcheck.adapters.watching import CannotWatch
from factcheck.diagnostics import Severity, has_errors
from factcheck.doors import messages
from factcheck.doors.beginning import new, similar
from factcheck.doors.checking import (
    keep_checking,
    must_be_seeds,
    of_seeds,
    tell_problems,
    tell_report,
    tell_sum,
)
from factcheck.doors.commands import Commands
from factcheck.doors.projects import SETTINGS
from factcheck.doors.projects import jobs_at as _jobs
from factcheck.doors.projects import project_at as _project
from factcheck.doors.projects import settings_at as _settings
from factcheck.doors.reviewing import diff, history, links, proof_of, review
from factcheck.doors.writing import fmt, quote, schema
from factcheck.model.bounds import REVIEW_BYTES
from factcheck.model.site import Project
from factcheck.model.values import LANGUAGE
from factcheck.usecases.check import check as check_seeds
from factcheck.usecases.gather import survey
from factcheck.usecases.history import changed_in_silence
from factcheck.usecases.live import CannotPreview, Live
from factcheck.usecases.lock import CannotLock
from factcheck.usecases.lock import lock as lock_seed
from factcheck.usecases.pairing import passed_over
from factcheck.usecases.ready import obstacles
from factcheck.usecases.reviews import check_published, check_reviews, joined
from factcheck.usecases.serving import CannotServe, Folder
from factcheck.usecases.serving import serve as serve_site
from factcheck.usecases.today import today, today_here
from factcheck.usecases.translating import bring_up_to_date


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
    """
    Make a fact-check digest from documents and their verdicts.

    Every command exits with 0 if all is well, with 1 if something is wrong with what it read, and
    with 2 if the command or the site's settings were not understood.

    \b
    Examples:
      factcheck check --watch
      factcheck check --help    what a command does, with examples
    """  # noqa: D301 - click knows this sign from a text that is not raw
    context.obj = settings


@main.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path))
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
@click.option(
    "--history", "with_history", is_flag=True, help="Tell too what was changed in silence."
)
@click.option("--watch", is_flag=True, help="Check all again after every save, until Ctrl+C.")
@click.pass_obj
def check(  # noqa: PLR0913 - one for each option
    settings: Path,
    seeds: tuple[Path, ...],
    form: str,
    jobs: int | None,
    *,
    verbose: bool,
    with_history: bool,
    watch: bool,
) -> None:
    """
    Check every document and verdict; tell all problems at once, or those of SEEDS alone.

    SEEDS are documents, sidecars or folders of them. What is wrong with the desk's own files, such
    as the rating scale, is told of each.

    \b
    Examples:
      factcheck check
      factcheck check seeds/speech.txt   what is wrong with this one
      factcheck check --watch            again after every save
      factcheck check --format github    annotations in a pull request
      factcheck check --history          what was published, and is another now, too
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = _project(settings)
    if watch:
        if seeds:
            msg = "--watch tells of every document; leave out the names"
            raise click.UsageError(msg)
        if form != "text":
            msg = "--watch tells text alone; leave out --format"
            raise click.UsageError(msg)
        if with_history:
            msg = (
                "--watch asks git for nothing; leave out --history, and check it before you commit"
            )
            raise click.UsageError(msg)
        raise SystemExit(keep_checking(project, jobs or _jobs(settings)))
    must_be_seeds(project, seeds)
    report = check_seeds(project, jobs or _jobs(settings))
    if with_history:
        silent = changed_in_silence(project, today_here(os.environ).now)
        report = replace(report, problems=tuple(sorted((*report.problems, *silent))))
    problems = of_seeds(report.problems, project, seeds) if seeds else report.problems
    if form != "text":
        click.echo(messages.FORMATS[form](problems), nl=False)
    elif seeds:
        tell_problems(problems)
    else:
        tell_report(report, passed_over(project) if verbose else ())
    raise SystemExit(1 if has_errors(problems) else 0)


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
            why = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else error
            click.echo(messages.visible(f"not locked: {why}"), err=True)
            failed = True
        else:
            told = "written" if done.changed else "unchanged"
            click.echo(messages.visible(f"{done.sidecar}: {done.sha256} ({told})"))
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
        click.echo(messages.visible(f"not ready: {obstacle}"), err=True)
    silent = changed_in_silence(project, today_here(os.environ).now)
    click.echo(messages.FORMATS["text"](silent), nl=False, err=True)
    raise SystemExit(1 if found or has_errors(silent) else 0)


@main.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to listen; with 0 the system chooses.",
)
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
    except (CannotServe, CannotWatch) as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None


def _live(settings: Path, project: Project) -> Live:
    from factcheck.doors.desk import read_desk  # noqa: PLC0415 - as below

    desk = partial(read_desk, _settings(settings), project.site.base)
    site = Live(project, desk, _jobs(settings))
    Thread(target=site.watch, daemon=True).start()
    return site


for command in (new, similar, fmt, quote, schema, history, diff, review, links, proof_of):
    main.add_command(command)
