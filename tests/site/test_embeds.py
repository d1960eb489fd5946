"""
What other sites show in a frame, and what they are told of it.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Rating
from factcheck.model.vocabulary import ChangeKind, Status
from factcheck.usecases.read import Contents
from jsonschema import Draft202012Validator
from sandbox import Sandbox, verdict

from judge.hosting import rules, told

HOST = "https://example.org"

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"

#: What a frame may weigh with its style sheets, in bytes, compressed as hosts do it.
LIGHT = 10_000

#: Of a rich response (https://oembed.com, 2.3.4 and 2.3.4.4).
OEMBED = {
    "type": "object",
    "required": ["type", "version", "html", "width", "height"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "rich"},
        "version": {"const": "1.0"},
        "title": {"type": "string", "minLength": 1},
        "author_name": {"type": "string", "minLength": 1},
        "provider_name": {"const": "The Example Desk"},
        "provider_url": {"const": f"{HOST}/"},
        "cache_age": {"type": "integer", "minimum": 0},
        "html": {"type": "string", "pattern": "^<iframe [^<>]*></iframe>$"},
        "width": {"type": "integer", "minimum": 300, "maximum": 800},
        "height": {"type": "integer", "minimum": 150, "maximum": 1200},
    },
}


def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "lxml")


def one(soup: BeautifulSoup, selector: str) -> Tag:
    (found,) = soup.select(selector)
    return found


def words(soup: BeautifulSoup, selector: str) -> str:
    return " ".join(one(soup, selector).get_text().split())


def framed(contents: Contents) -> Iterator[tuple[FactCheck, str]]:
    """Give every published fact-check with the name of each of its embeds."""
    for check in contents.checks:
        if check.verdict.status is Status.PUBLISHED:
            yield from ((check, name) for name in ("index", *(c.claim.id for c in check.claims)))


def code_in(soup: BeautifulSoup) -> Tag:
    """Return the frame that the code on a page makes where it is pasted."""
    (shown,) = [text for text in copied(soup) if text.startswith("<iframe")]
    return pasted(shown)


def copied(soup: BeautifulSoup) -> list[str]:
    return [pre.get_text() for pre in soup.select("pre[data-copy]")]


def pasted(code: str) -> Tag:
    """Return the one element that some code makes."""
    return one(BeautifulSoup(code, "lxml"), "body *")


def test_embeds_alone_may_be_framed(site: Path) -> None:
    """A host that reads ``_headers`` sends one policy with each file: frames for embeds alone."""
    found = tuple(rules(site))
    embeds = 0
    for path in site.rglob("*.*"):
        name = path.relative_to(site).as_posix()
        if name.startswith((".", "_")):
            continue
        is_embed = name.startswith("embed/")
        for asked in {name, re.sub(r"(^|/)index\.html$", r"\1", name)}:
            sent = told(f"/{asked}", found)
            policy = sent["Content-Security-Policy"]

            assert ("frame-ancestors *" if is_embed else "frame-ancestors 'none'") in policy, asked
            assert policy.count("default-src") == 1, asked
            assert ("X-Frame-Options" in sent) is not is_embed, asked
            assert sent["X-Content-Type-Options"] == "nosniff"
        embeds += is_embed
    assert embeds > 100


def test_every_claim_and_fact_check_has_an_embed(site: Path, contents: Contents) -> None:
    """Below embed/ stands a page for each fact-check and claim that readers may see; no other."""
    folders = {check.slug for check, _ in framed(contents)}
    gone = {c.slug for c in contents.checks if c.verdict.status is Status.WITHDRAWN}
    for check, name in framed(contents):
        assert (site / "embed" / check.slug / f"{name}.html").is_file()

    assert {path.name for path in (site / "embed").iterdir()} == {*folders, *gone, "404.html"}
    assert gone


def expected(check: FactCheck, name: str) -> tuple[str, Rating | None, str]:
    """Return what an embed must say: its heading, the rating and the reason."""
    for ruled in check.claims:
        if ruled.claim.id == name:
            return ruled.claim.claim, ruled.rating, ruled.claim.reason
    said = check.verdict
    return said.title, check.rating, said.reason or said.summary


def test_an_embed_says_what_was_found(site: Path, contents: Contents) -> None:
    """Rating by word and shape, claim, reason, desk and day stand in the frame, and a way on."""
    rated = 0
    for check, name in framed(contents):
        soup = page(site / "embed" / check.slug / f"{name}.html")
        heading, rating, reason = expected(check, name)

        assert words(soup, "h1") == " ".join(heading.split())
        assert words(soup, ".embed__reason") == " ".join(reason.split())
        assert "The Example Desk" in words(soup, ".kicker")
        assert one(soup, "time")["datetime"] == check.verdict.published.text
        if rating:
            assert words(soup, ".badge") == rating.label_in(check.verdict.language)
            assert one(soup, ".badge .shape")
            rated += 1
        changes = check.verdict.changes_of("" if name == "index" else name)
        is_corrected = ChangeKind.CORRECTION in {change.kind for change in changes}
        assert len(soup.select(".embed__notice")) == check.verdict.sample + is_corrected
        link = one(soup, "a")
        assert (link["target"], link["rel"]) == ("_blank", ["noopener"])
        part = "" if name == "index" else f"{name}.html"
        assert link["href"] == f"/checks/{check.slug}/{part}"
        assert one(soup, "link[rel=canonical]")["href"] == f"{HOST}/checks/{check.slug}/{part}"
    assert rated > 80


def test_an_embed_is_light_and_does_nothing(site: Path) -> None:
    """An embed has no script and no field, search engines pass it over, and it weighs little."""
    sheet = site / "theme" / "css" / "embed.css"
    parts = re.findall(r'@import url\("([^"]+)"\)', sheet.read_text(encoding="utf-8"))
    styles = sum(
        len(gzip.compress(path.read_bytes(), 6))
        for path in (sheet, *(sheet.with_name(name) for name in parts))
    )
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert len(parts) > 3
    assert "/embed/" not in sitemap
    for path in (site / "embed").rglob("*.html"):
        soup = page(path)
        (style,) = soup.select("link[rel=stylesheet]")

        assert style["href"] == "/theme/css/embed.css"
        assert soup.select("script, form, input, button, iframe, img, style, [style]") == []
        assert one(soup, "meta[name=robots]")["content"] == "noindex"
        assert len(gzip.compress(path.read_bytes(), 6)) + styles < LIGHT


def test_an_embed_speaks_its_fact_checks_language(site: Path) -> None:
    """An Arabic ruling stands in an Arabic interface, from right to left."""
    soup = page(site / "embed" / "risala-ar" / "khufu-tallest.html")

    assert (one(soup, "html")["lang"], one(soup, "html")["dir"]) == ("ar", "rtl")
    assert one(soup, "main")["dir"] == "rtl"
    assert words(soup, ".badge") == "صحيح"


def test_other_sites_find_the_frame_by_themselves(site: Path, contents: Contents) -> None:
    """Each page names its oEmbed answer, which keeps the rules and holds the code on the page."""
    judge = Draft202012Validator(OEMBED)
    for check, name in framed(contents):
        soup = page(site / "checks" / check.slug / f"{name}.html")
        address = str(one(soup, 'link[type="application/json+oembed"]')["href"])
        assert address.startswith(f"{HOST}/embed/")
        written = (site / address.removeprefix(f"{HOST}/")).read_text(encoding="utf-8")
        answer = json.loads(written)
        frame = code_in(soup)

        assert [error.message for error in judge.iter_errors(answer)] == []
        assert not set("<>&\u2028\u2029") & set(written)
        assert answer["html"] in copied(soup)
        assert (frame["width"], frame["height"]) == (str(answer["width"]), str(answer["height"]))
        part = "" if name == "index" else f"{name}.html"
        assert frame["src"] == f"{HOST}/embed/{check.slug}/{part}"
        assert answer["title"] in frame["title"]
        assert frame["loading"] == "lazy"
        assert "allow-scripts" not in str(frame["sandbox"])
        assert len(str(frame["title"])) > len("Fact-check by ")


def built(sandbox: Sandbox, *changes: str, **settings: object) -> Path:
    """Build a project with one fact-check, with lines added to it, and settings to the site's."""
    conf = sandbox.root / "pelican.conf.py"
    lines = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    conf.write_text(f"{conf.read_text(encoding='utf-8')}\n{lines}", encoding="utf-8")
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line") + "\n".join(changes))
    done = sandbox.pelican()
    assert done.returncode == 0, done.stdout
    return sandbox.output


