"""
Make a proof: a draft for a reporter, a lawyer, or the party that is asked for its reply.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from factcheck.diagnostics import Problem
from factcheck.model.registry import EMPTY
from factcheck.model.site import Project
from factcheck.publishing.addresses import check_path
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.proof import proof_view
from factcheck.reading.pairs import read_pair
from factcheck.usecases.mistyped import meant
from factcheck.usecases.pairing import find_pairs, open_pair
from factcheck.usecases.read import open_registry, open_scales

STYLE: Final = "proof/proof.css"


class CannotProof(Exception):  # noqa: N818 - the draft is not ready, the program is not at fault
    """The fact-check is not there, or has mistakes without which there is nothing to show."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        """Hold what is wrong."""
        self.problems = problems
        super().__init__(message)


def proof(project: Project, sidecar: str, reader: str, day: date) -> str:
    """
    Return a fact-check as one page that needs no other file.

    Args:
        project: Where it is.

        sidecar: The path of its sidecar within the project.

        reader: For whom it is; nobody, if it is empty.

        day: What counts as today.

    Raises:
        CannotProof: If there is none, or it cannot be read whole.
    """
    scales, problems = open_scales(project)
    known = {one.sidecar: one for one in find_pairs(project)[0]}
    paths = known.get(sidecar)
    pair, unread = open_pair(project.root, paths) if paths else (None, [])
    if scales is None or pair is None:
        asked = "" if paths else meant(sidecar, known)
        msg = f"there is no fact-check {sidecar} with a document beside it{asked}"
        raise CannotProof(msg, (*problems, *unread))
    registry, _ = open_registry(project)
    reading = read_pair(pair, scales, registry or EMPTY)
    check = reading.factcheck
    if check is None:
        msg = f"{sidecar} cannot be shown before these are mended"
        raise CannotProof(msg, reading.problems)
    templates = Templates(project.theme)
    maker = PageMaker(project.site, (), scales.default.id, templates.languages)
    edition = maker.editions.of(check.verdict.language)
    style = (project.theme / STYLE).read_text(encoding="utf-8")
    view = partial(proof_view, check, reader, day, style)
    page = maker(check_path(check.slug), "proof.html", view, edition)
    return templates.render(page.template, page.view, page.around)


def proof_path(sidecar: str) -> Path:
    """
    Return what to call a proof: it must not lie in the seeds, where it would be taken for one.
    """
    return Path(f"{Path(sidecar).name.removesuffix('.verdict.yaml')}.proof.html")
