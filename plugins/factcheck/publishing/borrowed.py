"""
Words that a translation shows in its original's language.

They pass through the views like any text. On a page they stand in an element that says their
language; in an attribute, in structured data and wherever a text is made of them, they are words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup, escape

from factcheck.model.factcheck import FactCheck
from factcheck.model.shape import Path
from factcheck.model.verdict import Part
from factcheck.publishing.words import direction
from factcheck.reading.prose import to_html


class Borrowed(str):
    """
    A text in the language of the fact-check's original.
    """

    __slots__ = ("language",)
    language: str

    @classmethod
    def of(cls, text: str, language: str) -> Borrowed:
        """
        Return a text in a language.
        """
        words = cls(text)
        words.language = language
        return words

    def __html__(self) -> str:
        """Return the text, escaped, in an element that says its language."""
        return Markup('<span lang="{}" dir="{}">{}</span>').format(
            self.language, direction(self.language), str(self)
        )


def with_borrowed_words(check: FactCheck) -> FactCheck:
    """
    Return a fact-check whose borrowed words know their language.
    """
    if check.origin is None or not check.origin.borrowed:
        return check
    verdict = _marked(check.verdict, check.origin.borrowed, check.origin.language)
    claims = zip(check.claims, verdict.claims, strict=True)
    unrated = zip(check.unrated, verdict.unrated, strict=True)
    return replace(
        check,
        verdict=verdict,
        claims=tuple([ruled._replace(claim=claim) for ruled, claim in claims]),
        unrated=tuple([words._replace(unrated=said) for words, said in unrated]),
    )


def _marked(value: Any, paths: Iterable[Path], language: str) -> Any:  # noqa: ANN401
    """Mark the texts at some paths of a value."""
    below: dict[Any, list[Path]] = {}
    for path in paths:
        if not path:
            return Borrowed.of(value, language)
        below.setdefault(path[0], []).append(path[1:])
    if isinstance(value, Part):
        marked = {
            name: _marked(getattr(value, name), rest, language) for name, rest in below.items()
        }
        return value.model_copy(update=marked)
    if isinstance(value, dict):  # works, by their ids
        return value | {name: _marked(value[name], rest, language) for name, rest in below.items()}
    return tuple(
        _marked(one, below[at], language) if at in below else one for at, one in enumerate(value)
    )


def language_of(text: str, own: str) -> str:
    """
    Return the language of a text of a fact-check that is in another.
    """
    return text.language if isinstance(text, Borrowed) else own


def in_html(markdown: str | None) -> Markup:
    """
    Return Markdown as HTML; nothing for none.
    """
    if not markdown:
        return Markup()
    html = to_html(str(markdown))
    if isinstance(markdown, Borrowed):
        language = markdown.language
        html = Markup('<div lang="{}" dir="{}">{}</div>').format(
            language, direction(language), html
        )
    return html


def placed(pattern: str, **words: str) -> str:
    """
    Put words into a pattern, each in its language.

    Args:
        pattern: A text of the interface, with places like ``%(name)s``.

        words: What stands there.
    """
    if any(isinstance(one, Borrowed | Markup) for one in words.values()):
        return Markup(escape(pattern)) % words  # noqa: S704 - escaped, and so are the words
    return pattern % words


def strung(between: str, words: Sequence[str]) -> str:
    """
    Join words, each in its language.

    Args:
        between: What stands between two of them.

        words: The words, or what ``placed`` made of them.
    """
    is_mixed = any(isinstance(one, Borrowed | Markup) for one in words)
    return escape(between).join(words) if is_mixed else between.join(words)
