# ruff: noqa: RUF001 - characters that look alike are what is tested
from __future__ import annotations

import unicodedata

import html5lib
import yaml
from factcheck.diagnostics import CODES, Problem
from factcheck.model.characters import deceiving
from factcheck.model.verdict import Quote, text_or_selector
from factcheck.reading import misquotes
from factcheck.reading.anchoring import Ground, places
from factcheck.reading.documents import FORMATS, read_document
from factcheck.reading.documents.scripting import without_noscript
from factcheck.reading.folding import fold
from factcheck.reading.ratings import read_scales
from factcheck.reading.registry import read_registry
from factcheck.reading.sidecar import read_sidecar
from factcheck.reading.source import LINE_END
from factcheck.usecases.lock import CannotLock, locked
from hypothesis import example, given, settings
from hypothesis import strategies as st
from soundness import assert_sound
from specimens import SIDECAR, document, scales

SCALES = scales()
thorough = settings(deadline=None, max_examples=150)

#: Letters, marks, white space and signs that quoting, folding and YAML care about.
SIGNS = "ab Eé\u0301\u0323\u00a0\u00ad\u200f“”\"'’–-—\t\n\r\u2028\u0085.#:[]{}&*!|>%@`<>\\한가🌳"
texts = st.text(alphabet=st.one_of(st.sampled_from(SIGNS), st.characters(codec="utf-8")))
prose = st.text(alphabet=st.sampled_from(SIGNS), min_size=1, max_size=60)
lines = SIDECAR.splitlines(keepends=True)
seen = prose.filter(lambda text: fold(text).text.strip())
#: A whole sidecar with some of its lines replaced by anything, repeated, moved or left out.
sidecars = st.lists(st.one_of(st.sampled_from(lines), texts), max_size=30).map("".join)


def sound(problems: tuple[Problem, ...]) -> bool:
    return all(
        problem.line >= 1 and problem.column >= 1 and problem.code in CODES for problem in problems
    )


@thorough
@given(st.one_of(texts, sidecars))
def test_any_text_is_a_sidecar_or_refused_at_a_place(text: str) -> None:
    """Whatever text stands in a sidecar, it is read or refused with places and known codes."""
    sidecar = read_sidecar(text.encode(), "a.verdict.yaml", SCALES)

    assert sidecar.verdict is not None or sidecar.problems
    assert sound(sidecar.problems)
    assert all(problem.line <= len(sidecar.source.lines) for problem in sidecar.problems)


@thorough
@given(st.sampled_from(lines), st.one_of(texts, st.sampled_from(["[a]", "{a: b}", "", "a #b"])))
def test_any_value_is_read_or_refused(line: str, value: str) -> None:
    """Whatever stands in the place of one line's value, nothing raises."""
    key = line.split(":", maxsplit=1)[0] if ":" in line else line.rstrip()
    text = SIDECAR.replace(line, f"{key}: {value}\n", 1)

    assert sound(read_sidecar(text.encode(), "a.verdict.yaml", SCALES).problems)


