"""
Why a file cannot be taken in.
"""

from __future__ import annotations

import importlib
from typing import Any

#: The command that installs what reads the forms that need a library of their own.
INSTALL = "make documents"


class CannotTakeIn(Exception):  # noqa: N818 - a sentence for an editor, not a fault
    """A file is in no form that is read, is damaged, or wants a library that is not there."""


def library(name: str, purpose: str, otherwise: str = "") -> Any:  # noqa: ANN401 - it is not always there
    """
    Import a library that need not be installed.

    Args:
        name: The module's.

        purpose: What it is wanted for, after "to": "read a PDF".

        otherwise: What can be done without it; empty if nothing.

    Raises:
        CannotTakeIn: If it is not there, with the command that installs it.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        top = name.partition(".")[0]
        lacking = "" if (error.name or top) == top else f" ({error})"
        msg = f"to {purpose}, {top} is needed{lacking}; to install it, type: {INSTALL}{otherwise}"
        raise CannotTakeIn(msg) from None
