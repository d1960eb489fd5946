"""
Sidecars around hostile inputs: one text in every free-text field, one address in every address.

Every text field ends in a mark of its own (``§title``), so that a page can be asked whether each
field arrived whole and whether it swallowed what follows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from factcheck.reading.pairs import Pair, Reading, read_pair
from hostile.corpus import ANCHOR, VALUES, Entry
from sandbox import Sandbox
from specimens import scales

#: Where the fields of `holding` are to be seen, by their marks. Markdown stands apart: in it some
#: signs mean something.
BOTH_PAGES: Final = (
    *("title", "author", "second-author", "claim", "claim-reason", "alt", "media-note"),
    *("finding", "excerpt", "excerpt-translation", "locator", "work-title", "publisher"),
    *("interests", "place-title", "place-publisher", "place-interests", "quote"),
    *("quote-translation", "translator", "place-finding", "derived-title"),
)
CHECK_PAGE: Final = (
    *("reason", "summary", "topic", "selection", "person", "disclosure", "signoff", "outlet"),
    *("document-title", "document-author", "warning", "second-warning", "group", "note"),
    *("party", "channel", "statement", "change", "minor-change"),
)
CLAIM_PAGE: Final = ("name", "role", "second-name", "origin", "origin-role", "venue")
MARKDOWN_ON_BOTH: Final = ("explanation", "doubt")
MARKDOWN_ON_CHECK: Final = ("known", "method", "not-verified", "group-text")

SCALES: Final = scales()
#: How many texts one withdrawn fact-check holds.
MANY: Final = 20
#: What stands in a file within a build's reach that nobody means to publish.
PRIVATE: Final = "This file is nobody's to publish."


def dumped(data: object) -> bytes:
    """Write a sidecar: every text in double quotes on a line of its own, all of it ASCII."""
    own = json.loads(json.dumps(data))  # nothing stands twice, so YAML needs no aliases
    return yaml.dump(own, default_style='"', sort_keys=False, width=10_000).encode()


def plain(slug: str, quote: str, document: dict[str, str] | None = None) -> dict[str, Any]:
    """Return a small sidecar with nothing hostile in it."""
    claim = {"id": "first", "claim": "It says so.", "rating": "unproven", "reason": "None found."}
    return {
        "title": "A specimen",
        "slug": slug,
        "status": "published",
        "language": "en",
        "published": "2026-01-05",
        "authors": ["Desk"],
        "summary": "A specimen for a test.",
        "document": document or {"kind": "message"},
        "claims": [claim | ({"quote": quote} if quote else {})],
    }


def holding(value: str, slug: str) -> dict[str, Any]:
    """Return a sidecar with a text in every field that holds free text."""

    def t(mark: str) -> str:
        return f"{value} §{mark}"

    def m(mark: str) -> str:
        return f"{value}\n\n§{mark}"

    def work(mark: str) -> dict[str, str]:
        return {
            "title": t(f"{mark}-title"),
            "publisher": t("publisher" if mark == "work" else f"{mark}-publisher"),
            "interests": t("interests" if mark == "work" else f"{mark}-interests"),
        }

    evidence = {"stance": "context", "read": "excerpt"}
    return {
        "title": t("title"),
        "slug": slug,
        "former_slugs": [f"old-{slug}"],
        "status": "published",
        "language": "en",
        "published": "2026-01-05",
        "authors": [t("author"), t("second-author")],
        "signoffs": [{"name": t("signoff"), "role": "editor", "date": "2026-01-04"}],
        "topics": [t("topic"), "Plain"],
        "rating": "unproven",
        "reason": t("reason"),
        "summary": t("summary"),
        "what_is_known": m("known"),
        "selection": {"reason": t("selection")},
        "methodology": m("method"),
        "not_verified": m("not-verified"),
        "disclosures": [{"person": t("person"), "text": t("disclosure")}],
        "document": {
            "title": t("document-title"),
            "kind": "message",
            "outlet": t("outlet"),
            "author": t("document-author"),
            "content_warning": [t("warning"), t("second-warning")],
        },
        "works": {
            "listed": work("work") | {"derived_from": "source"},
            "source": {"title": t("derived-title")},
        },
        "groups": [
            {"id": "only", "title": t("group"), "claims": ["first"], "text": m("group-text")}
        ],
        "claims": [
            {
                "id": "first",
                "quote": t("quote"),
                "quote_translation": {
                    "text": t("quote-translation"),
                    "language": "fr",
                    "by": t("translator"),
                },
                "claim": t("claim"),
                "claimant": [
                    {"name": t("name"), "type": "person", "role": t("role")},
                    {"name": t("second-name"), "type": "organization"},
                ],
                "attributed_to": {
                    "name": t("origin"),
                    "type": "organization",
                    "role": t("origin-role"),
                },
                "venue": t("venue"),
                "rating": "unproven",
                "reason": t("claim-reason"),
                "explanation": m("explanation"),
                "not_verified": m("doubt"),
                "evidence": [
                    evidence
                    | {
                        "work": "listed",
                        "finding": t("finding"),
                        "excerpt": t("excerpt"),
                        "excerpt_translation": t("excerpt-translation"),
                        "locator": t("locator"),
                    },
                    evidence | work("place") | {"finding": t("place-finding")},
                ],
                "media": [
                    {
                        "kind": "image",
                        "category": "StagedContent",
                        "alt": t("alt"),
                        "note": t("media-note"),
                    }
                ],
            }
        ],
        "unrated": [{"quote": "Words to leave alone", "reason": "vague", "note": t("note")}],
        "right_of_reply": [
            {
                "party": t("party"),
                "date": "2026-01-04",
                "channel": t("channel"),
                "outcome": "replied",
                "statement": t("statement"),
            }
        ],
        "changes": [
            {"date": "2026-01-06", "kind": "correction", "text": t("change")},
            {
                "date": "2026-01-07",
                "kind": "minor",
                "claims": ["first"],
                "text": t("minor-change"),
            },
        ],
    }


def withdrawn(values: list[str], slug: str) -> dict[str, Any]:
    """Return a withdrawn fact-check that holds texts as reason, and the first one as title."""
    return plain(slug, "Words to leave alone") | {
        "title": f"{values[0]} §title",
        "status": "withdrawn",
        "withdrawn": {
            "date": "2026-01-08",
            "reason": "\n".join(f"{value} §{number}" for number, value in enumerate(values)),
        },
    }


def leading_to(address: str, slug: str) -> dict[str, Any]:
    """Return a sidecar with an address in every field that holds one."""
    where = {"url": address, "archived_url": address}
    sidecar = plain(slug, "Words to leave alone", {"kind": "message", **where})
    sidecar["works"] = {"listed": {"title": "A work", **where}}
    party = {"name": "Somebody", "type": "person", "same_as": [address]}
    evidence = {"stance": "context", "finding": "It says so."}
    sidecar["claims"][0] |= {
        "claimant": [party, party | {"name": "Another", "same_as": address}],
        "attributed_to": [party],
        "evidence": [
            evidence | {"work": "listed"},
            evidence | {"title": "In place", **where},
            evidence | {"title": "Only archived", "archived_url": address},
        ],
        "appearances": [address, "https://example.org/", address],
        "first_appearance": address,
        "media": [
            {"kind": "video", "category": "StagedContent", "url": address},
            {"kind": "image", "category": "StagedContent", "url": address},
        ],
    }
    return sidecar


@dataclass(frozen=True)
class Judged:
    """A hostile input in its sidecar, and what the generator says of the two."""

    file: str
    document: bytes
    sidecar: bytes
    read: Reading

    @property
    def name(self) -> str:
        """The fact-check's slug."""
        return self.file.rsplit(".", 1)[0]

    @property
    def is_sound(self) -> bool:
        """Whether it can be published; what a document hides is only warned of."""
        return self.read.factcheck is not None

    def seed(self, sandbox: Sandbox) -> None:
        """Write both files."""
        sandbox.seed(self.file, self.document, self.sidecar.decode())