@thorough
@given(st.binary())
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"a: \xed\xa0\x80")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever bytes a file holds, each reader refuses it with places and known codes."""
    for name in FORMATS:
        _, problems = read_document(data, f"a{name}")
        assert sound(problems)
    assert sound(read_sidecar(data, "a.verdict.yaml", SCALES).problems)
    assert sound(read_scales(data, "ratings.yaml")[1])
    assert sound(read_registry(data, "registry.yaml")[1])


@thorough
@given(texts)
def test_text_file_keeps_every_character(text: str) -> None:
    """A text file's text is the document's, but for line ends and blank lines."""
    found, _ = read_document(text.encode(), "a.txt")
    kept = [line for line in LINE_END.split(text.removeprefix("\ufeff")) if line.strip()]

    if "\0" not in text:
        assert (found.text if found else "") == "\n".join(kept)


@thorough
@given(texts, st.sampled_from(sorted(FORMATS)))
def test_blocks_and_lines_are_sound(text: str, ending: str) -> None:
    """In every format blocks stand where they say, spans within them, and lines in the file."""
    found, _ = read_document(text.encode(), f"a{ending}")
    if found is None:
        return

    count = len(LINE_END.split(text))
    assert_sound(found, count)
    assert all(1 <= found.line_at(at) <= count for at in range(len(found.text)))


@thorough
@given(st.data())
def test_any_words_of_a_document_are_found(data: st.DataObject) -> None:
    """Whatever is copied from a document is found where it stands, and context chooses it."""
    text = data.draw(seen)
    whole = document(text).text
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    # Words begin and end with a letter or sign and its accents.
    words = whole[start:end].strip()
    start = whole.index(words, start) if words else start
    end = start + len(words)
    if not fold(words).text.strip() or (end < len(whole) and unicodedata.combining(whole[end])):
        return
    ground = Ground(document(text))

    found = places(ground, Quote.model_construct(exact=words))

    assert (start, end) in [(anchor.start, anchor.end) for anchor in found]


@thorough
@given(seen, seen.filter(lambda words: not any(deceiving(words))))
def test_every_misquote_is_told(text: str, words: str) -> None:
    """Whatever is looked for in whatever text, there is a message for what comes of it."""
    ground, quote = Ground(document(text)), Quote(exact=words)
    found = places(ground, quote)

    told = (
        misquotes.ambiguous(ground, quote, found, "a.txt")
        if found
        else misquotes.not_found(ground, quote, "a.txt")
    )

    assert all(told)


@thorough
@given(st.lists(st.sampled_from(["a", "b.", "“a”", "e\u0301", "-", "x: #'y'"]), min_size=2))
def test_pasted_context_chooses_its_place(words: list[str]) -> None:
    """Each context that is printed for a quote, read as YAML, finds exactly one place."""
    ground, quote = Ground(document(" ".join(words))), Quote(exact=words[0])
    found = places(ground, quote)
    _, hint = misquotes.ambiguous(ground, quote, found, "a.txt")
    pasted = [yaml.safe_load(line.split(": ", 1)[1]) for line in hint.splitlines()[1:]]

    quotes = [Quote.model_validate(text_or_selector(choice["quote"])) for choice in pasted]
    chosen = [places(ground, one) for one in quotes]

    assert all(len(anchors) == 1 and anchors[0] in found[:3] for anchors in chosen)


@thorough
@given(texts)
def test_folding_knows_the_way_back(text: str) -> None:
    """Folded characters stand for stretches of the original, in order and within it."""
    folded = fold(text)

    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    for at in range(len(folded.text)):
        start, end = folded.origin(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[folded.index(start)] in fold(text[start:end]).text


@thorough
@given(texts)
def test_folding_is_settled(text: str) -> None:
    """What is folded once changes no more, and equal writings fold alike."""
    folded = fold(text).text

    assert fold(folded).text == folded
    assert (
        fold(unicodedata.normalize("NFC", text)).text
        == fold(unicodedata.normalize("NFD", text)).text
    )


@thorough
@given(st.one_of(sidecars, texts))
def test_lock_changes_nothing_but_the_hash(text: str) -> None:
    """Any sidecar is locked once and for all, or refused with a sentence."""
    digest = "0123456789abcdef" * 4
    try:
        once = locked(text, digest, "a")
    except CannotLock:
        return

    assert locked(once, digest, "a") == once
    assert digest in once


#: What decides where a noscript element of a page begins and ends.
MARKUP = (
    *("<noscript>", '<NoScript a="b>">', "</noscript>", "</noscript x>", '<p title="', "'", '"'),
    *("<!--", "-->", "--!>", "<!-->", "<!x>", "<?y", "<script>", "</script>", "<textarea>", "a"),
    *("</textarea>", "<title>", "</title>", "<iframe>", "</iframe>", "<plaintext>", "</p>", "\n"),
    *("<svg>", "</svg>", "<svg/>", "<a href=", "=", ">", "<", "b "),
)


@thorough
@given(st.lists(st.sampled_from(MARKUP), max_size=14).map("".join))
@example('<noscript><p title="</noscript>after">')
@example("<script>'<noscript>'</script>seen<noscript>unseen</noscript>")
def test_without_noscript_a_page_shows_what_a_browser_shows(page: str) -> None:
    """Taken out, noscript elements leave the words that HTML's own algorithm leaves, in place."""
    taken_out = without_noscript(f"<body>{page}")

    assert len(taken_out) == len(f"<body>{page}")
    assert taken_out.count("\n") == page.count("\n")
    if taken_out != f"<body>{page}":
        assert browsers_words(taken_out) == browsers_words(f"<body>{page}")


def browsers_words(page: str) -> str:
    """Return the words of a page outside noscript elements, parsed as with scripts on."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(page, scripting=True)
    for parent in root.iter():
        for child in list(parent):
            if child.tag == "noscript" or not isinstance(child.tag, str):  # or a comment
                child.text = ""
                child[:] = []
    return "".join(root.itertext())
