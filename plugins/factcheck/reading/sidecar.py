"""
YAML sidecar text to a validated verdict.

Rule 1: every problem of the file is found in one reading: syntax, fields, rules between fields.
Rule 2: in a draft every problem is a warning, so that one unfinished draft stops nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from pydantic import ValidationError

from factcheck.diagnostics import Place, Problem, Severity
from factcheck.model.rules import breaches
from factcheck.model.rules.written import Written, parts
from factcheck.model.scale import Scales
from factcheck.model.shape import Path, lexicon_of
from factcheck.model.verdict import Quote, Verdict
from factcheck.model.vocabulary import Status
from factcheck.reading import yaml_tree
from factcheck.reading.decoding import decode_yaml
from factcheck.reading.fields import read_fields
from factcheck.reading.lost_texts import lost_texts
from factcheck.reading.source import Source
from factcheck.reading.survey import Survey
from factcheck.reading.yaml_causes import with_the_rest

#: How an editor marks a draft; looked for in the text when YAML itself cannot be read.
DRAFT: Final = re.compile(r"^status:\s*[\"']?draft\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """
    A sidecar as far as it could be read.
    """

    source: Source

    #: None where a problem of severity error, or a draft's problem, stands in the way.
    verdict: Verdict | None
    problems: tuple[Problem, ...]
    tree: yaml_tree.Node | None
    is_draft: bool

    def place(self, path: Path, *, key: bool = False) -> Place:
        """
        Return where the value at a path stands.
        """
        return yaml_tree.place_of(self.tree, path, key=key) if self.tree else Place(1, 1)

    def problem(self, code: str, path: Path, message: str, hint: str = "") -> Problem:
        """
        Make a problem at the value of a path; a warning if the check is a draft.
        """
        made = self.source.problem(code, self.place(path), message, hint=hint)
        return softened(made) if self.is_draft else made

    @property
    def written(self) -> Written:
        """What the sidecar says, in plain data; empty if it cannot be read."""
        data = yaml_tree.plain_data(self.tree) if self.tree else None
        return data if isinstance(data, dict) else {}

    def holds(self, path: Path) -> bool:
        """
        Tell whether a value stands at a path.
        """
        return self.tree is not None and yaml_tree.has(self.tree, path)

    def quotes(self) -> Iterator[tuple[Path, Quote]]:
        """
        Give every quote that can be read, with its path, even if the sidecar is not whole.
        """
        for listing in ("claims", "unrated"):
            for path, part in parts(self.written, listing):
                quote = part.get("quote")
                with suppress(ValidationError):
                    selector = {"exact": quote} if isinstance(quote, str) else quote
                    yield (*path, "quote"), Quote.model_validate(selector)


def read_sidecar(data: bytes, name: str, scales: Scales) -> Sidecar:
    """
    Read one sidecar.

    Args:
        data: The file's bytes.

        name: What to call the file in messages; its path within the project.

        scales: The site's rating scales.

    Returns:
        The verdict, if it is whole, and every problem.
    """
    source, undecodable = decode_yaml(data, name)
    problems = list(undecodable)
    if problems:
        return _sidecar(source, None, problems, None, is_draft=bool(DRAFT.search(source.text)))
    tree, found = yaml_tree.parse(source, lexicon_of(Verdict))
    if tree is None:
        problems = [with_the_rest(problem) for problem in found]
        is_draft = bool(DRAFT.search(source.text))
        return _sidecar(source, None, problems, None, is_draft=is_draft)
    problems += found
    written = yaml_tree.plain_data(tree)
    survey = Survey(tree, Verdict)
    verdict, refused = read_fields(tree, survey, Verdict, source)
    problems += [*refused, *lost_texts(survey, source)]
    if isinstance(written, dict):
        problems += _broken_rules(tree, written, scales, source)
    is_draft = isinstance(written, dict) and written.get("status") == Status.DRAFT
    return _sidecar(source, verdict, problems, tree, is_draft=is_draft)


def softened(problem: Problem) -> Problem:
    """
    Return the problem as a warning.
    """
    return replace(problem, severity=Severity.WARNING)


def _broken_rules(
    tree: yaml_tree.Node, written: dict[str, object], scales: Scales, source: Source
) -> Iterator[Problem]:
    for breach in breaches(written, scales):
        place = yaml_tree.place_of(tree, breach.path, key=breach.at_key)
        yield source.problem(
            breach.code, place, breach.message, hint=breach.hint, severity=breach.severity
        )


def _sidecar(
    source: Source,
    verdict: Verdict | None,
    problems: list[Problem],
    tree: yaml_tree.Node | None,
    *,
    is_draft: bool,
) -> Sidecar:
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    told = tuple(softened(problem) for problem in problems) if is_draft else tuple(problems)
    return Sidecar(source, None if errors else verdict, told, tree, is_draft)
