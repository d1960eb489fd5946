"""
Hostile addresses in every field that holds one: refused where they stand, or harmless links.
"""

from __future__ import annotations

import json

import pytest
from factcheck.diagnostics import Severity
from factcheck.publishing.citation import ARCHIVE
from hostile.corpus import ADDRESSES, Entry, cases
from hostile.reader import BuiltSite
from hostile.sidecars import judged_address

REFUSED = [entry for entry in ADDRESSES if entry.refused]
HARMLESS = [entry for entry in ADDRESSES if not entry.refused]


@pytest.mark.parametrize("entry", cases(REFUSED, "address"))
def test_what_is_no_web_address_is_refused_in_every_field(entry: Entry) -> None:
    """Each field with such an address is refused as ``bad-address``, at its own line."""
    judged = judged_address(entry)
    problems = judged.read.problems

    assert {(problem.code, problem.severity) for problem in problems} == {
        ("bad-address", Severity.ERROR)
    }
    assert len({problem.line for problem in problems}) == len(problems) == fields(judged.sidecar)
    assert {problem.file for problem in problems} == {f"seeds/{judged.name}.verdict.yaml"}


def fields(sidecar: bytes) -> int:
    """Count the places of a sidecar in which the address stands."""
    text = sidecar.decode()
    address = text.split('"archived_url": ', 1)[1].split("\n", 1)[0]
    return text.count(f"{address}\n")


@pytest.mark.parametrize("entry", cases(HARMLESS, "address"))
def test_a_harmless_address_is_a_link_to_its_own_host(values: BuiltSite, entry: Entry) -> None:
    """What is let through is linked as it was written, to the host that it names, and acts not."""
    judged = judged_address(entry)
    assert [problem.message for problem in judged.read.problems] == []

    for path in (f"/checks/{judged.name}/", f"/checks/{judged.name}/first.html"):
        visit = values.visit(path)
        assert visit.faults == []
        assert entry.text in visit.portrait["links"]
        assert {
            host
            for href, host in visit.portrait["hosts"]
            if href.startswith("http")
            and href != "https://example.org/"
            # The page's own, where a reader has a copy of it kept.
            and not href.startswith(f"{ARCHIVE}https://example.org/checks/")
        } == {entry.host}


@pytest.mark.parametrize("entry", cases(HARMLESS, "data"))
def test_machines_are_told_the_address_as_it_is(values: BuiltSite, entry: Entry) -> None:
    """Structured data hold an address unchanged."""
    path = f"/checks/{judged_address(entry).name}/first.html"
    ruled, *_ = map(json.loads, values.visit(path).portrait["data"])
    claim = ruled["itemReviewed"]

    assert claim["firstAppearance"]["url"] == entry.text
    assert claim["appearance"][0]["url"] == entry.text
    assert claim["author"][0]["sameAs"] == entry.text
