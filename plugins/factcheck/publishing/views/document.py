"""
The document with every quote marked in it.

Each block's text is cut wherever markup or a mark begins or ends, so that overlapping quotes and
quotes across inline markup need no nesting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, Final, NamedTuple, TypeVar

from factcheck.model.characters import Deceiving, deceiving, is_plain
from factcheck.model.document import Block, BlockKind, Document, Span, SpanKind
from factcheck.model.factcheck import Anchor, FactCheck
from factcheck.model.vocabulary import Display, LinkTo
from factcheck.publishing.addresses import Record
from factcheck.publishing.naming import outlet_of
from factcheck.publishing.numbering import Numbered, NumberedQuote
from factcheck.publishing.sweep import Sweep
from factcheck.publishing.wording import CHECKS_OF, UNRATED_REASONS
from factcheck.publishing.words import Words, direction
from factcheck.reading.sentences import sentence_spans

T = TypeVar("T")


class Mark(NamedTuple):
    """
    One quote in the document.
    """

    #: What stands beside the quote: a number for a ruling, a letter for words not rated.
    number: str

    #: ``holds-up``, ``does-not``, ``open`` or ``unrated``.
    state: str

    #: The id of the quote's first character, and a link to its ruling.
    id: str
    href: str

    #: What the link says to who cannot see it: "Claim 3: Mostly false".
    label: str

    #: The rating's shape and colour, as the theme names them; empty for words not rated.
    shape: str
    colour: str
    anchor: Anchor


class Segment(NamedTuple):
    """
    Characters that share all markup and all marks.
    """

    text: str = ""

    #: What cannot be seen or covers other words: a sign is shown for it, and ``text`` is empty.
    hidden: Deceiving | None = None

    #: What inline markup makes of it, in the order of the kinds.
    kinds: tuple[SpanKind, ...] = ()

    #: A link's address; empty where there is none.
    href: str = ""

    #: Marks that cover it, that begin with it, and that end with it.
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()

    #: Whether words that are struck out begin and end with it.
    begins_struck: bool = False
    ends_struck: bool = False

    #: Whether it stands for text that an excerpt leaves out, and holds none.
    is_gap: bool = False

    @property
    def state(self) -> str:
        """The state that shows: of the mark that began last, so that a nested one is seen."""
        return self.marks[-1].state if self.marks else ""

    @property
    def depth(self) -> int:
        """How many quotes overlap here, three at most."""
        return min(len(self.marks), 3)


Line = tuple[Segment, ...]


class Part(NamedTuple):
    """
    A paragraph, heading, table …: what the template shows as one element.
    """

    #: ``heading``, ``paragraph``, ``quotation``, ``caption``, ``preformatted``, ``image``,
    #: ``list``, ``table``, or ``gap`` where an excerpt leaves something out.
    kind: str
    lines: tuple[Line, ...] = ()
    level: int = 0
    href: str = ""

    #: Whether white space is shown as it stands.
    keeps_space: bool = False

    #: A list's items: (marker, level, lines). A table's rows of cells, each a tuple of lines.
    items: tuple[tuple[str, int, tuple[Line, ...]], ...] = ()
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()


class DocumentView(NamedTuple):
    """
    The checked document.
    """

    title: str

    #: What a check of such a document is called.
    check_of: str
    outlet: str
    author: str
    published: str
    language: str
    direction: str
    content_warning: tuple[str, ...]

    #: The address to link to, if any, and whether it is an archived copy.
    href: str
    is_archive: bool

    #: ``full``, ``excerpts`` or ``none``.
    display: str
    parts: tuple[Part, ...]


def document_view(check: FactCheck, numbered: Numbered, record: Record) -> DocumentView:
    """
    Make the view of a fact-check's document.

    Args:
        check: The fact-check.

        numbered: Its quotes, numbered in the order of the document.

        record: Notes the ids of the quotes.
    """
    about = check.verdict.document
    language = about.language or check.verdict.language
    shown = about.display is not Display.NONE
    marks = marks_of(numbered, record) if shown else []
    excerpts = about.display is Display.EXCERPTS
    kept = _kept(check.document, marks, language) if excerpts else None
    if kept is not None and check.verdict.sample:
        _keep_opening(check.document, kept)
    return DocumentView(
        title=about.title or check.document.title,
        check_of=record.words.of(CHECKS_OF[about.kind]),
        outlet=outlet_of(check),
        author=about.author or "",
        published=record.words.date(about.published) if about.published else "",
        language=language,
        direction=direction(language),
        content_warning=about.content_warning,
        href=about.linked_url or "",
        is_archive=about.linked is LinkTo.ARCHIVE,
        display=about.display.value,
        parts=tuple(_parts(check.document, _Marked(check.document, marks, kept))) if shown else (),
    )


def marks_of(numbered: Numbered, record: Record) -> list[Mark]:
    """
    Return the marks of all quotes, in the order in which they begin.
    """
    return [
        Mark(
            number=quote.number,
            state=quote.state,
            id=record.id(quote.quote_id),
            href=record.to(record.path, quote.card_id),
            label=_label(quote, record.words),
            shape=quote.shape,
            colour=quote.colour,
            anchor=quote.anchor,
        )
        for quote in numbered.quotes
    ]


def _label(quote: NumberedQuote, words: Words) -> str:
    if quote.rating:
        return words.say(
            "link from a mark in the document, for who cannot see it",
            "Claim %(number)s: %(rating)s",
            number=quote.number,
            rating=quote.rating,
        )
    return words.say(
        "link from a mark in the document, for who cannot see it",
        "Not rated, %(letter)s: %(reason)s",
        letter=quote.number,
        reason=words.of(UNRATED_REASONS[quote.reason]) if quote.reason else "",
    )


#: The stretches that excerpts show, by the start of their block.
Kept = dict[int, list[tuple[int, int]]]


def _kept(document: Document, marks: list[Mark], language: str) -> Kept:
    """Return the sentences around quotes."""
    kept: Kept = {}
    sweep = _mark_sweep(marks)
    for block in document.blocks:
        for start, end in sentence_spans(block.text, language):
            whole = (block.start + start, block.start + end)
            if sweep.over(*whole):
                stretches = kept.setdefault(block.start, [])
                if stretches and stretches[-1][1] == whole[0]:
                    stretches[-1] = (stretches[-1][0], whole[1])
                else:
                    stretches.append(whole)
    return kept


def _keep_opening(document: Document, kept: Kept) -> None:
    """A specimen says what it is where it begins; who reads a part of it reads that too."""
    for block in document.blocks[:1]:
        kept[block.start] = [(block.start, block.end)]


def _mark_sweep(marks: Sequence[Mark]) -> Sweep[Mark]:
    return _sweep([(mark.anchor.start, mark.anchor.end, mark) for mark in marks])


def _sweep(intervals: list[tuple[int, int, T]]) -> Sweep[T]:
    return Sweep(intervals) if intervals else NOTHING


#: What most blocks have; shared, for nothing in it changes.
NOTHING: Final = Sweep[Any](())


#: What stands where an excerpt leaves something out.
GAP: Final = Segment(is_gap=True)


class _Marked:
    """The document's lines with their marks, asked for block by block."""

    def __init__(self, document: Document, marks: list[Mark], kept: Kept | None) -> None:
        self._marks = _mark_sweep(marks)
        self._kept = kept
        #: Asked once: most documents hold nothing that deceives.
        self._is_plain = is_plain(document.text)

    @property
    def leaves_out(self) -> bool:
        """Whether only excerpts are shown."""
        return self._kept is not None

    def lines(self, block: Block) -> tuple[Line, ...]:
        """Cut a block into lines and segments; blocks come in the order of the document."""
        if self._is_bare(block):
            words = block.text.split("\n")
            return tuple([(Segment(text),) for text in words if text or block.keeps_space])
        stretches = [(block.start, block.end)]
        if self._kept is not None:
            stretches = self._kept.get(block.start, [])
        inline = _Inline(block, plain=self._is_plain)
        lines: list[Line] = []
        told = block.start
        for start, end in stretches:
            if start > told:
                lines.append((GAP,))
            told = at = start
            for text in block.text[start - block.start : end - block.start].split("\n"):
                stop = at + len(text)
                if text or block.keeps_space:
                    marks = self._marks.over(at, max(stop, at + 1))
                    here = (at - block.start, stop - block.start)
                    lines.append(inline.segments(marks, *here))
                at = stop + 1
            told = end
        if lines and told < block.end:
            lines.append((GAP,))
        return tuple(lines)

    def _is_bare(self, block: Block) -> bool:
        """Tell whether a block is shown whole, and is nothing but its words."""
        if self._kept is not None or block.spans or not self._is_plain:
            return False
        return not self._marks.over(block.start, max(block.end, block.start + 1))