@cache
def judged_document(entry: Entry) -> Judged:
    """Read a hostile document with a plain sidecar."""
    wordless = entry.alone and entry.quote not in entry.text
    quote, kind = ("", "video") if wordless else (entry.quote, "message")
    return judged(entry.file, entry.bytes, plain(entry.name, quote, {"kind": kind}))


@cache
def judged_value(entry: Entry) -> Judged:
    """Read a sidecar with a hostile text in every field."""
    document = f"{entry.text} §quote\n\nWords to leave alone.\n"
    return judged(f"{entry.name}.txt", document.encode(), holding(entry.text, entry.name))


@cache
def judged_address(entry: Entry) -> Judged:
    """Read a sidecar with a hostile address in every field."""
    name = f"address-{entry.name}"
    return judged(f"{name}.txt", b"Words to leave alone.\n", leading_to(entry.text, name))


def judged(file: str, document: bytes, data: dict[str, Any]) -> Judged:
    """Read a document with its sidecar, as a build does."""
    sidecar = dumped(data)
    stem = file.rsplit(".", 1)[0]
    pair = Pair(f"seeds/{file}", document, f"seeds/{stem}.verdict.yaml", sidecar)
    return Judged(file, document, sidecar, read_pair(pair, SCALES))


def pages(entry: Judged) -> tuple[str, ...]:
    """Return where a fact-check and its claim stand, as far as an input may show there."""
    check = f"/checks/{entry.name}/"
    is_plain = entry.name.startswith("withdrawn-") or ANCHOR.encode() in entry.document
    return (check,) if is_plain else (check, f"{check}first.html")


#: The lists that show what a sidecar holds, as folders of the site.
LISTS: Final = ("", "ratings/unproven/", "topics/", "claimants/")


def sheets(output: Path, folder: str) -> list[str]:
    """Return the addresses of all pages of a list."""
    found = sorted((output / folder).glob("page-*.html")) if (output / folder).is_dir() else []
    return [f"/{folder}", *(f"/{path.relative_to(output).as_posix()}" for path in found)]


def batches() -> list[list[Entry]]:
    """Return the texts that can be read, as many at a time as one withdrawal holds."""
    sound = [entry for entry in VALUES if judged_value(entry).is_sound]
    return [sound[at : at + MANY] for at in range(0, len(sound), MANY)]


def taken_back(number: int) -> Judged:
    """Return a withdrawn fact-check with one batch of texts."""
    texts = [entry.text for entry in batches()[number]]
    name = f"withdrawn-{number}"
    return judged(f"{name}.txt", b"Words to leave alone.", withdrawn(texts, name))
