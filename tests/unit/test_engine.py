from __future__ import annotations

from pathlib import Path

import pytest
from factcheck.engine.outputs import Broken, Output, Written
from factcheck.engine.staging import MARK, NotOurs, staged


def output(path: str, *links: tuple[str, str], ids: tuple[str, ...] = ()) -> Output:
    return Output(path, lambda: b"x", frozenset(links), frozenset(ids))


def test_a_link_to_nowhere_breaks_the_build(tmp_path: Path) -> None:
    """Every dead link is told: to a page that is not there, and to an id that a page lacks."""
    written = Written(tmp_path)
    written.write(output("a.html", ("b.html", ""), ("c.html", "here"), ("c.html", "there")))
    written.write(output("c.html", ids=("here",)))

    with pytest.raises(Broken) as caught:
        written.verify()

    assert caught.value.faults == (
        "a.html links to b.html, which is not there",
        "a.html links to c.html#there, and there is no such id",
    )


def test_links_to_files_of_others_count(tmp_path: Path) -> None:
    """A file that something else wrote into the folder may be linked to."""
    (tmp_path / "theme.css").write_bytes(b"")
    written = Written(tmp_path)
    written.write(output("a.html", ("theme.css", "")))

    written.verify()


def test_one_path_is_written_once(tmp_path: Path) -> None:
    """Two outputs for one path break the build instead of the later one winning."""
    written = Written(tmp_path)
    written.write(output("a.html"))

    with pytest.raises(Broken, match="written twice"):
        written.write(output("a.html"))


def test_no_output_leads_out_of_the_folder(tmp_path: Path) -> None:
    """A path that climbs out of the output folder is refused before anything is written."""
    folder = tmp_path / "output"
    folder.mkdir()

    with pytest.raises(Broken, match="leads out"):
        Written(folder).write(output("../outside.html"))

    assert not (tmp_path / "outside.html").exists()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_staged_folder_takes_the_published_ones_place(tmp_path: Path) -> None:
    """After the block the new folder stands where the old one stood, and nothing else is left."""
    published = tmp_path / "output"
    with staged(published) as stage:
        (stage / "old.html").touch()
    with staged(published) as stage:
        (stage / "new.html").touch()

    assert names(published) == {"new.html", MARK}
    assert list(tmp_path.iterdir()) == [published]


def test_a_folder_of_somebodys_is_never_replaced(tmp_path: Path) -> None:
    """What was not built here stays, whatever it holds, and nothing is built beside it."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "thesis.odt").touch()

    with pytest.raises(NotOurs, match="was not built here"), staged(tmp_path / "output"):
        pass

    assert names(tmp_path / "output") == {"thesis.odt"}
    assert names(tmp_path) == {"output"}


def test_the_first_build_needs_no_folder(tmp_path: Path) -> None:
    """Where nothing is published yet, the staged folder is simply put there."""
    published = tmp_path / "deep" / "output"
    with staged(published) as stage:
        (stage / "new.html").touch()

    assert (published / "new.html").exists()


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_fault_leaves_the_published_folder(tmp_path: Path, fault: type[BaseException]) -> None:
    """Whatever ends the block early, the published folder keeps its files and no stage is left."""
    published = tmp_path / "output"
    with staged(published) as stage:
        (stage / "old.html").touch()

    with pytest.raises(fault), staged(published) as stage:  # noqa: PT012 - raised inside
        (stage / "new.html").touch()
        raise fault

    assert names(published) == {"old.html", MARK}
    assert list(tmp_path.iterdir()) == [published]


def test_the_published_folder_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    """The folder that is put in place is not closed to other users, as temporary ones are."""
    published = tmp_path / "output"
    with staged(published):
        pass

    assert published.stat().st_mode & 0o055 == 0o055
