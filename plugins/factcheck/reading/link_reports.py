"""
The file of link reports, as ``factcheck links`` writes it, to reports and back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from factcheck.model.links import LinkReport, LinkState


def read_link_reports(data: bytes) -> dict[str, LinkReport]:
    """
    Read link reports; what is none is left out, as it can be asked for again.

    Args:
        data: The file's bytes.

    Returns:
        The reports by the addresses that they are about.
    """
    told: Any = None
    with suppress(ValueError, RecursionError):
        told = json.loads(data)
    found: dict[str, LinkReport] = {}
    for url, report in told.items() if isinstance(told, dict) else ():
        with suppress(KeyError, TypeError, ValueError):
            found[url] = _report(report)
    return found


def written(reports: Mapping[str, LinkReport]) -> bytes:
    """
    Write link reports, by address, so that a difference shows what has become of which.
    """
    told = {
        url: {
            "state": report.state.value,
            "day": report.day.isoformat(),
            "since": report.since.isoformat(),
            "answer": report.answer,
            **({"leads_to": report.leads_to} if report.leads_to else {}),
            **({"archived": report.archived} if report.archived else {}),
        }
        for url, report in sorted(reports.items())
    }
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()


def _report(told: Mapping[str, Any]) -> LinkReport:
    texts = [told[key] for key in ("state", "day", "since", "answer")]
    texts += [told.get(key, "") for key in ("leads_to", "archived")]
    if not all(isinstance(text, str) for text in texts):
        msg = "a report holds texts only"
        raise TypeError(msg)
    "".join(texts).encode()  # fails at halves of characters, which no file can hold
    state, day, since, *rest = texts
    return LinkReport(LinkState(state), date.fromisoformat(day), date.fromisoformat(since), *rest)
