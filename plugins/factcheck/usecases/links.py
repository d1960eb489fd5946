"""
Ask whether the evidence can still be had; never a part of a build.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import quote, urlsplit

from factcheck.adapters import files
from factcheck.adapters.network import Answer, Manners, Network, NotPublic
from factcheck.model import bounds
from factcheck.model.links import LinkReport, LinkState
from factcheck.model.site import Project
from factcheck.model.values import is_address
from factcheck.reading.cited import cited_in
from factcheck.usecases.link_reports import reports_of
from factcheck.usecases.pairing import find_pairs

#: The Internet Archive's "Wayback Availability JSON API".
ARCHIVE: Final = "https://archive.org/wayback/available?url="
MOST_ARCHIVE: Final = 100_000

GONE: Final = frozenset({404, 410})
UNTOLD: Final = frozenset({401, 402, 403, 406, 407, 429, 451})

#: Answers after which it is worth asking again.
PASSING: Final = frozenset({0, 408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Politeness:
    """
    How servers are asked.
    """

    #: Seconds between two questions to one server, and for an answer.
    pause: float = 1.0
    patience: float = 20.0

    #: How often an address is asked for, until there is an answer, and seconds in between; no
    #: server is waited for longer.
    tries: int = 3
    wait: float = 5.0
    longest_wait: float = 60.0

    #: How many servers are asked at a time.
    servers: int = 8

    #: Where archived copies are asked for; nowhere, if it is empty.
    archive: str = ARCHIVE
    local: frozenset[str] = frozenset()

    def network(self) -> Network:
        """
        Return what asks.
        """
        return Network(patience=self.patience, local=self.local)


def check_links(
    project: Project,
    today: date,
    age: timedelta,
    polite: Politeness,
    tell: Callable[[str, LinkReport], None],
) -> dict[str, LinkReport]:
    """
    Ask for every address of the digest's evidence that was not asked for lately.

    Args:
        project: Where the seeds are.

        today: What counts as today.

        age: How old an answer may be to be believed.

        polite: How servers are asked.

        tell: Takes each answer when it comes.

    Returns:
        What is known of every address that is cited now, by address.
    """
    cited, recent = cited_addresses(project), today - age
    known = {url: report for url, report in reports_of(project).items() if url in cited}
    # What was asked for tomorrow was not asked for.
    due = [url for url in cited if url not in known or not recent <= known[url].day <= today]
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in due:
        by_host[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(polite.servers) as pool:
        asked = [pool.submit(_ask_server, urls, polite) for urls in by_host.values()]
        for one in asked:
            for url, state, answer in one.result():
                known[url] = _report(state, answer, known.get(url), today)
    network = polite.network()
    for url in due:
        if polite.archive and known[url].state in {LinkState.GONE, LinkState.UNREACHED}:
            known[url] = known[url]._replace(archived=_archived(url, network, polite))
        tell(url, known[url])
    network.close()
    return known


def cited_addresses(project: Project) -> tuple[str, ...]:
    """
    Return every address of a work that any sidecar cites, sorted.
    """
    pairs, _ = find_pairs(project)
    found: set[str] = set()
    for pair in pairs:
        with suppress(OSError):
            data = files.contents(project.root / pair.sidecar, bounds.YAML_BYTES)
            found.update(cited_in(data, pair.sidecar))
    return tuple(sorted(found))


def _ask_server(urls: Iterable[str], polite: Politeness) -> list[tuple[str, LinkState, Answer]]:
    """Ask one server for all that is cited of it, one after the other."""
    network = polite.network()
    manners = Manners(network)
    told: list[tuple[str, LinkState, Answer]] = []
    for url in urls:
        if told:
            time.sleep(polite.pause)
        told.append((url, *_asked(url, network, manners, polite)))
    network.close()
    return told


def _asked(
    url: str, network: Network, manners: Manners, polite: Politeness
) -> tuple[LinkState, Answer]:
    try:
        if not manners.is_allowed(url):
            return LinkState.UNTOLD, Answer(0, "robots.txt asks programs to stay away")
        answer = _patiently(url, network, polite)
    except NotPublic as error:
        return LinkState.NOT_ASKED, Answer(0, str(error))
    return _state(answer), answer


def _patiently(url: str, network: Network, polite: Politeness) -> Answer:
    answer = network.ask(url)
    for turn in range(1, polite.tries):
        wanted = answer.wait if answer.wait is not None else polite.wait * 2 ** (turn - 1)
        if answer.status not in PASSING or wanted > polite.longest_wait:
            break
        time.sleep(wanted)
        answer = network.ask(url)
    return answer


def _state(answer: Answer) -> LinkState:
    if answer.status in GONE:
        return LinkState.GONE
    if answer.status in UNTOLD:
        return LinkState.UNTOLD
    if 200 <= answer.status < 300:  # noqa: PLR2004 - RFC 9110, 15.3
        return LinkState.MOVED if answer.is_moved else LinkState.THERE
    # A server without a name may be this machine without a network: never taken for gone.
    return LinkState.UNREACHED


def _report(
    state: LinkState, answer: Answer, before: LinkReport | None, today: date
) -> LinkReport:
    since = before.since if before and before.state is state else today
    archived = before.archived if before else ""
    return LinkReport(state, today, since, answer.words, answer.leads_to, archived)


def _archived(url: str, network: Network, polite: Politeness) -> str:
    """Ask for an archived copy; nothing where none is known of."""
    told: Any = None
    with suppress(ValueError, RecursionError, NotPublic):
        told = json.loads(network.text(polite.archive + quote(url, safe=""), MOST_ARCHIVE))
    for key in ("archived_snapshots", "closest", "url"):
        told = told.get(key) if isinstance(told, dict) else None
    if not isinstance(told, str) or not is_address(told):
        return ""
    return told.replace("http://", "https://", 1)
