"""
Annotations of any document: what their selectors select.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model.document import Document
from factcheck.model.factcheck import Anchor, FactCheck
from factcheck.model.vocabulary import Display
from factcheck.publishing.structured.annotations import annotation_collection
from factcheck.publishing.words import IN_ENGLISH
from factcheck.reading.pairs import Pair, read_pair
from hypothesis import given, settings
from hypothesis import strategies as st
from specimens import DOCUMENT, SIDECAR, SITE, document, scales

names = "specimen.txt", "specimen.verdict.yaml"
BASE = read_pair(Pair(names[0], DOCUMENT.encode(), names[1], SIDECAR.encode()), scales()).factcheck
assert BASE

#: Few letters, so that words occur again and again, and signs that take up two units of UTF-16.
texts = st.text(alphabet="ab. \n\U0001f34aé\u202e", min_size=1, max_size=200)


@st.composite
def anchored(draw: st.DrawFn) -> tuple[Document, Anchor]:
    """Return a document with words in it, which begin and end with a letter."""
    found = document(f"SPECIMEN b.\n\n{draw(texts)}")
    ends = [at for at, letter in enumerate(found.text) if letter.strip()]
    start = draw(st.sampled_from(ends))
    return found, Anchor(start, draw(st.sampled_from([at for at in ends if at >= start])) + 1)


def selected(found: Document, anchor: Anchor, display: Display) -> list[dict[str, object]]:
    """Return the selectors of some words' annotation."""
    assert isinstance(BASE, FactCheck)
    about = BASE.verdict.document.model_copy(update={"display": display})
    check = replace(
        BASE,
        verdict=BASE.verdict.model_copy(update={"document": about}),
        document=found,
        claims=(BASE.claims[0]._replace(anchor=anchor),),
        unrated=(),
    )
    (told,) = annotation_collection(check, SITE, IN_ENGLISH)["first"]["items"]
    selectors = told["target"]["selector"]
    return selectors if isinstance(selectors, list) else [selectors]


@settings(deadline=None)
@given(anchored())
def test_both_selectors_select_the_words_alone(given_: tuple[Document, Anchor]) -> None:
    """Whatever a document holds, its words are found by their place, and by what they are."""
    found, anchor = given_
    quote, position = selected(found, anchor, Display.FULL)
    prefix, exact, suffix = (str(quote[key]) for key in ("prefix", "exact", "suffix"))
    places = [
        one.start() for one in re.finditer(f"(?={re.escape(prefix + exact + suffix)})", found.text)
    ]

    assert (position["start"], position["end"]) == anchor
    assert exact == found.text[slice(*anchor)]
    assert places == [anchor.start - len(prefix)]


@settings(deadline=None)
@given(anchored())
def test_excerpts_give_no_more_than_their_sentences(given_: tuple[Document, Anchor]) -> None:
    """Where excerpts are shown, what stands beside the words is of their own paragraphs."""
    found, anchor = given_
    (quote,) = selected(found, anchor, Display.EXCERPTS)
    beside = f"{quote['prefix']}{quote['suffix']}"
    begin = anchor.start - len(str(quote["prefix"]))
    blocks = {
        block for block in found.blocks if block.start < anchor.end and block.end > anchor.start
    }

    assert min(block.start for block in blocks) <= begin
    assert begin + len(beside) + anchor.end - anchor.start <= max(block.end for block in blocks)
