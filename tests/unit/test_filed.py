"""What lists and feeds show of a fact-check, put into a file and read back."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factcheck.engine.galley import Galley, Gone
from factcheck.publishing.feeds.entries import FeedEntry, Followed
from factcheck.publishing.pieces import Part, Pieces
from factcheck.usecases.filed import Cards, filed, opened
from factcheck.usecases.ledger import Ledger
from factcheck.usecases.press import Fresh, Made
from hypothesis import given
from hypothesis import strategies as st

THEN = datetime(2026, 11, 23, tzinfo=UTC)
ENTRY = FeedEntry("id", "https://desk.example/", "Title", "Summary", THEN, THEN, "en", (), ())
TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=4)
PIECES = st.builds(
    lambda card, rulings, changes: Pieces(
        card, tuple(rulings), tuple(changes), Followed(ENTRY, (), ())
    ),
    st.text(st.characters(codec="utf-8"), max_size=20),
    TEXTS,
    TEXTS,
)


def shown(cards: Cards, slug: str, pieces: Pieces) -> Pieces:
    """The same pieces, with the cards that another process finds one by one."""
    rulings = [cards.card(slug, Part.RULING, at) for at in range(len(pieces.rulings))]
    changes = [cards.card(slug, Part.CHANGE, at) for at in range(len(pieces.changes))]
    check = cards.card(slug, Part.CHECK, 0)
    shelf = pickle.loads(pickle.dumps(cards.shelf))  # noqa: S301 - made here
    assert [cards.shelf.html(card) for card in rulings] == list(pieces.rulings)
    return pieces._replace(
        card=shelf.html(check),
        rulings=tuple(map(shelf.html, rulings)),
        changes=tuple(map(shelf.html, changes)),
    )


@given(several=st.lists(PIECES, max_size=4))
def test_pieces_come_back_as_they_were_filed(
    several: list[Pieces], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each card by itself, and all pieces together, in any writing; held or filed alike."""
    galley = Galley(str(tmp_path_factory.mktemp("pieces")))
    put = {str(number): filed(pieces, galley) for number, pieces in enumerate(several)}
    held = {str(number): pieces for number, pieces in enumerate(several)}

    assert [opened(one.read()) for one in put.values()] == several
    for cards in (Cards(put.__getitem__), Cards(held.__getitem__)):
        assert [shown(cards, slug, pieces) for slug, pieces in held.items()] == several


def test_pieces_that_are_gone_are_told(tmp_path: Path) -> None:
    """Who empties the cache during a build reads which file was missed."""
    pieces = Pieces("<p>card</p>", (), (), Followed(ENTRY, (), ()))
    put = filed(pieces, Galley(str(tmp_path)))
    Path(put.place.file).unlink()
    cards = Cards({"slug": put}.__getitem__)

    with pytest.raises(Gone, match="was changed while the site was built"):
        put.read()
    with pytest.raises(Gone, match="was changed while the site was built"):
        cards.shelf.html(cards.card("slug", Part.CHECK, 0))


def test_pieces_that_are_gone_leave_the_cache_as_it_was(tmp_path: Path) -> None:
    """A fact-check is never kept without its pieces: the next build would miss them."""
    pieces = Pieces("<p>card</p>", (), (), Followed(ENTRY, (), ()))
    there, gone = (filed(pieces, Galley(str(tmp_path / name))) for name in ("there", "gone"))
    before = Ledger(tmp_path / "made.sqlite")
    before.note("a", Fresh("key", Made(()), there))
    before.save()
    assert set(Ledger(tmp_path / "made.sqlite").names()) == {"check:a", "pieces:a"}

    Path(gone.place.file).unlink()
    ledger = Ledger(tmp_path / "made.sqlite")
    ledger.note("b", Fresh("key", Made(()), gone))
    with pytest.raises(Gone, match="was changed while the site was built"):
        ledger.save()
    assert set(Ledger(tmp_path / "made.sqlite").names()) == {"check:a", "pieces:a"}
