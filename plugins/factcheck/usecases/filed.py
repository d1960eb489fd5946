"""
The pieces of fact-checks, put into files until pages of many are made from them.

All cards of a digest together take more room than anything else that a build holds, and every
process that looks at some would get a copy of those beside them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import accumulate
from typing import Final, NamedTuple

from pydantic import TypeAdapter

from factcheck.engine.galley import Galley, Gone, Place, Reader
from factcheck.publishing.feeds.entries import Followed
from factcheck.publishing.pieces import Part, Pieces
from factcheck.publishing.search.entries import Findable

#: A folder of the cache, for the files of one build.
FOLDER: Final = "pieces"


class Head(NamedTuple):
    """
    What stands on the first line of a fact-check's pieces, as JSON; its cards follow as they are.
    """

    #: In bytes, of the cards of the fact-check, of its rulings and of its changes.
    sizes: tuple[int, ...]

    #: How many of them are rulings'.
    rulings: int
    feed: Followed
    search: Findable


HEAD: Final = TypeAdapter(Head)


class Filed(NamedTuple):
    """
    Where a fact-check's pieces stand.
    """

    #: Of all of them, as ``opened`` takes them.
    place: Place

    #: As the head tells them: in bytes, its own size first, with the end of its line.
    sizes: tuple[int, ...]
    rulings: int

    def card(self, part: Part, place: int) -> Place:
        """
        Return where a card stands.
        """
        number = 1 + place
        if part is not Part.CHECK:
            number += 1 if part is Part.RULING else 1 + self.rulings
        at = self.place.at + sum(self.sizes[:number])
        return Place(self.place.file, at, self.sizes[number])

    def read(self) -> bytes:
        """
        Read all pieces, as ``opened`` takes them.

        Raises:
            Gone: If they are not there any more.
        """
        data = self.place.read()
        if data is None:
            raise Gone(self.place)
        return data


def filed(pieces: Pieces, galley: Galley) -> Filed:
    """
    Put a fact-check's pieces into a file.
    """
    cards = [card.encode() for card in (pieces.card, *pieces.rulings, *pieces.changes)]
    sizes, rulings = tuple([len(card) for card in cards]), len(pieces.rulings)
    head = HEAD.dump_json(Head(sizes, rulings, pieces.feed, pieces.search)) + b"\n"
    return Filed(galley.put(b"".join([head, *cards])), (len(head), *sizes), rulings)


def opened(data: bytes) -> Pieces:
    """
    Return a fact-check's pieces.

    Args:
        data: What ``filed`` put.
    """
    line, _, rest = data.partition(b"\n")
    head: Head = HEAD.validate_json(line)
    ends = [*accumulate(head.sizes)]
    cards = [rest[end - size : end].decode() for end, size in zip(ends, head.sizes, strict=True)]
    rulings, changes = cards[1 : 1 + head.rulings], cards[1 + head.rulings :]
    return Pieces(cards[0], tuple(rulings), tuple(changes), head.feed, head.search)


#: A card by its number on a shelf; or its HTML, where it is held anyway.
Card = int | str


class Shelf:
    """
    Cards in files, by numbers; for the processes that render pages of many.

    Where they stand is told by rows of numbers alone: of whatever object a forked process looks
    at, it gets a copy with all that is beside it in memory.
    """

    def __init__(self) -> None:
        """
        Begin with none.
        """
        self._files: dict[str, int] = {}
        self._names: list[str] = []
        self._file, self._at, self._size = array("I"), array("Q"), array("I")
        self._reader = Reader()

    def __getstate__(self) -> dict[str, object]:
        """Let another process open the files itself."""
        return self.__dict__ | {"_reader": None}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Take what was sent."""
        self.__dict__.update(state, _reader=Reader())

    def add(self, place: Place) -> int:
        """
        Add a card, and return its number.
        """
        number = self._files.setdefault(place.file, len(self._files))
        if number == len(self._names):
            self._names.append(place.file)
        self._file.append(number)
        self._at.append(place.at)
        self._size.append(place.size or 0)
        return len(self._file) - 1

    def html(self, card: Card) -> str:
        """
        Return the HTML of a card.

        Raises:
            Gone: If its file is not there any more.
        """
        if isinstance(card, str):
            return card
        file = self._names[self._file[card]]
        return self._reader.read(Place(file, self._at[card], self._size[card])).decode()


class Cards:
    """
    The cards of some fact-checks, as pages are planned that show them.
    """

    def __init__(self, pieces: Callable[[str], Filed | Pieces]) -> None:
        """
        Take what gives a fact-check's pieces, by its slug.
        """
        self._pieces = pieces
        self._numbers: dict[tuple[str, Part, int], int] = {}

        #: For who renders them.
        self.shelf = Shelf()

    def card(self, slug: str, part: Part, place: int) -> Card:
        """
        Return a card, as the shelf knows it.

        Args:
            slug: Of the fact-check.

            part: What of it the card shows.

            place: Which of its rulings or changes, in the order of its entry.
        """
        found = self._pieces(slug)
        if isinstance(found, Pieces):
            return found.of(part, place)
        asked = (slug, part, place)
        number = self._numbers.get(asked)
        if number is None:
            number = self._numbers[asked] = self.shelf.add(found.card(part, place))
        return number
