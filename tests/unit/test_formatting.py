from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from factcheck.doors.terminal import main
from factcheck.reading.formatting import formatted
from factcheck.reading.layout import lay_out
from factcheck.reading.source import Source
from factcheck.reading.standard_form import Writer
from factcheck.reading.wrapping import WIDTH
from sandbox import Sandbox, copy_project
from specimens import DOCUMENT, SIDECAR, TRANSLATION, edited

TYPED = """\
# Asked of us by three readers.
# yaml-language-server: $schema=../schemas/verdict.schema.json
status: draft   # until Monday
title:    'The bridge: a specimen'
# Who wrote it.
authors:
- Desk

- Another desk   # since May


x_note: mine
claims:
-   claim: The bridge has four arches.
    # The number in the register.
    id: arches
    quote: {exact: arches,   prefix: four}
    evidence:
        -   finding: It counts four.
            # Seen in the reading room.
            work: survey
            # Ask again.
    explanation: |
            - one
              - two

summary: >-
  A text that is wrapped by hand
  stays as it is.
works:
    zeta: {title: The last}
    survey:
        publisher: The town
        title: A survey
# The end.
"""

STANDARD = """\
# Asked of us by three readers.
# yaml-language-server: $schema=../schemas/verdict.schema.json
title: 'The bridge: a specimen'
status: draft   # until Monday
# Who wrote it.
authors:
  - Desk

  - Another desk   # since May

x_note: mine

summary: >-
  A text that is wrapped by hand
  stays as it is.
works:
  zeta: {title: The last}
  survey:
    title: A survey
    publisher: The town
claims:
  # The number in the register.
  - id: arches
    quote: {exact: arches,   prefix: four}
    claim: The bridge has four arches.
    explanation: |
      - one
        - two
    evidence:
      # Seen in the reading room.
      - work: survey
        finding: It counts four.
        # Ask again.
# The end.
"""


def in_order(text: str) -> str:
    return formatted(Source("a.verdict.yaml", text)).text


def test_keys_stand_in_the_order_of_the_reference_and_comments_where_they_belong() -> None:
    """Keys are put in order, each with what stands above it; ids of works stay as they stand."""
    assert in_order(TYPED) == STANDARD


def test_once_is_enough() -> None:
    """What is in order stays as it is, to the byte."""
    assert in_order(STANDARD) == STANDARD


LONG = "The specimen counts the arches of the bridge, and then " + "counts them again, " * 5


@pytest.mark.parametrize(
    ("typed", "head"),
    [
        (f"summary: {LONG}rightly.", "summary: >-"),
        (f"summary: '{LONG}it''s right.'", "summary: >-"),
        (f'summary: "{LONG}\\"right\\"."  # so far', "summary: >-  # so far"),
        (f"summary: >\n  {LONG}rightly.", "summary: >"),
        (f"summary:\n  {LONG}rightly.", "summary: >-"),
    ],
)
def test_long_texts_are_wrapped_below_their_key(typed: str, head: str) -> None:
    """A person's words in a line that is too long go below the key, in lines that are not."""
    first, *lines = in_order(f"{typed}\n").splitlines()

    assert first == head
    assert len(lines) == 2
    assert all(line.startswith("  ") and len(line) <= WIDTH for line in lines)


@pytest.mark.parametrize(
    "typed",
    [
        "slug: " + "a-long-slug-" * 12 + "x",
        f'summary: "{LONG}\\ttab"',
        f'summary: "{LONG}\\u200b"',
        f'summary: " {LONG}"',
        f"explanation: |\n  {LONG}",
        f"topics: [{LONG}]",
        "document:\n  url: https://example.org/" + "a/" * 60,
        "x_own: " + LONG.strip(),
    ],
)
def test_what_cannot_be_wrapped_safely_stays_as_it_is(typed: str) -> None:
    """Addresses, lists, Markdown, escapes and the editor's own keys are not wrapped."""
    assert in_order(f"{typed}\n") == f"{typed}\n"


def test_a_file_keeps_its_ends_of_lines_and_its_mark() -> None:
    """A file from another system stays one of that system's."""
    typed = "\ufefftitle: b\r\nschema: 1\r\n"

    assert in_order(typed) == "\ufeffschema: 1\r\ntitle: b\r\n"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("{title: a, schema: 1}\n", "it is not a list of keys with values, a key a line"),
        ("---\ntitle: a\n", "it begins with ---"),
        ("? title\n: a\n", "on line 1 a key stands behind something else"),
        ("title: a\x85schema: 1\n", "the line ends in an uncommon way"),
    ],
)
def test_what_is_typed_in_a_way_that_nobody_needs_is_left_and_said(
    typed: str, reason: str
) -> None:
    """A file that is laid out strangely stays as it is, and the message says why."""
    told = formatted(Source("a", typed))

    assert (told.text, told.left) == (typed, ((1, reason),))


def test_spaces_that_are_text_stay() -> None:
    """A text that ends in spaces of its own keeps them, wherever it is put."""
    typed = "status: draft\nexplanation: |\n     one\n         \ntitle:    b\n"

    assert in_order(typed) == "title: b\nstatus: draft\nexplanation: |\n  one\n      \n"


