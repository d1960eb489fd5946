"""
What is installed is what was locked, byte for byte.

No test here asks the network: a folder plays the host of packages.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sandbox import ROOT

LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-fuzz.lock",
    "requirements-documents.lock",
)

#: A requirement as it stands in a lock, with its hashes.
LOCKED = re.compile(
    r"^(?P<line>[\w.-]+==[^\\\n]+?) \\\n(?P<hashes>(?:    --hash=[^\n]+\n)+)", re.MULTILINE
)
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def locked(name: str) -> dict[str, str]:
    """Each requirement of a lock, and its hashes as they stand there."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {found["line"]: found["hashes"] for found in LOCKED.finditer(text)}


def declared(groups: tuple[str, ...] = ()) -> list[Requirement]:
    """What pyproject.toml asks for."""
    told: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = list(told["project"]["dependencies"])
    for group in groups:
        lines += told["dependency-groups"][group]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_nothing_but_exact_versions_with_hashes(lock: str) -> None:
    """Every line of a lock is a comment, an exact version, or a SHA-256 that belongs to one."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    known = "".join(f"{line} \\\n{hashes}" for line, hashes in locked(lock).items())
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]

    assert "\n".join(lines) + "\n" == known
    for line, hashes in locked(lock).items():
        assert re.fullmatch(r"==[\w.+!]+", str(Requirement(line).specifier))
        assert all(HASH.fullmatch(hash_) for hash_ in hashes.splitlines())


def test_tests_run_with_what_is_published_with() -> None:
    """Whatever the site is built with stands in the other locks too, with the same hashes."""
    site, *others = map(locked, LOCKS)

    assert len(site) > 20
    for other in others:
        assert {line: other.get(line) for line in site} == site


@pytest.mark.parametrize(
    ("lock", "groups"), [*zip(LOCKS, [(), ("dev",), ("fuzz",), ("documents",)], strict=True)]
)
def test_no_lock_is_stale(lock: str, groups: tuple[str, ...]) -> None:
    """Each dependency that pyproject.toml names is locked at a version that it allows."""
    found: dict[str, list[Requirement]] = {}
    for line in locked(lock):
        requirement = Requirement(line)
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    for asked in declared(groups):
        versions = [str(one.specifier)[2:] for one in found[canonicalize_name(asked.name)]]
        assert all(asked.specifier.contains(version) for version in versions), asked


def test_nothing_is_installed_without_a_hash() -> None:
    """Every pip install in the Makefile and in the workflows demands hashes."""
    papers = [ROOT / "Makefile", *(ROOT / ".github").rglob("*.yml")]
    text = "".join(paper.read_text(encoding="utf-8") for paper in papers)
    installs = re.findall(r"pip install.*", text)

    assert len(installs) == 4
    assert all(" --require-hashes " in install for install in installs)


@dataclass(frozen=True)
class SetUp:
    """A project whose set-up takes packages from a folder, as from a host of packages."""

    root: Path

    @property
    def host(self) -> Path:
        return self.root / "host"

    def serve(self, name: str, version: str) -> str:
        """Put a small package on the host and return its hash."""
        stem = f"{name.replace('-', '_')}-{version}"
        wheel = self.host / f"{stem}-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as package:
            about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
            package.writestr(f"{stem}.dist-info/METADATA", about)
            kind = (
                "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            package.writestr(f"{stem}.dist-info/WHEEL", kind)
            package.writestr(f"{stem}.dist-info/RECORD", "")
        return hashlib.sha256(wheel.read_bytes()).hexdigest()

    def make(self, target: str, lock: str, text: str) -> subprocess.CompletedProcess[str]:
        """Run make with a lock of its own, and without any other host."""
        for name in LOCKS:
            (self.root / name).write_text(text if name == lock else "", encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key[:4] != "PIP_"}
        environment |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            ["make", target, f"PYTHON={sys.executable}"],
            cwd=self.root,
            env=environment | {"PIP_FIND_LINKS": str(self.host)},
            capture_output=True,
            text=True,
            check=False,
        )

    def installed(self, name: str) -> bool:
        """Whether anything of a package has arrived in the environment."""
        stem = name.replace("-", "_")
        return any((self.root / ".venv").glob(f"lib/python*/site-packages/{stem}-*"))

    def ended(self) -> list[str]:
        """The marks of set-ups that have ended well."""
        return [path.name for path in (self.root / ".venv").glob(".installed*")]


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> SetUp:
    set_up = SetUp(tmp_path_factory.mktemp("set-up"))
    set_up.host.mkdir()
    shutil.copy(ROOT / "Makefile", set_up.root)
    return set_up


#: The set-ups: what is typed, and the lock that it installs.
TARGETS = (("check", LOCKS[0]), ("lint", LOCKS[1]), ("fuzz", LOCKS[2]))


@pytest.mark.parametrize(("target", "lock"), TARGETS)
@pytest.mark.parametrize(
    ("change", "message"),
    [("altered", "do not match the hashes"), ("left out", "hashes are required")],
)
def test_a_hash_that_is_not_the_packages_ends_the_set_up(
    set_up: SetUp, target: str, lock: str, change: str, message: str
) -> None:
    """An altered hash in a lock, or none at all, ends make with a message, nothing installed."""
    name = f"{target}-{change.replace(' ', '-')}"
    hash_ = set_up.serve(name, "1.0")
    other = hash_[:-1] + ("1" if hash_[-1] == "0" else "0")
    line = f"{name}==1.0" if change == "left out" else f"{name}==1.0 --hash=sha256:{other}"
    before = set_up.ended()
    done = set_up.make(target, lock, f"{line}\n")

    assert done.returncode == 2
    assert message in " ".join(done.stderr.lower().split())
    assert not set_up.installed(name)
    assert set_up.ended() == before


@pytest.mark.parametrize(("target", "lock"), TARGETS)
def test_the_packages_own_hash_lets_the_set_up_end(set_up: SetUp, target: str, lock: str) -> None:
    """The same set-up, with the package's own hash in the lock, installs it."""
    name = f"{target}-own"
    before = set_up.ended()
    set_up.make(target, lock, f"{name}==1.0 --hash=sha256:{set_up.serve(name, '1.0')}\n")

    assert set_up.installed(name)
    assert set_up.ended() != before


def test_another_file_under_a_locked_name_is_refused(set_up: SetUp) -> None:
    """A host that gives other bytes for a package of the real lock ends the set-up."""
    line, hashes = next(iter(locked(LOCKS[0]).items()))
    name, version = line.split("==")
    set_up.serve(name, version)
    done = set_up.make("check", LOCKS[0], f"{line} \\\n{hashes}")

    assert done.returncode == 2
    assert "do not match the hashes" in " ".join(done.stderr.lower().split())
    assert not set_up.installed(name)
