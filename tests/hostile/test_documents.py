"""
Hostile documents on the page: nothing of them acts, and no word of them is lost.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from factcheck.diagnostics import Severity
from hostile.corpus import DOCUMENTS, Entry, cases
from hostile.reader import BuiltSite, collapsed, types
from hostile.sidecars import PRIVATE, judged_document, pages

PUBLISHED = [entry for entry in DOCUMENTS if not entry.refused]
REFUSED = [entry for entry in DOCUMENTS if entry.refused]
DIRECTIONS = [entry for entry in PUBLISHED if entry.family == "bidirectional"]
#: What a page tells machines, whatever the document: of the fact-check, or of its claim.
ARTICLE = {"Organization": 2, "Article": 1, "Claim": 1}
REVIEW = dict.fromkeys(("ClaimReview", "Organization", "Claim", "Rating", "Article"), 1)
KINDS = {"Message", "VideoObject", "CreativeWork"}
#: What ends a line of a text file.
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
#: More marks than this on one letter are one sign.
MOST_MARKS = 8
#: What reorders or hides wherever it stands: direction, zero width, fillers, controls,
#: non-characters, and tags outside flags.
HIDING = (
    "(\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f)"
    "|[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\u3164\uffa0"
    "\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\U000e0000-\U000e007f"
    + "".join(chr(code) for code in range(0x110000) if code & 0xFFFE == 0xFFFE)
    + "]"
)


def hiding(entry: Entry) -> re.Pattern[str]:
    """Return what hides in a document; what does not is the pattern's group."""
    own = f"|[{entry.unseen}]" if entry.unseen else ""
    own += f"|[{entry.stacked}]+" if entry.stacked else ""
    return re.compile(HIDING + own)


def check_page(entry: Entry) -> str:
    """Return where the document's fact-check stands."""
    problems = judged_document(entry).read.problems
    assert [problem.message for problem in problems if problem.severity is Severity.ERROR] == []
    return f"/checks/{entry.name}/"


@pytest.mark.parametrize("entry", cases(PUBLISHED, "inert"))
def test_nothing_of_a_document_acts(documents: BuiltSite, entry: Entry) -> None:
    """With scripts on and no policy: nothing runs, loads, leads away or stands in for the site."""
    for path in pages(judged_document(entry)):
        assert documents.visit(path).faults == []


@pytest.mark.parametrize("entry", cases(PUBLISHED, "width"))
def test_no_document_widens_a_page(documents: BuiltSite, entry: Entry) -> None:
    """Long words break, and what cannot break makes no page wider than the window."""
    for path in pages(judged_document(entry)):
        portrait = documents.visit(path).portrait
        assert (portrait["widens"], bool(portrait["wide"])) == (False, entry.unbreakable)


@pytest.mark.parametrize("entry", cases(PUBLISHED, "words"))
def test_every_word_of_a_document_is_shown(documents: BuiltSite, entry: Entry) -> None:
    """Readers meet the document's words, and nothing that its own readers would not meet."""
    seed = documents.visit(check_page(entry)).seed

    assert [words for words in entry.sees if collapsed(words) not in seed] == []
    assert [words for words in entry.hides if words in seed] == []


@pytest.mark.parametrize(
    "entry", cases([entry for entry in PUBLISHED if entry.ending == ".txt"], "words")
)
def test_a_text_file_is_shown_line_by_line(documents: BuiltSite, entry: Entry) -> None:
    """Every line of a text file stands on the page character by character, but for what hides."""
    lines = documents.visit(check_page(entry)).portrait["lines"]

    text = entry.bytes.decode(entry.encoding).removeprefix("\ufeff")
    seen = hiding(entry)
    assert lines == [seen.sub(r"\1", line) for line in LINE_END.split(text) if line.strip()]


