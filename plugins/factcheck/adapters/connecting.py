"""
Connections to public servers only, none of which lasts longer than it may.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, Final

import httpcore
import httpx

#: All that is routed of IPv6 (RFC 4291, 2.4): whatever else there is leads to somebody's own
#: network, or carries an address that does.
ROUTED: Final = IPv6Network("2000::/3")

#: Addresses that carry one of IPv4 in their last bits, for servers behind a NAT64 (RFC 6052).
TRANSLATED: Final = IPv6Network("64:ff9b::/96")

#: Not for servers (RFC 9637).
DOCUMENTATION: Final = IPv6Network("3fff::/20")


class NotPublic(Exception):  # noqa: N818 - says which, in a sentence
    """An address leads into somebody's own network."""


class Deadline:
    """
    Until when an answer has to be there.
    """

    def __init__(self) -> None:
        """
        Begin without one.
        """
        self._until = float("inf")

    def set(self, seconds: float) -> None:
        """
        Wait so long from now on.
        """
        self._until = time.monotonic() + seconds

    def left(self, patience: float | None) -> float:
        """
        Return how many seconds a step may take.

        Args:
            patience: How many it might take by itself.

        Raises:
            httpcore.ReadTimeout: If none are left.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            msg = "no answer in time"
            raise httpcore.ReadTimeout(msg)
        return left if patience is None else min(left, patience)


class Public(httpx.BaseTransport):
    """
    Looks a name up once, and connects to what was looked at: a name may lead elsewhere next.
    """

    def __init__(self, local: frozenset[str], deadline: Deadline) -> None:
        """
        Begin to connect.

        Args:
            local: Addresses (IP) that are asked though they are not public.

            deadline: Of whatever is asked.
        """
        self._inner = _Transport(deadline)
        self._local = local

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """
        Send a request.

        Raises:
            NotPublic: If it would lead into somebody's own network.
        """
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
        if not is_public(address) and address not in self._local:
            msg = f"{host} is not a public server"
            raise NotPublic(msg)
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)
        return self._inner.handle_request(request)

    def close(self) -> None:
        """
        End connecting.
        """
        self._inner.close()


def is_public(address: str) -> bool:
    """
    Tell whether a server that anybody may ask stands at an address (IP).
    """
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        carried = _carried(found)
        if carried is None:
            is_routed = found in ROUTED and found not in DOCUMENTATION
            return is_routed and found.is_global and not found.is_multicast
        found = carried
    return found.is_global and not found.is_multicast


def _carried(address: IPv6Address) -> IPv4Address | None:
    """Return the address of IPv4 to which one of IPv6 leads."""
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


class _Transport(httpx.HTTPTransport):
    """What every step of has a deadline: a server may send a byte now and then, for days."""

    def __init__(self, deadline: Deadline) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_keepalive_connections=0,
            network_backend=_Timed(deadline),
        )


class _Timed(httpcore.SyncBackend):
    """Connects within a deadline."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        stream = super().connect_tcp(host, port, left, local_address, socket_options)
        return _TimedStream(stream, self._deadline)


class _TimedStream(httpcore.NetworkStream):
    """Reads and writes within a deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: Any,  # noqa: ANN401 - as its base has it
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        inner = self._stream.start_tls(ssl_context, server_hostname, left)
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as its base has it
        return self._stream.get_extra_info(info)
