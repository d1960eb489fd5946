from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from factcheck.engine.trees import Known, Tree, hash_of, write_file


def put(tree: Tree, path: str, data: bytes) -> None:
    known = write_file(str(tree.folder), path, data, None)
    assert isinstance(known, Known)
    tree.files[path] = known


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


@pytest.fixture
def tree(tmp_path: Path, notes: Path) -> Tree:
    """A folder with two files, noted."""
    made = Tree(tmp_path / "tree")
    made.folder.mkdir()
    put(made, "a.html", b"first")
    put(made, "deep/er/b.html", b"second")
    made.save(notes)
    return made


def test_a_tree_is_known_again(tree: Tree, notes: Path) -> None:
    """What was noted of a folder that nobody has touched is believed."""
    again = Tree.opened(tree.folder, notes)

    assert again.hashes() == {"a.html": hash_of(b"first"), "deep/er/b.html": hash_of(b"second")}
    assert again.strange == set()


def test_a_changed_file_is_noticed_whatever_its_times_say(tree: Tree, notes: Path) -> None:
    """Other bytes of the same length, under the old modification time, are other bytes."""
    file = tree.folder / "a.html"
    before = file.stat()
    file.write_bytes(b"other")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert Tree.opened(tree.folder, notes).hashes()["a.html"] == hash_of(b"other")


def test_a_file_that_only_moved_in_time_is_known_by_its_bytes(tree: Tree, notes: Path) -> None:
    """A folder that was copied elsewhere and back needs no file written again."""
    for path in tree.files:
        data = (tree.folder / path).read_bytes()
        (tree.folder / path).unlink()
        (tree.folder / path).write_bytes(data)

    assert Tree.opened(tree.folder, notes).hashes() == tree.hashes()


def test_a_missing_file_is_not_known(tree: Tree, notes: Path) -> None:
    """A file that was removed, or that a folder or a link has replaced, is not believed in."""
    (tree.folder / "a.html").unlink()
    (tree.folder / "deep/er/b.html").rename(tree.folder / "kept.html")
    (tree.folder / "deep/er/b.html").symlink_to(tree.folder / "kept.html")

    assert Tree.opened(tree.folder, notes).hashes() == {}


def test_files_of_others_are_strange(tree: Tree, notes: Path) -> None:
    """What stands in the folder without being noted is seen, also in a new folder, and links."""
    (tree.folder / "deep" / "other.html").touch()
    (tree.folder / "new").mkdir()
    (tree.folder / "new" / "c.html").touch()
    (tree.folder / "link").symlink_to("a.html")

    assert Tree.opened(tree.folder, notes).strange == {"deep/other.html", "new/c.html", "link"}


NOT_WHOLE = ["", "{", "[]", "[1, 2]", '[{"a": 1}, {}]', '[{"a": {}}, {}]', "[[], []]", "\0"]


@pytest.mark.parametrize("text", [*NOT_WHOLE, "[" * 200_000], ids=len)
def test_notes_that_are_not_whole_are_none(tree: Tree, notes: Path, text: str) -> None:
    """A truncated or foreign note is no note: every file is strange then."""
    notes.write_text(text, encoding="utf-8")
    again = Tree.opened(tree.folder, notes)

    assert again.hashes() == {}
    assert again.strange == {"a.html", "deep/er/b.html"}


def test_a_note_is_not_believed_against_the_bytes(tree: Tree, notes: Path) -> None:
    """A note that names another hash for a file is found out as soon as the file is another."""
    lie = notes.read_text(encoding="utf-8").replace(hash_of(b"first"), hash_of(b"lie"))
    notes.write_text(lie, encoding="utf-8")
    (tree.folder / "a.html").write_bytes(b"third")

    assert Tree.opened(tree.folder, notes).hashes()["a.html"] == hash_of(b"third")


def test_only_what_is_wanted_stays(tree: Tree) -> None:
    """Files that are not wanted go, strange ones too, and so do folders that hold none."""
    (tree.folder / "strange.html").touch()
    again = Tree.opened(tree.folder, tree.folder / "no-notes")
    again.keep_only({"a.html": ""})

    assert [path.name for path in tree.folder.iterdir()] == ["a.html"]


def test_a_file_is_taken_from_another_tree(tree: Tree, tmp_path: Path, notes: Path) -> None:
    """A file taken from another tree has its bytes, and both trees still know it."""
    other = Tree(tmp_path / "other")
    other.folder.mkdir()
    other.take("deep/er/b.html", tree)
    tree.save(notes)

    assert (other.folder / "deep/er/b.html").read_bytes() == b"second"
    assert other.hashes() == {"deep/er/b.html": hash_of(b"second")}
    assert Tree.opened(tree.folder, notes).files == tree.files


