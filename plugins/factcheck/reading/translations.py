"""
A translation's sidecar to a whole verdict: its own words laid over its original.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from factcheck.diagnostics import Place, Problem, Severity
from factcheck.model.factcheck import FactCheck, Origin
from factcheck.model.rules import breaches
from factcheck.model.rules.written import text
from factcheck.model.scale import Scales
from factcheck.model.shape import Path, lexicon_of
from factcheck.model.values import LANGUAGE, quoted
from factcheck.model.verdict import Verdict
from factcheck.model.vocabulary import Status
from factcheck.reading import lending, yaml_tree
from factcheck.reading.decoding import decode_yaml
from factcheck.reading.fields import read_fields
from factcheck.reading.lost_texts import lost_texts
from factcheck.reading.names import Pair, tag_of
from factcheck.reading.overlay import Overlay
from factcheck.reading.refusals import MISSING
from factcheck.reading.sidecar import DRAFT, Sidecar, softened
from factcheck.reading.source import Source
from factcheck.reading.survey import Survey
from factcheck.reading.yaml_causes import with_the_rest
from factcheck.reading.yaml_nodes import Lent

#: The key by which a translation names its original.
NAMING: Final = "translation_of"


@dataclass(frozen=True, slots=True)
class Original:
    """
    What a translation is laid over.
    """

    sidecar: Sidecar

    #: None if anything stands in the way of publishing it.
    factcheck: FactCheck | None

    #: Its slug, even if it is not whole.
    slug: str


class Translated(NamedTuple):
    """
    What came of reading a translation.
    """

    sidecar: Sidecar

    #: None if it is not whole.
    origin: Origin | None


def read_translation(pair: Pair, original: Original, scales: Scales) -> Translated:
    """
    Read the sidecar of a translation.

    Args:
        pair: The translation, beside the document of its original.

        original: The document's own fact-check.

        scales: The site's rating scales.

    Returns:
        The verdict, if it and its original are whole, and every problem that is its own.
    """
    source, undecodable = decode_yaml(pair.sidecar_bytes, pair.sidecar)
    tree, found = (None, [*undecodable])
    if not found:
        tree, found = yaml_tree.parse(source, lexicon_of(Verdict))
        found = found if tree else [with_the_rest(problem) for problem in found]
    if tree and not isinstance(tree, yaml_tree.Mapping):
        found += read_fields(tree, Survey(tree, Verdict), Verdict, source)[1]
    if not isinstance(tree, yaml_tree.Mapping):
        return Translated(_unread(source, found, original), None)
    return _Reading(source, tree, original, (pair.seed, scales)).read(found)


def _unread(source: Source, found: list[Problem], original: Original) -> Sidecar:
    is_draft = original.sidecar.is_draft or bool(DRAFT.search(source.text))
    told = [softened(problem) for problem in found] if is_draft else found
    return Sidecar(source, None, tuple(told), {}, is_draft)


class _Reading:
    """One translation on its way to a verdict."""

    def __init__(
        self,
        source: Source,
        tree: yaml_tree.Mapping,
        original: Original,
        around: tuple[str, Scales],
    ) -> None:
        self.source = source
        self.own = tree
        self.original = original
        self.seed, self.scales = around
        self.at = yaml_tree.place_of(tree, (NAMING,), key=True)

    def read(self, found: list[Problem]) -> Translated:
        problems = [*found, *self._misplaced()]
        survey = Survey(self.own, Verdict)
        problems += lost_texts(survey, self.source)
        if not self._says_original:
            return Translated(_unread(self.source, problems, self.original), None)
        verdict, tree, told = self._laid(survey)
        problems += told
        written = yaml_tree.plain_data(tree)
        is_draft = written.get("status") == Status.DRAFT
        errors = any(problem.severity is Severity.ERROR for problem in problems)
        if self.original.factcheck is None:
            problems.append(self._original_amiss())
        shown = tuple(softened(problem) for problem in problems) if is_draft else tuple(problems)
        whole = None if errors or self.original.factcheck is None else verdict
        sidecar = Sidecar(self.source, whole, shown, written, is_draft, tree)
        return Translated(sidecar, self._origin(whole, tree) if whole else None)

    @property
    def _says_original(self) -> bool:
        return lending.held(self.own, NAMING) is not None

    def _laid(self, survey: Survey) -> tuple[Verdict | None, yaml_tree.Mapping, list[Problem]]:
        theirs = self.original.sidecar.tree
        is_known = isinstance(theirs, yaml_tree.Mapping)
        overlay = Overlay(self.own, theirs if is_known else None, self.at)  # type: ignore[arg-type]
        told = [
            self.source.problem(
                one.code, one.place, one.message, hint=one.hint, severity=one.severity
            )
            for one in overlay.told
        ]
        tree = overlay.tree
        verdict, refused = read_fields(tree, survey, Verdict, self.source)
        if not is_known:
            return None, tree, [one for one in refused if one.code != MISSING]
        return verdict, tree, [*told, *refused, *self._broken_rules(tree), *self._early(verdict)]

    def _broken_rules(self, tree: yaml_tree.Mapping) -> Iterator[Problem]:
        """Tell what is broken in the translation; what it has from the original is told there."""
        theirs = set[tuple[str, Path]]()
        if self.original.factcheck is None:
            told = breaches(self.original.sidecar.written, self.scales)
            theirs = {(breach.code, breach.path) for breach in told}
        for breach in breaches(yaml_tree.plain_data(tree), self.scales):
            place = yaml_tree.place_of(tree, breach.path, key=breach.at_key)
            if not isinstance(place, Lent) and (breach.code, breach.path) not in theirs:
                yield self.source.problem(
                    breach.code, place, breach.message, hint=breach.hint, severity=breach.severity
                )

    def _early(self, verdict: Verdict | None) -> Iterator[Problem]:
        """No translation is published before its original."""
        check = self.original.factcheck
        if verdict and check:
            first = check.verdict.published
            if verdict.published.instant < first.instant:
                message = f"published {verdict.published.text}, before the original ({first.text})"
                yield self._problem("date-order", "published", message)

    def _original_amiss(self) -> Problem:
        message = f"the original, {self.original.sidecar.source.name}, has errors"
        return self._problem("translation-original", NAMING, message, "mend them first")

    def _misplaced(self) -> Iterator[Problem]:
        yield from self._of_another()
        yield from self._of_another_language()
        if self._says_original and lending.held(self.own, "slug") is None:
            message = "the document's name is the original's address"
            hint = "add slug: with lower-case letters, digits and single hyphens"
            yield self._problem("slug-missing", NAMING, message, hint)

    def _of_another(self) -> Iterator[Problem]:
        named, slug = lending.text(self.own, NAMING), self.original.slug
        mine = self.original.sidecar.source.name
        if not self._says_original:
            message = f"this verdict stands beside {self.seed}, whose own is {mine}"
            hint = (
                f"if it translates that one, add translation_of: {slug}; if not, put its own "
                "document beside it"
            )
            yield self._problem("translation-place", NAMING, message, hint)
        elif text(self.original.sidecar.written, NAMING):
            message = f"{slug} is a translation itself"
            hint = "put this file beside the document of the original, and name that"
            yield self._problem("translation-place", NAMING, message, hint)
        elif slug and named != slug:
            message = f"the fact-check of {self.seed} is {slug}, not {named}"
            hint = f"write {slug}; or put this file beside the document of {named}"
            yield self._problem("translation-place", NAMING, message, hint)

    def _of_another_language(self) -> Iterator[Problem]:
        own, tag = lending.text(self.own, "language"), tag_of(self.source.name)
        theirs = text(self.original.sidecar.written, "language")
        if own and own == theirs:
            message = f"the original is in {quoted(own)} already"
            yield self._problem("translation-language", "language", message)
        elif own and LANGUAGE.match(own) and own != tag:
            message = f"the file's name says {quoted(tag)}, and this {quoted(own)}"
            name = PurePosixPath(self.source.name).name
            hint = f"write language: {tag}, or rename {name}"
            yield self._problem("translation-language", "language", message, hint)

    def _problem(self, code: str, key: str, message: str, hint: str = "") -> Problem:
        place = yaml_tree.place_of(self.own, (key,)) if self.own.entries else Place(1, 1)
        return self.source.problem(code, place, message, hint=hint)

    def _origin(self, verdict: Verdict, tree: yaml_tree.Mapping) -> Origin:
        theirs = self.original.sidecar.verdict
        changes = theirs.changes if theirs else ()
        taken_back = lending.text(self.own, "status") != Status.WITHDRAWN
        return Origin(
            slug=self.original.slug,
            language=text(self.original.sidecar.written, "language"),
            borrowed=frozenset(lending.borrowed(Verdict, tree)),
            changes=len(changes),
            is_withdrawn_with_it=verdict.status is Status.WITHDRAWN and taken_back,
        )
