"""
Addresses for names that editors type freely: topics, outlets and claimants.

An address depends on its own name alone, so that adding another name never moves it. Unicode
promises that normalisation never changes, so neither does an address.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import blake2b
from typing import Final

from factcheck.model.values import SLUG_LENGTH, is_slug

#: Bytes of the hash that tells apart what letters a-z cannot; too many to find two names for one.
TELLING: Final = 8

ASCII_WORD: Final = re.compile(r"[A-Za-z0-9]+")

#: What ends like a hash: never the plain form of a name, or it could be made to meet another's.
HASHED: Final = re.compile(r"(?:.*-)?[0-9a-f]{16}\Z")


@cache
def name_slug(name: str) -> str:
    """
    Return a name's part of an address.

    Names that differ in case, spaces and punctuation alone are one name. Where letters a-z and
    digits cannot write a name, a hash of it tells it from others that look the same then.

    >>> name_slug("Ministry of Health")
    'ministry-of-health'
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    plain = "-".join(words_of(folded))
    if plain.isascii() and is_slug(plain) and not HASHED.match(plain) and not _signs(folded):
        return plain
    # Without a letter, the signs themselves are the name.
    told = blake2b((plain + _signs(folded)).encode(), digest_size=TELLING).hexdigest()
    bare = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    base = "-".join(words_of(bare))[: SLUG_LENGTH - len(told) - 1].rstrip("-")
    return f"{base}-{told}" if base else told


def words_of(text: str) -> list[str]:
    """
    Part a text in runs of letters, figures and the marks that belong to them (UAX #44).
    """
    if text.isascii():
        return ASCII_WORD.findall(text)
    return "".join(
        sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in text
    ).split()


def _signs(text: str) -> str:
    """Return the symbols of a text, such as those of C++ and C#: they belong to the name."""
    return "".join(
        sign for sign in text if unicodedata.category(sign)[0] == "S" or sign in "#&%@*"
    )
