"""
The same commit makes the same bytes, whoever builds it, wherever and whenever.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sandbox import ROOT, Sandbox, copy_project, differing, verdict

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"
BUILD = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py"]

#: What the environment may say of the machine and its user.
ENVIRONMENTS = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 4294967295": {"PYTHONHASHSEED": "4294967295"},
    "14 hours ahead": {"TZ": "Pacific/Kiritimati"},
    "11 hours behind": {"TZ": "Pacific/Pago_Pago"},
    "half an hour off": {"TZ": "America/St_Johns"},
    "a zone of its own": {"TZ": "XYZ-13:37"},
    "plain C": {"LC_ALL": "C", "LANG": "C"},
    "C without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "C.UTF-8": {"LC_ALL": "C.UTF-8"},
    "no home": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""},
    "another user's name": {"USER": "editor", "LOGNAME": "editor", "USERNAME": "editor"},
    "a narrow terminal": {"COLUMNS": "20", "TERM": "dumb"},
    "a wide one in colour": {"COLUMNS": "500", "NO_COLOR": "", "FORCE_COLOR": "1"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}

#: Commands that change what a process is given by the system.
SURROUNDINGS = {
    "private files": ["sh", "-c", 'umask 077 && exec "$@"', "sh"],
    "open files": ["sh", "-c", 'umask 000 && exec "$@"', "sh"],
    "as nobody": ["unshare", "--user"],
    "as root": ["unshare", "--user", "--map-root-user"],
}

LOCALES = {"Turkish": "UTF-8", "Turkish in eight bits": "ISO-8859-9"}

#: A sitecustomize that turns the clock on; what is left alone is found by the test below it.
CLOCK = """
import datetime, os, time

AHEAD = float(os.environ["SECONDS_AHEAD"])
genuine, instant, span = time.time, datetime.datetime, datetime.timedelta(seconds=AHEAD)
local, greenwich, clock = time.localtime, time.gmtime, time.clock_gettime

class Type(type):
    def __instancecheck__(cls, value):
        return isinstance(value, instant) if cls is Later else super().__instancecheck__(value)

class Later(instant, metaclass=Type):
    @classmethod
    def now(cls, tz=None):
        return instant.now(tz) + span

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)

datetime.datetime = Later
time.time = lambda: genuine() + AHEAD
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: greenwich(time.time() if seconds is None else seconds)
time.clock_gettime = lambda id_: clock(id_) + (AHEAD if id_ == time.CLOCK_REALTIME else 0)
"""

#: Prints the year that each way to ask the clock gives.
YEARS = """
import datetime, time
print(
    datetime.datetime.now().year,
    datetime.datetime.now(datetime.UTC).year,
    datetime.datetime.today().year,
    datetime.date.today().year,
    time.gmtime().tm_year,
    time.localtime().tm_year,
    time.gmtime(time.time()).tm_year,
    time.gmtime(time.time_ns() / 1e9).tm_year,
    time.gmtime(time.clock_gettime(time.CLOCK_REALTIME)).tm_year,
)
"""

#: A sitecustomize that lists every folder backwards.
BACKWARDS = """
import os

listdir, scandir = os.listdir, os.scandir

class Scan:
    def __init__(self, *path):
        with scandir(*path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        pass

os.listdir = lambda *path: sorted(listdir(*path), reverse=True)
os.scandir = Scan
"""

YEAR = 366 * 24 * 60 * 60


def customized(folder: Path, code: str, **environment: str) -> dict[str, str]:
    """The environment in which Python runs some code before anything else."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": str(folder), **environment}


def built(sandbox: Sandbox, *before: str, **environment: str) -> Path:
    done = sandbox.run([*before, *BUILD], **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return sandbox.output


def commit(folder: Path, date: str) -> None:
    """Commit everything in a folder at a time of one's choice."""
    git = ["git", "-C", str(folder), "-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    environment = {**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A specimen"]):
        subprocess.run([*git, *arguments], env=environment, check=True)


@pytest.fixture
def same(tmp_path: Path) -> Sandbox:
    """This project once more, in another folder than the site that it is compared with."""
    return copy_project(tmp_path / "a désk's folder", with_seeds=True)


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_environment_does_not_count(site: Path, same: Sandbox, name: str) -> None:
    """Hash seed, time zone, locale, home, user's name and terminal leave no trace on the site."""
    assert differing(site, built(same, **ENVIRONMENTS[name])) == []


