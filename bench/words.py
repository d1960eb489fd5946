"""
Words that mean nothing, drawn as natural language draws its own.

A few words are frequent and most are rare (Zipf's law, with Mandelbrot's shift), so that texts
compress, repeat and fill tables as real ones do. All but the small words are made of syllables:
whatever is written with them, nobody can take it for a claim about the world.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from typing import Final

#: The small words of English, roughly by frequency: they hold the others together.
SMALL: Final = (  # noqa: SIM905 - words read better as a line
    "the of and to in a was that for it on with as at by is from were which had their an be this "
    "are or one but its they after has been two would when there into all over than other between "
    "during some out under while since"
).split()

#: Syllables that do not add up to names, to slurs, or often to words of English.
OPENINGS: Final = "b bl br d dr f fl fr gl gr kl kr l m n pl pr r s st t tr v vr".split()  # noqa: SIM905
VOWELS: Final = "a e o ai ea oa ou ei".split()  # noqa: SIM905
ENDINGS: Final = ("", "", "", "l", "m", "n", "r", "t")

#: How many words the vocabulary holds; desks that write 500 words a piece use about as many.
VOCABULARY: Final = 8_000

#: Mandelbrot's shift: the first few ranks are closer to each other than 1, 1/2, 1/3.
SHIFT: Final = 2.7


def zipf(count: int) -> list[float]:
    """
    Return the cumulated weights of ranks 1 to ``count``, for ``Random.choices``.
    """
    return list(accumulate(1 / (rank + SHIFT) for rank in range(1, count + 1)))


class Words:
    """
    A vocabulary, and what is written with it.
    """

    def __init__(self, seed: str) -> None:
        """
        Make the vocabulary: the same for the same seed, on every machine.
        """
        made = distinct_words(Random(f"{seed}/words"), VOCABULARY - len(SMALL))
        self.content: Final = made
        self._all: Final = [*SMALL, *made]
        self._weights: Final = zipf(len(self._all))

    def draw(self, random: Random, count: int) -> list[str]:
        """
        Draw words, the frequent ones more often.
        """
        return random.choices(self._all, cum_weights=self._weights, k=count)

    def phrase(self, random: Random, count: int) -> str:
        """
        Write a few words.
        """
        return " ".join(self.draw(random, count))

    def sentence(self, random: Random, shortest: int = 8, longest: int = 24) -> str:
        """
        Write a sentence.
        """
        words = self.phrase(random, random.randint(shortest, longest))
        return f"{words[0].upper()}{words[1:]}."


def distinct_words(random: Random, count: int) -> list[str]:
    """
    Make words of syllables, all different, the short ones first, as frequent words are short.
    """
    found: dict[str, None] = {}
    for word in _candidates(random, count):
        found[word] = None
        if len(found) == count:
            break
    return list(found)


def _candidates(random: Random, count: int) -> Iterator[str]:
    made = 0
    while True:
        made += 1
        most = 1 + min(2, made * 3 // count)
        word = "".join(_syllable(random) for _ in range(random.randint(max(1, most - 1), most)))
        if word not in SMALL:
            yield word


def _syllable(random: Random) -> str:
    return _one(random, OPENINGS) + _one(random, VOWELS) + _one(random, ENDINGS)


def _one(random: Random, among: Sequence[str]) -> str:
    return among[int(random.random() * len(among))]
