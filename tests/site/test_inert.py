"""
What looks like an instruction in a seed or a sidecar is text, and does nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from sandbox import Sandbox, verdict

PRIVATE = "This file is nobody's to publish."

LINES = (
    "save_as: ../../stolen.html",
    "Title: taken for a title",
    "{attach}/secret.txt and |attach|/secret.txt",
    "{static}/secret.txt and {filename}/secret.txt",
    "{{ 7 * 7 }} and {% include 'base.html' %} and {# gone? #}",
    "<script>alert(1)</script> <b>bold</b> <img src=x onerror=alert(1)>",
    "5 < 6 and 7 > 4 and C:\\dir and AT&amp;T",
    "[link](javascript:alert(1)) and ${HOME} and $(id) and `id`",
    "the words that are quoted",
)


def shown(output: Path) -> str:
    html = (output / "checks" / "specimen" / "index.html").read_text(encoding="utf-8")
    seed = BeautifulSoup(html, "lxml").select_one(".seed")
    assert seed is not None
    for number in seed.select(".mark-link"):
        number.decompose()
    return " ".join(seed.get_text(" ").split())


@pytest.mark.parametrize("ending", [".txt", ".TXT"])
def test_instructions_in_a_text_file_are_shown_as_text(
    sandbox: Sandbox, build: Callable[..., Path], ending: str
) -> None:
    """Every line of a text file that looks like an instruction to some program is shown as is."""
    (sandbox.root / "content" / "secret.txt").write_text(PRIVATE)
    (sandbox.root / "seeds").mkdir(exist_ok=True)
    sandbox.seed(f"specimen{ending}", "\n".join(LINES), verdict("the words that are quoted"))
    output = build()
    text = shown(output)

    for line in LINES:
        assert line in text
    assert_nothing_happened(sandbox, output)


def test_instructions_in_markdown_are_shown_as_text(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """In a Markdown document only Markdown means anything: front matter and HTML are text."""
    (sandbox.root / "content" / "secret.txt").write_text(PRIVATE)
    sandbox.seed("specimen.md", "\n\n".join(LINES), verdict("the words that are quoted"))
    output = build()
    text = shown(output)

    for line in (*LINES[:5], LINES[5]):
        assert line in text
    assert "5 < 6 and 7 > 4 and C:\\dir and AT&T" in text
    assert_nothing_happened(sandbox, output)


def test_instructions_in_html_are_shown_as_text(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """In a web page template signs are text, and scripts, handlers and frames are gone."""
    (sandbox.root / "content" / "secret.txt").write_text(PRIVATE)
    page = "".join(f"<p>{line}</p>" for line in (*LINES[:5], LINES[8]))
    page += "<script>alert(1)</script><p onclick='alert(1)'>clicked</p>"
    page += "<a href='{attach}/secret.txt'>attached</a> <a href='javascript:alert(1)'>run</a>"
    page += "<iframe srcdoc='<script>alert(1)</script>'></iframe><base href='https://a.example/'>"
    sandbox.seed("specimen.html", page, verdict("the words that are quoted"))
    output = build()
    text = shown(output)

    for line in LINES[:5]:
        assert line in text
    assert "clicked" in text
    assert "alert(1)" not in text
    assert_nothing_happened(sandbox, output)


def test_instructions_in_a_sidecar_are_shown_as_text(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """Fields of a sidecar are escaped wherever HTML could be seen: all but tables of data."""
    hostile = "</script><script>alert(1)</script>{attach}/secret.txt{{ 7 * 7 }}\u2028<b>"
    sidecar = verdict("the words", title=f"'{hostile}'").replace(
        "The specimen says so.", f"'{hostile}'"
    )
    sidecar = sidecar.replace("A specimen for a test.", f"'{hostile}'")
    sidecar = sidecar.replace("Nothing was looked for.", f"'{hostile}'")
    sandbox.seed("specimen.txt", "the words", sidecar)
    output = build()
    checked = 0
    for path in output.rglob("*.*"):
        content = path.read_text(encoding="utf-8", errors="replace")

        if path.suffix in {".md", ".txt"}:
            content = MarkdownIt().render(content)

        assert "<script>alert" not in content or path.suffix in {".csv", ".sqlite"}, path
        assert "{{ 7 * 7 }}" in content or "alert(1)" not in content, path
        checked += "alert(1)" in content
    assert checked >= 4
    assert_nothing_happened(sandbox, output)


def test_hostile_markdown_in_an_explanation_is_text_or_harmless(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """Raw HTML, images and script addresses in an explanation never become elements."""
    explanation = (
        "    explanation: |\n"
        "      <script>alert(1)</script> <img src=x onerror=alert(1)>\n"
        "      ![picture](https://a.example/x.png) [run](javascript:alert(1))\n"
        "      [data](data:text/html,x) [good](https://a.example/page) # not a heading\n"
    )
    sandbox.seed("specimen.txt", "the words", verdict("the words") + explanation)
    output = build()
    page = output / "checks" / "specimen" / "first.html"
    soup = BeautifulSoup(page.read_bytes(), "lxml")
    main = soup.find("main")
    assert main is not None

    assert main.find_all(["script", "img"]) == []
    addresses = [str(link["href"]) for link in main.find_all("a")]
    assert "https://a.example/page" in addresses
    assert not any(address.startswith(("javascript", "data")) for address in addresses)
    assert "<script>alert(1)</script>" in main.get_text()


def assert_nothing_happened(sandbox: Sandbox, output: Path) -> None:
    names = {path.name for path in sandbox.root.rglob("*")}
    html = "".join(path.read_text(encoding="utf-8") for path in output.rglob("*.html"))

    assert "stolen.html" not in names
    assert not any(path.name == "secret.txt" for path in output.rglob("*"))
    assert PRIVATE not in html
    assert "<script>alert" not in html
    assert "onerror=" not in html.replace("onerror=alert(1)&gt;", "")
    assert 'href="javascript' not in html
