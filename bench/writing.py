"""
Write a corpus in every form, each with what makes it a site: settings, templates, styles.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from bench.equal import CROWD, CROWDED, PEER
from bench.forms import eleventy, hugo, ours, pelican
from bench.plan import Plan, entry_of, planned
from bench.specimens import Corpus, Specimen

BENCH: Final = Path(__file__).resolve().parent
PROJECT: Final = BENCH.parent


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

    #: How many fact-checks it has for each of a corpus.
    times: float = 1.0

    def corpus(self, corpus: Corpus) -> Corpus:
        """
        Return what it is written from.
        """
        return corpus if self.times == 1 else Corpus(corpus.seed, int(self.times * corpus.size))


FORMS: Final = (
    Form("factcheck", ours.content, ("factcheck",), (("content/ratings.yaml", "content"),)),
    Form("hugo-nested", hugo.nested, ("hugo", "hugo-nested"), (("theme/static", "static/theme"),)),
    Form("hugo-flat", hugo.flat, ("hugo", "hugo-flat"), (("theme/static", "static/theme"),)),
    Form(PEER, hugo.pages, ("hugo", "hugo-pages"), (("theme/static", "static/theme"),)),
    Form(
        CROWD,
        hugo.nested,
        ("hugo", "hugo-nested"),
        (("theme/static", "static/theme"),),
        times=CROWDED,
    ),
    Form("eleventy", eleventy.content, ("eleventy",), (("theme/static", "static"),)),
    Form("pelican", pelican.content, ("pelican",), (("theme/static", "theme/static"),)),
)


def prepare(
    corpus: Corpus, folder: Path, names: Collection[str], remove: Callable[[Path], None]
) -> dict[str, Plan]:
    """
    See that a folder holds a corpus in some forms; write those that are not there already.

    Args:
        corpus: What to write.

        folder: Where it is; each form in a folder of its own, beside what it was written from.

        names: Of the forms.

        remove: Takes away what is there of another corpus.

    Returns:
        What each tool has to write, by the names of the forms.
    """
    made_of = {"seed": corpus.seed, "size": corpus.size, "bench": _own_hash()}
    plans = {name: _plan_of(folder, name, made_of) for name in names}
    lacking = [form for form in FORMS if form.folder in plans and not plans[form.folder]]
    for form in lacking:
        _stamp(folder, form.folder).unlink(missing_ok=True)
        remove(folder / form.folder)
    written = write(corpus, folder, lacking)
    for name, plan in written.items():
        stamp = json.dumps({"made of": made_of, "plan": asdict(plan)}) + "\n"
        _stamp(folder, name).write_text(stamp, encoding="utf-8")
    return {name: plan for name, plan in plans.items() if plan} | written


def write(corpus: Corpus, folder: Path, forms: Iterable[Form] = FORMS) -> dict[str, Plan]:
    """
    Write a corpus.

    Args:
        corpus: What to write.

        folder: Where; it need not be there yet.

        forms: In which forms.

    Returns:
        What each tool has to write, by the names of the forms.
    """
    of_size: defaultdict[int, list[Form]] = defaultdict(list)
    for form in forms:
        of_size[form.corpus(corpus).size].append(form)
    plans: dict[str, Plan] = {}
    for alike in of_size.values():
        plan = _write_alike(alike[0].corpus(corpus), folder, alike)
        plans |= {form.folder: plan for form in alike}
    return plans


def _write_alike(corpus: Corpus, folder: Path, forms: list[Form]) -> Plan:
    """Write the same fact-checks in several forms."""
    for form in forms:
        _lay_out(form, folder / form.folder)
    entries = []
    for specimen in corpus:
        entries.append(entry_of(specimen))
        for form in forms:
            for path, text in form.content(specimen):
                _write(folder / form.folder / path, text)
    return planned(entries)


def _plan_of(folder: Path, name: str, made_of: dict[str, object]) -> Plan | None:
    """Return what was planned when a form was written, if it was from the same."""
    stamp = _stamp(folder, name)
    if not stamp.is_file():
        return None
    told: dict[str, Any] = json.loads(stamp.read_text(encoding="utf-8"))
    return Plan(**told["plan"]) if told["made of"] == made_of else None


def _stamp(folder: Path, name: str) -> Path:
    """Return what says from what a form was written; it is written last."""
    return folder / f"{name}.json"


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
    names = ("words.py", "specimens.py", "plan.py", "equal.py", "writing.py")
    yield from (BENCH / name for name in names)
    yield from (BENCH / "forms").glob("*.py")
    folders = [
        BENCH / "frames",
        *(PROJECT / source for form in FORMS for source, _ in form.borrowed),
    ]
    for folder in folders:
        found = folder.rglob("*") if folder.is_dir() else iter([folder])
        yield from (path for path in found if path.is_file() and path.suffix != ".pyc")
