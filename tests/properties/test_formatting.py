from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from factcheck.model.shape import lexicon_of
from factcheck.model.verdict import Verdict
from factcheck.reading import yaml_tree
from factcheck.reading.formatting import formatted
from factcheck.reading.source import Source
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sandbox import ROOT

SHIPPED = sorted((ROOT / "seeds").rglob("*.verdict.yaml"))
#: The longer ones hold nothing that these do not.
SMALL = [path for path in SHIPPED if path.stat().st_size < 9_000]
thorough = settings(deadline=None, max_examples=600)
#: Whole sidecars are long.
fewer = settings(deadline=None, max_examples=100)
MARK = re.compile(r"#c\d+")

#: What may stand in a text: plain signs, those that YAML understands, spaces, and other scripts.
WORDS = st.text(alphabet="ab :#-'\"\\|>[]{},&*!%@?\u0436\u05d0\u00a0 ", min_size=1, max_size=160)
KEYS = ["title", "summary", "topics", "document", "claims", "status", "x_own", "works", "reason"]


def is_sound(text: str) -> bool:
    tree, problems = yaml_tree.parse(Source("x", text), lexicon_of(Verdict))
    return isinstance(tree, yaml_tree.Mapping) and not problems


def said(text: str) -> Any:  # noqa: ANN401
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts alone


def prove(text: str) -> str:
    """Format a text and prove that nothing of it is lost, and that once is enough."""
    told = formatted(Source("x", text)).text
    assert said(told) == said(text)
    assert sorted(MARK.findall(told)) == sorted(MARK.findall(text))
    assert formatted(Source("x", told)).text == told
    return told


@st.composite
def slips(draw: st.DrawFn) -> str:
    """Give a shipped sidecar with lines put in, moved, indented otherwise and joined."""
    path: Path = draw(st.sampled_from(SMALL))
    lines = path.read_text(encoding="utf-8").split("\n")
    for number in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 6)):
            case 0:
                lines.insert(at, f"{' ' * draw(st.integers(0, 12))}#c{number}")
            case 1:
                lines[at] += f"  #c{number}"
            case 2:
                lines[at:at] = [""] * draw(st.integers(1, 3))
            case 3:
                lines[at] = " " * draw(st.integers(1, 3)) + lines[at]
            case 4:
                lines.insert(draw(st.integers(0, len(lines))), lines.pop(at))
            case 5:
                lines[at] = lines[at].replace(">-", draw(st.sampled_from(["|", ">", "|-", ">2-"])))
            case _:
                lines[at] = lines[at].replace(": ", ":    ", 1)
    return "\n".join(lines)


@st.composite
def typed(draw: st.DrawFn, depth: int = 3) -> list[str]:  # noqa: PLR0911 - one for each way
    """Give the lines of a value in one of the ways in which it can be typed."""
    kind = draw(st.integers(0, 6 if depth else 4))
    words = draw(WORDS)
    if kind == 0:
        return [" '" + words.replace("'", "''") + "'"]
    if kind == 1:
        return [" " + yaml.dump(words, width=10**6, default_style='"').strip()]
    if kind == 2:
        sign = draw(st.sampled_from(["|", ">", "|-", ">-", ">  #c1", "|2"]))
        parts = draw(st.lists(WORDS.filter(lambda one: one.strip()), min_size=1, max_size=3))
        return [f" {sign}", *(f"  {part.strip()}" for part in parts)]
    if kind == 3:
        return [" [" + ", ".join(["a b", "'c'"][: draw(st.integers(0, 2))]) + "]"]
    if kind == 4:
        return [draw(st.sampled_from(["", " plain words", " null", "  #c2", " 'q'   #c3"]))]
    if kind == 5:
        lines = [""]
        for _ in range(draw(st.integers(1, 3))):
            lines += draw(idle(2))
            first, *others = draw(typed(depth=depth - 1))
            lines += [f"  -{first or ' x'}", *(f"  {line}" for line in others)]
        return lines
    return ["", *(f"   {line}" if line else "" for line in draw(keyed(depth=depth - 1)))]


@st.composite
def idle(draw: st.DrawFn, indent: int) -> list[str]:
    """Give lines that say nothing, or a comment."""
    choices = [[], [], [""], [f"{' ' * indent}#c4"], ["", f"{' ' * (indent + 1)}#c5"]]
    found: list[str] = draw(st.sampled_from(choices))
    return found


@st.composite
def keyed(draw: st.DrawFn, depth: int = 3) -> list[str]:
    """Give the lines of a mapping."""
    lines: list[str] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)):
        lines += draw(idle(0))
        first, *others = draw(typed(depth=depth))
        lines += [f"{key}:{first}", *others]
    return [*lines, *draw(idle(0))]


@fewer
@given(slips())
def test_a_shipped_sidecar_however_it_was_edited_says_the_same(text: str) -> None:
    """Whatever lines were added or moved, what YAML still reads is formatted without a loss."""
    assume(is_sound(text))

    prove(text)


@thorough
@given(keyed())
def test_whatever_is_typed_says_the_same(lines: list[str]) -> None:
    """Texts of any signs in any style, with comments anywhere, are formatted without a loss."""
    text = "\n".join(lines) + "\n"
    assume(is_sound(text))

    prove(text)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_sidecars_say_the_same(path: Path) -> None:
    """Each shipped sidecar is formatted whole, and no part of it is left as it is."""
    text = path.read_text(encoding="utf-8")

    assert formatted(Source("x", text)).left == ()
    prove(text)
