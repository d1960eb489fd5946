"""
Documents that were made to do harm, begun as fact-checks.
"""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from factcheck.diagnostics import Severity
from factcheck.model import bounds
from factcheck.model.site import Project
from factcheck.reading.checkworthy import judge
from factcheck.usecases.beginning import Begun, CannotBegin, Wanted, begin
from factcheck.usecases.read import read_contents
from hypothesis import given
from hypothesis import strategies as st
from intake_cases import docx, pdf
from specimens import project

DAY = date(2026, 11, 23)
FACT = "The bridge cost 3 million euros in 1901."


def begun(
    root: Path, data: bytes, name: str = "-", *, whole: bool = True
) -> tuple[Project, Begun]:
    desk = project(root)
    return desk, begin(desk, Wanted(data, name, whole=whole), DAY)


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "-"),
        (b" \n\t", "-"),
        (b"\0" * 1000, "a.txt"),
        (bytes(range(256)) * 100, "a.txt"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a.png"),
        ("\u200b\u200b".encode(), "a.txt"),
        (b"\xff\xfe", "a.txt"),
        (b"x" * (bounds.DOCUMENT_BYTES + 1), "a.txt"),
        (b"x" * (bounds.LINE_CHARACTERS + 1), "a.txt"),
        (b"x\n" * (bounds.LINES + 1), "a.txt"),
        (b"<p>" * (bounds.HTML_TAGS + 1), "a.html"),
        (page("<script>alert(1)</script>"), "a.html"),
        (b"no PDF", "a.pdf"),
        (b"no DOCX", "a.docx"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_what_is_no_document_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, name: str
) -> None:
    """Binary, empty, too large, too long or too deep: nothing is written, and why is told."""
    with pytest.raises(CannotBegin) as refused:
        begun(tmp_path, data, name)

    assert str(refused.value)
    assert not list(tmp_path.rglob("*.*"))


@pytest.mark.parametrize(
    "data",
    [
        FACT + " and so on" * 4_000,
        "!!! ??? ... 111 222",
        "הגשר עלה 3 מיליון בשנת 1901. האם הוא ייפול?",
        "كلف الجسر ٣ ملايين سنة ١٩٠١. هل يسقط؟",
        "\u202eThe bridge\u202c cost \u200b3 million in 1901.",
        "Z" + "\u0301" * 500 + "algo cost 3 million in 1901.",
        "- a: b\n- *c\n- &d 3 million\n# e\n? f\n--- \n... \n%YAML 1.1\n",
        'He said: "it cost 3 million # no" and \\n {{ x }} <b>1901</b> \t tab.',
        "null\n\n~\n\ntrue\n\n1901",
        "'" * 200 + " 3 million",
        "TK: 3 million in 1901.",
        "a: b: c: 3 million | > - # 1901, {x: [y]}",
        "\N{PILE OF POO} 3 million \N{REGIONAL INDICATOR SYMBOL LETTER U} in 1901 \U000e0041.",
    ],
    ids=lambda text: repr(text[:24]),
)
def test_whatever_a_text_holds_the_draft_has_no_error(tmp_path: Path, data: str) -> None:
    """Repetition, one huge line, no sentences, any script, signs of YAML: both files pass."""
    desk, made = begun(tmp_path, data.encode())
    problems = read_contents(desk).problems

    assert not [one for one in problems if one.severity is Severity.ERROR]
    assert {one.code for one in problems} <= {"unwritten", "hidden-character"}
    assert made.claims > 0


@pytest.mark.parametrize(
    "data",
    [f"{FACT} " * 50, "\n".join([FACT] * 5_000), "word " * 9_000, "字" * 9_000, "x" * 40_000],
    ids=lambda text: repr(text[:24]),
)
def test_where_nothing_can_be_told_from_its_like_the_draft_says_so(
    tmp_path: Path, data: str
) -> None:
    """No claim is made up: the list is empty, which is a warning, and a remark says why."""
    desk, made = begun(tmp_path, data.encode())

    assert made.claims == 0
    assert {str(one.severity) for one in read_contents(desk).problems} == {"warning"}
    assert "can be quoted" in (desk.root / made.sidecar).read_text(encoding="utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=400))
def test_any_text_is_begun_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """There is no third way; and what was begun passes the check without an error."""
    root = tmp_path_factory.mktemp("desk")
    try:
        desk, _ = begun(root, text.encode())
    except CannotBegin as refused:
        assert str(refused)  # noqa: PT017 - either is well
        return
    assert not [one for one in read_contents(desk).problems if one.severity is Severity.ERROR]


def test_a_pages_scripts_and_words_nobody_sees_are_no_claims(tmp_path: Path) -> None:
    """What a reader of the page does not see is neither quoted nor claimed."""
    body = f"<script>var x = 'It cost 9 million euros.'</script><p>{FACT}</p><style>p{{}}</style>"
    desk, made = begun(tmp_path, page(body), "a.html")
    text = (desk.root / made.sidecar).read_text(encoding="utf-8")

    assert FACT in text
    assert "9 million" not in text


@pytest.mark.parametrize(
    "head",
    [
        '<title>x"\n  y: [1]\n# z</title>',
        '<meta name="author" content="a\nstatus: published">',
        '<meta property="og:url" content="javascript:alert(1)">',
        '<link rel="canonical" href="https://a b/<x>">',
        '<meta name="author" content="\u202eevil">',
        '<meta property="article:published_time" content="9999-99-99">',
        '<html lang="../../x">',
        '<script type="application/ld+json">{"@type": "Article", "author": [[[]]]}</script>',
        f'<script type="application/ld+json">{"[" * 5_000}</script>',
        f"<title>{'x' * 10_000}</title>",
    ],
    ids=lambda text: repr(text[:30]),
)
def test_what_a_page_tells_of_itself_decides_nothing_else(tmp_path: Path, head: str) -> None:
    """A head that tries to write other keys, addresses or dates leaves a draft without error."""
    desk, made = begun(tmp_path, page(f"<p>{FACT}</p>", head), "a.html")
    text = (desk.root / made.sidecar).read_text(encoding="utf-8")
    problems = read_contents(desk).problems

    assert {one.code for one in problems} == {"unwritten"}
    assert text.count("\nstatus: ") == 1
    assert "\nstatus: draft\n" in text
    assert "javascript:" not in text
    assert made.seed.startswith("seeds/")
    assert ".." not in made.seed


@pytest.mark.parametrize("name", ["../../x.txt", "con.txt", "a\nb.txt", "\u202e.txt", "." * 300])
def test_a_files_name_decides_no_path(tmp_path: Path, name: str) -> None:
    """Only letters, digits and hyphens reach the seeds."""
    _, made = begun(tmp_path, "字字字字字字字字字字字字字字 3".encode(), name)

    assert made.seed.removeprefix("seeds/").removesuffix(".txt").replace("-", "").isalnum()
    assert made.seed.isascii()


def test_a_link_in_the_place_of_the_seeds_is_not_followed_out(tmp_path: Path) -> None:
    """A link that has the document's name is no place to write to."""
    desk = project(tmp_path)
    outside = tmp_path / "outside.txt"
    desk.seeds.mkdir()
    (desk.seeds / "bridge.txt").symlink_to(outside)

    with pytest.raises(CannotBegin, match="is there already"):
        begin(desk, Wanted(FACT.encode(), "-", slug="bridge"), DAY)
    assert not outside.exists()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n" + b"garbage" * 100, "damaged"),
        (pdf()[:300], "damaged"),
        (pdf("").replace(b"() Tj", b"     "), "no text"),
    ],
    ids=["garbage", "cut", "scan"],
)
def test_a_broken_pdf_is_told(tmp_path: Path, data: bytes, reason: str) -> None:
    """A damaged PDF and one without text end with a sentence."""
    pytest.importorskip("pypdf")
    with pytest.raises(CannotBegin, match=reason):
        begun(tmp_path, data, "a.pdf")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04" + b"garbage" * 100, "damaged"),
        (docx()[:-100], "damaged"),
        (docx(more={"word/media/bomb": b"\0" * (bounds.DOCX_BYTES + 1)}), "unpacked"),
        (docx(more={"word/document.xml": b"<!DOCTYPE x><x/>"}), "damaged|no text"),
        (docx(""), "no text"),
    ],
    ids=["garbage", "cut", "bomb", "no document", "empty"],
)
def test_a_broken_docx_is_told(tmp_path: Path, data: bytes, reason: str) -> None:
    """A damaged file, one that unpacks to very much, and one without text end with a sentence."""
    pytest.importorskip("mammoth")
    with pytest.raises(CannotBegin, match=reason):
        begun(tmp_path, data, "a.docx")


def test_another_archive_is_no_docx(tmp_path: Path) -> None:
    """A zip file of another kind is told before any library is asked."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("x", "y")

    with pytest.raises(CannotBegin, match="no DOCX file"):
        begun(tmp_path / "desk", path.read_bytes(), "a.zip")


@given(st.lists(st.text(), max_size=5), st.sampled_from(["en", "uk", "zh", ""]))
def test_any_sentences_can_be_judged(sentences: list[str], language: str) -> None:
    """Each gets a score and a kind, whatever stands in it."""
    assert len(judge(sentences, language)) == len(sentences)
