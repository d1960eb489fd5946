"""
The pieces of fact-checks, put into files until pages of many are made from them.

All cards of a digest together take more room than anything else that a build holds, and every
process that looks at some would get a copy of those beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from pydantic import TypeAdapter

from factcheck.engine.galley import Galley, Gone, Place, Reader
from factcheck.publishing.pieces import Part, Pieces

PIECES: Final = TypeAdapter(Pieces)

#: A folder of the cache, for the files of one build.
FOLDER: Final = "pieces"


class Filed(NamedTuple):
    """
    Where a fact-check's pieces stand: all of them as JSON, and behind that each card by itself.
    """

    #: Of the JSON.
    place: Place

    #: In bytes, of the cards of the fact-check, of its rulings and of its changes.
    sizes: tuple[int, ...]

    #: How many of them are rulings'.
    rulings: int

    def card(self, part: Part, place: int) -> Place:
        """
        Return where a card stands.
        """
        first = {Part.CHECK: 0, Part.RULING: 1, Part.CHANGE: 1 + self.rulings}[part]
        before = self.sizes[: first + place]
        at = self.place.at + (self.place.size or 0) + sum(before)
        return Place(self.place.file, at, self.sizes[first + place])

    def whole(self) -> Pieces:
        """
        Read all pieces.

        Raises:
            Gone: If they are not there any more.
        """
        data = self.place.read()
        if data is None:
            raise Gone(self.place)
        found: Pieces = PIECES.validate_json(data)
        return found


def filed(pieces: Pieces, galley: Galley) -> Filed:
    """
    Put a fact-check's pieces into a file.
    """
    told = PIECES.dump_json(pieces)
    cards = [card.encode() for card in (pieces.card, *pieces.rulings, *pieces.changes)]
    place = galley.put(b"".join([told, *cards]))
    sizes = tuple([len(card) for card in cards])
    return Filed(place._replace(size=len(told)), sizes, len(pieces.rulings))


class Cards:
    """
    The cards of some fact-checks, for a process that renders pages of many.
    """

    def __init__(self, pieces: Mapping[str, Filed | Pieces]) -> None:
        """
        Take the pieces of each fact-check, by its slug.
        """
        self._pieces = pieces
        self._reader = Reader()

    def __reduce__(self) -> tuple[type[Cards], tuple[Mapping[str, Filed | Pieces]]]:
        """Let another process open the files itself."""
        return Cards, (self._pieces,)

    def card(self, slug: str, part: Part, place: int) -> str:
        """
        Return the HTML of a card.

        Args:
            slug: Of the fact-check.

            part: What of it the card shows.

            place: Which of its rulings or changes, in the order of its entry.

        Raises:
            Gone: If it is not there any more.
        """
        found = self._pieces[slug]
        if isinstance(found, Pieces):
            return found.of(part, place)
        return self._reader.read(found.card(part, place)).decode()
