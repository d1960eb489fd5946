"""
Texts that YAML changes in silence: cut at a comment or a comma, or run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from factcheck.diagnostics import Place, Problem, Severity
from factcheck.model import bounds
from factcheck.model.patience import Patience
from factcheck.model.shape import Key
from factcheck.model.values import quoted
from factcheck.reading import mends, oversize, prose, yaml_tree
from factcheck.reading.source import Source
from factcheck.reading.survey import Survey

#: A line that begins an entry of a list in Markdown.
LISTED: Final = re.compile(r"\s*(?:[-*+]|[0-9]{1,2}[.)])\s+\S")
#: What YAML drops after a text, and where there is none.
COMMENT: Final = re.compile(r"\s+#")
BARE_COMMENT: Final = re.compile(r"\s*#")
OPENING: Final = frozenset("“„«")
CLOSING: Final = frozenset("”“»")


def lost_texts(survey: Survey, source: Source) -> Iterator[Problem]:
    """
    Give every text of which YAML keeps less than an editor sees.

    Args:
        survey: What the file's tree holds.

        source: The text that it was read from.
    """
    remarked = source.numbers_of_lines_with("#")
    prose_left = Patience(bounds.PROSE_SIGNS)
    # Where there is no remark in the file, only Markdown can be lost.
    for step, key, scalar in survey.texts if remarked else survey.markdown:
        if scalar.plain and scalar.end.line in remarked:
            yield from _cut(step, scalar, key, source)
        if key.free and key.free.markdown:
            yield from _run_together(step, scalar, source)
            yield from _not_shown(scalar, source, prose_left)
    for items in survey.lists:
        yield from _parted(items, source)


def _cut(step: str | int, scalar: yaml_tree.Scalar, key: Key, source: Source) -> Iterator[Problem]:
    """Words after a # are taken for a comment."""
    line, end = source.line(scalar.end.line), scalar.end.column - 1
    if not (COMMENT if scalar.text else BARE_COMMENT).match(line, end):
        return
    rest = line[end:]
    place = Place(scalar.end.line, scalar.end.column + len(rest) - len(rest.lstrip()))
    rest = rest.strip()
    before = "- " if isinstance(step, int) else f"{step}: "
    what = "text" if key.free else "address"
    read = (
        f"the {what} would read {quoted(scalar.text)}" if scalar.text else "nothing would remain"
    )
    message = f"YAML takes {quoted(rest, most=40)} for a comment: {read}"
    mend = (
        before + mends.in_marks(f"{scalar.text} {rest}".strip())
        if key.free
        else f"{before}{scalar.text}{rest}"
    )
    hint = f"if it belongs to the {what}: {mend}; if not, give it a line of its own"
    if scalar.text[:1] in OPENING:
        hint += f"\nthe mark {scalar.text[0]} is none of YAML's quotation marks: use ' or \""
    yield source.problem("text-cut", place, message, hint=hint)


def _not_shown(scalar: yaml_tree.Scalar, source: Source, left: Patience) -> Iterator[Problem]:
    """Markdown that a page could not show as it was meant, or too much of it to be looked at."""
    # A file of fewer characters holds no more of them.
    signs = prose.signs(scalar.text) if len(source.text) > bounds.PROSE_SIGNS else 0
    if signs and not left.lasts(signs):
        message = f"with this, more than {bounds.PROSE_SIGNS:,} signs that can begin markup"
        yield source.problem("yaml-bounds", scalar.place, message, hint=oversize.WHERE)
        return
    for code, message in prose.faults(scalar.text):
        yield source.problem(code, scalar.place, message)


def _parted(items: yaml_tree.Items, source: Source) -> Iterator[Problem]:
    """A comma parts a text in curly marks, which keep nothing together."""
    texts = [item for item in items.items if isinstance(item, yaml_tree.Scalar) and item.plain]
    for one, other in pairwise(texts):
        opened = one.text[:1] in OPENING and one.text[-1:] not in CLOSING
        if opened and other.text[-1:] in CLOSING and one.place.line == other.place.line:
            message = f"a comma ends the text {quoted(one.text)}: curly marks do not keep it whole"
            whole = f"{one.text[1:]}, {other.text[:-1]}"
            hint = f"if it is one entry, write {mends.in_marks(whole)}"
            yield source.problem(
                "text-cut", one.place, message, hint=hint, severity=Severity.WARNING
            )


def _run_together(step: str | int, scalar: yaml_tree.Scalar, source: Source) -> Iterator[Problem]:
    """The lines of a list become one, because nothing keeps them apart."""
    line, column = scalar.place
    folded = ">" in source.text and source.line(line).startswith(">", column - 1)
    if not (folded or scalar.plain):
        return
    numbers = range(line + folded, scalar.end.line + (not folded))
    for above, number in pairwise(numbers):
        words = source.line(number)
        if LISTED.match(words) and source.line(above).strip():
            place = Place(number, len(words) - len(words.lstrip()) + 1)
            message = f"this line of {step} is run together with the one above"
            hint = f"a list here needs | after the key: {step}: |"
            yield source.problem(
                "text-folded", place, message, hint=hint, severity=Severity.WARNING
            )
            return
