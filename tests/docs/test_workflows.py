"""
What runs at GitHub runs nothing that can change under it, and may do no more than it must.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sandbox import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())

#: An action, the whole name of a commit, and the version that it has.
PINNED = re.compile(r"uses: ([\w-]+/[\w-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+")

#: Whoever uses this one puts a site on GitHub Pages, for which it must write.
DEPLOYS = "actions/deploy-pages@"

pytestmark = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    # Every scalar as written: "on" is no truth value here.
    workflow: dict[str, Any] = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506
    return workflow


def jobs(path: Path) -> list[dict[str, Any]]:
    return list(read(path)["jobs"].values())


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(path):
        yield from job["steps"]


def test_every_action_is_named_by_its_commit(path: Path) -> None:
    """A tag can be moved to other code, a commit cannot; one action has one commit everywhere."""
    text = path.read_text(encoding="utf-8")
    everywhere = "".join(other.read_text(encoding="utf-8") for other in WORKFLOWS)
    commits = dict(PINNED.findall(everywhere))

    assert "uses" not in {key for job in jobs(path) for key in job}
    assert len(PINNED.findall(text)) == len(re.findall(r"\buses\b", text)) > 0
    assert all(commits[action] == commit for action, commit in PINNED.findall(everywhere))


def test_only_the_job_that_deploys_may_write(path: Path) -> None:
    """All may read and no more, but for the job that puts the site in place and runs nothing."""
    assert set(read(path)["permissions"].values()) <= {"read", "none"}
    for job in jobs(path):
        uses = [step.get("uses", "") for step in job["steps"]]
        if any(action.startswith(DEPLOYS) for action in uses):
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert len(job["steps"]) == 1
        else:
            assert set(job.get("permissions", {}).values()) <= {"read", "none"}


def test_nothing_runs_with_rights_for_a_stranger(path: Path) -> None:
    """No workflow is started by a pull request with the project's own rights, or later for one."""
    assert set(read(path)["on"]) <= {"pull_request", "push"}


def test_no_secret_is_asked_for(path: Path) -> None:
    """Where there is no secret, no stranger's code can take one."""
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\bsecrets\b\s*[.:\[]", text)
    assert "github.token" not in text


def test_no_text_from_elsewhere_becomes_a_command(path: Path) -> None:
    """Titles, names of branches and the like are never written into a script."""
    for step in steps(path):
        assert "${{" not in step.get("run", "")
        assert "script" not in step.get("with", {})
    assert "${{ github.event" not in path.read_text(encoding="utf-8")


def test_no_credentials_are_left_in_the_folder(path: Path) -> None:
    """What was used to fetch the project is gone when its own commands run."""
    fetched = [step for step in steps(path) if "/checkout@" in step.get("uses", "")]

    assert fetched
    assert all(step["with"]["persist-credentials"] == "false" for step in fetched)


def test_what_asks_for_the_history_has_it(path: Path) -> None:
    """A job that tells silent changes fetches all commits, not the newest alone."""
    for job in jobs(path):
        runs = " ".join(step.get("run", "") for step in job["steps"])
        if "HISTORY=yes" in runs or "make publish" in runs:
            fetched = [step for step in job["steps"] if "/checkout@" in step.get("uses", "")]
            assert [step["with"]["fetch-depth"] for step in fetched] == ["0"]


def test_the_commands_are_those_that_people_type(path: Path) -> None:
    """Each script is one make command, and a hung one is ended."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, flags=re.MULTILINE))
    runs = [step["run"] for step in steps(path) if "run" in step]

    assert runs
    for run in runs:
        found = re.fullmatch(r"make ([a-z-]+)(?: [A-Z]+=\w+)*", run)
        assert found, run
        assert found[1] in targets
    assert all("timeout-minutes" in job for job in jobs(path))
