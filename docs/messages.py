"""
Write docs/messages.md anew: ``make messages``.

Every example is told by the check itself, of a broken project under ``tests/seeds_invalid/``.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Final

from factcheck.diagnostics import CODES, Problem
from factcheck.doors import messages
from factcheck.usecases.read import read_contents
from specimens import RATINGS, ROOT, project

PAGE: Final = Path(__file__).with_name("messages.md")
CASES: Final = ROOT / "tests" / "seeds_invalid"

#: The mend of what is told without one, because the message says what was expected, or the mend
#: is for the editor to decide.
MENDS: Final = MappingProxyType(
    {
        "missing-field": "write the key; sidecar.md says what it holds.",
        "bad-flag": "write `true` or `false`.",
        "hidden-character": "delete it; if it cannot be seen, type the words around it anew.",
        "unknown-claim": "write the `id` of a claim of this file, or add that claim.",
        "work-derived-loop": "remove `derived_from` from the work that the others repeat.",
        "translation-alone": "add the text that was translated, or remove its translation.",
        "date-order": "correct the date that is wrong.",
        "document-empty": "put the document's text into it, or remove it and its verdict.",
        "translation-waits": "publish the original; or leave it, and the translation follows it.",
        "untranslated": "translate the words; or leave it, and readers see the original's.",
        "unknown-check": "write slug and id as the other file has them, of what readers can see.",
        "scale-numbers": "give the numbers 1, 2, 3 and so on once each, or leave a number out.",
    }
)

HEAD: Final = """\
# Messages

Every problem that `make check` can tell, by its code. Each begins with a whole message as you meet
it: the place, the code, what is wrong, the line with a mark below it, and the mend after `=`.
Below it stand the other ways in which the same is told. The examples are broken on purpose.

A message is an error unless it says “warning”; in a draft each is a warning. How to read one, and
how to write so that none comes, stands in [sidecar.md](sidecar.md). What
`factcheck lint-claimreview` tells of reviews stands in [claimreview.md](claimreview.md).

This page is made by `make messages`; a test fails where it is behind.
"""


def page() -> str:
    """
    Return what the page should be.
    """
    told = _problems_by_code()
    contents = "\n".join(f"- [`{code}`](#{code}): {rule}" for code, rule in CODES.items())
    sections = "\n".join(_section(code, told[code]) for code in CODES)
    return f"{HEAD}\n{contents}\n\n{sections}"


def _problems_by_code() -> dict[str, list[Problem]]:
    """Return what the broken projects are told, beginning with the one called as the code."""
    told: dict[str, list[tuple[bool, Problem]]] = {code: [] for code in CODES}
    for case in sorted(CASES.iterdir()):
        own = case / "content" / "ratings.yaml"
        for problem in read_contents(project(case, own if own.is_file() else RATINGS)).problems:
            is_own = case.name == problem.code or case.name.startswith(f"{problem.code}-")
            told[problem.code].append((not is_own, problem))
    return {
        code: [problem for _, problem in sorted(found, key=itemgetter(0))]
        for code, found in told.items()
    }


def _section(code: str, problems: list[Problem]) -> str:
    first, *others = problems
    lines = [f"## {code}", "", CODES[code], "", *_block(messages.as_text([first]))]
    if not first.hint:
        lines += [f"To mend it: {MENDS[code]}", ""]
    seen = {_gist(first)}
    told: list[str] = []
    for problem in others:
        if _gist(problem) not in seen:
            seen.add(_gist(problem))
            told += [*_short(problem), ""]
    if told:
        lines += ["Also:", "", *_block("\n".join(told))]
    return "\n".join(lines)


def _gist(problem: Problem) -> str:
    """Return what makes a message another one: its words, without what it quotes."""
    words = "".join(sign if sign.isalpha() or sign == " " else "" for sign in problem.message)
    return " ".join(words.split()[:6])


def _short(problem: Problem) -> Iterator[str]:
    yield messages.visible(problem.message.replace("\n", " "))
    hint = messages.visible(problem.hint).splitlines()
    yield from (f"{'  =' if not number else '   '} {line}" for number, line in enumerate(hint))


def _block(text: str) -> list[str]:
    """Indent a text, so that Markdown shows it as it is."""
    lines = [f"    {line}".rstrip() for line in text.rstrip().splitlines()]
    return [*lines, ""]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
