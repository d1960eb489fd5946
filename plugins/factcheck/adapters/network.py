"""
Addresses asked for over the network, politely, and never within somebody's own.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from urllib.robotparser import RobotFileParser

import httpx

from factcheck.adapters.connecting import Deadline, NotPublic, Public

__all__ = ["Answer", "Manners", "Network", "NotPublic"]

#: What we call ourselves (RFC 9110, 10.1.5), and are called in robots.txt.
AGENT: Final = "factcheck-links"

#: Of an answer no more is read than shows that it is one.
MOST_BYTES: Final = 65_536

#: Of a robots.txt no more is read than RFC 9309, 2.5 asks for.
MOST_ROBOTS: Final = 512_000
MOST_REDIRECTS: Final = 10
#: For an answer as a whole we wait so many times as long as for a step of it.
STEPS: Final = 3
PERMANENT: Final = frozenset({301, 308})

#: Servers that do not answer HEAD may answer GET.
NOT_FOR_HEAD: Final = frozenset({400, 403, 404, 405, 406, 410, 501, 503})


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What came of asking for an address.
    """

    #: The status (RFC 9110, 15) of the last answer; 0 if there was none.
    status: int

    #: In a few words.
    words: str

    #: Where it led in the end, and whether every step said that it is for good.
    leads_to: str = ""
    is_moved: bool = False

    #: Seconds that the server asks to wait; none if it does not.
    wait: float | None = None


class Network:
    """
    Asks for addresses.
    """

    def __init__(self, *, patience: float = 20.0, local: frozenset[str] = frozenset()) -> None:
        """
        Begin to ask.

        Args:
            patience: Seconds to wait for a server at each step; for an answer as a whole, however
                many steps lead to it, a few times as long.

            local: Addresses (IP) that are asked though they are not public. A verdict from a
                stranger must not make a build server ask its neighbours.
        """
        self._whole = patience * STEPS
        self._deadline = Deadline()
        self._client = httpx.Client(
            transport=Public(local, self._deadline),
            timeout=patience,
            follow_redirects=False,
            headers={"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"},
            trust_env=False,
        )

    def close(self) -> None:
        """
        End asking.
        """
        self._client.close()

    def ask(self, url: str) -> Answer:
        """
        Ask whether an address leads anywhere.

        Raises:
            NotPublic: If it leads into somebody's own network.
        """
        self._deadline.set(self._whole)
        try:
            answer = self._followed("HEAD", url)
            return self._followed("GET", url) if answer.status in NOT_FOR_HEAD else answer
        except httpx.ConnectError as error:
            unknown = isinstance(error.__cause__, socket.gaierror)
            return Answer(0, "no such server" if unknown else "no connection")
        except httpx.TimeoutException:
            return Answer(0, "no answer in time")
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            ssl.SSLError,
            UnicodeError,
            ValueError,
        ) as error:
            return Answer(0, type(error).__name__)

    def text(self, url: str, most: int) -> str:
        """
        Return what stands at an address, as text; empty where nothing does.

        Raises:
            NotPublic: If it leads into somebody's own network.
        """
        self._deadline.set(self._whole)
        try:
            with self._client.stream("GET", url) as response:
                if response.status_code != httpx.codes.OK:
                    return ""
                return _begun(response.iter_raw(), most).decode(errors="replace")
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, UnicodeError, ValueError):
            return ""

    def _followed(self, method: str, url: str) -> Answer:
        start, is_moved = url, True
        for _ in range(MOST_REDIRECTS):
            with self._client.stream(method, url) as response:
                _begun(response.iter_raw(), MOST_BYTES)
                status, following = response.status_code, response.next_request
                words = f"{status} {response.reason_phrase}".strip()
                wait = _seconds(response.headers.get("Retry-After", ""))
            if following is None:
                leads_to = url if url != start else ""
                return Answer(status, words, leads_to, bool(leads_to) and is_moved, wait)
            is_moved = is_moved and status in PERMANENT
            url = str(following.url)
        return Answer(0, f"more than {MOST_REDIRECTS} redirects")


class Manners:
    """
    What a server's robots.txt allows (RFC 9309).
    """

    def __init__(self, network: Network) -> None:
        """
        Take what asks.
        """
        self._network = network
        self._rules: dict[str, RobotFileParser] = {}

    def is_allowed(self, url: str) -> bool:
        """
        Tell whether a program may ask for an address.

        Raises:
            NotPublic: If it leads into somebody's own network.
        """
        try:
            origin = str(httpx.URL(url).join("/robots.txt"))
        except (httpx.InvalidURL, ValueError):
            return True  # it leads to no server; asking says so
        rules = self._rules.get(origin)
        if rules is None:
            told = self._network.text(origin, MOST_ROBOTS)
            rules = self._rules[origin] = RobotFileParser()
            rules.parse(filter(_is_understood, told.splitlines()))
        return rules.can_fetch(AGENT, url)


def _begun(chunks: Iterator[bytes], most: int) -> bytes:
    """Read no more than the beginning, as it was sent: neither it nor what is packed may end."""
    read = b""
    for chunk in chunks:
        read += chunk
        if len(read) >= most:
            break
    return read[:most]


def _is_understood(line: str) -> bool:
    """Tell whether a rule can be read; what cannot is passed over (RFC 9309, 2.3.1.5)."""
    with suppress(ValueError):
        RobotFileParser().parse(("User-agent: *", line))
        return True
    return False


def _seconds(told: str) -> float | None:
    return float(told) if told.isdecimal() and len(told) < 10 else None  # noqa: PLR2004
