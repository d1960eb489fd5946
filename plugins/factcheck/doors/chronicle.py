"""
The history of a fact-check, as an editor reads it in the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.digest.silence import Step, sentence, steps
from factcheck.doors.messages import on_one_line
from factcheck.model.past import Version


def told_history(path: str, versions: Sequence[Version]) -> str:
    """
    Tell what was changed in a fact-check since it was published.

    Args:
        path: Of its sidecar.

        versions: Its versions, oldest first.

    Returns:
        Lines of plain text; none if it was never published.
    """
    first = next((one for one in versions if one.is_public), None)
    if first is None:
        return ""
    told = [
        on_one_line(f"{path}: published {first.told}"),
        *(_step(one) for one in steps(versions)),
    ]
    return "".join(f"{line}\n" for line in told)


def _step(step: Step) -> str:
    return "\n".join([f"  {step.after.told}", *_lines(step)])


def _lines(step: Step) -> Iterator[str]:
    yield from (f"    {on_one_line(sentence(one))}" for one in step.differences)
    for entry in step.entries:
        told = f"readers were told: {entry.kind} of {entry.dated}: {entry.text}"
        yield f"    {on_one_line(told)}"
