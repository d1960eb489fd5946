"""
The rules between the fields of one sidecar.

Rule 1: a rule reads the sidecar as it was written (texts, lists, mappings), so that one bad field
does not hide what else is wrong; whatever has the wrong shape is passed over in silence here,
because the fields' own rules have already refused it.
Rule 2: a rule names the path of what is wrong; where that stands in a file is the reader's affair.
Rule 3: every rule is listed in ``RULES``; those of works and evidence, which look up the same,
under the one that stands for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from factcheck.model.rules import addresses, claims, dates, groups, ratings, unwritten, works
from factcheck.model.rules.written import Breach, Written
from factcheck.model.scale import Scales

Rule = Callable[[Written, Scales], Iterator[Breach]]

RULES: Final[tuple[Rule, ...]] = (
    *addresses.RULES,
    *claims.RULES,
    *dates.RULES,
    *groups.RULES,
    *ratings.RULES,
    *unwritten.RULES,
    *works.RULES,
)


def breaches(written: Written, scales: Scales) -> Iterator[Breach]:
    """
    Give every breach of a rule between fields.

    Args:
        written: The sidecar's contents as plain texts, lists and dictionaries.

        scales: The site's rating scales.
    """
    for rule in RULES:
        yield from rule(written, scales)


__all__ = ["RULES", "Breach", "Rule", "Written", "breaches"]
