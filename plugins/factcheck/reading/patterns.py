"""
How each kind of entry is written: what a hint shows where something else was found.

Rule 1: every pattern is whole: the model lets it in.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from factcheck.model import verdict
from factcheck.model.verdict import Part
from factcheck.reading import mends

#: What stands after the key; ``%s`` is for the words that were typed in its place.
PATTERNS: Final[MappingProxyType[type[Part], str]] = MappingProxyType(
    {
        verdict.Quote: " {exact: %s, prefix: 'the words before'}",
        verdict.Party: " {name: %s, type: person}",
        verdict.Translation: " {text: %s, language: en}",
        verdict.Selection: " {reason: %s}",
        verdict.Withdrawal: " {date: 2026-03-09, reason: %s}",
        verdict.Signoff: "\n  - {name: %s, role: editor, date: 2026-03-01}",
        verdict.Disclosure: "\n  - {person: 'Example Müller', text: %s}",
        verdict.SeedDocument: "\n  kind: article",
        verdict.Work: "\n  yard-book:\n    title: %s",
        verdict.Evidence: "\n  - work: yard-book\n    stance: refutes\n    finding: %s",
        verdict.Media: ("\n  - kind: video\n    category: EditedOrCroppedContent\n    note: %s"),
        verdict.Group: "\n  - id: the-bridge\n    title: %s\n    claims: [bridge-opened]",
        verdict.Unrated: "\n  - quote: %s\n    reason: opinion",
        verdict.RightOfReply: ("\n  - party: %s\n    date: 2026-03-01\n    outcome: no-reply"),
        verdict.Change: "\n  - date: 2026-03-04\n    kind: correction\n    text: %s",
        verdict.Claim: (
            "\n  - id: bridge-opened\n    quote: 'The exact words.'\n    claim: %s\n"
            "    rating: unproven\n    reason: 'Why, in one sentence.'"
        ),
    }
)
#: The key of the editor's own that stands in the patterns.
OWN_KEY: Final = "yard-book"
#: Longer words are not shown again.
MOST_SHOWN: Final = 60


def pattern(key: str, part: type[Part], typed: str = "") -> str:
    """
    Show how a key is written, with the words that were typed where they probably belong.

    Args:
        key: The key.

        part: The class of the entry, or of each entry, that stands there.

        typed: What stood there instead, if it was text.
    """
    if part not in PATTERNS:
        return ""
    words = " ".join(typed.split())
    shown = mends.in_marks(words) if 0 < len(words) <= MOST_SHOWN else "'…'"
    return f"write it like this:\n{key}:{PATTERNS[part].replace('%s', shown)}"
