"""
The index: what all fact-checks give to search, joined and parted in files that a browser asks for.

``manifest.json`` names all others, each by a hash of its bytes, so that no browser mixes two
builds. All are JSON, which hosts compress:

* a *dictionary* of words in order, with in how many hits each stands, and which blocks hold these;
* a *block* of the hits of some words, each as a number that rises (see ``numbers``): how many hits
  it is behind the one before, times eight, plus the word's weight there;
* a block of the positions of the same words in the same hits, which only phrases need;
* the *backward* words, for whoever errs in a word's first letters;
* *records*: what is shown of some hits;
* a *column* for each facet (see ``columns``).

Hits are numbered from the oldest fact-check on, so that one more changes few files.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Final, NamedTuple

from factcheck.publishing.addresses import SEARCH_MANIFEST, search_part_path
from factcheck.publishing.jsontext import encoded
from factcheck.publishing.search.entries import STEPS, Findable
from factcheck.publishing.search.numbers import read, written

#: Of characters in a block, in a dictionary, and in a file of records.
BLOCK: Final = 10_000
DICTIONARY: Final = 5_000
RECORDS: Final = 14_000

#: Told by its name alone, one fact-check in so many is the last of its file of records, and one
#: word in so many the last of its dictionary: what is new moves no end but its own.
CUT: Final = 4
WORD_CUT: Final = 256

#: Of a hash, in a file's name; in letters, so that none reads like a number.
NAME: Final = 10
LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")

#: A word in more hits than this is told only for those where it weighs most, the newest first.
COMMON: Final = 10_000
BEST: Final = 1_000


class File(NamedTuple):
    """
    One file of the index.
    """

    path: str
    data: bytes


class Word:
    """
    A word with its hits so far.
    """

    __slots__ = ("count", "hits", "last", "positions")

    def __init__(self) -> None:
        """Begin with none."""
        self.last = self.count = 0
        self.hits = bytearray()
        self.positions = bytearray()

    def add(self, entries: Iterable[str], base: int) -> None:
        """
        Add the hits of one fact-check.

        Args:
            entries: As in ``Findable.words``.

            base: The number of the fact-check's first hit.
        """
        last, hits, positions = self.last, self.hits, self.positions
        for entry in entries:
            told, _, at = entry.partition(":")
            code = int(told) + base
            hits += written(code - last).encode()
            # The next is told from this hit, without its weight.
            last = code - code % STEPS
            positions += f"{at} ".encode()
            self.count += 1
        self.last = last


class Index:
    """
    Takes fact-checks, the oldest first, and gives files.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.hits = 0

        #: How many hits each fact-check has.
        self.counts: list[int] = []
        self._words: dict[str, Word] = {}
        self._waiting: list[str] = []
        self._size = self._held = 0
        self._records: list[str] = []
        self._named: dict[str, str] = {}

    def add(self, slug: str, found: Findable) -> Iterator[File]:
        """
        Take a fact-check, and give the files of records that are full.

        Args:
            slug: Its address.

            found: What it gives to search.
        """
        base = self.hits * STEPS
        known = self._words
        for line in found.words.split("\n") if found.words else ():
            word, *entries = line.split(" ")
            if word not in known:
                known[word] = Word()
            known[word].add(entries, base)
        self.hits += found.hits
        self.counts.append(found.hits)
        for count, part in found.parts:
            self._waiting.append(part)
            self._held += count
            self._size += len(part)
            if self._size >= RECORDS:
                yield from self._cut()
        if _ends(slug, CUT):
            yield from self._cut()

    def files(self, columns: Iterable[tuple[str, bytes]]) -> Iterator[File]:
        """
        Give all other files, the manifest last.

        Args:
            columns: The facets' columns by name.
        """
        yield from self._cut()
        named: dict[str, str] = {}
        for name, data in columns:
            named[name], files = self._file(data)
            yield from files
        dictionaries: list[list[str]] = []
        for part in _dictionaries(self._words):
            yield from self._dictionary(part, dictionaries)
        backwards: list[list[str]] = []
        # Another number is no misspelt one.
        letters = (word[::-1] for word in self._words if not word.isdecimal())
        for part in _dictionaries(letters):
            name, files = self._file(encoded(" ".join(part)).encode())
            backwards.append([part[0], name])
            yield from files
        told = {
            "hits": self.hits,
            "counts": "".join(map(written, self.counts)),
            "words": dictionaries,
            "backwards": backwards,
            "records": " ".join(self._records),
            "columns": named,
            "common": COMMON,
        }
        yield File(SEARCH_MANIFEST, encoded(told).encode())

    def _dictionary(self, part: list[str], told: list[list[str]]) -> Iterator[File]:
        """Write some words with their blocks, and note how the dictionary is called."""
        counts, blocks = [], []
        for block in _parted(part, BLOCK, lambda word: len(self._words[word].hits)):
            counts += [self._words[word].count for word in block]
            pairs = [_bounded(self._words[word]) for word in block]
            hits, files = self._file(encoded([hits for hits, _ in pairs]).encode())
            yield from files
            positions, files = self._file(encoded([at for _, at in pairs]).encode())
            yield from files
            blocks.append([len(block), hits, positions])
        name, files = self._file(encoded([" ".join(part), counts, blocks]).encode())
        told.append([part[0], name])
        yield from files

    def _cut(self) -> Iterator[File]:
        """Write the records that wait."""
        if self._waiting:
            name, files = self._file(f"[{','.join(self._waiting)}]".encode())
            self._records.append(f"{self._held}:{name}")
            self._waiting, self._size, self._held = [], 0, 0
            yield from files

    def _file(self, data: bytes) -> tuple[str, list[File]]:
        """Name a file's bytes; the same bytes are written once."""
        whole = blake2b(data).hexdigest().translate(LETTERS)
        name = whole[:NAME]
        while self._named.get(name, whole) != whole:  # hardly ever
            name = whole[: len(name) + 1]
        if name in self._named:
            return name, []
        self._named[name] = whole
        return name, [File(search_part_path(name), data)]


