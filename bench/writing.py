"""
Write a corpus in every form, each with what makes it a site: settings, templates, styles.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from bench.forms import eleventy, hugo, ours, pelican
from bench.plan import Plan, entry_of, planned
from bench.specimens import Corpus, Specimen

BENCH: Final = Path(__file__).resolve().parent
PROJECT: Final = BENCH.parent

#: Says what a folder was written from; written last.
STAMP: Final = "corpus.json"


@dataclass(frozen=True, slots=True)
class Form:
    """
    One tool's form of the corpus.
    """

    #: Its folder in the corpus.
    folder: str

    #: Gives a fact-check's files: path in the form's folder, and text.
    content: Callable[[Specimen], Iterator[tuple[str, str]]]

    #: The folders of ``frames/`` that it is laid out from, the later over the earlier.
    frames: tuple[str, ...]

    #: What it takes from the project itself: path there, path in the form's folder.
    borrowed: tuple[tuple[str, str], ...]


FORMS: Final = (
    Form("factcheck", ours.content, ("factcheck",), (("content/ratings.yaml", "content"),)),
    Form("hugo-nested", hugo.nested, ("hugo", "hugo-nested"), (("theme/static", "static/theme"),)),
    Form("hugo-flat", hugo.flat, ("hugo", "hugo-flat"), (("theme/static", "static/theme"),)),
    Form("eleventy", eleventy.content, ("eleventy",), (("theme/static", "static"),)),
    Form("pelican", pelican.content, ("pelican",), (("theme/static", "theme/static"),)),
)


def prepare(corpus: Corpus, folder: Path) -> Plan:
    """
    See that a folder holds a corpus in every form; write it unless it is there already.

    Args:
        corpus: What to write.

        folder: Where it is; whatever else stands there is removed.

    Returns:
        What every tool has to write.
    """
    stamp = folder / STAMP
    made_of = {"seed": corpus.seed, "size": corpus.size, "bench": _own_hash()}
    if stamp.is_file():
        told = json.loads(stamp.read_text(encoding="utf-8"))
        if told["made of"] == made_of:
            return Plan(**told["plan"])
    if folder.is_dir():
        shutil.rmtree(folder)
    plan = write(corpus, folder)
    told = {"made of": made_of, "plan": asdict(plan)}
    stamp.write_text(json.dumps(told) + "\n", encoding="utf-8")
    return plan


def write(corpus: Corpus, folder: Path) -> Plan:
    """
    Write a corpus in every form.

    Args:
        corpus: What to write.

        folder: Where; it need not be there yet.

    Returns:
        What every tool has to write.
    """
    for form in FORMS:
        _lay_out(form, folder / form.folder)
    entries = []
    for specimen in corpus:
        entries.append(entry_of(specimen))
        for form in FORMS:
            for path, text in form.content(specimen):
                _write(folder / form.folder / path, text)
    return planned(entries)


def _lay_out(form: Form, folder: Path) -> None:
    for frame in form.frames:
        shutil.copytree(BENCH / "frames" / frame, folder, dirs_exist_ok=True)
    for source, target in form.borrowed:
        own, place = PROJECT / source, folder / target
        if own.is_dir():
            shutil.copytree(own, place, dirs_exist_ok=True)
        else:
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(own, place)


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _own_hash() -> str:
    """Return the hash of everything that a corpus is written from."""
    digest = hashlib.sha256()
    for path in sorted(_own_files()):
        digest.update(path.relative_to(PROJECT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _own_files() -> Iterator[Path]:
    yield from (BENCH / name for name in ("words.py", "specimens.py", "plan.py", "writing.py"))
    yield from (BENCH / "forms").glob("*.py")
    folders = [
        BENCH / "frames",
        *(PROJECT / source for form in FORMS for source, _ in form.borrowed),
    ]
    for folder in folders:
        found = folder.rglob("*") if folder.is_dir() else iter([folder])
        yield from (path for path in found if path.is_file() and path.suffix != ".pyc")
