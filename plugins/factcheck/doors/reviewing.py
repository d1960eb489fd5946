"""
What a colleague asks of a digest: what was changed, what a branch brings, what to look at again.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Final

import click

from factcheck.adapters.git import NoHistory
from factcheck.diagnostics import has_errors
from factcheck.doors import differences, messages
from factcheck.doors.chronicle import told_history
from factcheck.doors.projects import jobs_at, project_at
from factcheck.model.links import LinkReport, LinkState
from factcheck.usecases.comparing import changed_since, usual_base
from factcheck.usecases.history import changed_in_silence, histories, sidecar_named
from factcheck.usecases.link_reports import keep
from factcheck.usecases.mistyped import meant
from factcheck.usecases.proofing import CannotProof, proof, proof_path
from factcheck.usecases.revisiting import to_revisit
from factcheck.usecases.today import today_here

#: Samples are no publications.
NOTHING_OUT: Final = "No fact-check was published yet, other than samples."


@click.command()
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
    project = project_at(settings)
    now = today_here(os.environ).now
    wanted = frozenset(sidecar_named(project, seed) for seed in seeds)
    try:
        found = histories(project, now)
    except NoHistory as error:
        click.echo(messages.visible(f"there is no history: {error}"), err=True)
        raise SystemExit(1) from None
    if unknown := sorted(wanted - found.versions.keys()):
        named = (f"{path}{meant(path, found.versions)}" for path in unknown)
        msg = f"git knows of no such fact-check: {', '.join(named)}"
        raise click.UsageError(messages.visible(msg))
    shown = {path: one for path, one in found.versions.items() if path in wanted or not wanted}
    told = {path: told_history(path, versions) for path, versions in shown.items()}
    for path in sorted(wanted):
        told[path] = told[path] or f"{path}: not published yet\n"
    whole = "".join(told.values()) or f"{NOTHING_OUT}\n"
    click.echo(messages.visible(whole), nl=False)
    problems = [one for one in changed_in_silence(project, now) if one.file in shown]
    click.echo(messages.FORMATS["text"](problems), nl=False)
    raise SystemExit(1 if has_errors(problems) else 0)


@click.command()
@click.argument("base", required=False, default="")
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
    Tell in words what this branch changes beside BASE: ratings, reasons, evidence, quotes.

    Without BASE it is compared with main, or with origin/main where there is no such branch.

    \b
    Examples:
      factcheck diff
      factcheck diff HEAD                            what is not committed yet
      factcheck diff origin/main --format markdown   for a pull request
    """  # noqa: D301 - click knows this sign from a text that is not raw
    try:
        project = project_at(settings)
        found = changed_since(project, base or usual_base(project))
    except NoHistory as error:
        click.echo(messages.visible(str(error)), err=True)
        raise SystemExit(2 if base else 1) from None
    click.echo(differences.FORMATS[form](found), nl=False)


@click.command()
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
    found = to_revisit(project_at(settings), today_here(os.environ).now, jobs_at(settings))
    click.echo(messages.FORMATS[form](found), nl=False)
    if form == "text":
        click.echo(f"{messages.counted(len(found), 'thing', 'things')} to look at.".capitalize())


@click.command()
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

    project = project_at(settings)
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


@click.command("proof")
@click.argument("seed", type=click.Path(path_type=Path))
@click.option("--for", "reader", default="", help="Whom it is for; stands across every page.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write it; SEED.proof.html here.",
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
    project = project_at(settings)
    sidecar = sidecar_named(project, seed)
    path = output or proof_path(sidecar)
    if path.resolve().is_relative_to(project.seeds.resolve()):
        seeds = project.name(project.seeds)
        msg = f"a proof in {seeds}/ would be taken for a document; give another place with -o"
        raise click.UsageError(messages.visible(msg))
    try:
        html = proof(project, sidecar, reader, today_here(os.environ).now.date())
        path.write_text(html, encoding="utf-8")
    except CannotProof as error:
        click.echo(messages.FORMATS["text"](error.problems), nl=False)
        click.echo(messages.visible(f"no proof: {error}"), err=True)
        raise SystemExit(1) from None
    except OSError as error:
        click.echo(
            messages.visible(f"no proof: {path} cannot be written: {error.strerror}"), err=True
        )
        raise SystemExit(1) from None
    click.echo(messages.visible(str(path)))
