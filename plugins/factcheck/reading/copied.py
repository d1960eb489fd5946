"""
What a translation says in the original's own sentences: it was copied, and is not translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.reading.anchoring import is_spaced
from factcheck.reading.yaml_nodes import Items, Mapping, Node, Scalar

#: A text of no more words may be a name, which is the same in both languages.
MOST_IN_A_NAME: Final = 4


def are_akin(language: str, other: str) -> bool:
    """
    Tell whether two tags name varieties of one language, in which a sentence may be the same.

    >>> are_akin("pt-BR", "pt")
    True
    """
    return language.partition("-")[0].lower() == other.partition("-")[0].lower()


def copied(mine: Node, theirs: Node) -> Iterator[Scalar]:
    """
    Give the sentences that stand in the original, too, letter for letter.

    Args:
        mine: What the translation says under a key: a text, several, or the words of a quote.

        theirs: What the original says there.
    """
    others = {_letters(one) for one in _texts(theirs)}
    for one in _texts(mine):
        if _words(letters := _letters(one)) > MOST_IN_A_NAME and letters in others:
            yield one


def _texts(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.present:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        yield from _texts(node.entries.get("text"))


def _letters(text: Scalar) -> str:
    """Return a text as it is read: YAML may break its lines anywhere."""
    return " ".join(text.text.split())


def _words(text: str) -> int:
    """Count words, two letters for one in scripts that do not part them by spaces."""
    if text.isascii():
        return text.count(" ") + 1
    unspaced = sum(sign.isalpha() and not is_spaced(sign) for sign in text)
    return text.count(" ") + 1 + unspaced // 2
