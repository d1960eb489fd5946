"""
The judges' command: ``python -m judge``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import click

from judge.findings import Hindered, Judgement
from judge.hosting import hosted
from judge.lighthouse import lighthouse
from judge.links import links
from judge.markup import html_validate, nu_checker
from judge.sites import PROJECT, build_sites
from judge.tools import Tools, install

#: Everything that the judges install and build.
FOLDER: Final = PROJECT / ".judge"

#: In the order of their pace.
JUDGES: Final = ("links", "html-validate", "nu", "lighthouse")
SLOWEST: Final = JUDGES[-1]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--only", "chosen", multiple=True, type=click.Choice(JUDGES), help="A judge; default: all."
)
def main(chosen: tuple[str, ...]) -> None:
    """Build the site and let the judges look at it; exit with 1 if any of them finds an error."""
    try:
        judgements = _judge(chosen or JUDGES)
    except Hindered as reason:
        click.echo(str(reason), err=True)
        raise SystemExit(1) from None
    click.echo("\n" + table(judgements))
    if any(judgement.findings for judgement in judgements):
        raise SystemExit(1)


def table(judgements: list[Judgement]) -> str:
    """
    Tell each judge's part in a line: its name, how much it looked at, how many errors it found.
    """
    rows = [("judge", "judged", "errors")]
    rows += [(one.judge, one.judged, str(len(one.findings))) for one in judgements]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        f"{judge:<{widths[0]}}  {judged:<{widths[1]}}  {errors:>{widths[2]}}"
        for judge, judged, errors in rows
    )


def _judge(chosen: tuple[str, ...]) -> list[Judgement]:
    _say("Installing the judges, where they are not there yet …")
    tools = Tools(FOLDER)
    install(tools)
    _say("Building the site at a root and below a path …")
    at_root, below = build_sites(FOLDER / "sites")
    with hosted(at_root.folder) as address:
        judges: dict[str, Callable[[], Judgement]] = {
            "links": lambda: links(at_root, below),
            "html-validate": lambda: html_validate(at_root, tools),
            "nu": lambda: nu_checker(at_root, address, tools),
            "lighthouse": lambda: lighthouse(at_root, address, tools),
        }
        return [_told(name, judges[name]) for name in JUDGES if name in chosen]


def _told(name: str, judge: Callable[[], Judgement]) -> Judgement:
    """Tell what a judge says as soon as it has spoken."""
    _say(f"Asking {name}{', which takes minutes' if name == SLOWEST else ''} …")
    judgement = judge()
    for finding in judgement.findings:
        click.echo(f"{judgement.judge}: {finding.page}: {finding.sentence}")
    for remark in judgement.remarks:
        click.echo(f"{judgement.judge}: {remark}")
    return judgement


def _say(line: str) -> None:
    click.echo(line, err=True)


if __name__ == "__main__":
    main(prog_name="python -m judge")
