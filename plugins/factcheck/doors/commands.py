"""
What all commands have in common: how they are listed, and that each ends with a sentence.
"""

from __future__ import annotations

import errno
import traceback
from pathlib import Path
from typing import Any, Final

import click

from factcheck.diagnostics import Fault
from factcheck.doors.messages import visible
from factcheck.engine.workers import Lost

#: Where it is told, beside the settings, how the program itself has failed; git passes it over.
REPORT: Final = Path(".factcheck") / "failure.txt"

#: The first sentence of a command's help stands whole in the list, on as many lines as it takes.
WHOLE: Final = 400


class Commands(click.Group):
    """
    The commands, none of which shows an editor a traceback.
    """

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as click has it
        """
        List every command with its whole sentence; click would cut it at the line's end.
        """
        known = sorted(self.commands.items())
        rows = [(name, one.get_short_help_str(WHOLE)) for name, one in known]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """
        Run a command; whatever it did not foresee ends it with a sentence and the code 1.
        """
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except (Fault, Lost, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # somebody has read enough; click ends in silence
            told = str(error)
        except Exception as error:  # noqa: BLE001 - an editor can do nothing with any of them
            told = _reported(error, ctx.params["settings"].parent)
        click.echo(visible(told), err=True)
        raise SystemExit(1)


def _reported(error: Exception, folder: Path) -> str:
    """Write down how the program has failed, and say where."""
    name = type(error).__name__
    report, told = folder / REPORT, "".join(traceback.format_exception(error))
    try:
        # A branch may bring links that lead out of the project.
        for path in filter(Path.is_symlink, (report.parent, report)):
            path.unlink()
        report.parent.mkdir(exist_ok=True)
        report.write_text(visible(told), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return f"factcheck itself has failed ({name}), and cannot write down how"
    return (
        f"factcheck itself has failed ({name}): please send {REPORT.as_posix()} to those who "
        "keep the program"
    )