@pytest.mark.parametrize("entry", cases([e for e in PUBLISHED if e.ending == ".txt"], "hidden"))
def test_what_hides_in_a_text_is_shown_by_a_sign(documents: BuiltSite, entry: Entry) -> None:
    """Each character that cannot be seen and reorders or hides is a sign, and is warned of."""
    told = documents.visit(check_page(entry)).portrait["hidden"]
    text = entry.bytes.decode(entry.encoding).removeprefix("\ufeff")
    lines = [line for line in LINE_END.split(text) if line.strip()]

    seen = hiding(entry)
    hidden = [found.group() for line in lines for found in seen.finditer(line) if not found[1]]
    assert [title.split()[0] for title in told] == [
        str(len(signs)) if len(signs) > MOST_MARKS else f"U+{ord(signs[0]):04X}"
        for signs in hidden
    ]
    assert [problem.code for problem in judged_document(entry).read.problems] == (
        ["hidden-character"] if hidden else []
    )


@pytest.mark.parametrize("entry", cases(PUBLISHED, "links"))
def test_a_document_links_to_whole_addresses_only(documents: BuiltSite, entry: Entry) -> None:
    """No link of a document leads into the site: each names a host, or is a mail address."""
    links = documents.visit(check_page(entry)).portrait["seedLinks"]

    assert [href for href in links if not re.match(r"https?://[^/\\?#]|mailto:", href)] == []


@pytest.mark.parametrize("entry", cases(DIRECTIONS, "order"))
def test_no_document_turns_words_around(documents: BuiltSite, entry: Entry) -> None:
    """Marks of direction in a document leave Latin letters in the order in which they stand."""
    assert documents.disorder(check_page(entry)) == []


@pytest.mark.parametrize("entry", cases(PUBLISHED, "data"))
def test_a_document_says_nothing_to_machines(documents: BuiltSite, entry: Entry) -> None:
    """The structured data of its pages are the site's own, whatever the document holds."""
    found = [documents.visit(path).portrait["data"] for path in pages(judged_document(entry))]

    expected = [ARTICLE, REVIEW][: len(found)]
    told = [[Counter(types(json.loads(data))) for data in page] for page in found]
    assert [page[0] - Counter(KINDS) for page in told] == expected
    assert [page[1:] for page in told] == [
        [dict.fromkeys(("ListItem", "Thing"), steps) | {"BreadcrumbList": 1}]
        for steps in range(2, 2 + len(found))
    ]


@pytest.mark.parametrize("entry", cases(REFUSED, "refused"))
def test_what_cannot_be_read_is_refused_where_it_stands(entry: Entry) -> None:
    """A document that is no readable text is refused by its code, in its file, at a place."""
    problems = judged_document(entry).read.problems

    assert [problem.code for problem in problems] == [entry.refused]
    assert problems[0].file == f"seeds/{entry.file}"
    assert problems[0].severity is Severity.ERROR
    assert min(problems[0].line, problems[0].column) >= 1


def test_documents_decide_no_path(documents: BuiltSite) -> None:
    """The output holds two pages for each document, and else what any site holds."""
    expected = {
        f"checks/{entry.name}/{page}"
        for entry in PUBLISHED
        if judged_document(entry).is_sound
        for page in ("index.html", "first.html")
    }
    found = {path for path in files(documents.output) if path.startswith("checks/")}
    assert {path for path in found if path.endswith(".html")} == expected
    # What stands beside pages is called as they are, or as no claim can be.
    named = {path.removesuffix(".html") for path in expected}
    beside = {path for path in found - expected if path.rpartition(".")[0] not in named}
    assert {path.rpartition("/")[2] for path in beside} <= {"annotations.jsonld"}
    assert "secret.txt" not in {Path(path).name for path in files(documents.output)}


def test_no_file_is_drawn_in(documents: BuiltSite) -> None:
    """Nothing that a document names is read: a file in reach of the build stays private."""
    for path in documents.output.rglob("*.*"):
        assert PRIVATE.encode() not in path.read_bytes()


def files(folder: Path) -> list[str]:
    """Return the paths of all files below a folder."""
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
