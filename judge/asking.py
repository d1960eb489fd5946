"""
Ask a judge that is a program of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

from judge.findings import Hindered

#: So much of what a program said is told where it failed, in characters.
TOLD: Final = 2000


def ask(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Any:  # noqa: ANN401
    """
    Return what a program says, as JSON has it; its exit code tells only whether it found errors.

    Args:
        command: The program, with what it is asked.

        environment: What is told to it beside this process's own environment.

        folder: Where it runs, if not here.

    Raises:
        Hindered: If it says anything else.
    """
    # Into a file: what Node.js writes into a pipe is lost when a program ends by itself.
    with TemporaryFile() as said:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdout=said,
            stderr=subprocess.PIPE,
            check=False,
        )
        said.seek(0)
        text = said.read().decode(errors="replace")
    try:
        return json.loads(text)
    except ValueError:
        errors = done.stderr.decode(errors="replace")
        name = " ".join(Path(part).name for part in command[:2])
        msg = f"{name} ended without a judgement: {(errors or text)[-TOLD:]}"
        raise Hindered(msg) from None
