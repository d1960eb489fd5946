"""
Rules on groups: each claim is told in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.rules.written import Breach, Written, parts, text, texts
from factcheck.model.scale import Scales


def claims_stand_in_one_group(written: Written, _: Scales) -> Iterator[Breach]:
    """No claim stands in two groups, or twice in one."""
    seen: dict[str, str] = {}
    for path, group in parts(written, "groups"):
        name = text(group, "id")
        for inner, claim in texts(group, "claims"):
            if claim in seen:
                message = f"the claim {claim} already stands in the group {seen[claim]}"
                yield Breach((*path, *inner), "claim-grouped-twice", message, "name it once")
            seen.setdefault(claim, name)


RULES: Final = (claims_stand_in_one_group,)
