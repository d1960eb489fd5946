"""
Addresses asked for over the network, politely, and never within somebody's own.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.robotparser import RobotFileParser

import httpx

#: What we call ourselves (RFC 9110, 10.1.5), and are called in robots.txt.
AGENT: Final = "factcheck-links"

#: Of an answer no more is read than shows that it is one.
MOST_BYTES: Final = 65_536

#: Of a robots.txt no more is read than RFC 9309, 2.5 asks for.
MOST_ROBOTS: Final = 512_000
MOST_REDIRECTS: Final = 10
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


class NotPublic(Exception):  # noqa: N818 - says which, in a sentence
    """An address leads into somebody's own network."""


class Network:
    """
    Asks for addresses.
    """

    def __init__(self, *, patience: float = 20.0, local: frozenset[str] = frozenset()) -> None:
        """
        Begin to ask.

        Args:
            patience: Seconds to wait for a server at each step.

            local: Addresses (IP) that are asked though they are not public. A verdict from a
                stranger must not make a build server ask its neighbours.
        """
        self._client = httpx.Client(
            transport=_Public(local),
            timeout=patience,
            follow_redirects=False,
            headers={"User-Agent": AGENT, "Accept": "*/*"},
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
        try:
            with self._client.stream("GET", url) as response:
                if response.status_code != httpx.codes.OK:
                    return ""
                return _begun(response.iter_bytes(), most).decode(errors="replace")
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, UnicodeError, ValueError):
            return ""

    def _followed(self, method: str, url: str) -> Answer:
        start, is_moved = url, True
        for _ in range(MOST_REDIRECTS):
            with self._client.stream(method, url) as response:
                _begun(response.iter_bytes(), MOST_BYTES)
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
        origin = str(httpx.URL(url).join("/robots.txt"))
        rules = self._rules.get(origin)
        if rules is None:
            rules = self._rules[origin] = RobotFileParser()
            rules.parse(self._network.text(origin, MOST_ROBOTS).splitlines())
        return rules.can_fetch(AGENT, url)


class _Public(httpx.BaseTransport):
    """Looks a name up once, and connects to what was looked at: a name may lead elsewhere next."""

    def __init__(self, local: frozenset[str]) -> None:
        limits = httpx.Limits(max_keepalive_connections=0)
        self._inner = httpx.HTTPTransport(trust_env=False, limits=limits)
        self._local = local

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.scheme not in {"http", "https"}:
            msg = f"{request.url.scheme} is not asked for"
            raise httpx.UnsupportedProtocol(msg)
        host = request.url.host
        try:
            found = socket.getaddrinfo(
                host, request.url.port or request.url.scheme, type=socket.SOCK_STREAM
            )
        except socket.gaierror as error:
            raise httpx.ConnectError(str(error)) from error
        address = str(found[0][4][0])
        bare = ipaddress.ip_address(address.partition("%")[0])
        if not bare.is_global and address not in self._local:
            msg = f"{host} is not a public server"
            raise NotPublic(msg)
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


def _begun(chunks: Iterator[bytes], most: int) -> bytes:
    """Read no more than the beginning: an answer may never end."""
    read = b""
    for chunk in chunks:
        read += chunk
        if len(read) >= most:
            break
    return read[:most]


def _seconds(told: str) -> float | None:
    return float(told) if told.isdecimal() and len(told) < 10 else None  # noqa: PLR2004
