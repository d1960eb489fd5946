"""
What was wrong and was put right, as schema.org's ``CorrectionComment``.
"""

from __future__ import annotations

from typing import Any

from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import ChangeKind
from factcheck.publishing import schemaorg as so
from factcheck.publishing.borrowed import language_of


def corrections(check: FactCheck, claim: str = "") -> list[dict[str, Any]]:
    """
    Return a fact-check's corrections, newest first; of one claim, those that touch it.
    """
    own = check.verdict.language
    return [
        {
            so.TYPE: so.CORRECTION_COMMENT,
            so.DATE_PUBLISHED: change.date.text,
            so.TEXT: change.text,
            so.IN_LANGUAGE: language_of(change.text, own),
        }
        for change in check.verdict.changes_of(claim)
        if change.kind is ChangeKind.CORRECTION
    ]
