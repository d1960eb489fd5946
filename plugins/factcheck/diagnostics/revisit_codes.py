"""
The codes of what an editor should look at again, though nothing is wrong with it.

A code is stable: it is never renamed and never used for something else, also not among ``CODES``.
Each has a row in ``docs/revisiting.md``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

REVISIT_CODES: Final = MappingProxyType(
    {
        "review-due": "The day has passed by which a ruling was to be looked at again.",
        "not-archived": "Evidence has an address, and no archived copy.",
        "not-asked": "A claim does not hold up, and nobody who made it was asked for a reply.",
        "single-source": "A ruling rests on one source, or on several that repeat one.",
    }
)
