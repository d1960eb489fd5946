"""
Evidence is asked for politely, and what came of it is kept for the build.
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import specimens
from bs4 import BeautifulSoup
from factcheck.adapters.connecting import is_public
from factcheck.adapters.network import Network, NotPublic
from factcheck.model.links import LinkReport, LinkState
from factcheck.reading.link_reports import read_link_reports, written
from factcheck.usecases.link_reports import gone_links, keep, reports_of
from factcheck.usecases.links import Politeness, check_links, cited_addresses
from hypothesis import given
from hypothesis import strategies as st
from sandbox import Sandbox
from specimens import DOCUMENT, SIDECAR, edited

TODAY = date(2026, 11, 23)
WEEK = timedelta(days=7)


MOVES = {
    "/moved": (301, "/there"),
    "/elsewhere": (302, "/there"),
    "/loop": (302, "/loop"),
    "/inwards": (302, "http://10.0.0.1/"),
}
COPY = {"closest": {"url": "http://web.archive.org/web/2026/x", "available": True}}
BODIES = {
    # Lines that no program can read hide none of the others.
    "/robots.txt": b"User-agent: *\nCrawl-delay: \xc2\xb2\nDisallow: //[\nDisallow: /private\n",
    "/wayback": json.dumps({"archived_snapshots": COPY}).encode(),
}


class Server(ThreadingHTTPServer):
    """A server of many moods."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.busy = 0
        self.most_busy = 0
        self.lock = threading.Lock()
        self.released = threading.Event()

    @property
    def address(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}"


#: How long each question is worked on before it is answered, in seconds.
BUSY = 0.01


