"""
How the parts of a document stand in a twin.
"""

from __future__ import annotations

from textwrap import dedent

import pytest
from factcheck.model.scale import Scales
from factcheck.publishing.addresses import Record, check_path
from factcheck.publishing.markdown.documents import document_in_markdown
from factcheck.publishing.markdown.writing import Place
from factcheck.publishing.numbering import numbered
from factcheck.publishing.views.document import document_view
from factcheck.reading.pairs import Pair, read_pair
from specimens import SITE, scales

HEAD = """\
title: A specimen
slug: specimen
status: published
language: en
published: 2026-01-05
authors: [Desk]
summary: A specimen for a test.
document: {{kind: message, display: {display}}}
claims:
"""
CLAIM = """\
  - id: c-{number}
    quote: '{quote}'
    claim: It says so.
    rating: unproven
    reason: Nothing was looked for.
"""
RULING = "[Claim {0}: Unproven](https://example.org/checks/specimen/#claim-c-{0})"


@pytest.fixture(scope="module")
def found() -> Scales:
    return scales()


def written(
    found: Scales, text: str, *quotes: str, name: str = "x.md", display: str = "full"
) -> str:
    """Return what stands in the quotation of a document."""
    claims = [CLAIM.format(number=at, quote=quote) for at, quote in enumerate(quotes, start=1)]
    sidecar = (HEAD.format(display=display) + "".join(claims)).encode()
    reading = read_pair(Pair(name, dedent(text).encode(), "x.verdict.yaml", sidecar), found)
    check = reading.factcheck
    assert check, reading.problems
    record = Record(SITE, check_path(check.slug), found.default.id)
    view = document_view(check, numbered(check), record)
    lines = document_in_markdown(view, Place.of(record)).splitlines()
    return "\n".join(line[2:] for line in lines if line.startswith(">"))


def test_a_quote_stands_between_its_signs(found: Scales) -> None:
    """A quote is followed by a link to its ruling; one within another by a link of its own."""
    text = "The old bridge has four arches.\n"

    assert written(found, text, "bridge has four", "four") == (
        f"The old ⟦bridge has ⟦four⟧{RULING.format(1)}⟧{RULING.format(2)} arches."
    )


def test_blocks_stay_what_they_are(found: Scales) -> None:
    """Headings, lists, quotations, code and tables stand as such within the quotation."""
    text = """\
        # A title

        Words.

        - one
          - two
        - three

        > said

        ```
        <b> `code`
        ```

        1. first
        """

    assert written(found, text, "Words") == dedent(
        f"""\
        ### A title

        ⟦Words⟧{RULING.format(1)}.

        - one
          - two
        - three

        > said

        ```
        <b> `code`
        ```

        - 1\\. first"""
    )


def test_what_is_left_out_is_shown(found: Scales) -> None:
    """Of excerpts stand the sentences around quotes, and a sign for what is between them."""
    text = "One line is here.\n\nA second line.\n\nA third line.\n"

    assert written(found, text, "second", display="excerpts") == (
        f"\\[…\\]\n\nA ⟦second⟧{RULING.format(1)} line.\n\n\\[…\\]"
    )
    assert written(found, text, "second", display="none") == ""


def test_what_a_document_says_means_nothing(found: Scales) -> None:
    """Signs of a plain text are signs, also where a quote parts them; what hides is shown."""
    text = "# a [b](https://c.example) 1. <i>\n\n1. d\n\ne \u202ef\n"

    assert written(found, text, "b](https", name="x.txt") == (
        "\\# a \\[⟦b\\](https⟧"
        + RULING.format(1)
        + "\\://c.example) 1. \\<i>\n\n1\\. d\n\ne \\[RLO\\]f"
    )


def test_a_link_of_the_document_stays_one(found: Scales) -> None:
    """A link leads where it did; the words around it keep their spaces."""
    text = "See [the list](https://example.org/a_b) and more.\n"

    assert written(found, text, "and more") == (
        f"See [the list](https://example.org/a_b) ⟦and more⟧{RULING.format(1)}."
    )
