"""
The bench's commands: ``python -m bench run``, ``profile``, ``bounds`` and ``checkworthy``.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from bench import bounds as largest
from bench import checkworthy as ranking
from bench import machine, peers, report
from bench.clearing import Trash
from bench.measures import MEASURES, Session, Unequal, measure
from bench.profiling import profile as profile_build
from bench.results import Results
from bench.runs import Failed, Place
from bench.specimens import Corpus
from bench.tools import (
    LABELS,
    OURS,
    PROFILES,
    PROJECT,
    WRITERS,
    environment,
    install,
    tools,
)
from bench.writing import prepare

#: Everything that the bench installs and writes, but for the paper.
FOLDER: Final = PROJECT / ".bench"

PAPER: Final = PROJECT / "docs" / "performance.md"
LIMITS: Final = PROJECT / "docs" / "limits.md"
SEED: Final = "bench"
NAMES: Final = tuple(LABELS)

size_type = click.IntRange(1, 1_000_000)
profile_option = click.option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default="posts",
    show_default=True,
    help="The pages of ours: those that the peers write too, or all.",
)


class Options(TypedDict):
    """How to measure."""

    rounds: int
    edits: int
    limit: float
    incomplete: bool
    print_only: bool


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Measure how fast the digest is built, beside other generators, and where the time goes."""


@main.command()
@click.argument("sizes", nargs=-1, required=True, type=size_type)
@profile_option
@click.option("--tool", "names", multiple=True, type=click.Choice(NAMES), help="Default: all.")
@click.option(
    "--measure", "measures", multiple=True, type=click.Choice(MEASURES), help="Default: all."
)
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1))
@click.option("--edits", default=7, show_default=True, type=click.IntRange(1))
@click.option("--limit", default=1800.0, show_default=True, help="Seconds that a run may take.")
@click.option("--incomplete", is_flag=True, help="Measure although planned pages are missing.")
@click.option("--print-only", is_flag=True, help="Leave docs/performance.md as it is.")
def run(
    sizes: tuple[int, ...],
    profile: str,
    names: tuple[str, ...],
    measures: tuple[str, ...],
    **options: Unpack[Options],
) -> None:
    """
    Measure builds of SIZES fact-checks.

    \b
    Examples:
      python -m bench run 1000
      python -m bench run 1000 10000 50000 --tool factcheck --tool hugo-nested --measure clean
      python -m bench run 10000 --profile full
    """  # noqa: D301 - click wants the sign itself
    chosen = tuple(name for name in WRITERS[profile] if name in (names or NAMES))
    if not chosen or (profile == "pages" and OURS not in chosen):
        writers = ", ".join(WRITERS[profile])
        msg = f"profile {profile}: --tool is one of {writers}; all others are made equal to {OURS}"
        raise click.UsageError(msg)
    place = peers.Peers(FOLDER / "peers")
    for name in chosen:
        install(name, place)
    results = Results.load(FOLDER / "results.json", _setting(place))
    trash = Trash(FOLDER / "trash", _tell)
    for size in sizes:
        corpus, folder = Corpus(SEED, size), _corpus_folder(size)
        click.echo(f"{size:,} fact-checks, profile {profile}", err=True)
        session = Session(
            corpus=corpus,
            folder=folder,
            plans=prepare(corpus, folder, chosen, lambda old: trash.take([old])),
            profile=profile,
            tools=tuple(tools(place, profile)[name] for name in chosen),
            measures=frozenset(measures or MEASURES),
            place=Place(folder, environment(place), FOLDER / "commands.log", options["limit"]),
            results=results,
            trash=trash,
            tell=_tell,
            rounds=options["rounds"],
            edits=options["edits"],
            incomplete=options["incomplete"],
        )
        trash.rest()
        _measure(session)
    trash.empty()
    text = report.report(results)
    click.echo(text, nl=False)
    if not options["print_only"]:
        report.put_into(PAPER, text)


@main.command()
@click.argument("size", type=size_type)
@profile_option
def profile(size: int, profile: str) -> None:
    """
    Show where the time of a build of SIZE fact-checks goes.

    \b
    Example:
      python -m bench profile 1000
    """  # noqa: D301 - click wants the sign itself
    folder = _corpus_folder(size)
    prepare(Corpus(SEED, size), folder, (OURS,), _remove)
    click.echo(profile_build(folder / OURS, PROFILES[profile]))


@main.command()
@click.option("--print-only", is_flag=True, help="Leave docs/limits.md as it is.")
def bounds(*, print_only: bool) -> None:
    """Show what it costs to read the largest inputs."""
    rows = []
    for row in largest.rows():
        click.echo("  ".join(row), err=True)
        rows.append(row)
    text = report.table(largest.HEAD, rows, words=2) + "\n"
    click.echo(text, nl=False)
    if not print_only:
        report.put_into(LIMITS, text)


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def checkworthy(folder: Path) -> None:
    """
    Show how well factcheck new finds what fact-checkers took up in FOLDER's transcripts.

    Each is a file *.tsv, a sentence a line: number, speaker, text, and 1 or 0.

    \b
    Example:
      python -m bench checkworthy ../shared/data/checkworthy
    """  # noqa: D301 - click wants the sign itself
    try:
        transcripts = ranking.read_transcripts(folder)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    head, *rows = ranking.table(ranking.measure(transcripts))
    click.echo(report.table(head, rows, words=1))
    click.echo()
    head = ("Cue", "fitted", "shipped")
    click.echo(report.table(head, list(ranking.weights(transcripts)), words=1))


def _measure(session: Session) -> None:
    try:
        measure(session)
    except (Unequal, Failed) as reason:
        click.echo(str(reason), err=True)
        raise SystemExit(1) from None
    finally:
        session.results.save(FOLDER / "results.json")


def _tell(line: str) -> None:
    click.echo(f"  {line}", err=True)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _corpus_folder(size: int) -> Path:
    return FOLDER / "corpus" / str(size)


def _setting(place: peers.Peers) -> dict[str, str]:
    """What figures depend on; those of another setting are not kept."""
    versions = ", ".join(f"{name} {told}" for name, told in peers.versions(place).items())
    return {**machine.kind(), "peers": versions}


if __name__ == "__main__":
    main(prog_name="python -m bench")