@pytest.mark.parametrize("name", LOCALES)
def test_no_language_of_the_machine_counts(
    site: Path, same: Sandbox, tmp_path: Path, name: str
) -> None:
    """Under a Turkish locale, where i has another capital, the site is the same."""
    locale = f"tr_TR.{LOCALES[name]}"
    make = ["localedef", "-i", "tr_TR", "-f", LOCALES[name], str(tmp_path / locale)]
    if not shutil.which(make[0]) or subprocess.run(make, check=False).returncode:
        pytest.skip("this machine cannot make a locale of its own")
    environment = {"LOCPATH": str(tmp_path), "LC_ALL": locale}
    probe = "import locale; print(locale.setlocale(locale.LC_ALL, ''))"
    assert same.run([sys.executable, "-c", probe], **environment).stdout == f"{locale}\n"

    assert differing(site, built(same, **environment)) == []


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_user_and_the_umask_do_not_count(site: Path, same: Sandbox, name: str) -> None:
    """Whoever builds, and whoever may read what was built, the bytes are the same."""
    before = SURROUNDINGS[name]
    if subprocess.run([*before, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody be another user")

    assert differing(site, built(same, *before)) == []


def test_the_order_of_folders_does_not_count(site: Path, same: Sandbox, tmp_path: Path) -> None:
    """Where the system lists every folder backwards, the site is the same."""
    environment = customized(tmp_path / "backwards", BACKWARDS)
    listing = "import os; print(os.listdir(), [entry.name for entry in os.scandir()])"
    names = sorted((path.name for path in same.root.iterdir()), reverse=True)
    told = same.run([sys.executable, "-c", listing], **environment).stdout
    assert told == f"{names} {names}\n"

    assert differing(site, built(same, **environment)) == []


def test_the_order_in_which_files_came_does_not_count(site: Path, tmp_path: Path) -> None:
    """Files that were written last first make the same site."""
    for path in sorted(ROOT.glob("seeds/**/*"), reverse=True):
        target = tmp_path / "project" / path.relative_to(ROOT)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    sandbox = copy_project(tmp_path / "project")

    assert differing(site, built(sandbox)) == []


def test_what_was_built_before_does_not_count(site: Path, same: Sandbox) -> None:
    """Built twice, and built after another site stood there, the site is the same."""
    built(same)
    assert differing(site, built(same)) == []

    same.seed("specimen.txt", DOCUMENT, verdict("second line"))
    assert "checks/specimen/index.html" in differing(site, built(same))

    for path in same.root.glob("seeds/specimen.*"):
        path.unlink()
    assert differing(site, built(same)) == []


@pytest.mark.parametrize("ahead", [-20 * YEAR, YEAR, 50 * YEAR])
def test_the_clock_that_is_turned_is_every_clock(
    same: Sandbox, tmp_path: Path, ahead: int
) -> None:
    """The next tests' way to turn the clock turns it for whoever asks, by any name."""
    environment = customized(tmp_path / "clock", CLOCK, SECONDS_AHEAD=str(ahead))
    command = [sys.executable, "-c", YEARS]
    years = {int(year) for year in same.run(command, SECONDS_AHEAD="0").stdout.split()}
    turned = {int(year) for year in same.run(command, **environment).stdout.split()}

    assert len(years) == len(turned) == 1
    assert abs(turned.pop() - years.pop() - ahead // YEAR) <= 1


@pytest.mark.parametrize("ahead", [-20 * YEAR, YEAR, 50 * YEAR])
def test_a_commit_is_the_same_site_on_any_day(
    sandbox: Sandbox, tmp_path: Path, ahead: int
) -> None:
    """Years later a commit makes the site that it made on its day: what was due then is there."""
    for name, day in (("due", "2026-01-05"), ("not-due", "2026-01-07")):
        sidecar = verdict("second line", slug=name, status="scheduled")
        sidecar = sidecar.replace("published: 2026-01-05", f"published: {day}")
        sandbox.seed(f"{name}.txt", DOCUMENT, sidecar)
    commit(sandbox.root, "2026-01-06T00:30:00+14:00")
    on_its_day = tmp_path / "on its day"
    built(sandbox, SOURCE_DATE_EPOCH="").rename(on_its_day)
    clock = customized(tmp_path / "clock", CLOCK, SECONDS_AHEAD=str(ahead))

    assert differing(on_its_day, built(sandbox, **clock, SOURCE_DATE_EPOCH="")) == []
    assert (on_its_day / "checks" / "due").is_dir()
    assert not (on_its_day / "checks" / "not-due").exists()


def test_without_git_the_clock_decides_and_is_named(sandbox: Sandbox, tmp_path: Path) -> None:
    """Only outside git, and without SOURCE_DATE_EPOCH, the day of the build counts, as it says."""
    sidecar = verdict("second line", status="scheduled")
    sandbox.seed("specimen.txt", DOCUMENT, sidecar.replace("2026-01-05", "2060-01-05"))
    clock = customized(tmp_path / "clock", CLOCK, SECONDS_AHEAD=str(50 * YEAR))
    day = {"SOURCE_DATE_EPOCH": "", "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    page = Path("checks", "specimen", "index.html")

    assert not (built(sandbox, **day) / page).exists()
    done = sandbox.run(BUILD, **day, **clock)
    assert "the clock, because git tells of no commit" in done.stdout
    assert (sandbox.output / page).exists()


def test_every_way_to_name_a_day_makes_the_same_site(site: Path, same: Sandbox) -> None:
    """A commit of a day makes the site that SOURCE_DATE_EPOCH makes for that day."""
    commit(same.root, "2026-11-22T00:00:00+00:00")

    assert differing(site, built(same, SOURCE_DATE_EPOCH="")) == []


def test_every_date_on_the_site_is_the_desks(same: Sandbox, tmp_path: Path) -> None:
    """No file of the site holds a year that the desk did not write: no clock's, no build's."""
    clock = customized(tmp_path / "clock", CLOCK, SECONDS_AHEAD=str(50 * YEAR))
    output = built(same, **clock, SOURCE_DATE_EPOCH="3823459200")  # 2091-02-28
    written = years_in(same.root / "seeds") | years_in(same.root / "content")

    assert written >= {"2025", "2026"}
    assert "2091" not in written
    # The namespaces of XHTML, in the sitemap and in feeds, and of Atom have a year in their names.
    assert years_in(output) - written == {"1999", "2005"}


#: Sizes and offsets are numbers in JSON, and hashes have letters beside their digits.
NUMBER = re.compile(r'":\s*\d+(?=[,}\s])|#unrated-\d+-\d+')
WRITTEN = re.compile(r"(?<![0-9A-Za-z])(?:19|20)\d\d(?![0-9A-Za-z])")


def years_in(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*.*") if path.suffix not in {".png", ".sqlite"})
    texts = (NUMBER.sub("", path.read_bytes().decode("utf-8", "replace")) for path in files)
    return {year for text in texts for year in WRITTEN.findall(text)}


def test_an_empty_site_is_as_old_as_its_commit(sandbox: Sandbox, tmp_path: Path) -> None:
    """A feed without an entry was updated when the build says, not when the machine does."""
    first = tmp_path / "first"
    built(sandbox).rename(first)
    clock = customized(tmp_path / "clock", CLOCK, SECONDS_AHEAD=str(YEAR))

    assert differing(first, built(sandbox, **clock)) == []
    feeds = {path: path.read_text(encoding="utf-8") for path in first.rglob("feeds/**/*.atom.xml")}
    assert {
        f"{name}.atom.xml" for name in ("all", "es", "uk", "ar", "rulings", "corrections")
    } <= {path.name for path in feeds}
    assert [
        path
        for path, feed in feeds.items()
        if "<updated>2026-11-22T00:00:00+00:00</updated>" not in feed
    ] == []


def test_problems_are_told_in_the_same_words(tmp_path: Path) -> None:
    """Whatever the hash seed, the locale and the order of folders, a check tells the same."""
    sandbox = copy_project(tmp_path / "project")
    for case in sorted((ROOT / "tests" / "seeds_invalid").iterdir()):
        if (case / "seeds").is_dir():
            shutil.copytree(case / "seeds", sandbox.root / "seeds" / case.name)
    backwards = customized(tmp_path / "backwards", BACKWARDS)
    backwards["PYTHONPATH"] += f"{os.pathsep}{sandbox.root / 'plugins'}"
    environments = [ENVIRONMENTS["hash seed 0"], ENVIRONMENTS["hash seed 1"], backwards]
    environments += [ENVIRONMENTS["plain C"], ENVIRONMENTS["14 hours ahead"]]
    told = [sandbox.factcheck("check", "--format", "json", **env) for env in environments]

    assert {done.returncode for done in told} == {1}
    assert len({done.stdout for done in told}) == 1
    assert len(json.loads(told[0].stdout)) > 100