class Handler(BaseHTTPRequestHandler):
    """Answers as the path says."""

    server: Server

    def do_HEAD(self) -> None:
        self._count()

    def do_GET(self) -> None:
        self._count()

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def _count(self) -> None:
        with self.server.lock:
            self.server.asked[f"{self.command} {self.path}"] += 1
            self.server.busy += 1
            self.server.most_busy = max(self.server.most_busy, self.server.busy)
        # Who asks again as soon as the answer is there does not ask two things at once.
        time.sleep(BUSY)
        with self.server.lock:
            self.server.busy -= 1
        self._answer(self.path.partition("?")[0])

    def _answer(self, path: str) -> None:
        moods = {
            "/slow": self._slow,
            "/endless": self._endless,
            "/nonsense": self._nonsense,
            "/dripping": self._dripping,
        }
        if path in moods:
            moods[path]()
        elif path in MOVES:
            self._send(MOVES[path][0], {"Location": MOVES[path][1]})
        elif path in BODIES:
            self._send(200, body=BODIES[path])
        elif path == "/flaky":
            self._send(200 if self.server.asked["HEAD /flaky"] > 2 else 503, {"Retry-After": "0"})
        elif path == "/packed":
            self._send(404 if self.command == "HEAD" else 200, {"Content-Encoding": "gzip"}, b"x")
        elif path == "/only-get":
            self._send(405 if self.command == "HEAD" else 200)
        else:
            self._send(int(path.removeprefix("/")) if path[1:].isdecimal() else 200)

    def _slow(self) -> None:
        self.server.released.wait(30)

    def _dripping(self) -> None:
        """Each byte is in time; the whole is not."""
        for sign in b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n":
            try:
                self.wfile.write(bytes([sign]))
            except OSError:
                return
            self.server.released.wait(0.2)

    def _nonsense(self) -> None:
        self.wfile.write(b"\x00\xff no protocol\r\n\r\n")

    def _send(self, status: int, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _endless(self) -> None:
        self.send_response(404 if self.command == "HEAD" else 200)
        self.end_headers()
        while self.command != "HEAD" and not self.server.released.is_set():
            try:
                self.wfile.write(b"x" * 65_536)
            except OSError:
                return


@pytest.fixture
def server() -> Iterator[Server]:
    """A server, until the test is over."""
    made = Server()
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.released.set()
    made.shutdown()
    made.server_close()


def polite(server: Server, **others: object) -> Politeness:
    """Ask a server on this machine, without the usual waits."""
    told = {
        "pause": 0.0,
        "patience": 0.5,
        "wait": 0.0,
        "archive": f"{server.address}/wayback?url=",
    }
    return Politeness(local=frozenset({"127.0.0.1"}), **{**told, **others})  # type: ignore[arg-type]


def citing(root: Path, *addresses: str) -> Sandbox:
    """Make a project with a fact-check that cites addresses."""
    sandbox = Sandbox(root)
    works = "".join(
        f"  w{at}:\n    title: W{at}\n    url: {one}\n" for at, one in enumerate(addresses)
    )
    sandbox.seed("specimen.txt", DOCUMENT, edited(SIDECAR, ("claims:\n", f"{works}claims:\n")))
    (root / "content").mkdir(exist_ok=True)
    return sandbox


def asked(root: Path, server: Server, *paths: str) -> dict[str, LinkReport]:
    """Ask for paths of a server, and return what came of each."""
    citing(root, *(f"{server.address}{path}" for path in paths))
    found = check_links(specimens.project(root), TODAY, WEEK, polite(server), lambda *_: None)
    return {url.removeprefix(server.address): report for url, report in found.items()}


STATES = {
    "/there": LinkState.THERE,
    "/404": LinkState.GONE,
    "/410": LinkState.GONE,
    "/401": LinkState.UNTOLD,
    "/403": LinkState.UNTOLD,
    "/500": LinkState.UNREACHED,
    "/slow": LinkState.UNREACHED,
    "/flaky": LinkState.THERE,
    "/moved": LinkState.MOVED,
    "/elsewhere": LinkState.THERE,
    "/loop": LinkState.UNREACHED,
    "/only-get": LinkState.THERE,
    "/endless": LinkState.THERE,
    "/nonsense": LinkState.UNREACHED,
    "/dripping": LinkState.UNREACHED,
    "/packed": LinkState.THERE,
    "/private/x": LinkState.UNTOLD,
}


@pytest.mark.parametrize(("path", "state"), STATES.items())
def test_each_answer_is_understood(
    tmp_path: Path, server: Server, path: str, state: LinkState
) -> None:
    """Slow, flaky, redirecting, looping, endless and dead answers all end, and say what is so.

    Nothing that was packed is unpacked.
    """
    report = asked(tmp_path, server, path)[path]
    assert (report.state, report.day, report.since) == (state, TODAY, TODAY)
    assert report.answer


def test_what_robots_may_not_ask_for_is_not_asked_for(tmp_path: Path, server: Server) -> None:
    """An address that robots.txt forbids is never requested; robots.txt is read once a server."""
    asked(tmp_path, server, "/private/x", "/private/y", "/there")
    assert not [path for path in server.asked if "private" in path]
    assert server.asked["GET /robots.txt"] == 1


def test_a_server_is_asked_one_thing_at_a_time(tmp_path: Path, server: Server) -> None:
    """However many addresses of a server are cited, no two questions are begun within 10 ms."""
    asked(tmp_path, server, *(f"/there/{number}" for number in range(20)))
    assert server.most_busy == 1


def test_what_is_gone_is_looked_for_in_the_archive(tmp_path: Path, server: Server) -> None:
    """For what is gone a copy is named; for what is there none is asked for."""
    found = asked(tmp_path, server, "/404", "/there")
    assert found["/404"].archived == "https://web.archive.org/web/2026/x"
    assert found["/there"].archived == ""
    assert sum("wayback" in path for path in server.asked) == 1


def test_an_answer_is_believed_for_a_while(tmp_path: Path, server: Server) -> None:
    """What was asked for lately is not asked for again; later it is, and keeps since when."""
    found = asked(tmp_path, server, "/404", "/there")
    project = specimens.project(tmp_path)
    keep(project, {f"{server.address}{path}": report for path, report in found.items()})
    before = sum(server.asked.values())
    check_links(project, TODAY + WEEK, WEEK, polite(server), lambda *_: None)
    assert sum(server.asked.values()) == before
    later = check_links(project, TODAY + 2 * WEEK, WEEK, polite(server), lambda *_: None)
    gone = later[f"{server.address}/404"]
    assert (gone.day, gone.since) == (TODAY + 2 * WEEK, TODAY)


def test_what_is_cited_no_more_is_forgotten(tmp_path: Path, server: Server) -> None:
    """The file tells of what the digest cites, and of nothing else."""
    project = specimens.project(tmp_path)
    keep_in = citing(tmp_path, f"{server.address}/there")
    old = LinkReport(LinkState.GONE, TODAY, TODAY, "404 Not Found")
    keep(project, {"https://example.org/old": old})
    found = check_links(project, TODAY, WEEK, polite(server), lambda *_: None)
    assert list(found) == [f"{server.address}/there"]
    assert keep_in.root == tmp_path


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://192.168.1.1/",
        "http://[fe80::1]/",
        "http://2130706433/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::10.0.0.1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[2002:a00:1::1]/",
        "http://[fec0::1]/",
        "http://[ff0e::1]/",
        "http://224.0.0.1/",
    ],
)
def test_nobodys_own_network_is_asked(url: str) -> None:
    """A verdict cannot make the machine ask its neighbours, by whatever name."""
    network = Network(patience=0.5)
    with pytest.raises(NotPublic):
        network.ask(url)
    network.close()


