"""
``content/ratings.yaml`` to the site's scales.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics import Problem
from factcheck.model.scale import Scale, Scales
from factcheck.model.shape import Path
from factcheck.reading import yaml_tree
from factcheck.reading.desk_yaml import read_desk_yaml
from factcheck.reading.source import Source


def read_scales(data: bytes, name: str) -> tuple[Scales | None, tuple[Problem, ...]]:
    """
    Read the site's rating scales.

    Args:
        data: The file's bytes.

        name: What to call the file in messages.

    Returns:
        The scales, or None if anything about them is wrong; and every problem.
    """
    return read_desk_yaml(data, name, Scales, _inconsistencies)


def _inconsistencies(scales: Scales, tree: yaml_tree.Node, source: Source) -> Iterator[Problem]:
    for index, scale in enumerate(scales.scales):
        place = yaml_tree.place_of(tree, ("scales", index))
        earlier = {other.id for other in scales.scales[:index]}
        if scale.id in earlier:
            yield source.problem("duplicate-id", place, f"the scale {scale.id} stands twice")
        yield from _double_ratings(scale, ("scales", index), tree, source)
        if message := _number_fault(scale):
            yield source.problem("scale-numbers", place, message)


def _double_ratings(
    scale: Scale, path: Path, tree: yaml_tree.Node, source: Source
) -> Iterator[Problem]:
    keys = [rating.key for rating in scale.ratings]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            place = yaml_tree.place_of(tree, (*path, "ratings", index, "key"))
            yield source.problem(
                "duplicate-id", place, f"the rating {key} stands twice in {scale.id}"
            )


def _number_fault(scale: Scale) -> str:
    """Numbers map one to one to definitions, or machines read them wrongly."""
    numbers = sorted(rating.number for rating in scale.ratings if rating.number is not None)
    expected = list(range(1, len(numbers) + 1))
    if numbers != expected or len(numbers) < len(("best", "worst")):
        found = ", ".join(str(number) for number in numbers) or "none"
        return f"the numbers of {scale.id} must run 1, 2, 3 … without gap or double; found {found}"
    return ""
