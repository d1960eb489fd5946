"""
How an editor begins: a draft from a document, and what was ruled on claims like it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from factcheck.adapters.files import contents
from factcheck.doors import messages
from factcheck.doors.projects import jobs_at, project_at
from factcheck.model.bounds import DOCUMENT_BYTES
from factcheck.model.values import quoted
from factcheck.model.vocabulary import Status
from factcheck.usecases.beginning import CannotBegin, Wanted, begin
from factcheck.usecases.mistyped import no_file
from factcheck.usecases.similar import CannotCompare, Similar, similar_to
from factcheck.usecases.today import today

#: Nobody looks through more claims than these.
MOST_CLAIMS: Final = 200


@click.command()
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
    project = project_at(settings)
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
    except FileNotFoundError:
        raise click.UsageError(messages.visible(no_file(Path(path)))) from None
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}"
        raise click.UsageError(messages.visible(msg)) from None


@click.command()
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
    project = project_at(settings)
    try:
        answers = similar_to(project, asked, jobs or jobs_at(settings))
    except CannotCompare as error:
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
