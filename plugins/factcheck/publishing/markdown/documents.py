"""
The checked document in a twin: all of it within a quotation, every quote marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from factcheck.publishing.markdown.writing import (
    CLOSING,
    OPENING,
    Place,
    blocks,
    heading,
    quoted,
    section,
    seen,
    words,
)
from factcheck.publishing.views.document import DocumentView, Line, Part, Segment
from factcheck.reading.plain_markdown import SPACE, code_block, escaped
from factcheck.reading.prose_markdown import indented

#: Deeper headings there are none.
DEEPEST: Final = 6

GAP: Final = "\\[…\\]"


def document_in_markdown(document: DocumentView, place: Place) -> str:
    """
    Return the section about the document.

    Args:
        document: As its page shows it.

        place: Of the page.
    """
    name = place.say("heading", "The document")
    if document.display == "excerpts":
        name = place.say("heading", "The document, in excerpts")
    warning = place.say("before what to expect", "Content warning:")
    return section(
        heading(2, name),
        _about(document, place),
        *(f"**{warning}** {words(one)}" for one in document.content_warning),
        *_shown(document, place),
    )


def _about(document: DocumentView, place: Place) -> str:
    author, day = document.author, document.published
    link = place.words.say("link to the document", "Original")
    if document.is_archive:
        link = place.words.say("link to the document", "Archived copy")
    parts = (
        f"{words(seen(document.title))}." if document.title else "",
        place.say("of the document checked", "By %(author)s.", author=author) if author else "",
        place.say("of the document checked", "%(day)s.", day=day) if day else "",
        f"{place.link(link, document.href)}." if document.href else "",
    )
    return " ".join(filter(None, parts))


def _shown(document: DocumentView, place: Place) -> Iterator[str]:
    if document.display == "none":
        yield place.say("sentence", "The document is not shown here.")
        return
    yield place.say(
        "sentence, before a document in plain text",
        "Words between %(opening)s and %(closing)s were looked at; the link behind them leads to "
        "what was found.",
        opening=OPENING,
        closing=CLOSING,
    )
    yield quoted(blocks(*(_part(part, place) for part in document.parts)))


def _part(part: Part, place: Place) -> str:
    return PARTS.get(part.kind, _paragraph)(part, place)


def _paragraph(part: Part, place: Place) -> str:
    return _broken(part.lines, place)


def _heading(part: Part, place: Place) -> str:
    """A heading is one line; it stands below those of the section around it."""
    return heading(min(part.level + 2, DEEPEST), " ".join(_lines(part.lines, place)))


def _quotation(part: Part, place: Place) -> str:
    return quoted(_broken(part.lines, place))


def _preformatted(part: Part, place: Place) -> str:  # noqa: ARG001
    return code_block("\n".join(map(_as_it_stands, part.lines)))


def _image(part: Part, place: Place) -> str:
    before = place.words.say("before an image's description", "Image:")
    return f"{place.link(before, part.href)} {_broken(part.lines, place)}"


def _list(part: Part, place: Place) -> str:
    return "\n".join(_items(part.items, place))


def _table(part: Part, place: Place) -> str:
    return "\n".join(_rows(part, place))


def _gap(part: Part, place: Place) -> str:  # noqa: ARG001
    return GAP


#: What writes each kind of part; all others are paragraphs.
PARTS: Final = {
    "heading": _heading,
    "quotation": _quotation,
    "preformatted": _preformatted,
    "image": _image,
    "list": _list,
    "table": _table,
    "gap": _gap,
}


def _items(items: Iterable[tuple[str, int, tuple[Line, ...]]], place: Place) -> Iterator[str]:
    """An entry without a marker goes on where the one before it left off."""
    depth = 0
    for marker, level, lines in items:
        depth = min(max(level, 1), depth + 1)
        text = _broken(lines, place)
        if marker and marker[0].isalnum():
            text = f"{words(marker)} {text}"
        margin = "  " * depth
        yield f"{margin[2:]}- {indented(margin, text).lstrip(' ')}"


def _rows(part: Part, place: Place) -> Iterator[str]:
    for row in part.rows:
        yield f"- {' / '.join(' '.join(_lines(cell, place)) for cell in row)}"


def _broken(lines: Iterable[Line], place: Place) -> str:
    """Return lines that stay lines."""
    return "\\\n".join(filter(None, _lines(lines, place)))


def _lines(lines: Iterable[Line], place: Place) -> Iterator[str]:
    return ("".join(_line(line, place)).strip() for line in lines)


def _line(line: Line, place: Place) -> Iterator[str]:
    """Words that nothing stands between are written as one, so that no sign escapes."""
    waiting, is_first = "", True
    for segment in line:
        before, inner, after = _before(segment), _text(segment, place), _after(segment, place)
        if before or after or segment.href:
            yield _run(waiting, is_first=is_first)
            yield before
            yield _linked(inner, segment.href, place)
            yield after
            waiting, is_first = "", False
        else:
            waiting += inner
    yield _run(waiting, is_first=is_first)


def _run(text: str, *, is_first: bool) -> str:
    if "  " in text or not text.isprintable():
        text = SPACE.sub(" ", text)
    if is_first:
        return escaped(text.lstrip())
    # Behind something, these signs begin nothing.
    written = escaped(text)
    return written.removeprefix("\\") if text[:1] in {*"-+=>.)"} else written


def _linked(text: str, href: str, place: Place) -> str:
    link = place.link(text, href) if href and text.strip() else ""
    if not link:
        return _run(text, is_first=False)
    before, after = text[: -len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before and ' '}{link}{after and ' '}"


def _before(segment: Segment) -> str:
    return OPENING * len(segment.begins)


def _after(segment: Segment, place: Place) -> str:
    return "".join(f"{CLOSING}{place.link(mark.label, mark.href)}" for mark in segment.ends)


def _text(segment: Segment, place: Place) -> str:
    if segment.is_gap:
        return "[…]"
    text = f"[{segment.hidden.sign}]" if segment.hidden else segment.text
    if segment.begins_struck:
        text = f"{place.words.say('before words', 'struck out:')} {text}"
    if segment.ends_struck:
        text = f"{text} {place.words.say('after words', '(end of the words struck out)')}"
    return text


def _as_it_stands(line: Line) -> str:
    """Return a line in which no link can stand: what was found is named by its number."""
    return "".join(
        OPENING * len(segment.begins)
        + (f"[{segment.hidden.sign}]" if segment.hidden else segment.text)
        + "".join(f"{CLOSING}[{mark.number}]" for mark in segment.ends)
        for segment in line
    )
