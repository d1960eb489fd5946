from __future__ import annotations

from pathlib import Path

import pytest
from factcheck.engine.staging import MARK, NotOurs, emptied, spare_of, staged


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def publish(published: Path, name: str) -> None:
    with staged(published) as stage:
        for path in stage.folder.iterdir():
            path.unlink()
        (stage.folder / name).touch()
        stage.galley.mkdir()
        (stage.galley / "waiting").touch()


def test_a_staged_folder_takes_the_published_ones_place(tmp_path: Path) -> None:
    """After the block the new folder stands where the old one stood; the old one is the spare."""
    published = tmp_path / "output"
    publish(published, "old.html")
    assert list(tmp_path.iterdir()) == [published]
    publish(published, "new.html")

    assert names(published) == {"new.html", MARK}
    assert names(spare_of(published)) == {"old.html", MARK}
    assert names(tmp_path) == {"output", spare_of(published).name}


def test_the_spare_folder_is_built_on(tmp_path: Path) -> None:
    """The third build begins with what the first one published."""
    published = tmp_path / "output"
    publish(published, "first.html")
    publish(published, "second.html")
    with staged(published) as stage:
        assert names(stage.folder) == {"first.html", MARK}


def test_a_folder_that_is_not_wanted_changes_nothing(tmp_path: Path) -> None:
    """Where nothing has changed, the published folder stays and no other is left behind."""
    published = tmp_path / "output"
    publish(published, "old.html")
    with staged(published) as stage:
        (stage.folder / "same.html").touch()
        stage.is_wanted = False

    assert names(published) == {"old.html", MARK}
    assert list(tmp_path.iterdir()) == [published]


def test_a_folder_of_somebodys_is_never_replaced(tmp_path: Path) -> None:
    """What was not built here stays, whatever it holds, and nothing is built beside it."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "thesis.odt").touch()

    with pytest.raises(NotOurs, match="was not built here"), staged(tmp_path / "output"):
        pass

    assert names(tmp_path / "output") == {"thesis.odt"}
    assert names(tmp_path) == {"output"}


def test_a_spare_folder_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    """A link in the spare folder's place is removed; what it leads to is left alone."""
    published, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    publish(published, "old.html")
    elsewhere.mkdir()
    (elsewhere / MARK).touch()
    (elsewhere / "thesis.odt").touch()
    spare_of(published).symlink_to(elsewhere)
    publish(published, "new.html")

    assert names(elsewhere) == {MARK, "thesis.odt"}
    assert names(published) == {"new.html", MARK}


def test_the_first_build_needs_no_folder(tmp_path: Path) -> None:
    """Where nothing is published yet, the staged folder is simply put there."""
    publish(tmp_path / "deep" / "output", "new.html")

    assert (tmp_path / "deep" / "output" / "new.html").exists()


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_fault_leaves_the_published_folder(tmp_path: Path, fault: type[BaseException]) -> None:
    """Whatever ends the block early, the published folder keeps its files and no stage is left."""
    published = tmp_path / "output"
    publish(published, "old.html")

    with pytest.raises(fault), staged(published) as stage:  # noqa: PT012 - raised inside
        (stage.folder / "new.html").touch()
        stage.galley.mkdir()
        raise fault

    assert names(published) == {"old.html", MARK}
    assert list(tmp_path.iterdir()) == [published]


def test_what_a_killed_build_left_is_put_right(tmp_path: Path) -> None:
    """An unfinished folder goes; a published one that was set aside comes back to its place."""
    published = tmp_path / "output"
    publish(published, "old.html")
    (tmp_path / ".output.being-built").mkdir()
    (tmp_path / ".output.galley").mkdir()
    published.rename(tmp_path / ".output.set-aside")
    with staged(published) as stage:
        stage.is_wanted = False

    assert names(published) == {"old.html", MARK}
    assert list(tmp_path.iterdir()) == [published]


def test_the_published_folder_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    """The folder that is put in place is not closed to other users, as temporary ones are."""
    published = tmp_path / "output"
    publish(published, "new.html")

    assert published.stat().st_mode & 0o055 == 0o055


@pytest.mark.parametrize("there", ["nothing", "a file", "a folder", "a link"])
def test_a_folder_for_a_while_is_gone_before_and_after(tmp_path: Path, there: str) -> None:
    """Whatever stands in its place goes, not what a link leads to; and so it is if work fails."""
    folder, elsewhere = tmp_path / "pieces", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if there == "a file":
        folder.touch()
    elif there == "a folder":
        (folder / "deep").mkdir(parents=True)
    elif there == "a link":
        folder.symlink_to(elsewhere)

    def fail() -> None:
        with emptied(folder):
            assert not folder.is_symlink()
            folder.mkdir()
            (folder / "put").touch()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.rglob("*")) == [elsewhere]


def test_a_folder_that_cannot_be_removed_after_is_no_fault(tmp_path: Path) -> None:
    """Who has published is not told that nothing was, for what is left goes with the next."""
    inside = tmp_path / "cache" / "pieces"
    # Nobody can remove a folder by this name: it is gone with what is in it.
    with emptied(inside / ".."):
        inside.mkdir(parents=True)

    assert list(tmp_path.iterdir()) == [tmp_path / "cache"]
