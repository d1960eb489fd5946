from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
import specimens
from factcheck.model.site import Project
from factcheck.usecases.read import Contents, read_contents
from sandbox import ROOT, TODAY, Sandbox, copy_project

# Dates of a build come from here, never from the day on which the tests run.
os.environ["SOURCE_DATE_EPOCH"] = TODAY

# A shell that starts the tests in the background has them ignore Ctrl-C, and so would every
# program that they start, also where it is Ctrl-C that a test proves.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


#: What the project ships and a desk may remove: make clean-samples.
SAMPLES = ROOT / "seeds" / "samples"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is said of the shipped fact-checks where a desk has removed them."""
    if SAMPLES.is_dir():
        return
    gone = pytest.mark.skip(reason="the samples were removed: make clean-samples")
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if names & {"site", "contents"} or "content" in item.path.parts:
            item.add_marker(gone)


@pytest.fixture(scope="session")
def project() -> Project:
    """This project, as its settings describe it."""
    return specimens.project(ROOT, site=specimens.OWN_SITE)


@pytest.fixture(scope="session")
def contents(project: Project) -> Contents:
    """Everything that this project's seeds hold."""
    return read_contents(project)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's site, built once by plain pelican."""
    sandbox = copy_project(tmp_path_factory.mktemp("project"), with_seeds=True)
    done = sandbox.pelican()
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return sandbox.output


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    """A project without seeds, for a test to fill."""
    return copy_project(tmp_path)


@pytest.fixture
def build(sandbox: Sandbox) -> Callable[..., Path]:
    """Build the sandbox and return its output; fail with what was said if it does not build."""

    def run(**environment: str) -> Path:
        done = sandbox.pelican(**environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return sandbox.output

    return run
