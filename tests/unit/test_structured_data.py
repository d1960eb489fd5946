from __future__ import annotations

from factcheck.model.bounds import REVIEW_BYTES
from factcheck.reading.structured_data import Published, read_published

SCRIPT = '<script type="application/ld+json">{}</script>'


def published(text: str) -> Published:
    return read_published(text.encode(), "a.html", "ClaimReview")


def test_a_page_is_read_for_its_scripts() -> None:
    """Every script with the subject is read, whatever its case, order and number."""
    one = SCRIPT.format('{"@type": "ClaimReview", "n": 1}')
    two = one.replace('"n"', '"m"').replace(
        "application/ld+json", "Application/LD+JSON; charset=utf-8"
    )
    page = published(f"<!doctype html><title>x</title>{one}<p>text{two}")

    assert page.is_page
    assert [found.value.get("n") for found in page.values] == [1, None]
    assert page.problems == ()


def test_what_is_no_script_of_data_is_not_read() -> None:
    """Comments, other scripts and scripts about something else are passed over."""
    data = '{"@type": "ClaimReview"}'
    page = published(
        f"<html><!-- {SCRIPT.format(data)} --><script>var a = {data};</script>"
        f"{SCRIPT.format('{broken}')}<p>ClaimReview</p>"
    )

    assert (page.values, page.problems) == ((), ())


def test_a_fault_in_a_script_is_placed_in_the_page() -> None:
    """Line and column are those of the page, with any line ends."""
    broken = SCRIPT.format('\r\n{"@type": "ClaimReview",\r\n "a": }\r\n')
    (problem,) = published(f"<html>\r\n{broken}").problems

    assert (problem.line, problem.column, problem.code) == (4, 7, "json-syntax")


def test_a_page_tells_its_own_address() -> None:
    """The canonical link goes before Open Graph's address; without either there is none."""
    meta = '<meta property="og:url" content="https://example.org/b">'
    link = '<link rel="canonical" href=" https://example.org/a ">'

    assert published(f"<html>{meta}{link}ClaimReview").address == "https://example.org/a"
    assert published(f"<html>{meta}ClaimReview").address == "https://example.org/b"
    assert published("<html>ClaimReview").address == ""


def test_what_is_too_large_or_no_text_is_refused() -> None:
    """A file over its bound, in another encoding, or with NUL is told and not read."""
    codes = [
        [problem.code for problem in read_published(data, "a", "ClaimReview").problems]
        for data in (b" " * (REVIEW_BYTES + 1), '{"a": "é"}'.encode("latin-1"), b"{\0}")
    ]

    assert codes == [["review-bounds"], ["not-utf8"], ["not-utf8"]]


def test_an_empty_file_holds_nothing() -> None:
    """Nothing, or white space, is no data and no fault."""
    assert (published(" \n").values, published("").problems) == ((), ())
