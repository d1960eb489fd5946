"""
Rules on groups: each claim is told in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.rules.written import Breach, Written, parts, text, texts
from factcheck.model.scale import Scales
from factcheck.model.vocabulary import Prominence


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


def groups_hold_key_claims(written: Written, _: Scales) -> Iterator[Breach]:
    """A group holds a key claim, or its title and text would be shown nowhere."""
    minor = {
        text(claim, "id")
        for _, claim in parts(written, "claims")
        if text(claim, "prominence") == Prominence.MINOR
    }
    for path, group in parts(written, "groups"):
        named = [claim for _, claim in texts(group, "claims")]
        if named and all(claim in minor for claim in named):
            message = "all claims of this group are minor, so the group would not be shown"
            hint = "remove the group, or make one of its claims a key one"
            yield Breach((*path, "claims"), "group-not-shown", message, hint)


RULES: Final = (claims_stand_in_one_group, groups_hold_key_claims)