@pytest.mark.parametrize(
    ("address", "is_there"),
    [("1.1.1.1", True), ("64:ff9b::101:101", True), ("2606:4700::1111", True), ("3fff::1", False)],
)
def test_everybodys_servers_are_asked(address: str, *, is_there: bool) -> None:
    """Public servers are, also those behind a NAT64; an example's address is not."""
    assert is_public(address) is is_there


@pytest.mark.parametrize("url", ["https://xn--a.example/", "https://a_é.example/"])
def test_a_name_that_no_server_can_have_is_told(tmp_path: Path, server: Server, url: str) -> None:
    """An address that no program can ask for does not keep the others from being asked for."""
    citing(tmp_path, url, f"{server.address}/there")
    project = specimens.project(tmp_path)
    found = check_links(project, TODAY, WEEK, polite(server, archive=""), lambda *_: None)
    assert found[url].state is LinkState.UNREACHED
    assert found[f"{server.address}/there"].state is LinkState.THERE


def test_an_answer_from_the_future_is_not_believed(tmp_path: Path, server: Server) -> None:
    """A day that has not come yet keeps nobody from asking."""
    asked(tmp_path, server, "/404")
    project, url = specimens.project(tmp_path), f"{server.address}/404"
    keep(project, {url: LinkReport(LinkState.THERE, date(9999, 12, 31), TODAY, "200 OK")})
    found = check_links(project, TODAY, WEEK, polite(server), lambda *_: None)
    assert found[url].state is LinkState.GONE


@pytest.mark.parametrize("copy", ["javascript:alert(1)", "//example.org/", "https://a b/"])
def test_a_copy_is_named_only_where_a_page_may_lead(tmp_path: Path, copy: str) -> None:
    """Whoever writes the file of reports cannot make a page run or hide anything."""
    citing(tmp_path)
    project, url = specimens.project(tmp_path), "https://example.org/a"
    keep(project, {url: LinkReport(LinkState.GONE, TODAY, TODAY, "404", "", copy)})
    assert gone_links(project)[url].archived == ""


def test_a_redirect_into_somebodys_network_is_not_followed(server: Server) -> None:
    """Each step of a redirect is looked at, not the first alone."""
    network = Network(patience=0.5, local=frozenset({"127.0.0.1"}))
    assert network.ask(f"{server.address}/moved").status == 200
    with pytest.raises(NotPublic):
        network.ask(f"{server.address}/inwards")
    network.close()


def test_only_what_works_are_cited_from_is_asked_for(tmp_path: Path) -> None:
    """Addresses of works and evidence are asked for; broken ones are not."""
    sandbox = citing(
        tmp_path, "https://example.org/a", "ftp://example.org/b", "'https://exa mple.org/'"
    )
    (sandbox.root / "seeds/broken.txt").write_text("x", encoding="utf-8")
    (sandbox.root / "seeds/broken.verdict.yaml").write_bytes(b"\xff\xfe")
    assert cited_addresses(specimens.project(tmp_path)) == ("https://example.org/a",)


