"""
A build asks nobody for anything.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sandbox import ROOT, Sandbox, copy_project, differing

#: A sitecustomize that notes every connection, every look-up of a name and every program started.
NOTED = """
import os, sys

NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "urllib.Request")
LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
PROGRAMS = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork")
noting = []

def note(event, arguments):
    if event in NETWORK + LOOK_UPS + PROGRAMS and not noting:
        noting.append(event)
        with open(os.environ["NOTES"], "a") as notes:
            notes.write(f"{event} {arguments[0] if event in PROGRAMS and arguments else ''}\\n")
        noting.clear()

sys.addaudithook(note)
"""


def noted(sandbox: Sandbox, folder: Path, *command: str) -> list[str]:
    """Run a command and tell what it did outside its own process."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(NOTED, encoding="utf-8")
    notes = folder / "notes"
    notes.write_text("", encoding="utf-8")
    # Without SOURCE_DATE_EPOCH, so that git is asked too; in one process, so that all is heard.
    environment = {"PYTHONPATH": str(folder), "NOTES": str(notes), "SOURCE_DATE_EPOCH": ""}
    environment["FACTCHECK_JOBS"] = "1"
    done = sandbox.run([sys.executable, *command], **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return notes.read_text(encoding="utf-8").splitlines()


def test_the_way_to_note_a_connection_notes_it(sandbox: Sandbox, tmp_path: Path) -> None:
    """The next test's ear hears a connection, a look-up and a program."""
    code = (
        "import socket, subprocess\n"
        "subprocess.run(['true'])\n"
        "socket.getaddrinfo('localhost', 1)\n"
        "socket.socket().connect_ex(('127.0.0.1', 1))\n"
    )
    heard = noted(sandbox, tmp_path / "ear", "-c", code)

    assert heard == ["subprocess.Popen true", "socket.getaddrinfo ", "socket.connect "]


def test_a_build_connects_to_nothing_and_runs_git_alone(tmp_path: Path) -> None:
    """Building the whole site opens no connection, looks up no name, runs no program but git."""
    sandbox = copy_project(tmp_path / "project", with_seeds=True)
    heard = noted(sandbox, tmp_path / "ear", "-m", "pelican", "-s", "pelican.conf.py")

    assert set(heard) == {"subprocess.Popen git"}


def test_a_build_without_any_network_is_the_same(site: Path, tmp_path: Path) -> None:
    """On a machine without even a loopback the site is built, to the same bytes."""
    sandbox = copy_project(tmp_path / "project", with_seeds=True)
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody leave the network")
    done = sandbox.run([*alone, sys.executable, "-m", "pelican", "-s", "pelican.conf.py"])

    assert done.returncode == 0, done.stdout + done.stderr
    assert differing(site, sandbox.output) == []


def test_nothing_but_git_can_be_run_or_asked() -> None:
    """The network is one adapter's, which a single command asks, and only when it is typed."""
    telling = ("socket", "urllib.request", "http.client", "requests", "ftplib", "smtplib")
    telling += ("httpx", "httpcore", "factcheck.adapters.network", "factcheck.usecases.links ")
    network = {"adapters/network.py", "adapters/connecting.py", "usecases/links.py"}
    for path in (ROOT / "plugins" / "factcheck").rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        imported = [line for line in lines if line.startswith(("import ", "from "))]
        place = path.relative_to(ROOT / "plugins" / "factcheck").as_posix()
        found = any(f" {name}" in line for line in imported for name in telling)
        assert found == (place in network), path
        assert "subprocess" not in " ".join(imported) or path.name == "git.py"
