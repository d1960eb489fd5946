"""
What a judge says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Finding(NamedTuple):
    """
    One error, told in a sentence.
    """

    #: The file in the site, with the line where that is known.
    page: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    What one judge says of the site.
    """

    judge: str

    #: How much was looked at, in words.
    judged: str
    findings: tuple[Finding, ...]

    #: What is told and is no error.
    remarks: tuple[str, ...] = ()


class Hindered(Exception):  # noqa: N818 - says what hinders a judge
    """A judge cannot work on this machine, or ended without a judgement."""
