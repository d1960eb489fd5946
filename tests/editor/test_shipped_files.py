"""
The files in ``.vscode/``: what they name is there, and what they type is understood.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from factcheck.doors import messages
from factcheck.doors.checking import BEGIN, END
from factcheck.model.shape import keys_of
from factcheck.model.verdict import Claim, Evidence, Part, Verdict, Work
from factcheck.reading import yaml_tree
from factcheck.reading.pairs import Pair, read_pair
from factcheck.reading.source import Source
from sandbox import ROOT
from specimens import DOCUMENT, SIDECAR, edited, scales

FOLDER = ROOT / ".vscode"


def load(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


SNIPPETS = load("verdict.code-snippets")
#: Where each snippet stands in a sidecar: the keys above it, how far in, and its mapping.
PLACES: dict[str, tuple[str, int, type[Part]]] = {
    "claim": ("claims:\n", 2, Claim),
    "evidence": ("claims:\n  - id: a\n    evidence:\n", 6, Evidence),
    "evidence-work": ("claims:\n  - id: a\n    evidence:\n", 6, Evidence),
    "work": ("works:\n", 2, Work),
    "quote": ("claims:\n  - id: a\n", 4, Claim),
    "change": ("changes:\n", 2, keys_of(Verdict)["changes"].part or Part),
}


def expanded(snippet: dict[str, Any]) -> list[str]:
    """What a snippet types if every proposal is taken, as on 2026-11-22."""
    text = "\n".join(snippet["body"])
    for name, value in (("YEAR", "2026"), ("MONTH", "11"), ("DATE", "22")):
        text = text.replace(f"${{CURRENT_{name}}}", value)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).split("\n")


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_types_what_belongs_there(name: str) -> None:
    """Where a snippet is typed, every key is one of its mapping, in the standard order."""
    snippet = SNIPPETS[name]
    above, indent, part = PLACES[snippet["prefix"]]
    lines = expanded(snippet)
    text = above + "".join(f"{' ' * indent}{line}\n" for line in lines)

    tree, problems = yaml_tree.parse(Source("a", text))

    assert (problems, "$" in text) == ([], False)
    assert tree
    own = re.findall(r"^(?:- |  )(\w+):", "\n".join(lines), re.MULTILINE)
    if part is not Claim or snippet["prefix"] == "claim":
        assert {*own} <= {*keys_of(part)}
    assert snippet["scope"] == "yaml"
    assert snippet["description"]


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_offers_the_words_of_the_closed_lists(name: str) -> None:
    """Each choice that a snippet offers is a whole closed list, or begins with a part of one."""
    choices = re.findall(r"(\w+): \$\{\d+\|([^|]*)\|\}", "\n".join(SNIPPETS[name]["body"]))
    lists = json.loads((ROOT / "schemas" / "verdict.schema.json").read_text("utf-8"))
    words = [{*form["enum"]} for form in lists["definitions"].values() if "enum" in form]

    for _, offered in choices:
        assert {*offered.split(",")} in words


def test_a_claim_from_the_snippet_is_checked_like_any_other() -> None:
    """What is left to fill in is told by the check: the words are not in the document."""
    claim = "".join(f"  {line}\n" for line in expanded(SNIPPETS["Claim"]))
    pair = Pair("a.txt", DOCUMENT.encode(), "a.verdict.yaml", (SIDECAR + claim).encode())

    codes = [problem.code for problem in read_pair(pair, scales()).problems]

    assert codes == ["bad-address", "quote-not-found"]


def test_every_schema_that_is_named_is_there() -> None:
    """The settings name schemas of this project alone, by their place in its folder."""
    named = load("settings.json")["yaml.schemas"]

    assert named
    assert all((ROOT / path).is_file() for path in named)


def test_the_extension_that_reads_the_schemas_is_recommended() -> None:
    """Who opens the folder is asked whether to install the YAML extension."""
    assert load("extensions.json")["recommendations"] == ["redhat.vscode-yaml"]


def test_messages_become_problems_of_the_editors_program() -> None:
    """The program finds place, weight, code and sentence in every message, and in nothing else."""
    matcher = load("tasks.json")["tasks"][0]["problemMatcher"]
    pattern = re.compile(matcher["pattern"]["regexp"])
    broken = edited(
        SIDECAR,
        ("rating: true", "rating: flase"),
        ("authors:", "what_is_known: a\n  - b\nauthors:"),
    )
    pair = Pair("a.txt", DOCUMENT.encode(), "seeds/a.verdict.yaml", broken.encode())
    problems = read_pair(pair, scales()).problems

    lines = [*messages.as_text(problems).splitlines(), "No errors, no warnings.", BEGIN, END]
    found = [match for line in lines if (match := pattern.match(line))]

    names = ("file", "line", "column", "severity", "code")
    told = [tuple(match[matcher["pattern"][name]] for name in names) for match in found]
    assert told == [
        (
            problem.file,
            str(problem.line),
            str(problem.column),
            "warning" if problem.severity.value == "warning" else None,
            problem.code,
        )
        for problem in problems
    ]
    assert {severity for *_, severity, _ in told} == {None, "warning"}
    background = matcher["background"]
    assert re.search(background["beginsPattern"], BEGIN)
    assert re.search(background["endsPattern"], END)


def test_tasks_type_commands_that_there_are() -> None:
    """Each task runs a command of the program."""
    from factcheck.doors.terminal import main  # noqa: PLC0415 - it is asked for here alone

    typed = [task["command"].split() for task in load("tasks.json")["tasks"]]

    assert all(words[0] == ".venv/bin/factcheck" for words in typed)
    assert {words[1] for words in typed} <= {*main.commands}
