"""
YAML sidecar text to a validated verdict.

Rule 1: every problem of the file is found in one reading: syntax, fields, rules between fields.
Rule 2: in a draft every problem is a warning, so that one unfinished draft stops nobody.
Rule 3: where nothing can be wrong, places are not looked for: an ordinary text is read without a
tree, and read once more with one if anything has to be told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Final

from pydantic import ValidationError

from factcheck.diagnostics import Place, Problem, Severity
from factcheck.model import bounds
from factcheck.model.rules import breaches
from factcheck.model.rules.written import Written, parts
from factcheck.model.scale import Scales
from factcheck.model.shape import Path, lexicon_of
from factcheck.model.verdict import Quote, Verdict
from factcheck.model.vocabulary import Status
from factcheck.reading import ordinary_yaml, prose, yaml_tree
from factcheck.reading.decoding import decode_yaml
from factcheck.reading.fields import read_fields
from factcheck.reading.lost_texts import lost_texts
from factcheck.reading.source import Source
from factcheck.reading.survey import Survey, markdown_in
from factcheck.reading.yaml_causes import with_the_rest

#: How an editor marks a draft; looked for in the text when YAML itself cannot be read.
DRAFT: Final = re.compile(r"^status:\s*[\"']?draft\b", re.MULTILINE)


@dataclass(frozen=True)
class Sidecar:
    """
    A sidecar as far as it could be read.
    """

    source: Source

    #: None where a problem of severity error, or a draft's problem, stands in the way.
    verdict: Verdict | None
    problems: tuple[Problem, ...]

    #: What it says, in plain data; empty if it cannot be read.
    written: Written
    is_draft: bool

    #: What it was read from; none if it cannot be read, or could be read without.
    parsed: yaml_tree.Node | None = field(default=None, repr=False, compare=False)

    @cached_property
    def tree(self) -> yaml_tree.Node | None:
        """What it says, with places; none if it cannot be read."""
        if self.parsed is None and self.written:
            return yaml_tree.parse(self.source)[0]
        return self.parsed

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

    def holds(self, path: Path) -> bool:
        """
        Tell whether a value stands at a path.
        """
        return self.tree is not None and yaml_tree.has(self.tree, path)

    def quotes(self) -> Iterator[tuple[Path, Quote]]:
        """
        Give every quote that can be read, with its path, even if the sidecar is not whole.
        """
        if self.verdict:
            yield from _quotes_of(self.verdict)
            return
        for listing in ("claims", "unrated"):
            for path, part in parts(self.written, listing):
                quote = part.get("quote")
                with suppress(ValidationError):
                    selector = {"exact": quote} if isinstance(quote, str) else quote
                    yield (*path, "quote"), Quote.model_validate(selector)


def _quotes_of(verdict: Verdict) -> Iterator[tuple[Path, Quote]]:
    claimed = (claim.quote for claim in verdict.claims)
    unrated = (words.quote for words in verdict.unrated)
    for listing, quotes in (("claims", claimed), ("unrated", unrated)):
        for index, quote in enumerate(quotes):
            if quote:
                yield (listing, index, "quote"), quote


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
    return _sound(source, scales) or careful_sidecar(source, scales)


def softened(problem: Problem) -> Problem:
    """
    Return the problem as a warning.
    """
    return replace(problem, severity=Severity.WARNING)


def _sound(source: Source, scales: Scales) -> Sidecar | None:
    """Read an ordinary sidecar of which nothing has to be told; None for any other."""
    if len(source.text) > bounds.PROSE_SIGNS:
        return None
    written = ordinary_yaml.read(source.text, Verdict)
    if written is None:
        return None
    try:
        verdict = Verdict.model_validate(written)
    except ValidationError:
        return None
    faults = (fault for text in markdown_in(written, Verdict) for fault in prose.faults(text))
    if any(True for _ in chain(faults, breaches(written, scales))):
        return None
    return Sidecar(source, verdict, (), written, verdict.status is Status.DRAFT)


def careful_sidecar(source: Source, scales: Scales) -> Sidecar:
    """
    Read any text, for ``read_sidecar``, and tell every problem at its place.
    """
    problems: list[Problem] = []
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
    data = yaml_tree.plain_data(tree) if tree else None
    written = data if isinstance(data, dict) else {}
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    told = tuple(softened(problem) for problem in problems) if is_draft else tuple(problems)
    return Sidecar(source, None if errors else verdict, told, written, is_draft, tree)