def test_a_site_may_do_without(sandbox: Sandbox) -> None:
    """With embeds off there is no embed, no code, nothing to find, and no page may be framed."""
    output = built(sandbox, FACTCHECK_EMBEDS=False)
    html = (output / "checks" / "specimen" / "first.html").read_text(encoding="utf-8")

    assert not (output / "embed").exists()
    assert "oembed" not in html
    assert "iframe" not in html
    assert "frame-ancestors *" not in (output / "_headers").read_text(encoding="utf-8")


def test_without_claim_pages_only_the_fact_check_is_framed(sandbox: Sandbox) -> None:
    """Where claims have no pages of their own they have no embeds either."""
    output = built(sandbox, FACTCHECK_CLAIM_PAGES=False)
    names = {path.name for path in (output / "embed" / "specimen").iterdir()}

    assert names == {"index.html", "index.json"}


def test_below_a_path_every_address_has_it(sandbox: Sandbox) -> None:
    """A site below a path frames, links and styles its embeds below that path."""
    output = built(sandbox, SITEURL="https://user.github.io/digest")
    soup = page(output / "embed" / "specimen" / "first.html")
    frame = code_in(page(output / "checks" / "specimen" / "first.html"))

    assert one(soup, "a")["href"] == "/digest/checks/specimen/first.html"
    assert one(soup, "link[rel=stylesheet]")["href"] == "/digest/theme/css/embed.css"
    assert frame["src"] == "https://user.github.io/digest/embed/specimen/first.html"