def _parts(document: Document, marked: _Marked) -> Iterator[Part]:
    """Give the document's parts; of gaps that follow each other, one."""
    last = ""
    for part in _all_parts(document, marked):
        if part.kind != "gap" or last != "gap":
            yield part
        last = part.kind


def _all_parts(document: Document, marked: _Marked) -> Iterator[Part]:
    for kind, blocks in groupby(document.blocks, key=_container):
        if kind == "list":
            yield from _list(list(blocks), marked)
        elif kind == "table":
            yield from _tables(list(blocks), marked)
        else:
            for block in blocks:
                yield from _part(block, marked)


def _list(blocks: list[Block], marked: _Marked) -> Iterator[Part]:
    items: list[tuple[str, int, tuple[Line, ...]]] = []
    for block in blocks:
        lines = marked.lines(block)
        left_out: tuple[str, int, tuple[Line, ...]] = ("", block.level, ((GAP,),))
        if lines:
            items.append((block.marker, block.level, lines))
        elif not items or items[-1][2] != left_out[2]:
            items.append(left_out)
    shown = any(lines != ((GAP,),) for _, _, lines in items)
    yield Part("list", items=tuple(items)) if shown else Part("gap")


def _container(block: Block) -> str:
    if block.kind is BlockKind.LIST_ITEM:
        return "list"
    return "table" if block.kind is BlockKind.TABLE_CELL else ""


