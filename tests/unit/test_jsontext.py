from __future__ import annotations

import json

import pytest
from factcheck.publishing.jsontext import encoded, json_ld
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticSerializationError

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
)


@given(values)
def test_json_is_as_pythons_own(value: object) -> None:
    """What is written is, byte for byte, what Python's encoder writes, but for what HTML obeys."""
    expected = json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    assert encoded(value) == expected.replace("<", "\\u003c")
    assert json.loads(encoded(value)) == json.loads(json_ld(value)) == value


def test_half_a_character_is_no_text() -> None:
    """A lone surrogate, which no file can hold, is refused and never replaced."""
    with pytest.raises(PydanticSerializationError):
        encoded(["\ud83d"])
