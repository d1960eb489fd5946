"""
A YAML file of the desk's, such as its rating scales, to a model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from factcheck.diagnostics import Problem
from factcheck.model.shape import lexicon_of
from factcheck.model.verdict import Part
from factcheck.reading import yaml_tree
from factcheck.reading.decoding import decode_yaml
from factcheck.reading.fields import read_fields
from factcheck.reading.lost_texts import lost_texts
from factcheck.reading.source import Source
from factcheck.reading.survey import Survey
from factcheck.reading.yaml_causes import with_the_rest

P = TypeVar("P", bound=Part)

#: Gives what is wrong between the fields of a model that is otherwise whole.
Rules = Callable[[P, yaml_tree.Node, Source], Iterator[Problem]]


def read_desk_yaml(
    data: bytes, name: str, part: type[P], rules: Rules[P]
) -> tuple[P | None, tuple[Problem, ...]]:
    """
    Read a file that the desk keeps beside its seeds.

    Args:
        data: The file's bytes.

        name: What to call the file in messages.

        part: The model of the whole file.

        rules: The rules between its fields.

    Returns:
        The model, or None if anything about it is wrong; and every problem.
    """
    source, undecodable = decode_yaml(data, name)
    problems = list(undecodable)
    if problems:
        return None, tuple(problems)
    tree, found = yaml_tree.parse(source, lexicon_of(part))
    problems += found if tree else [with_the_rest(problem) for problem in found]
    if tree is None or problems:
        return None, tuple(problems)
    survey = Survey(tree, part)
    read, refused = read_fields(tree, survey, part, source)
    problems += [*refused, *lost_texts(survey, source)]
    if read is not None:
        problems += rules(read, tree, source)
    return None if problems else read, tuple(problems)
