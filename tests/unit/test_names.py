from __future__ import annotations

import unicodedata

import pytest
from factcheck.model.names import name_slug
from factcheck.model.values import is_slug
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(max_size=200))
def test_every_name_has_an_address(name: str) -> None:
    """Whatever a name holds, its address keeps to the one grammar."""
    assert is_slug(name_slug(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Health", "ministry  of health"),
        ("A.B. Smith", "A B Smith"),
        ("Jose\u0301", unicodedata.normalize("NFC", "Jose\u0301")),
    ],
)
def test_one_name_has_one_address(one: str, other: str) -> None:
    """Case, spaces, punctuation and the way accents are stored make no other name."""
    assert name_slug(one) == name_slug(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José", "Jose"),
        ("Оборона", "Освіта"),
        ("صحة", "تعليم"),
        ("राम", "रोम"),
        ("ไก่", "ไก้"),
        ("👍", "👎"),
        ("C++", "C#"),
        ("C++", "C"),
        ("Café", f"cafe {name_slug('Café').rpartition('-')[2]}"),
        ("a" * 200, "a" * 201),
        ("con", "Con Man"),
    ],
)
def test_two_names_have_two_addresses(one: str, other: str) -> None:
    """Names that only look the same in letters a-z are told apart."""
    assert name_slug(one) != name_slug(other)


def test_an_address_reads_as_the_name() -> None:
    """A name in plain letters is its own address; others keep what letters they have."""
    assert name_slug("Ministry of Health") == "ministry-of-health"
    assert name_slug("José Álvarez").startswith("jose-alvarez-")