def _part(block: Block, marked: _Marked) -> Iterator[Part]:
    lines = marked.lines(block)
    if lines:
        yield Part(
            block.kind.value,
            lines=lines,
            level=block.level,
            href=block.href,
            keeps_space=block.keeps_space,
        )
    elif marked.leaves_out:
        yield Part("gap")


def _tables(cells: list[Block], marked: _Marked) -> Iterator[Part]:
    """Give each table of a stretch of cells; a new one begins where the rows count anew."""
    tables: list[dict[int, dict[int, list[Line]]]] = []
    last = (-1, -1)
    for block in cells:
        row, column = block.cell or (0, 0)
        if not tables or (row, column) < last:
            tables.append({})
        tables[-1].setdefault(row, {}).setdefault(column, []).extend(marked.lines(block))
        last = (row, column)
    for table in tables:
        if not any(lines for row in table.values() for lines in row.values()):
            yield Part("gap")
            continue
        # A row ends with its last cell: padded to a rectangle, a small file could fill the memory.
        rows = (
            tuple(tuple(row.get(column, ())) for column in range(max(row) + 1))
            for row in table.values()
        )
        yield Part("table", rows=tuple(rows))


class _Inline:
    """A block's characters, cut wherever markup, a mark or what deceives begins or ends."""

    def __init__(self, block: Block, *, plain: bool) -> None:
        self._block = block
        self._spans = _sweep([(span.start, span.end, span) for span in block.spans])
        hidden = () if plain or is_plain(block.text) else deceiving(block.text)
        self._hidden = _sweep([(one.at, one.end, one) for one in hidden])

    def segments(self, marks: list[Mark], start: int, end: int) -> Line:
        """
        Cut a line; lines come in the order of the block.

        Args:
            marks: The marks that cover something of it.

            start: Where it begins in the block.

            end: Just after it.
        """
        if len(marks) == 1 and self._spans is NOTHING and self._hidden is NOTHING:
            return self._marked_once(marks[0], start, end)
        covers = [self._cover(mark) for mark in marks]
        covers += [(span.start, span.end, span) for span in self._spans.over(start, end)]
        covers += [(one.at, one.end, one) for one in self._hidden.over(start, end)]
        if not covers:
            return (Segment(self._block.text[start:end]),)
        edges = {start, end, *(at for begin, stop, _ in covers for at in (begin, stop))}
        cuts = pairwise(sorted([at for at in edges if start <= at <= end]))
        over = Sweep(covers)
        return tuple([self._segment(over.over(*cut), *cut) for cut in cuts])

    def _marked_once(self, mark: Mark, start: int, end: int) -> Line:
        """Cut a line in which one mark is all that begins or ends, as most lines with any are."""
        text = self._block.text
        first, last, _ = self._cover(mark)
        begin, stop = max(first, start), min(last, end)
        begins, ends = (mark,) if first >= start else (), (mark,) if last <= end else ()
        segments = (
            Segment(text[start:begin]),
            Segment(text[begin:stop], marks=(mark,), begins=begins, ends=ends),
            Segment(text[stop:end]),
        )
        return tuple([segment for segment in segments if segment.text])

    def _cover(self, mark: Mark) -> tuple[int, int, Mark | Span | Deceiving]:
        return mark.anchor.start - self._block.start, mark.anchor.end - self._block.start, mark

    def _segment(self, covers: list[Mark | Span | Deceiving], begin: int, stop: int) -> Segment:
        if not covers:
            return Segment(self._block.text[begin:stop])
        marks = tuple([cover for cover in covers if isinstance(cover, Mark)])
        begins = tuple([mark for mark in marks if self._cover(mark)[0] == begin])
        ends = tuple([mark for mark in marks if self._cover(mark)[1] == stop])
        if len(marks) == len(covers):
            text = self._block.text[begin:stop]
            return Segment(text, marks=marks, begins=begins, ends=ends)
        spans = [cover for cover in covers if isinstance(cover, Span)]
        kinds = {span.kind for span in spans}
        struck = [span for span in spans if span.kind is SpanKind.STRUCK]
        hidden = next((cover for cover in covers if isinstance(cover, Deceiving)), None)
        return Segment(
            text="" if hidden else self._block.text[begin:stop],
            # What is cut by a mark is still shown by one sign.
            hidden=hidden if hidden and hidden.at == begin else None,
            kinds=tuple([kind for kind in SpanKind if kind in kinds]) if kinds else (),
            href=next((span.href for span in spans if span.kind is SpanKind.LINK), ""),
            marks=marks,
            begins=begins,
            ends=ends,
            begins_struck=any(span.start == begin for span in struck),
            ends_struck=any(span.end == stop for span in struck),
        )
