from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from factcheck.doors.terminal import main
from sandbox import ROOT

EXAMPLES = ROOT / "tests" / "reviews_invalid"
TODAY = ("--today", "2026-11-23")


def lint(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    told = ["lint-claimreview", *TODAY, *map(str, arguments)]
    return CliRunner().invoke(main, told, input=stdin)


def test_an_error_is_told_with_its_place_and_its_mend() -> None:
    """A file with an error is told with line, caret and mend, and ends with exit code 1."""
    result = lint(EXAMPLES / "scale-reversed.json")
    lines = result.output.splitlines()

    assert result.exit_code == 1
    assert ":31:19: scale-reversed: reviewRating.bestRating: the best number is 1" in lines[0]
    assert lines[1:3] == ['  31 |     "bestRating": 1,', "     |                   ^"]
    assert lines[-2:] == ["One error, no warnings.", "Checked: one ClaimReview in one file."]


def test_warnings_do_not_fail_and_notes_are_asked_for() -> None:
    """Only errors end with exit code 1; notes are counted always, and told if asked for."""
    warned, noted = EXAMPLES / "text-space.json", EXAMPLES / "number-text.json"

    assert lint(warned).exit_code == 0
    assert "warning: text-space" in lint(warned).output
    assert lint(noted).output.splitlines() == [
        "No errors, no warnings, one note.",
        "Checked: one ClaimReview in one file.",
    ]
    assert "note: number-text" in lint(noted, "--notes").output


def test_what_comes_through_a_pipe_is_checked() -> None:
    """Standard input is read as a file is, whatever it holds."""
    result = lint("-", stdin=(EXAMPLES / "json-line-break.html").read_bytes())

    assert result.exit_code == 1
    assert result.output.startswith("-:11:33: json-line-break: ")


def test_a_folder_is_looked_through(tmp_path: Path) -> None:
    """Pages and JSON below a folder are checked; what names no review is passed over."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.HTML").write_bytes((EXAMPLES / "url-page.html").read_bytes())
    (tmp_path / "c.json").write_text("{broken", encoding="utf-8")
    (tmp_path / "d.txt").write_text('{"@type": "ClaimReview"}', encoding="utf-8")
    result = lint(tmp_path)

    assert result.exit_code == 1
    assert result.output.startswith(f"{tmp_path}/a/b.HTML:10:10: url-page: ")
    assert "Checked: one ClaimReview in one file." in result.output


def test_nothing_to_check_is_an_error(tmp_path: Path) -> None:
    """A folder or a file without any review is told, for somebody expected one."""
    (tmp_path / "a.html").write_text("<p>Nothing", encoding="utf-8")

    assert [lint(path).exit_code for path in (tmp_path, tmp_path / "a.html")] == [1, 1]
    assert "review-missing" in lint(tmp_path).output


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """What cannot be read is a wrong command, and no traceback."""
    result = lint(tmp_path / "missing.json")

    assert result.exit_code == 2
    assert "missing.json" in result.output


#: The fourteen errors seen in what desks publish, each with the codes that tell it.
WILD = {
    "broken JSON": ("json-syntax",),
    "review in a graph": ("not-top-level",),
    "joined addresses": ("address-joined",),
    "address without its beginning": ("address-relative",),
    "address of another page or site": ("url-page", "url-host"),
    "link to the review itself": ("self-link",),
    "rating within the claim": ("claim-rated",),
    "rating without its word": ("label-missing",),
    "word with a prefix": ("label-prefixed",),
    "sentence for a word": ("label-sentence",),
    "reversed scale": ("scale-reversed", "label-reversed"),
    "-1 for all three numbers": ("number-placeholder",),
    "number outside its scale": ("number-outside",),
    "missing claimant": ("claimant-missing", "claimant-unnamed"),
}


@pytest.mark.parametrize("codes", WILD.values(), ids=WILD)
def test_each_error_seen_in_the_wild_is_found(codes: tuple[str, ...]) -> None:
    """In a file of its own each of the fourteen is told by its code, and nothing else is."""
    for code in codes:
        cases = [case for case in EXAMPLES.iterdir() if case.stem.split("--")[0] == code]
        for case in cases:
            result = lint(case, "--notes", "--format", "json")

            assert {one["code"] for one in json.loads(result.output)} == {code}, case.name

        assert cases, code


def test_the_papers_name_each_error_seen_in_the_wild() -> None:
    """docs/claimreview.md lists the fourteen, each with its codes."""
    page = (ROOT / "docs" / "claimreview.md").read_text(encoding="utf-8")
    section = page.split("## What desks publish")[1].split("\n## ")[0]
    rows = re.findall(r"^\d+\. .*?: (.*)$", section, re.MULTILINE)

    assert [tuple(re.findall(r"`([a-z-]+)`", row)) for row in rows] == [*WILD.values()]
    assert len(rows) == 14


def test_json_and_github_have_the_linters_codes() -> None:
    """Other tools get the same problems: a note is what GitHub calls a notice."""
    (record,) = json.loads(lint("--format", "json", EXAMPLES / "url-missing.json").output)
    notice = lint("--format", "github", "--notes", EXAMPLES / "number-text.json").output

    assert (record["code"], record["severity"]) == ("url-missing", "error")
    assert record["rule"] == "The review does not say on which page it stands."
    assert notice.startswith("::notice file=")


def test_no_terminal_obeys_what_was_published() -> None:
    """Controls and direction marks in a review are shown, not sent."""
    data = {"@type": "ClaimReview", "url": "\x1b[31m\u202e", "\x1b]0;x\x07": "\ud800"}
    output = lint("-", stdin=json.dumps(data).encode()).output

    assert not {"\x1b", "\x07", "\u202e", "\ud800"} & set(output)
    assert "\\u{1b}[31m" in output
