"""
What files are called that belong together: a document, its sidecar and the translations of that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.model.values import LANGUAGE

#: What a sidecar's name ends with, after the document's stem.
SIDECAR_ENDING: Final = ".verdict.yaml"


@dataclass(frozen=True, slots=True)
class Pair:
    """
    The bytes of a document and of its sidecar, and their paths within the project.
    """

    seed: str
    seed_bytes: bytes
    sidecar: str
    sidecar_bytes: bytes

    #: Every sidecar beside the document with its bytes, this one too, that of the document itself
    #: first; empty where there is but one.
    family: tuple[tuple[str, bytes], ...] = ()

    @property
    def is_translation(self) -> bool:
        """Whether the sidecar translates the document's own."""
        return bool(self.family) and self.sidecar != self.family[0][0]

    def of(self, sidecar: str) -> Pair:
        """
        Return the pair of another sidecar of the family.
        """
        return Pair(self.seed, self.seed_bytes, sidecar, dict(self.family)[sidecar], self.family)


def stem_of(sidecar: str) -> str:
    """
    Return what a sidecar's document is called without its ending, if it has one of its own.
    """
    return sidecar.removesuffix(SIDECAR_ENDING)


def tag_of(sidecar: str) -> str:
    """
    Return the language tag that a sidecar's name ends with; empty if it ends with none.

    >>> tag_of("seeds/x.pt-BR.verdict.yaml")
    'pt-BR'
    """
    tag = stem_of(sidecar).rpartition("/")[2].rpartition(".")[2]
    return tag if LANGUAGE.match(tag) else ""


def original_of(sidecar: str) -> str:
    """
    Return what the sidecar is called that one translates; empty if its name says of none.
    """
    stem, tag = stem_of(sidecar), tag_of(sidecar)
    bare = stem.removesuffix(f".{tag}") if tag else stem
    return f"{bare}{SIDECAR_ENDING}" if bare != stem else ""


def is_beside(sidecar: str, seed: str) -> bool:
    """
    Tell whether a sidecar stands beside a document that has another for its own.
    """
    return stem_of(sidecar) != seed.rpartition(".")[0]