def _bounded(word: Word) -> tuple[str, str]:
    """Return a word's hits and positions as they are written; of a common one only the best."""
    if word.count <= COMMON:
        return word.hits.decode(), word.positions.decode().rstrip(" ")
    return _best(word.hits.decode()), ""


def _best(hits: str) -> str:
    codes, last = [], 0
    for number in read(hits):
        code = last + number
        last = code - code % STEPS
        codes.append(code)
    # The heaviest, then the newest; written in order again.
    codes.sort(key=lambda code: (code % STEPS, code), reverse=True)
    text, last = "", 0
    for code in sorted(codes[:BEST]):
        text += written(code - last)
        last = code - code % STEPS
    return text


def _order(word: str) -> bytes:
    """Put words in the order in which JavaScript compares them."""
    return word.encode("utf-16-be", "surrogatepass")


def _ends(name: str, one_in: int) -> bool:
    return zlib.crc32(name.encode()) % one_in == 0


def _dictionaries(words: Iterable[str]) -> Iterator[list[str]]:
    """Put words in order, and part them where a word says so, or the part is full."""
    part: list[str] = []
    size = 0
    for word in sorted(words, key=_order):
        part.append(word)
        size += len(word) + 1
        if size > DICTIONARY or (size > DICTIONARY / 4 and _ends(word, WORD_CUT)):
            yield part
            part, size = [], 0
    if part:
        yield part


def _parted(words: list[str], most: int, size: Callable[[str], int]) -> Iterator[list[str]]:
    """Part words in runs that are no larger than need be."""
    part: list[str] = []
    total = 0
    for word in words:
        if part and total + size(word) > most:
            yield part
            part, total = [], 0
        part.append(word)
        total += size(word)
    if part:
        yield part
