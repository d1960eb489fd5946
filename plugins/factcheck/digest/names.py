"""
Addresses for names that editors type freely: topics and claimants.

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

#: What parts words.
BETWEEN: Final = re.compile(r"[^\w]+|_+")
#: Bytes of the hash that tells apart what letters a-z cannot.
TELLING: Final = 4


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
    words = [word for word in BETWEEN.split(folded) if word]
    plain = "-".join(words)
    if plain.isascii() and is_slug(plain):
        return plain
    written = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    told = blake2b("-".join(words).encode(), digest_size=TELLING).hexdigest()
    base = "-".join(word for word in BETWEEN.split(written) if word)
    return "-".join(filter(None, (base[: SLUG_LENGTH - len(told) - 1].rstrip("-"), told)))