@pytest.mark.parametrize(
    ("archived", "words"),
    [
        ("", "(gone on 23 November 2026)"),
        (
            "https://web.archive.org/web/2026/x",
            "(archived; the original was gone on 23 November 2026)",
        ),
    ],
)
def test_readers_are_told_what_is_gone(sandbox: Sandbox, archived: str, words: str) -> None:
    """A page says that an original is gone and leads to the copy; others are left as they were."""
    url = "https://example.org/a"
    sidecar = edited(SIDECAR, ("does not exist\n", f"does not exist\n    url: {url}\n"))
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    other = edited(SIDECAR, ("status: published", "status: published\nslug: other"))
    sandbox.seed("other.txt", DOCUMENT, other)
    sandbox.pelican()
    before = (sandbox.output / "checks/other/index.html").stat().st_mtime_ns
    report = LinkReport(LinkState.GONE, TODAY, TODAY, "404 Not Found", "", archived)
    keep(specimens.project(sandbox.root), {url: report})
    sandbox.pelican()
    page = BeautifulSoup((sandbox.output / "checks/specimen/index.html").read_bytes(), "lxml")

    told = [one.parent for one in page.select("cite.work__title") if one.parent]
    assert words in " ".join(page.get_text().split())
    assert told[0].get("href") == (archived or url)
    assert (sandbox.output / "checks/other/index.html").stat().st_mtime_ns == before


REPORTS = st.builds(
    LinkReport,
    st.sampled_from(LinkState),
    st.dates(),
    st.dates(),
    st.text(),
    st.text(),
    st.text(),
)


@given(st.dictionaries(st.text(), REPORTS))
def test_reports_come_back_as_they_were_written(reports: dict[str, LinkReport]) -> None:
    """Whatever servers answer, the file holds it whole."""
    assert read_link_reports(written(reports)) == reports


@given(
    st.binary(max_size=200)
    | st.builds(
        lambda one: json.dumps(one).encode(),
        st.dictionaries(
            st.text(),
            st.dictionaries(
                st.sampled_from(["state", "day", "since", "answer"]), st.text() | st.integers()
            ),
        ),
    )
)
def test_a_broken_file_of_reports_is_none(data: bytes) -> None:
    """A file of reports that somebody has broken costs no build: it is as if nobody had asked."""
    read_link_reports(data)


def test_a_report_that_no_file_can_hold_is_none() -> None:
    """Half a character, which JSON can name, is not taken over to fail when it is written."""
    told = {"state": "gone", "day": "2026-11-23", "since": "2026-11-23", "answer": "\ud800"}
    assert read_link_reports(json.dumps({"https://example.org/": told}).encode()) == {}


def test_a_link_in_the_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    """Whoever puts a link there can have nothing else read, and nothing else overwritten."""
    citing(tmp_path)
    project, report = specimens.project(tmp_path), LinkReport(LinkState.GONE, TODAY, TODAY, "404")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(written({"https://example.org/": report}))
    (project.content / "links.json").symlink_to(elsewhere)
    assert reports_of(project) == {}
    keep(project, {})
    assert read_link_reports(elsewhere.read_bytes()) == {"https://example.org/": report}
    assert reports_of(project) == {}
    assert not (project.content / "links.json").is_symlink()


def test_the_command_keeps_what_it_found(sandbox: Sandbox) -> None:
    """Where nothing can be asked for, the command says so, and what is kept is readable."""
    sandbox.seed(
        "specimen.txt",
        DOCUMENT,
        SIDECAR.replace("does not exist\n", "does not exist\n    url: http://127.0.0.1:1/\n"),
    )
    done = sandbox.factcheck("links", "--no-archive")
    assert (done.returncode, done.stderr) == (0, "")
    assert "not-asked: http://127.0.0.1:1/ (127.0.0.1 is not a public server)" in done.stdout
    assert done.stdout.endswith("One address: content/links.json\n")
    (report,) = reports_of(specimens.project(sandbox.root)).values()
    assert report.state is LinkState.NOT_ASKED
