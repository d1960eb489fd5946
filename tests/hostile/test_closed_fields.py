"""
Hostile values in the fields that hold no free text: what decides paths, ids and attributes.
"""

from __future__ import annotations

from typing import Any

import pytest
from factcheck.diagnostics import Severity
from hostile.sidecars import dumped, judged, plain

#: Values that would leave their place if a path, an id or an attribute were made of them.
VALUES = (
    "../../stolen",
    "..",
    "/etc/passwd",
    "C:\\windows",
    "a/../../b",
    "a\\b",
    "a b",
    "a.html",
    "index.html",
    '" onload="alert(1)',
    "'><script>alert(1)</script>",
    "x onclick=alert(1)",
    "{{ 7 * 7 }}",
    "{attach}/secret.txt",
    "a\u0000b",
    "a\r\nSet-Cookie: a=b",
    "a\n",
    "\u202egpj",
    "a\u200bb",
    "\u0430bc",
    "\uff41bc",
    "\u017fcript",
    "A",
    "-a",
    "a--b",
    "a%2fb",
    "a?b#c",
    "__proto__",
    "x" * 300,
)
#: Where such fields stand, and the code that refuses what does not fit.
FIELDS = (
    (("slug",), "bad-slug"),
    (("former_slugs", 0), "bad-slug"),
    (("translation_of",), "bad-slug"),
    (("claims", 0, "id"), "bad-slug"),
    (("claims", 0, "same_as"), "bad-slug"),
    (("groups", 0, "id"), "bad-slug"),
    (("groups", 0, "claims", 0), "bad-slug"),
    (("claims", 0, "evidence", 0, "work"), "bad-slug"),
    (("language",), "bad-language"),
    (("document", "language"), "bad-language"),
    (("claims", 0, "quote_translation", "language"), "bad-language"),
    (("claims", 0, "evidence", 0, "language"), "bad-language"),
    (("published",), "bad-date"),
    (("document", "published"), "bad-date"),
    (("claims", 0, "claimed"), "bad-date"),
    (("claims", 0, "as_of"), "bad-date"),
    (("claims", 0, "review_by"), "bad-date"),
    (("changes", 0, "date"), "bad-date"),
    (("scale",), "bad-value"),
    (("document", "sha256"), "bad-value"),
    (("sample",), "bad-flag"),
    (("claims", 0, "media", 0, "start"), "bad-number"),
    (("status",), "not-in-list"),
    (("document", "kind"), "not-in-list"),
    (("document", "display"), "not-in-list"),
    (("document", "link"), "not-in-list"),
    (("claims", 0, "prominence"), "not-in-list"),
    (("claims", 0, "claimant", "type"), "not-in-list"),
    (("claims", 0, "evidence", 0, "stance"), "not-in-list"),
    (("claims", 0, "evidence", 0, "kind"), "not-in-list"),
    (("claims", 0, "evidence", 0, "read"), "not-in-list"),
    (("claims", 0, "media", 0, "kind"), "not-in-list"),
    (("claims", 0, "media", 0, "category"), "not-in-list"),
    (("unrated", 0, "reason"), "not-in-list"),
    (("changes", 0, "kind"), "not-in-list"),
    (("claims", 0, "rating"), "unknown-rating"),
)


@pytest.mark.parametrize(("path", "code"), FIELDS, ids=str)
def test_what_decides_more_than_words_is_refused(path: tuple[str | int, ...], code: str) -> None:
    """Each hostile value is refused by the field's own code, at the line on which it stands."""
    plain_lines = set(dumped(whole()).decode().splitlines())
    for value in VALUES:
        sidecar = whole()
        part: Any = sidecar
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = value
        read = judged("specimen.txt", b"Quoted words.\nOther words.\n", sidecar)
        lines = read.sidecar.decode().splitlines()
        told = [problem for problem in read.read.problems if problem.code == code]

        assert read.read.factcheck is None, value
        assert told, (value, read.read.problems)
        assert told[0].severity is Severity.ERROR
        assert lines[told[0].line - 1] in set(lines) - plain_lines


def whole() -> dict[str, Any]:
    """Return a sound sidecar with a part of every kind."""
    sidecar = plain("specimen", "Quoted words")
    sidecar |= {
        "former_slugs": ["former"],
        "groups": [{"id": "only", "title": "A group", "claims": ["first"]}],
        "unrated": [{"quote": "Other words", "reason": "vague"}],
        "changes": [{"date": "2026-01-06", "kind": "minor", "text": "A change."}],
    }
    sidecar["claims"][0] |= {
        "quote_translation": {"text": "Words", "language": "fr"},
        "claimant": {"name": "Somebody", "type": "person"},
        "evidence": [{"title": "A work", "stance": "context", "finding": "It says so."}],
        "media": [{"kind": "video", "category": "StagedContent"}],
    }
    return sidecar


def test_the_sidecar_around_them_is_sound() -> None:
    """Without a hostile value nothing is refused, so each refusal above is the value's own."""
    assert judged("specimen.txt", b"Quoted words.\nOther words.\n", whole()).read.problems == ()
