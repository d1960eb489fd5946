"""
A sidecar as it was written, and what a rule says of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from factcheck.diagnostics import Severity
from factcheck.model.nearest import nearest
from factcheck.model.shape import Path, keys_of
from factcheck.model.verdict import Part

#: Texts, lists and dictionaries of any shape: nothing about it can be relied on.
Written = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Breach:
    """
    A rule between fields that is broken, and where.
    """

    path: Path
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    #: Whether it is the key, not its value, that should be pointed at.
    at_key: bool = False


def parts(written: Written, key: str) -> list[tuple[Path, Written]]:
    """
    Return the mappings of a list under a key (or the single one) with their paths.
    """
    there = written.get(key)
    if isinstance(there, list):
        return [((key, index), item) for index, item in enumerate(there) if isinstance(item, dict)]
    return [((key,), there)] if isinstance(there, dict) else []


def named_parts(written: Written, key: str) -> dict[str, Written]:
    """
    Return the mappings of a mapping, by their own keys.
    """
    there = written.get(key)
    if not isinstance(there, dict):
        return {}
    return {name: part for name, part in there.items() if isinstance(part, dict)}


def text(part: Any, key: str) -> str:  # noqa: ANN401
    """
    Return the text under a key; empty where there is none.
    """
    there = part.get(key) if isinstance(part, dict) else None
    return there if isinstance(there, str) else ""


def texts(part: Written, key: str) -> list[tuple[Path, str]]:
    """
    Return the texts of a list under a key (or the single one) with their paths.
    """
    there = part.get(key)
    if isinstance(there, str):
        return [((key,), there)]
    if not isinstance(there, list):
        return []
    return [((key, index), item) for index, item in enumerate(there) if isinstance(item, str)]


def lacks(written: Written, part: type[Part], key: str) -> bool:
    """
    Tell whether a key is missing, and no unknown key beside it was probably meant as it.
    """
    if key in written:
        return False
    known = keys_of(part)
    unknown = (str(name) for name in written if name not in known)
    return all(nearest(name, known) != key for name in unknown if not name.startswith("x_"))