def test_a_part_can_be_left_alone_while_the_rest_is_put_in_order() -> None:
    """What stands below one key stays as it was typed, and is moved whole."""
    lines = [
        "title:    b",
        "claims:",
        "-    claim:  x",
        "     # Here.",
        "     id: y",
        "schema:   1",
        "",
    ]
    root = lay_out("\n".join(lines), lines)

    told = Writer(lines, root, frozenset({1})).text()

    assert told == "schema: 1\ntitle: b\nclaims:\n-    claim:  x\n     # Here.\n     id: y\n"


@pytest.fixture
def project(tmp_path: Path) -> Sandbox:
    sandbox = copy_project(tmp_path)
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    return sandbox


def fmt(project: Sandbox, *arguments: str) -> Result:
    settings = str(project.root / "pelican.conf.py")
    return CliRunner().invoke(main, ["-s", settings, "fmt", *arguments])


def sidecar(project: Sandbox) -> Path:
    return project.root / "seeds" / "specimen.verdict.yaml"


UNORDERED = edited(
    SIDECAR, ("status: published\n", ""), ("authors:", "status: published\nauthors:")
)


def test_all_sidecars_are_put_in_order(project: Sandbox) -> None:
    """Without a path all are written, and told; a second time nothing is left to do."""
    sidecar(project).write_text(UNORDERED, encoding="utf-8")

    first, second = fmt(project), fmt(project)

    assert (first.exit_code, first.output.splitlines()) == (
        0,
        [
            "seeds/specimen.verdict.yaml: put in order",
            "One sidecar put in order.",
        ],
    )
    assert sidecar(project).read_text(encoding="utf-8") == SIDECAR
    assert (second.exit_code, second.output) == (
        0,
        "No sidecars put in order, 1 as they should be.\n",
    )


def test_check_writes_nothing_and_fails(project: Sandbox) -> None:
    """With --check what is not in order is told, exits with 1, and stays as it is."""
    sidecar(project).write_text(UNORDERED, encoding="utf-8")

    told = fmt(project, "--check")

    assert told.exit_code == 1
    assert "seeds/specimen.verdict.yaml: not in order" in told.output
    assert sidecar(project).read_text(encoding="utf-8") == UNORDERED


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("rating: true", "rating: flase", "unknown-rating"),
        ("authors:", "title: again\nauthors:", "yaml-duplicate-key"),
        ("quote: The bridge has four", "quote: The bridge has five", "quote-not-found"),
        ("status: published", "status: draft\nslug: [a", "yaml-syntax"),
        ("status: published", "status: draft\nwhat_is_known: Our #1 bridge", "text-cut"),
    ],
)
def test_a_sidecar_with_errors_is_left_untouched(
    project: Sandbox, old: str, new: str, code: str
) -> None:
    """What is wrong is told with its place, the file keeps every byte, and the exit code is 1."""
    broken = edited(UNORDERED, (old, new))
    sidecar(project).write_text(broken, encoding="utf-8")

    told = fmt(project)

    assert told.exit_code == 1
    assert f" {code}: " in told.output
    assert told.output.startswith("seeds/specimen.verdict.yaml:")
    assert sidecar(project).read_text(encoding="utf-8") == broken


def test_an_unfinished_draft_is_put_in_order(project: Sandbox) -> None:
    """What a draft still lacks does not keep it from being put in order."""
    draft = edited(UNORDERED, ("status: published", "status: draft"), ("language: en\n", ""))
    sidecar(project).write_text(draft, encoding="utf-8")

    assert fmt(project).exit_code == 0
    assert sidecar(project).read_text(encoding="utf-8").startswith("title: A specimen")


def test_a_translation_is_put_in_order(project: Sandbox) -> None:
    """A translation lacks nothing; what it translates stands on top."""
    path = project.root / "seeds" / "specimen.es.verdict.yaml"
    lines = TRANSLATION.splitlines(keepends=True)
    path.write_text("".join([*lines[1:], lines[0]]), encoding="utf-8")

    told = fmt(project, str(path))

    assert told.exit_code == 0, told.output
    assert path.read_text(encoding="utf-8").startswith("translation_of: specimen\ntitle: Un texto")


@pytest.mark.parametrize("path", ["seeds/specimen.txt", "pelican.conf.py", "nowhere.txt"])
def test_what_is_no_sidecar_is_not_understood(project: Sandbox, path: str) -> None:
    """Another file is named in a sentence, with exit code 2."""
    told = fmt(project, str(project.root / path))

    assert told.exit_code == 2
    assert "is no sidecar; its name ends in .verdict.yaml" in told.output


def test_a_sidecar_that_is_not_there_is_told(project: Sandbox) -> None:
    """A sidecar that cannot be read is a problem with its name."""
    told = fmt(project, str(project.root / "seeds" / "gone.verdict.yaml"))

    assert told.exit_code == 1
    assert "seeds/gone.verdict.yaml:1:1: document-format: this file cannot be read" in told.output
