"""
Words in the language of a fact-check's original.
"""

from __future__ import annotations

import pickle

from factcheck.publishing.borrowed import (
    Borrowed,
    in_html,
    language_of,
    placed,
    strung,
    with_borrowed_words,
)
from factcheck.publishing.jsontext import json_ld
from factcheck.publishing.visible import visible
from factcheck.reading.pairs import read_pair
from markupsafe import Markup, escape
from specimens import SIDECAR, TRANSLATION, edited, scales, translated

HOSTILE = """<script>alert("1")</script> & 'x'"""


def borrowed(text: str, language: str = "en") -> Borrowed:
    words = Borrowed(text)
    words.language = language
    return words


def test_borrowed_words_are_escaped_in_an_element_of_their_language() -> None:
    """On a page the words stand in a span with lang and dir, and no sign of theirs is markup."""
    assert escape(borrowed(HOSTILE, "ar")) == Markup(
        '<span lang="ar" dir="rtl">&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; '
        "&#39;x&#39;</span>"
    )


def test_elsewhere_they_are_plain_words() -> None:
    """In a text, in JSON and in a document's words nothing of the element remains."""
    words = borrowed("It's <b>")

    assert f"{words}" == "It's <b>"
    assert " ".join(words.split()) == "It's <b>"
    assert json_ld({"a": words}) == '{"a":"It\'s \\u003cb\\u003e"}'
    assert "lang=" in visible(words)
    assert pickle.loads(pickle.dumps(words)) == words  # noqa: S301 - our own bytes


def test_markdown_keeps_its_language() -> None:
    """An explanation that is not translated stands in a block of its own language."""
    assert in_html(borrowed("*One*")) == '<div lang="en" dir="ltr"><p><em>One</em></p>\n</div>'
    assert in_html("*One*") == "<p><em>One</em></p>\n"
    assert in_html(None) == ""


def test_words_in_a_pattern_keep_each_its_language() -> None:
    """A name and a role in one line: the role alone is in the other language."""
    pattern, mason = "%(name)s, <%(role)s>", borrowed("<mason>")
    mixed = placed(pattern, name="A & B", role=mason)

    assert placed(pattern, name="A & B", role="mason") == "A & B, <mason>"
    assert mixed == Markup('A &amp; B, &lt;<span lang="en" dir="ltr">&lt;mason&gt;</span>&gt;')
    assert strung("; ", ["A & B", "<C>"]) == "A & B; <C>"
    assert strung("; ", ["A & B", mixed]) == f"A &amp; B; {mixed}"


def test_a_whole_fact_check_knows_which_words_are_borrowed() -> None:
    """The claim that nobody translated is in the original's language wherever it is shown."""
    text = TRANSLATION.partition("claims:")[0]
    check = read_pair(translated(translation=text), scales()).factcheck
    assert check

    shown = with_borrowed_words(check)

    (ruled,) = shown.claims
    assert language_of(ruled.claim.claim, "es") == "en"
    assert ruled.claim is shown.verdict.claims[0]
    assert language_of(ruled.claim.evidence[0].finding, "es") == "en"
    assert language_of(shown.verdict.title, "es") == "es"
    assert language_of(shown.verdict.works["survey"].title, "es") == "es", "its own language"
    assert shown.verdict == check.verdict, "the words are the same"


def test_a_title_that_the_desk_gave_is_its_words() -> None:
    """A supplied title that is not translated is known to be in the original's language."""
    original = edited(
        SIDECAR, ("    title: A survey", "    title_supplied: true\n    title: A survey")
    )
    check = read_pair(translated(original), scales()).factcheck
    assert check

    shown = with_borrowed_words(check)

    assert language_of(shown.verdict.works["survey"].title, "es") == "en"
