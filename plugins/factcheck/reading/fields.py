"""
A tree of texts to a model, and every refused field in plain words at its place.

Rule 1: what only follows from another refused field is held back, so that the cause stands out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError

from factcheck.diagnostics import Problem
from factcheck.model.nearest import did_you_mean
from factcheck.model.values import quoted
from factcheck.model.verdict import Part
from factcheck.reading import yaml_tree
from factcheck.reading.refusals import Refusal, shadows
from factcheck.reading.source import Source
from factcheck.reading.survey import Survey
from factcheck.reading.yaml_nodes import Lent

P = TypeVar("P", bound=Part)


def read_fields(
    tree: yaml_tree.Node, survey: Survey, part: type[P], source: Source
) -> tuple[P | None, list[Problem]]:
    """
    Type the plain data of a tree.

    Args:
        tree: The tree, for places.

        survey: What the tree holds, seen with that model.

        part: The model of the whole tree.

        source: The text that the tree was read from.

    Returns:
        The model, or None if any field was refused; and a problem for each refused field.
    """
    stray = list(_stray_keys(survey, source))
    try:
        return part.model_validate(yaml_tree.plain_data(tree)), stray
    except ValidationError as error:
        details = error.errors(include_url=False)
    refused = [Refusal(detail, tree, part, source) for detail in details]
    held_back = set(shadows(refused))
    told = [
        refusal.problem()
        for refusal in refused
        # What is lent from another file is told there.
        if refusal not in held_back and not isinstance(refusal.place, Lent)
    ]
    return None, [*stray, *told]


def _stray_keys(survey: Survey, source: Source) -> Iterator[Problem]:
    """Refuse keys without a value that are unknown or name something: words may be cut off."""
    for stray in survey.strays:
        place = yaml_tree.to_place(stray.spot)
        if stray.is_own:
            message = f"{stray.name}: expected keys with values; found nothing"
            hint = "remove it, or write its keys below it"
            yield source.problem("wrong-shape", place, message, hint=hint)
        else:
            hint = did_you_mean(stray.name, stray.known) or (
                "if it belongs to the text before it, put that text in quotation marks"
            )
            message = f"there is no key {quoted(stray.name)} here"
            yield source.problem("unknown-key", place, message, hint=hint)
