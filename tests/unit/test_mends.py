from __future__ import annotations

from typing import Annotated

import pytest
import yaml
from factcheck.model.shape import Key, keys_of
from factcheck.model.verdict import Part, Verdict
from factcheck.reading import mends
from factcheck.reading.patterns import PATTERNS, pattern
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter


def entries(part: type[Part]) -> list[tuple[type[Part], Key]]:
    own = [(part, key) for key in keys_of(part).values() if key.part]
    return own + [found for _, key in own if key.part for found in entries(key.part)]


@pytest.mark.parametrize(("owner", "key"), entries(Verdict))
def test_every_pattern_is_let_in(owner: type[Part], key: Key) -> None:
    """What a hint shows for a key that holds more than a text is read by the model."""
    assert key.part
    shown = pattern(key.name, key.part, "It's: #1").split("\n", 1)[1]
    field = owner.model_fields[key.name]
    kind = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    adapter: TypeAdapter[object] = TypeAdapter(kind)

    data = yaml.load(shown, yaml.BaseLoader)  # noqa: S506 - texts alone

    assert adapter.validate_python(data[key.name])


def test_every_mapping_has_a_pattern() -> None:
    """Nothing that holds more than a text is without a pattern."""
    assert set(PATTERNS) == {key.part for _, key in entries(Verdict)}


@given(
    st.text(alphabet=st.sampled_from("ab é'\"#:,[]{}-|>\\“”&*!%@`?"), min_size=1).map(str.strip)
)
def test_text_in_marks_is_read_back(text: str) -> None:
    """A text that a hint shows in quotation marks is the same text for YAML."""
    shown = f"key: {mends.in_marks(text)}"

    assert yaml.load(shown, yaml.BaseLoader) == {"key": text}  # noqa: S506 - texts alone


@pytest.mark.parametrize("text", ["a: b", "it's #1", "- a", "@a"])
def test_both_ways_are_read_back(text: str) -> None:
    """A text shown in two ways is the same for YAML in both."""
    _, marked, _, *block = mends.two_ways("key: ", text).split("\n")

    assert yaml.safe_load(marked) == yaml.safe_load("\n".join(block)) == {"key": text}


def test_long_text_is_not_repeated() -> None:
    """A hint stays short, whatever the text."""
    assert mends.two_ways("key: ", "a " * 300) == mends.GENERAL
    assert "a a" not in mends.written_out("key: ", "a " * 300)
