"""
Check reviews that were published: anybody's, in files and folders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from factcheck.adapters import files
from factcheck.diagnostics import Place, Problem, has_errors
from factcheck.model.bounds import REVIEW_BYTES, REVIEW_PROBLEMS
from factcheck.model.rules import Breach
from factcheck.publishing.reviews import Around, breaches
from factcheck.publishing.reviews.finding import Found, reviews_in
from factcheck.publishing.reviews.placing import breaches_between, place_breaches
from factcheck.publishing.schemaorg import CLAIM_REVIEW
from factcheck.reading.json_nodes import Located
from factcheck.reading.oversize import WHERE
from factcheck.reading.structured_data import Published, read_published

#: What is looked into in a folder.
ENDINGS: Final = (".html", ".htm", ".xhtml", ".json", ".jsonld", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Report:
    """
    What was found.
    """

    problems: tuple[Problem, ...]

    #: How many reviews there were, and in how many files it was looked for them.
    reviews: int
    files: int

    @property
    def failed(self) -> bool:
        """Whether any review cannot be used as it is."""
        return has_errors(self.problems)


def check_published(data: bytes, name: str, today: date) -> Report:
    """
    Check all reviews of one file; that there is none is a problem too.

    Args:
        data: Its bytes, or of a larger one the first of them, so that it is refused.

        name: What to call it in messages.

        today: After it lies the date of no review.
    """
    report = _checked(data, name, today)
    return report if report.reviews or report.problems else _without(report, name)


def check_reviews(path: Path, today: date) -> Report:
    """
    Check all reviews in a file, or in the pages and the JSON of a folder.

    Args:
        path: Where it stands. What is in a folder and names no review is passed over.

        today: After it lies the date of no review.

    Raises:
        OSError: If it cannot be read.
    """
    if not path.is_dir():
        return check_published(files.contents(path, REVIEW_BYTES), path.as_posix(), today)
    report = joined(
        _checked(data, name, today)
        for name, data in _in_folder(path)
        # What is no review may be broken in its own way.
        if CLAIM_REVIEW.encode() in data or len(data) > REVIEW_BYTES
    )
    return report if report.reviews or report.problems else _without(report, path.as_posix())


def _in_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    for entry in files.walk(folder, folder):
        if entry.is_file and entry.path.lower().endswith(ENDINGS):
            path = folder / entry.path
            yield path.as_posix(), files.contents(path, REVIEW_BYTES)


def joined(reports: Iterable[Report]) -> Report:
    """
    Return several reports as one.
    """
    every = [*reports]
    return Report(
        tuple(problem for report in every for problem in report.problems),
        sum(report.reviews for report in every),
        sum(report.files for report in every),
    )


def _without(report: Report, name: str) -> Report:
    message = f"no {CLAIM_REVIEW} was found"
    hint = (
        f'a page holds it in <script type="application/ld+json">, with "@type": "{CLAIM_REVIEW}"'
    )
    return Report((Problem(name, 1, 1, "review-missing", message, hint),), 0, report.files)


def _checked(data: bytes, name: str, today: date) -> Report:
    published = read_published(data, name, CLAIM_REVIEW)
    reviews = [(one, found) for one in published.values for found in reviews_in(one.value)]
    told = _problems(published, reviews, Around(published.address, today))
    problems = [*published.problems, *islice(told, REVIEW_PROBLEMS + 1)]
    if len(problems) > REVIEW_PROBLEMS:
        message = f"more than {REVIEW_PROBLEMS:,} problems; the others are not told"
        del problems[REVIEW_PROBLEMS:]
        problems.append(Problem(name, 1, 1, "review-bounds", message, WHERE))
    return Report(tuple(sorted(problems)), len(reviews), 1)


def _problems(
    published: Published, reviews: list[tuple[Located, Found]], around: Around
) -> Iterator[Problem]:
    holders = {id(found.review): one for one, found in reviews}

    def told(found: Found, breach: Breach) -> Problem:
        return _problem(published, holders[id(found.review)], found, breach)

    for _, found in reviews:
        for breach in place_breaches(found, is_page=published.is_page):
            yield told(found, breach)
        for breach in breaches(found.review, around):
            yield told(found, breach)
    every = [found for _, found in reviews]
    for found, breach in breaches_between(every, is_page=published.is_page):
        yield told(found, breach)


def _problem(published: Published, holder: Located, found: Found, breach: Breach) -> Problem:
    at = holder.spots.find((*found.path, *breach.path), at_key=breach.at_key)
    place: Place = published.source.place_at(at)
    return published.source.problem(
        breach.code, place, breach.message, hint=breach.hint, severity=breach.severity
    )
