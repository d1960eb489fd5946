from __future__ import annotations

import pytest
from factcheck.reading.page_links import addresses_in, ids_in


@pytest.mark.parametrize(
    "markup",
    [
        '<p id="a"><a href="/b/">b</a>',
        '<object codebase="http://[" data="/b/" id="a"></object>',
        '<html><head><title>T</title></head><body><a href="/b/" id="a">b</a></body></html>',
        '<html><head><link href="/b/" id="a"></head></html>',
    ],
)
def test_links_and_ids_of_any_markup_are_found(markup: str) -> None:
    """Whatever a desk writes into a page, its links and ids are found, and nothing breaks down."""
    assert addresses_in(markup) == ("/b/",)
    assert ids_in(markup) == {"a"}


def test_a_page_without_a_word_has_neither() -> None:
    """An empty page links to nothing."""
    assert (addresses_in(""), ids_in("")) == ((), frozenset())
