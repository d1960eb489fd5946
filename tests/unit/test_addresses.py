from __future__ import annotations

import pytest
from factcheck.model.site import Site
from factcheck.publishing.addresses import leads_to

BELOW = Site("A specimen", "https://user.github.io/digest", "en", "Desk")
NOWHERE = Site("A specimen", "", "en", "Desk")


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../corrections/", ("corrections/index.html", "")),
        ("../checks/a/one.html#evidence", ("checks/a/one.html", "evidence")),
        ("#part", ("about/index.html", "part")),
        ("", ("about/index.html", "")),
        ("/digest/", ("index.html", "")),
        ("/digest", ("/digest", "")),
        ("/", ("/index.html", "")),
        ("../../", ("/index.html", "")),
        ("../images/a%20b.png?v=2", ("images/a b.png", "")),
        ("https://user.github.io/digest", ("index.html", "")),
        ("https://user.github.io/digest/team/#top", ("team/index.html", "")),
        ("../team/#:~:text=words", ("team/index.html", "")),
        ("../team/#who:~:text=words", ("team/index.html", "who")),
        ("https://user.github.io/digestive/", None),
        ("https://user.github.io/", None),
        ("//other.example/digest/", None),
        ("mailto:desk@example.org", None),
        ("https://[broken", None),
    ],
)
def test_where_an_address_leads(address: str, target: tuple[str, str] | None) -> None:
    """An address that leads within the site is told from all others, however it is written."""
    assert leads_to(BELOW, "about/index.html", address) == target


def test_a_site_without_an_address_still_knows_its_own_pages() -> None:
    """Before SITEURL is set, relative addresses and those from the root lead within the site."""
    assert leads_to(NOWHERE, "about/index.html", "/team/") == ("team/index.html", "")
    assert leads_to(NOWHERE, "about/index.html", "../team/") == ("team/index.html", "")
