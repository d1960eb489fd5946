"""
The commands that help to write a sidecar: its order, its quotes, and what editors' programs know.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from factcheck.doors import messages
from factcheck.doors.projects import jobs_at, project_at
from factcheck.model import bounds
from factcheck.usecases.formatting import CannotFormat, Outcome, format_sidecars
from factcheck.usecases.quoting import CannotQuote, find_words
from factcheck.usecases.schemas import NoScales, bring_up_to_date


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--check", "only", is_flag=True, help="Write nothing; tell what is not in order.")
@click.pass_obj
def fmt(settings: Path, paths: tuple[Path, ...], *, only: bool) -> None:
    """
    Put sidecars in order: keys as in the reference, long texts wrapped, comments kept.

    PATH is a sidecar, or a folder with sidecars in it; without one, all are put in order. A
    sidecar with errors is left untouched. Exits with 1 if there is one, or if --check finds
    anything.

    \b
    Examples:
      factcheck fmt
      factcheck fmt seeds/speech.verdict.yaml
      factcheck fmt --check
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = project_at(settings)
    try:
        outcomes = []
        for outcome in format_sidecars(project, paths, write=not only):
            outcomes.append(outcome)
            _tell(outcome, only=only)
    except CannotFormat as error:
        if not error.problems:
            raise click.UsageError(messages.visible(str(error))) from None
        click.echo(messages.FORMATS["text"](error.problems), nl=False)
        raise SystemExit(1) from None
    changed = sum(outcome.changed for outcome in outcomes)
    broken = sum(bool(outcome.problems) for outcome in outcomes)
    done = "to be put in order" if only else "put in order"
    told = [f"{messages.counted(changed, 'sidecar', 'sidecars')} {done}"]
    if broken:
        told.append(
            f"{messages.counted(broken, 'sidecar', 'sidecars')} with errors left untouched"
        )
    if rest := len(outcomes) - changed - broken:
        told.append(f"{rest} as they should be")
    click.echo(f"{', '.join(told)}.".capitalize())
    raise SystemExit(1 if broken or (only and changed) else 0)


def _tell(outcome: Outcome, *, only: bool) -> None:
    click.echo(messages.FORMATS["text"](outcome.problems), nl=False)
    if outcome.changed:
        done = "not in order" if only else "put in order"
        click.echo(messages.visible(f"{outcome.name}: {done}"))
    for line, reason in outcome.left:
        click.echo(messages.visible(f"{outcome.name}:{line}:1: left as it is: {reason}"))


@click.command()
@click.argument("seed", type=click.Path(path_type=Path))
@click.argument("words")
def quote(seed: Path, words: str) -> None:
    """
    Find WORDS in a document and print them as a quote to paste, with context where it is needed.

    SEED is the document or its sidecar; "-" reads the words from standard input. Exits with 1
    where the words are not found, and shows the nearest.

    \b
    Examples:
      factcheck quote seeds/speech.txt "the bridge has four arches"
      pbpaste | factcheck quote seeds/speech.txt -
    """  # noqa: D301 - click knows this sign from a text that is not raw
    if words == "-":
        words = sys.stdin.buffer.read(bounds.DOCUMENT_BYTES).decode(errors="replace")
    try:
        found = find_words(seed, words)
    except CannotQuote as error:
        if not error.problems:
            raise click.UsageError(messages.visible(str(error))) from None
        click.echo(messages.FORMATS["text"](error.problems), nl=False)
        raise SystemExit(1) from None
    except PydanticCustomError as error:
        raise click.BadParameter(messages.visible(error.message()), param_hint="WORDS") from None
    several = len(found.quotes) > 1
    for one in found.quotes:
        click.echo(messages.visible(f"# line {one.line}\n{one.text}" if several else one.text))
    for line in filter(None, [found.message, *found.hint.splitlines()]):
        click.echo(messages.visible(line), err=True)
    if found.meant:
        click.echo(f"did you mean, on line {found.meant.line}:", err=True)
        click.echo(messages.visible(found.meant.text), err=True)
    raise SystemExit(0 if found.quotes else 1)


@click.command()
@click.pass_obj
def schema(settings: Path) -> None:
    """
    Write what editors' programs know of sidecars: the keys, the ratings, the names in use.

    \b
    Example:
      factcheck schema    writes schemas/, which VS Code completes and checks by
    """  # noqa: D301 - click knows this sign from a text that is not raw
    project = project_at(settings)
    try:
        for one in bring_up_to_date(project, jobs_at(settings)):
            done = "written" if one.changed else "unchanged"
            click.echo(f"{project.name(one.file)}: {done}")
    except NoScales as error:
        click.echo(messages.FORMATS["text"](error.problems), nl=False)
        raise SystemExit(1) from None