def test_a_correction_stands_above_everything(sandbox: Sandbox) -> None:
    """The newest correction is told in the frame of what it is about, before the claim."""
    output = built(
        sandbox,
        "changes:",
        "  - {date: 2026-02-03, kind: correction, claims: [first], text: It was wrong.}",
        "  - {date: 2026-02-04, kind: correction, claims: [first], text: It was wrong again.}",
        "  - {date: 2026-02-05, kind: minor, text: A typing error.}",
    )
    for name in ("index.html", "first.html"):
        soup = page(output / "embed" / "specimen" / name)

        said = words(soup, ".embed__notice")
        assert said == "Correction, 4 February 2026. It was wrong again."
        assert one(soup, ".embed__notice").find_next("h1") is not None


def test_what_was_taken_back_says_so_in_every_frame(sandbox: Sandbox) -> None:
    """The frames of a withdrawn fact-check and of its claims say so, at former addresses too."""
    sidecar = verdict("second line", status="withdrawn") + (
        "former_slugs: [former]\nwithdrawn: {date: 2026-03-01, reason: The specimen was wrong.}\n"
    )
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    done = sandbox.pelican()
    assert done.returncode == 0, done.stdout
    for slug in ("specimen", "former"):
        for name in ("index", "first"):
            soup = page(sandbox.output / "embed" / slug / f"{name}.html")
            text = soup.get_text(" ", strip=True)

            assert "Withdrawn 1 March 2026" in text
            assert "taken back" in text
            assert "The specimen was wrong." in text
            assert "The specimen says so." not in text
            assert soup.select(".badge") == []
            assert one(soup, "a")["href"] == "/checks/specimen/"
            assert not (sandbox.output / "embed" / slug / f"{name}.json").exists()


def test_a_former_address_shows_what_is_there_now(sandbox: Sandbox) -> None:
    """A frame with a former address needs no way on: it shows the ruling as it is now."""
    output = built(sandbox, "former_slugs: [former]")
    for name in ("index.html", "first.html"):
        former, present = (output / "embed" / slug / name for slug in ("former", "specimen"))

        assert former.read_bytes() == present.read_bytes()
        assert "refresh" not in former.read_text(encoding="utf-8")


def test_for_what_is_gone_there_is_a_page_for_frames(site: Path) -> None:
    """Hosts that look for the nearest 404.html find one that fits into a frame."""
    soup = page(site / "embed" / "404.html")

    assert "not here any more" in words(soup, "h1")
    assert one(soup, "a")["href"] == "/"


HOSTILE = (
    '"><script>alert(1)</script><iframe src=//a.example>',
    "' onload='alert(1)' x='",
    "</pre></details></textarea>--><svg onload=alert(1)>",
    "&quot;&lt;b&gt; &amp;amp; {{ 7 * 7 }} ${x} %s %(title)s 100%",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(sandbox: Sandbox, build: Callable[..., Path], text: str) -> None:
    """Words that look like markup are words in the embed, in pasted code and in oEmbed."""
    # Single quotes, doubled within: YAML's plainest text.
    written = "'" + text.replace("'", "''") + "'"
    sidecar = verdict("second line", title=written)
    for plain in ("The specimen says so.", "Nothing was looked for."):
        sidecar = sidecar.replace(plain, written)
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    output = build()
    for name in ("index", "first"):
        embed = page(output / "embed" / "specimen" / f"{name}.html")
        answer: dict[str, Any] = json.loads(
            (output / "embed" / "specimen" / f"{name}.json").read_text(encoding="utf-8")
        )
        on_page = code_in(page(output / "checks" / "specimen" / f"{name}.html"))
        answered = pasted(answer["html"])

        assert words(embed, "h1") == text
        assert embed.select("script, iframe, [onload]") == []
        assert answer["title"] == text
        for frame in (on_page, answered):
            assert frame.name == "iframe"
            assert frame["title"] == f"Fact-check by The Example Desk: {text}"
            assert set(frame.attrs) == {
                *("src", "title", "width", "height", "loading", "sandbox", "style"),
            }
