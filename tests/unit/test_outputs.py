from __future__ import annotations

from pathlib import Path

import pytest
from factcheck.engine.galley import Open
from factcheck.engine.outputs import Batch, Broken, Output, Writer, plan_of, verify

DOORS = (("c.html", "here"), ("c.html", "there"))
LINK = ("a.html", "here")


def output(path: str, *links: tuple[str, str], ids: tuple[str, ...] = ()) -> Output:
    return Output(path, b"x", frozenset(links), frozenset(ids))


def written(folder: Path, *outputs: Output) -> Batch:
    return Writer(str(folder), {}).write(outputs)


def test_a_link_to_nowhere_breaks_the_build(tmp_path: Path) -> None:
    """Every dead link is told: to a page that is not there, and to an id that a page lacks."""
    batches = [
        written(
            tmp_path, output("a.html", ("b.html", ""), ("c.html", "here"), ("c.html", "there"))
        ),
        written(tmp_path, output("c.html", ids=("here",))),
    ]
    with pytest.raises(Broken) as caught:
        verify(batches, plan_of(batches))

    assert caught.value.faults == (
        "a.html links to b.html, which is not there",
        "a.html links to c.html#there, and there is no such id",
    )


def test_a_dead_link_among_files_written_together_is_found(tmp_path: Path) -> None:
    """Pages of one fact-check are checked at once: a link to an id that none has is told."""
    batch = written(
        tmp_path, output("a.html", ("b.html", "there")), output("b.html", ids=("here",))
    )
    with pytest.raises(Broken, match=r"a\.html links to b\.html#there"):
        verify([batch], plan_of([batch]))


def test_links_that_stand_everywhere_are_left_to_their_own_check(tmp_path: Path) -> None:
    """What every page links to is not noted again for each of them."""
    writer = Writer(str(tmp_path), {}, frozenset({("index.html", "")}))
    batch = writer.write([output("a.html", ("index.html", ""), ("b.html", ""))])

    assert batch.links == {"a.html": [("b.html", "")]}


def test_one_path_is_written_once(tmp_path: Path) -> None:
    """Two outputs for one path break the build, from one piece of work or from two."""
    batch = written(tmp_path, output("a.html"), output("a.html"))
    with pytest.raises(Broken, match="written twice"):
        verify([batch], plan_of([batch]))
    batches = [written(tmp_path, output("a.html")), written(tmp_path, output("a.html"))]
    with pytest.raises(Broken, match="written twice"):
        plan_of(batches)


@pytest.mark.parametrize(
    "path", ["../outside.html", "/outside.html", "a/../../b", "", "a//b", "a\\b"]
)
def test_no_output_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    """A path that is none within the output folder is refused before anything is written."""
    folder = tmp_path / "output"
    folder.mkdir()
    batch = written(folder, output(path))
    with pytest.raises(Broken, match="leads out"):
        verify([batch], plan_of([batch]))

    assert list(tmp_path.rglob("*")) == [folder]


def test_what_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    """A file whose bytes are known to stand there keeps its place on the disk."""
    first = Writer(str(tmp_path), {})
    batch = first.write([output("a.html")])
    before = (tmp_path / "a.html").stat()
    second = Writer(str(tmp_path), batch.files)

    assert second.write([output("a.html")]) == batch
    assert second.known == {}
    assert (tmp_path / "a.html").stat() == before


def test_a_file_under_two_names_keeps_its_bytes_under_the_other(tmp_path: Path) -> None:
    """Writing a file anew leaves another tree's name for the old bytes alone."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "a.html").write_bytes(b"old")
    (other / "a.html").hardlink_to(one / "a.html")
    written(other, output("a.html"))

    assert (one / "a.html").read_bytes() == b"old"
    assert (other / "a.html").read_bytes() == b"x"


def test_what_is_not_whole_waits(tmp_path: Path) -> None:
    """A file with an open slot is not in the folder, but counts as one that is linked to."""
    folder, galley = tmp_path / "output", tmp_path / "galley"
    folder.mkdir()
    writer = Writer(str(folder), {}, galley=str(galley))
    batch = writer.write(
        [Output("a.html", b"<p></p>", ids=frozenset({"here"}), slot=3), output("b.html", LINK)]
    )
    waiting = writer.waiting["a.html"]

    assert [path.name for path in folder.iterdir()] == ["b.html"]
    assert batch.faults == []
    assert batch.whole.keys() == {"b.html"}
    assert Open("a.html", waiting, batch.slots["a.html"], 0).filled(b"one") == b"<p>one</p>"


def test_what_is_not_whole_has_a_place_to_wait(tmp_path: Path) -> None:
    """A writer that was given no galley writes no file with an open slot anywhere."""
    with pytest.raises(ValueError, match=r"a\.html is not whole"):
        Writer(str(tmp_path), {}).write([Output("a.html", b"<p></p>", slot=3)])

    assert list(tmp_path.iterdir()) == []
