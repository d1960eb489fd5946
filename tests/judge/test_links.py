from __future__ import annotations

from pathlib import Path

import pytest

from judge.links import links
from judge.sites import BELOW, Site, build_sites

PAGE = """\
<!doctype html>
<html lang="en"><head><title>A specimen</title><link rel="stylesheet" href="{base}a.css"></head>
<body><h1 id="top-of-it">A specimen</h1>{body}</body></html>
"""

#: What is there, and one address of each kind that leads to it.
WHOLE = """\
<a href="about/">a page</a> <a href="/checks-of-ours/about/#who">an id</a>
<a href="#top-of-it">its own</a> <a href="about/#:~:text=words">words</a> <a href="https://elsewhere.example/nothing">elsewhere</a>
<a href="mailto:desk@digest.example">a letter</a>
<img src="a.svg" srcset="a.svg 1x, /checks-of-ours/a.svg 2x" alt="">
<script type="application/ld+json">{"url": "https://digest.example/checks-of-ours/about/"}</script>
"""

FILES = {
    "index.html": PAGE.format(base="/checks-of-ours/", body=WHOLE),
    "about/index.html": PAGE.format(base="../", body='<p id="who">Who</p>'),
    "a.css": '@import url("b.css") layer(b); p { background: url(a.svg) }',
    "b.css": "p { color: black }",
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "sitemap.xml": f"<urlset><url><loc>{BELOW}/about/</loc></url></urlset>",
    "feed.xml": f'<feed><link href="{BELOW}/"/><id>{BELOW}/about/</id></feed>',
    "robots.txt": f"Sitemap: {BELOW}/sitemap.xml\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site below a path, in which every address leads somewhere."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return Site(tmp_path, BELOW)


def test_a_site_whose_links_all_lead_somewhere_is_found_whole(site: Site) -> None:
    """What is there, and what is not the site's own, is no error, however it is linked to."""
    judgement = links(site)

    assert judgement.findings == ()
    assert judgement.judged == "15 links in 1 builds"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("index.html", 'href="about/"', 'href="abuot/"'),
        ("index.html", 'href="about/"', 'href="about"'),
        ("index.html", 'src="a.svg"', 'src="b.svg"'),
        ("index.html", "a.svg 1x", "b.svg 1x"),
        ("index.html", '"url": "https://digest.example/checks-of-ours/about/', '"url": "{}/no/'),
        ("a.css", "url(a.svg)", "url(b.svg)"),
        ("a.css", "b.css", "c.css"),
        ("sitemap.xml", "/about/", "/abuot/"),
        ("feed.xml", "/about/", "/abuot/"),
        ("robots.txt", "sitemap.xml", "site-map.xml"),
    ],
)
def test_a_dead_link_is_found_wherever_it_stands(
    site: Site, path: str, old: str, new: str
) -> None:
    """In pages, styles, feeds, sitemaps, structured data: what leads to no file is told."""
    (finding,) = _after(site, path, old, new.replace("{}", BELOW))

    assert finding[0] == path
    assert finding[1].endswith(", which is not there")


@pytest.mark.parametrize("new", ['href="/checks-of-ours/about/#whom"', 'href="about/#whom"'])
def test_a_dead_fragment_is_found(site: Site, new: str) -> None:
    """An id that the page at the other end does not have is told."""
    (finding,) = _after(site, "index.html", 'href="/checks-of-ours/about/#who"', new)

    assert finding[1].endswith("about/#whom, where there is no such id")


@pytest.mark.parametrize(
    "address",
    ["/about/", "../about/", "https://digest.example/", "http://digest.example/checks-of-ours/"],
)
def test_a_link_that_leaves_the_sites_path_is_found(site: Site, address: str) -> None:
    """Below a path, what leads to the host's root or names another scheme is told."""
    (finding,) = _after(site, "index.html", 'href="about/"', f'href="{address}"')

    assert finding == ("index.html", f"links to {address}, which is outside the site")


def test_every_link_of_this_project_leads_somewhere(tmp_path: Path) -> None:
    """Built at a root and below a path, the site has no dead link and none that leaves it."""
    sites = build_sites(tmp_path / "sites")

    assert links(*sites).findings == ()
    assert all(len(site.files) > 20 for site in sites)


def _after(site: Site, path: str, old: str, new: str) -> list[tuple[str, str]]:
    """Return what is found once a file is changed in one place."""
    text = FILES[path]
    assert text.count(old) == 1, old
    (site.folder / path).write_text(text.replace(old, new), encoding="utf-8")
    return [tuple(finding) for finding in links(site).findings]
