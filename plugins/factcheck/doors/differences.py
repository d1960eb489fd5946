"""
What a branch changes, as colleagues read it: plain text, Markdown for a pull request, JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Final

from factcheck.digest.comparison import Compared, Difference
from factcheck.doors.messages import on_one_line, visible

NOTHING: Final = "No fact-check differs."

#: What became of a fact-check, in a sentence.
KINDS: Final = MappingProxyType(
    {
        "new": "new",
        "gone": "not there any more",
        "changed": "changed",
        "broken": "cannot be read now, as factcheck check tells",
    }
)


def as_text(found: Iterable[Compared]) -> str:
    """
    Write it for a terminal.
    """
    told = "\n".join(line for one in found for line in _text(one))
    return f"{told or NOTHING}\n"


def as_markdown(found: Iterable[Compared]) -> str:
    """
    Write it for a pull request: every word of a sidecar is code, so that none of it is markup.
    """
    told = "\n\n".join("\n".join(_markdown(one)) for one in found)
    return visible(f"{told or NOTHING}\n")


def as_json(found: Iterable[Compared]) -> str:
    """
    Write it as a JSON array.
    """
    told = [
        {**one._asdict(), "differences": [each._asdict() for each in one.differences]}
        for one in found
    ]
    return json.dumps(told, indent=2) + "\n"


FORMATS: Final[MappingProxyType[str, Callable[[Iterable[Compared]], str]]] = MappingProxyType(
    {"text": as_text, "markdown": as_markdown, "json": as_json}
)


def _text(one: Compared) -> Iterator[str]:
    yield on_one_line(f"{one.path}: {KINDS[one.kind]} ({one.status}): {one.title}")
    for each in one.differences:
        yield f"  {on_one_line(_name(each))}"
        if each.before:
            yield f"    - {on_one_line(each.before)}"
        if each.after:
            yield f"    + {on_one_line(each.after)}"


def _markdown(one: Compared) -> Iterator[str]:
    yield f"### {_code(one.title)}: {KINDS[one.kind]}"
    yield ""
    yield f"{_code(one.path)}, {_code(one.status)}"
    yield ""
    for each in one.differences:
        both = [_code(text) for text in (each.before, each.after) if text]
        change = " → ".join(both) if len(both) > 1 else f"{_sign(each)} {both[0]}" if both else ""
        whose = f" of {_code(each.claim)}" if each.claim else ""
        yield f"- {_code(each.what)}{whose}: {change}"


def _name(each: Difference) -> str:
    return f"{each.what} of {each.claim}" if each.claim else each.what


def _sign(each: Difference) -> str:
    return "added:" if each.after else "taken away:"


def _code(text: str) -> str:
    """Write a code span (CommonMark 0.31, 6.1), whatever the text holds."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") or not text.strip() else ""
    return f"{fence}{space}{' '.join(text.split())}{space}{fence}" if text else ""
