"""
A sidecar's bytes, of any age, to what must not change in silence.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Final

from pydantic_core import PydanticCustomError

from factcheck.model.past import Past, PastChange, PastClaim, PastEvidence
from factcheck.model.rules.written import Written, named_parts, parts, text
from factcheck.model.values import is_slug, parse_date, parse_moment
from factcheck.model.verdict import Verdict
from factcheck.model.vocabulary import Status
from factcheck.reading import ordinary_yaml, yaml_tree
from factcheck.reading.decoding import decode_yaml
from factcheck.reading.names import stem_of
from factcheck.reading.sidecar import Sidecar

#: By what a work can be known again.
NAMES: Final = ("work", "url", "archived_url", "title")

#: How a sidecar says yes.
YES: Final = frozenset({"true", "yes", "on"})


def read_past(data: bytes, name: str) -> Past | None:
    """
    Read a sidecar as it was.

    Args:
        data: The file's bytes.

        name: Its path then.

    Returns:
        What it said; None if it was not YAML, and so was nothing that readers could see.
    """
    written = as_written(data, name).written
    return past_of(written, name) if written else None


def as_written(data: bytes, name: str) -> Sidecar:
    """
    Read a sidecar without asking whether it holds to any rule.

    Args:
        data: The file's bytes.

        name: What to call the file; its path within the project.
    """
    source, undecodable = decode_yaml(data, name)
    if undecodable:
        return Sidecar(source, None, (), {}, is_draft=False)
    written = ordinary_yaml.read(source.text, Verdict)
    if written is None:
        tree = yaml_tree.parse(source)[0]
        found = yaml_tree.plain_data(tree) if tree else None
        written = found if isinstance(found, dict) else {}
    return Sidecar(source, None, (), written, is_draft=False)


def past_of(written: Written, name: str) -> Past:
    """
    Return what must not change in silence of what a sidecar says.

    Args:
        written: All of it.

        name: The sidecar's path.
    """
    status = text(written, "status")
    stem = PurePosixPath(stem_of(name)).name
    works = named_parts(written, "works")
    return Past(
        slug=text(written, "slug") or (stem if is_slug(stem) else ""),
        former_slugs=_texts(written, "former_slugs"),
        title=_spaced(text(written, "title")),
        status=status,
        summary=_spaced(text(written, "summary")),
        is_out=status in {Status.PUBLISHED, Status.WITHDRAWN, Status.SCHEDULED},
        since=_instant(text(written, "published")) if status == Status.SCHEDULED else None,
        is_translation=bool(text(written, "translation_of")),
        is_sample=text(written, "sample").lower() in YES,
        rating=text(written, "rating"),
        reason=_spaced(text(written, "reason")),
        claims={
            id_: _claim(part, works)
            for _, part in parts(written, "claims")
            if (id_ := text(part, "id"))
        },
        changes=tuple(_change(part) for _, part in parts(written, "changes")),
    )


def _claim(part: Written, works: dict[str, Written]) -> PastClaim:
    quote = part.get("quote")
    return PastClaim(
        claim=_spaced(text(part, "claim")),
        rating=text(part, "rating"),
        reason=_spaced(text(part, "reason")),
        quote=_spaced(quote if isinstance(quote, str) else text(quote, "exact")),
        evidence=tuple(_evidence(one, works) for _, one in parts(part, "evidence")),
    )


def _evidence(part: Written, works: dict[str, Written]) -> PastEvidence:
    work = works.get(text(part, "work"), {})
    names = [text(one, key) for one in (part, work) for key in NAMES]
    title = text(part, "title") or text(work, "title") or text(part, "work")
    return PastEvidence(frozenset(filter(None, names)), text(part, "stance"), title)


def _change(part: Written) -> PastChange:
    return PastChange(
        dated=text(part, "date"),
        day=_last_day(text(part, "date")),
        kind=text(part, "kind"),
        claims=_texts(part, "claims"),
        text=_spaced(text(part, "text")),
    )


def _texts(part: Written, key: str) -> frozenset[str]:
    there = part.get(key)
    found = there if isinstance(there, list) else [there]
    return frozenset(one for one in found if isinstance(one, str))


def _spaced(words: str) -> str:
    """Where an editor breaks lines says nothing to a reader."""
    return " ".join(words.split())


def _last_day(written: str) -> date | None:
    with suppress(PydanticCustomError):
        return parse_date(written).last
    return None


def _instant(written: str) -> datetime | None:
    with suppress(PydanticCustomError):
        return parse_moment(written).instant
    return None
