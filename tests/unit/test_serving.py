from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factcheck.usecases.serving import Folder, make_server, type_of

Ask = Callable[..., tuple[int, str]]


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Serve a small site below /digest/."""
    folder = tmp_path / "output"
    (folder / "about").mkdir(parents=True)
    (folder / "empty").mkdir()
    (folder / "embed").mkdir()
    (folder / "embed" / "framed.html").write_text("framed")
    (folder / "index.html").write_text("front")
    (folder / "about" / "index.html").write_text("about")
    (folder / "404.html").write_text("the site's own page")
    (tmp_path / "private.txt").write_text("private")
    (folder / "link.txt").symlink_to(tmp_path / "private.txt")
    server = make_server(Folder(folder), "/digest/", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(port: int) -> Ask:
    """Return a way to ask for a path of the site."""

    def get(
        path: str, host: str = "localhost", method: str = "GET", **headers: str
    ) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": host, **told})
        answer = connection.getresponse()
        told = (answer.status, answer.read().decode())
        connection.close()
        return told

    return get


def guard(port: int, path: str) -> tuple[str, str]:
    """Return what is said of frames with a path: by the policy, and by the older header."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    policies = answer.headers.get_all("Content-Security-Policy", [])
    assert len(policies) == 1
    connection.close()
    return policies[0].rpartition("; ")[2], answer.headers.get("X-Frame-Options", "")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/digest/", (200, "front")),
        ("/digest/index.html", (200, "front")),
        ("/digest/about/", (200, "about")),
        ("/digest/about/?q=1", (200, "about")),
        ("/digest/nothing", (404, "the site's own page")),
        ("/digest/empty/", (404, "the site's own page")),
        ("/elsewhere", (404, "the site's own page")),
        ("/about/", (404, "the site's own page")),
    ],
)
def test_files_are_served_below_the_base_path(
    ask: Ask, path: str, expected: tuple[int, str]
) -> None:
    """What stands in the folder answers below the base path; all else is the site's own 404."""
    assert expected == ask(path)


@pytest.mark.parametrize(
    "path",
    [
        "/digest/../private.txt",
        "/digest/%2e%2e/private.txt",
        "/digest/..%2fprivate.txt",
        "/digest/about/../../private.txt",
        "/digest//../private.txt",
        "/digest/link.txt",
        "/digest/%00",
        "/digest/index.html%00.txt",
    ],
)
def test_nothing_outside_the_folder_is_served(ask: Ask, path: str) -> None:
    """No spelling of a path, and no link in the folder, leads out of it."""
    status, body = ask(path)

    assert status == 404
    assert "private" not in body


def test_the_bare_root_leads_to_the_base_path(ask: Ask) -> None:
    """Who asks for / is sent to where the site stands."""
    status, _ = ask("/")

    assert status == 302


def test_another_hosts_name_is_refused(ask: Ask) -> None:
    """A page elsewhere cannot read the preview through a name that points here."""
    status, body = ask("/digest/", host="rebound.example")

    assert status == 421
    assert "front" not in body


def test_nothing_is_taken_by_post(ask: Ask) -> None:
    """Only reading is answered."""
    status, _ = ask("/digest/", method="POST")

    assert status == 501


@pytest.mark.parametrize("host", ["localhost.", "127.0.0.1:1@evil", "127.0.0.1.evil", ""])
def test_no_spelling_of_another_host_is_taken(ask: Ask, host: str) -> None:
    """Only this machine's own names, with a port or without, are answered."""
    assert ask("/digest/", host=host)[0] == 421


@pytest.mark.parametrize("path", ["/digest/" + "a" * 400, "/digest/theme/" + "a" * 300])
def test_a_path_that_no_file_can_have_is_not_found(ask: Ask, path: str) -> None:
    """An address beyond any file system is answered like every other that leads nowhere."""
    assert ask(path)[0] == 404


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("place", ["empty", "image", "script", "iframe", "style"])
def test_no_other_page_may_ask(ask: Ask, site: str, place: str) -> None:
    """A page of another site, or of another port here, learns nothing of drafts."""
    status, told = ask("/digest/", Sec_Fetch_Site=site, Sec_Fetch_Dest=place)

    assert status == 403
    assert "front" not in told


@pytest.mark.parametrize(
    ("site", "place"),
    [("none", "document"), ("cross-site", "document"), ("same-origin", "style")],
)
def test_links_from_anywhere_lead_here(ask: Ask, site: str, place: str) -> None:
    """An editor may follow a link, type the address, and the site's own pages load their parts."""
    assert ask("/digest/", Sec_Fetch_Site=site, Sec_Fetch_Dest=place) == (200, "front")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("claims.csv", "text/csv; charset=utf-8"),
        ("claims.jsonl", "application/jsonl"),
        ("claims.json", "application/json; charset=utf-8"),
        ("factcheck.sqlite", "application/vnd.sqlite3"),
    ],
)
def test_data_is_served_as_what_it_is(name: str, expected: str) -> None:
    """Files of data have their media types, whatever the machine's own tables lack."""
    assert type_of(name) == expected


@pytest.mark.parametrize("path", ["/", "/digest/", "/digest/about/", "/digest/nothing", "/embed/"])
def test_no_page_but_embeds_may_be_framed(port: int, path: str) -> None:
    """What is answered says that nobody may frame it, as a host does that reads ``_headers``."""
    assert guard(port, path) == ("frame-ancestors 'none'", "DENY")


def test_embeds_come_as_from_a_host_and_not_to_strangers(port: int, ask: Ask) -> None:
    """An embed has the policy that it will have; until it is published nobody else may show it."""
    assert guard(port, "/digest/embed/framed.html") == ("frame-ancestors *", "")
    framing = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "iframe"}
    assert ask("/digest/embed/framed.html", **framing)[0] == 403
    assert ask("/digest/embed/framed.html") == (200, "framed")
