"""
A folder of the site, whose files are known by the hash of their bytes.

What was noted of a file is believed only while the system still says the same of it: number, size,
both times. The time at which its entry was changed cannot be set by anybody, so a file that was
replaced or written to is always noticed; then its bytes decide, never the note.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final, NamedTuple

#: Digits of a hash; half of SHA-256's, which is beyond any accident.
DIGITS: Final = 32


class Stamp(NamedTuple):
    """
    What the system says of a file or folder.
    """

    inode: int
    size: int
    modified: int
    changed: int


class Known(NamedTuple):
    """
    A file whose bytes have been seen.
    """

    #: The first half of SHA-256, in hexadecimal digits.
    hash: str
    stamp: Stamp


class LeadsOut(ValueError):  # noqa: N818 - names the path
    """A path leads out of the folder."""


def hash_of(data: bytes) -> str:
    """
    Return the hash by which bytes are known.

    Most processors have SHA-256 built in by now, and then it takes half of the time of BLAKE2b.
    """
    return sha256(data).hexdigest()[:DIGITS]


def is_inside(path: str) -> bool:
    """
    Tell whether a path, with forward slashes, is one of a file within a folder.
    """
    parts = path.split("/")
    return "\\" not in path and "\0" not in path and {"", ".", ".."}.isdisjoint(parts)


def write_file(folder: str, path: str, data: bytes, held: str | None) -> Known | str:
    """
    Write a file as a new one: what stands there keeps its bytes under its other names.

    Args:
        folder: The tree's folder.

        path: Relative to it, with forward slashes.

        data: The file's bytes.

        held: The hash of bytes that need not be written.

    Returns:
        What is known of the new file; the hash alone, if nothing had to be written.

    Raises:
        LeadsOut: If the path is none within the folder.
    """
    if not is_inside(path):
        msg = f"{path!r} leads out of the output folder"
        raise LeadsOut(msg)
    told = hash_of(data)
    if told == held:
        return told
    file = _opened(folder, path)
    try:
        written = 0
        while written < len(data):
            written += os.write(file, data[written:] if written else data)
        return Known(told, stamp_of(os.fstat(file)))
    finally:
        os.close(file)


class Streamed(NamedTuple):
    """
    A file that was written piece by piece.
    """

    #: What is known of the new file; the hash alone, if what stood there was kept.
    known: Known | str

    #: In bytes.
    size: int

    #: In hexadecimal digits, as others name a file's bytes.
    sha256: str


def write_stream(folder: str, path: str, pieces: Iterable[bytes], held: str | None) -> Streamed:
    """
    Write a file that need not fit into memory: aside, then in its place by one step.

    Args:
        folder: The tree's folder.

        path: Relative to it, with forward slashes.

        pieces: The file's bytes.

        held: The hash of bytes that need not be written.

    Raises:
        LeadsOut: If the path is none within the folder.
    """
    aside = f"{path}.new"
    if not is_inside(path):
        msg = f"{path!r} leads out of the output folder"
        raise LeadsOut(msg)
    named, size = sha256(), 0
    try:
        with open(_opened(folder, aside), "wb") as file:
            for piece in pieces:
                file.write(piece)
                named.update(piece)
                size += len(piece)
        whole = named.hexdigest()
        told = whole[:DIGITS]
        if told == held:
            return Streamed(held, size, whole)
        _make_way(Path(folder), path)
        target = (Path(folder) / aside).replace(Path(folder) / path)
        return Streamed(Known(told, stamp_of(os.lstat(target))), size, whole)
    finally:
        (Path(folder) / aside).unlink(missing_ok=True)


@dataclass
class Tree:
    """
    A folder and what is known of its files.
    """

    folder: Path

    #: By path, relative to the folder, with forward slashes.
    files: dict[str, Known] = field(default_factory=dict)
    folders: dict[str, Stamp] = field(default_factory=dict)

    #: Files that nothing is known of.
    strange: set[str] = field(default_factory=set)

    #: Folders that are known to be there, and no links.
    _had: set[str] = field(default_factory=set, init=False, compare=False)

    @classmethod
    def opened(cls, folder: Path, notes: Path) -> Tree:
        """
        Return a tree with what was noted of it, as far as that is still true.

        Args:
            folder: The tree's folder; need not exist.

            notes: What ``save`` wrote; need not exist, nor be readable.
        """
        tree = cls(folder)
        files, folders = _read_notes(notes)
        if folder.is_dir() and not folder.is_symlink():
            tree._look(files, folders)
        return tree

    def remove_links(self) -> None:
        """
        Remove what is neither file nor folder: through a link, a build would write elsewhere.
        """
        for path in list(self.strange):
            if not S_ISREG(os.lstat(self.folder / path).st_mode):
                (self.folder / path).unlink()
                self.strange.discard(path)

    def hashes(self) -> dict[str, str]:
        """
        Return every known file's hash, by path.
        """
        return {path: known.hash for path, known in self.files.items()}

    def take(self, path: str, other: Tree) -> None:
        """
        Have the same file as another tree: a second name for it, or a copy where that cannot be.
        """
        source, target = other._at(path), self._at(path)
        known = other.files[path]
        self._have_folders_of(path)
        try:
            _link(source, self.folder, path)
        except OSError:
            _make_way(self.folder, path)  # never into a file that has other names
            shutil.copyfile(source, target)
            self.files[path] = Known(known.hash, stamp_of(os.lstat(target)))
        else:
            # A second name changes what the system says of the file under both.
            self.files[path] = other.files[path] = Known(known.hash, stamp_of(os.lstat(target)))

    def _have_folders_of(self, path: str) -> None:
        """
        Have the folders that a path leads through, each looked at once.

        Through a link in the place of one, a second name would stand elsewhere.
        """
        for above in reversed([*_parents(path)]):
            if above not in self._had:
                _be_folder(f"{self.folder}/{above}")
                self._had.add(above)

    def keep_only(self, paths: Mapping[str, object]) -> None:
        """
        Remove every file that is not among the paths, and every folder that holds none.
        """
        gone = [path for path in (*self.files, *self.strange) if path not in paths]
        for path in gone:
            (self.folder / path).unlink(missing_ok=True)
            self.files.pop(path, None)
            self.strange.discard(path)
        needed = {parent for path in paths for parent in _parents(path)}
        for path in sorted(self.folders.keys() - needed, reverse=True):
            if path:
                shutil.rmtree(self.folder / path, ignore_errors=True)

    def adopt(self, since: int) -> dict[str, str]:
        """
        Take in what others have written.

        Args:
            since: Only what was written after this moment counts, in nanoseconds.

        Returns:
            The hash of every file that was written by anybody since then, by path.
        """
        files, self.files = self.files, {}
        self.strange.clear()
        self._look(files, {})
        for path in list(self.strange):
            seen = self._seen(path, None)
            if seen and seen.stamp.changed >= since:
                self.files[path] = seen
                self.strange.discard(path)
        return {
            path: known.hash for path, known in self.files.items() if known.stamp.changed >= since
        }

    def save(self, notes: Path) -> None:
        """
        Note what is known.
        """
        folders = {"", *(parent for path in self.files for parent in _parents(path))}
        stamps = {path: stamp_of(os.lstat(self._at(path))) for path in sorted(folders)}
        data = json.dumps([self.files, stamps], separators=(",", ":"))
        notes.parent.mkdir(parents=True, exist_ok=True)
        aside = notes.with_suffix(".new")
        aside.unlink(missing_ok=True)  # never through a link
        with aside.open("x", encoding="utf-8") as file:
            file.write(data)
        aside.replace(notes)

    def _at(self, path: str) -> str:
        # Without pathlib, which takes longer than to ask the system. And without a slash at the
        # end, with which a link in the folder's place would be followed.
        return f"{self.folder}/{path}" if path else str(self.folder)

    def _look(self, files: Mapping[str, Known], folders: Mapping[str, Stamp]) -> None:
        """Look at every file that was noted, and into every folder that is not as it was noted."""
        for path in self._changed_folders(folders):
            self._look_into(path, files)
        for path, known in files.items():
            is_there = path.rpartition("/")[0] in self.folders
            if is_there and path not in self.files and (seen := self._seen(path, known)):
                self.files[path] = seen

    def _changed_folders(self, folders: Mapping[str, Stamp]) -> Iterator[str]:
        for path, stamp in folders.items():
            try:
                found = os.lstat(self._at(path))
            except OSError:
                continue
            now = stamp_of(found)
            if not S_ISDIR(found.st_mode) or not _stands_in(path, self.folders):
                continue
            if now == stamp:
                self.folders[path] = now
            else:
                yield path
        if "" not in folders:
            yield ""

    def _look_into(self, path: str, files: Mapping[str, Known]) -> None:
        waiting = [path]
        while waiting:
            inside = waiting.pop()
            self.folders[inside] = stamp_of(os.lstat(self.folder / inside))
            for entry in os.scandir(self.folder / inside):
                below = f"{inside}/{entry.name}" if inside else entry.name
                if entry.is_dir(follow_symlinks=False):
                    if below not in self.folders:
                        waiting.append(below)
                elif not entry.is_file(follow_symlinks=False) or below not in files:
                    self.strange.add(below)

    def _seen(self, path: str, known: Known | None) -> Known | None:
        try:
            found = os.lstat(self._at(path))
            stamp = stamp_of(found)
            if known and stamp == known.stamp:
                return known
            if not S_ISREG(found.st_mode):
                return None
            return Known(hash_of(Path(self._at(path)).read_bytes()), stamp)
        except OSError:
            return None


def _opened(folder: str, path: str) -> int:
    flags, target = os.O_WRONLY | os.O_CREAT | os.O_EXCL, f"{folder}/{path}"
    try:
        return os.open(target, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(target.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - ten times as fast
    except (FileExistsError, NotADirectoryError):
        _make_way(Path(folder), path)
    return os.open(target, flags, 0o666)


def _link(source: str, folder: Path, path: str) -> None:
    """Give a file a second name in a tree; whatever bears that name is removed."""
    target = f"{folder}/{path}"
    try:
        return os.link(source, target)
    except FileNotFoundError:
        os.makedirs(target.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - ten times as fast
    except (FileExistsError, NotADirectoryError):
        _make_way(folder, path)
    return os.link(source, target)


def _make_way(folder: Path, path: str) -> None:
    """Remove what stands at a path of a tree, also a folder, and files where its folders go."""
    _clear_above(folder, path)
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.unlink(missing_ok=True)


def _clear_above(folder: Path, path: str) -> None:
    """Remove links and files where the folders of a path go."""
    for above in reversed([*_parents(path)]):
        place = f"{folder}/{above}"
        if os.path.islink(place) or os.path.isfile(place):  # noqa: PTH113, PTH114 - much faster
            os.unlink(place)  # noqa: PTH108


def _be_folder(place: str) -> None:
    """Make a folder; a link or a file that stands there is removed."""
    try:
        os.mkdir(place)  # noqa: PTH102 - much faster
    except FileNotFoundError:
        os.makedirs(place)  # noqa: PTH103
    except FileExistsError:
        if os.path.islink(place) or not os.path.isdir(place):  # noqa: PTH112, PTH114 - much faster
            os.unlink(place)  # noqa: PTH108
            os.mkdir(place)  # noqa: PTH102


def _stands_in(path: str, folders: Mapping[str, Stamp]) -> bool:
    """Tell whether the folder above is one that was looked at: no link on the way."""
    return not path or path.rpartition("/")[0] in folders


def _parents(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def stamp_of(found: os.stat_result) -> Stamp:
    """
    Return what of the system's word is noted.
    """
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _read_notes(notes: Path) -> tuple[dict[str, Known], dict[str, Stamp]]:
    """Read what was noted; nothing, if it is not there or not whole."""
    try:
        files, folders = json.loads(notes.read_bytes())
        return (
            {
                path: Known(known[0], Stamp(*known[1]))
                for path, known in files.items()
                if is_inside(path)
            },
            {
                path: Stamp(*stamp)
                for path, stamp in sorted(folders.items())
                if not path or is_inside(path)
            },
        )
    except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return {}, {}
