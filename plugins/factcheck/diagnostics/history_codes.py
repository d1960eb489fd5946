"""
The codes of what was changed in silence: published words that are no longer what git has kept.

A code is stable: it is never renamed and never used for something else, also not among ``CODES``.
Each has a history of its own in ``tests/site/test_history.py`` and a row in ``docs/history.md``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

HISTORY_CODES: Final = MappingProxyType(
    {
        "history-rating": "A published rating was changed, and no entry under changes says so.",
        "history-claim": "A published claim was changed, and no entry under changes says so.",
        "history-reason": "A published reason was changed, and no entry under changes says so.",
        "history-quote": "A published quote was changed, and no entry under changes says so.",
        "history-evidence": "Published evidence was taken away, and no entry says so.",
        "history-id": "The id of a published claim is gone, or stands for another claim now.",
        "history-slug": "The address of a published fact-check leads nowhere, or elsewhere.",
        "history-entry": "A published entry under changes was taken away or rewritten.",
        "history-date": "An entry under changes bears a day before what it tells of was done.",
        "history-missing": "The history of the fact-checks is not here, or not whole.",
    }
)
