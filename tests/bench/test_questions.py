"""
The queries by which ranking is judged have answers that are there.
"""

from __future__ import annotations

from factcheck.usecases.read import Contents

from bench.questions import KINDS, drawn, written
from bench.specimens import Corpus


def test_there_are_enough_queries_with_answers_on_the_site(contents: Contents) -> None:
    """Every answer written by hand names a claim of the project's specimens."""
    claims = {f"{check.slug}/{one.claim.id}" for check in contents.checks for one in check.claims}
    ids = {f"*/{claim.split('/')[1]}" for claim in claims}
    questions = list(written())

    assert len(questions) + len(KINDS) * 30 >= 150
    for question in questions:
        assert set(question.answers) <= claims | ids, question


def test_drawn_queries_are_the_same_each_time() -> None:
    """The same corpus asks the same, of claims that it holds, of each kind alike."""
    corpus = Corpus("test", 30)
    questions = list(drawn(corpus))
    claims = {f"{one.slug}/{ruling.id}" for one in corpus for ruling in one.rulings}

    assert questions == list(drawn(Corpus("test", 30)))
    assert {question.kind for question in questions} == KINDS.keys()
    assert all(set(question.answers) <= claims for question in questions)
