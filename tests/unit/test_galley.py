from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from factcheck.engine.galley import Galley, Gone, Open, Place, Reader
from factcheck.engine.trees import hash_of, stamp_of
from hypothesis import given
from hypothesis import strategies as st


def kept(folder: Path, data: bytes) -> Place:
    """Where bytes stand in a file of their own, known by their hash."""
    path = folder / "a.html"
    path.write_bytes(data)
    return Place(str(path), hash=hash_of(data))


@given(pages=st.lists(st.binary(max_size=40), max_size=8))
def test_pages_come_back_as_they_were_put(pages: list[bytes], tmp_path_factory: object) -> None:
    """Whatever is put in one after the other, each page is read back alone and whole."""
    folder = tmp_path_factory.mktemp("galley")  # type: ignore[attr-defined]
    galley = Galley(str(folder))
    places = [galley.put(page) for page in pages]

    assert [place.read() for place in reversed(places)] == pages[::-1]


def test_a_galley_takes_no_others_file(tmp_path: Path) -> None:
    """A file or a link that stands where the galley's would is neither written to nor followed."""
    mine = tmp_path / "mine"
    mine.write_bytes(b"mine")
    (tmp_path / f"{os.getpid()}-0").symlink_to(mine)
    first, second = Galley(str(tmp_path)), Galley(str(tmp_path))
    places = [first.put(b"first"), second.put(b"second")]

    assert mine.read_bytes() == b"mine"
    assert [place.read() for place in places] == [b"first", b"second"]


def test_a_galley_without_pages_makes_nothing(tmp_path: Path) -> None:
    """A process that has no page to keep leaves neither a folder nor a file."""
    Galley(str(tmp_path / "galley"))

    assert list(tmp_path.iterdir()) == []


def test_a_slot_is_filled_and_filled_again(tmp_path: Path) -> None:
    """What stood in a file's slot gives way to something else, longer or shorter."""
    opened = Open("a.html", kept(tmp_path, b"<p>one</p>"), 3, 3)

    assert opened.filled(b"three") == b"<p>three</p>"
    assert opened.filled(b"") == b"<p></p>"


def test_a_file_is_believed_while_the_system_says_the_same(tmp_path: Path) -> None:
    """A file that is as it was noted is not hashed; one that was written to is."""
    place = kept(tmp_path, b"as it was")
    noted = place._replace(stamp=stamp_of(Path(place.file).stat()), hash=hash_of(b"another"))
    assert noted.read() == b"as it was"

    (tmp_path / "a.html").write_bytes(b"as it is")
    assert noted.read() is None
    assert noted._replace(hash=hash_of(b"as it is")).read() == b"as it is"


def test_a_changed_file_is_not_filled(tmp_path: Path) -> None:
    """Where the bytes are no longer those that were written, nothing is made of them."""
    place = kept(tmp_path, b"<p>one</p>")
    (tmp_path / "a.html").write_bytes(b"<p>another</p>")
    short = Galley(str(tmp_path / "galley")).put(b"<p>one</p>")
    Path(short.file).write_bytes(b"<p>on")

    assert Open("a.html", place, 3, 3).filled(b"two") is None
    assert Open("a.html", short, 3, 3).filled(b"two") is None
    assert Open("b.html", Place(str(tmp_path / "b.html")), 3, 3).filled(b"two") is None


@given(pages=st.lists(st.binary(max_size=40), max_size=8), order=st.randoms())
def test_a_reader_finds_every_place(
    pages: list[bytes], order: Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One reader gives the bytes of every place of two files, in whatever order it is asked."""
    folder = tmp_path_factory.mktemp("galley")
    galleys = Galley(str(folder)), Galley(str(folder))
    put = [(galleys[len(page) % 2].put(page), page) for page in pages]
    order.shuffle(put)
    reader = Reader()

    assert [reader.read(place) for place, _ in put] == [page for _, page in put]


def test_a_reader_tells_of_what_is_gone(tmp_path: Path) -> None:
    """Where a file is gone or was cut short, a sentence names it; nothing is made of the rest."""
    cut, gone = kept(tmp_path, b"some words"), Place(str(tmp_path / "none"), 0, 4)

    with pytest.raises(Gone, match=r"none was changed while the site was built"):
        Reader().read(gone)
    with pytest.raises(Gone, match=r"a\.html was changed"):
        Reader().read(cut._replace(at=5, size=6))