@pytest.mark.parametrize("has_second_names", [True, False])
@pytest.mark.parametrize("there", ["file", "link", "folder", "file above", "link above"])
def test_what_bears_the_name_gives_way(
    tree: Tree,
    tmp_path: Path,
    there: str,
    *,
    has_second_names: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file is taken whatever stands in its place, and what that leads to stays as it was."""
    other = Tree(tmp_path / "other")
    place, kept = other.folder / "deep/er/b.html", tmp_path / "kept.html"
    place.parent.parent.mkdir(parents=True)
    kept.write_bytes(b"kept")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if there == "file above":
        place.parent.hardlink_to(kept)
    elif there == "link above":
        place.parent.symlink_to(elsewhere)
    else:
        place.parent.mkdir()
    if there == "file":
        place.hardlink_to(kept)
    elif there == "link":
        place.symlink_to(kept)
    elif there == "folder":
        (place / "more").mkdir(parents=True)
    if not has_second_names:
        monkeypatch.setattr(os, "link", no_second_names)

    other.take("deep/er/b.html", tree)

    assert place.is_file()
    assert not place.is_symlink()
    assert place.read_bytes() == b"second"
    assert place.samefile(tree.folder / "deep/er/b.html") is has_second_names
    assert kept.read_bytes() == b"kept"
    assert not [*elsewhere.iterdir()]


def no_second_names(source: str, target: str) -> None:
    """What a file system does that has no second names."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM), source, None, target)


def test_what_others_write_is_taken_in(tree: Tree, tmp_path: Path) -> None:
    """What was written after a moment is adopted, older strange files are not."""
    (tree.folder / "old.html").touch()
    mark = tmp_path / "mark"
    while True:  # the file system's clock ticks in steps
        mark.touch()
        mark.chmod(0o600)
        if mark.stat().st_ctime_ns > (tree.folder / "old.html").stat().st_ctime_ns:
            break
    (tree.folder / "new.html").write_bytes(b"new")
    (tree.folder / "a.html").write_bytes(b"changed")
    adopted = tree.adopt(mark.stat().st_ctime_ns)

    assert adopted == {"new.html": hash_of(b"new"), "a.html": hash_of(b"changed")}
    assert tree.strange == {"old.html"}


def test_a_file_gives_way_to_a_folder_and_back(tree: Tree) -> None:
    """A path that was a file can become a folder's, and the other way round."""
    put(tree, "a.html/inside.html", b"inside")
    put(tree, "deep", b"a file now")

    assert (tree.folder / "a.html" / "inside.html").read_bytes() == b"inside"
    assert (tree.folder / "deep").read_bytes() == b"a file now"


def test_nothing_outside_is_removed_or_written_through_a_link(
    tree: Tree, notes: Path, tmp_path: Path
) -> None:
    """A folder that a link has replaced is not entered; what it leads to stays as it is."""
    outside = tmp_path / "outside"
    (outside / "er").mkdir(parents=True)
    (outside / "er" / "b.html").write_bytes(b"precious")
    (tree.folder / "deep/er/b.html").unlink()
    (tree.folder / "deep/er").rmdir()
    (tree.folder / "deep").rmdir()
    (tree.folder / "deep").symlink_to(outside)
    again = Tree.opened(tree.folder, notes)
    assert again.hashes() == {"a.html": hash_of(b"first")}
    again.remove_links()
    put(again, "deep/er/b.html", b"new")
    again.keep_only({"a.html": "", "deep/er/b.html": ""})

    assert (outside / "er" / "b.html").read_bytes() == b"precious"
    assert not (tree.folder / "deep").is_symlink()


def test_notes_that_lead_out_are_not_believed(tree: Tree, notes: Path, tmp_path: Path) -> None:
    """Paths in a note that are none within the folder have no effect on what stands there."""
    victim, folder = tmp_path / "victim.txt", tmp_path / "victims"
    victim.touch()
    folder.mkdir()
    files, folders = json.loads(notes.read_text(encoding="utf-8"))
    for path in (str(victim), "../victim.txt", "a\0b"):
        files[path] = ["00", [0, 0, 0, 0]]
    folders["../victims"] = [0, 0, 0, 0]
    notes.write_text(json.dumps([files, folders]), encoding="utf-8")
    Tree.opened(tree.folder, notes).keep_only({"a.html": ""})

    assert victim.exists()
    assert folder.exists()
