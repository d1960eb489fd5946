"""
What was measured, kept from one run of the bench to the next.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Self


class Key(NamedTuple):
    """
    What a result is of.
    """

    profile: str
    size: int
    tool: str

    #: As ``memory`` or ``clean wall``: one of the measures and, where it has some, a detail.
    measure: str


@dataclass(slots=True)
class Results:
    """
    All results of one machine.
    """

    #: The machine's kind and the peers' versions, in words.
    setting: dict[str, str]

    #: The samples of each measure, in seconds, bytes or pages; or why there are none.
    samples: dict[Key, list[float] | str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path, setting: dict[str, str]) -> Self:
        """
        Read the results of former runs; none count that come from another setting.
        """
        if path.is_file():
            told = json.loads(path.read_text(encoding="utf-8"))
            if told["setting"] == setting:
                return cls(setting, {Key(*key): found for key, found in told["results"]})
        return cls(setting)

    def save(self, path: Path) -> None:
        """
        Write all results.
        """
        told: dict[str, Any] = {
            "setting": self.setting,
            "results": [[list(key), found] for key, found in sorted(self.samples.items())],
        }
        path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")

    def forget(self, key: Key) -> None:
        """
        Drop what was measured before, with all details of the measure: no median mixes two runs.
        """
        for found in [*self.samples]:
            if found[:3] == key[:3] and found.measure.split()[0] == key.measure:
                del self.samples[found]

    def add(self, key: Key, sample: float) -> None:
        """
        Add a sample.
        """
        found = self.samples.setdefault(key, [])
        if isinstance(found, list):
            found.append(sample)

    def fail(self, key: Key, why: str) -> None:
        """
        Say why there is no result.
        """
        self.samples[key] = why

    def all(self, key: Key) -> list[float]:
        """
        Return the samples; none where it failed or was not measured.
        """
        found = self.samples.get(key, [])
        return found if isinstance(found, list) else []

    def median(self, key: Key) -> float | None:
        """
        Return the median of the samples, if there are any.
        """
        found = self.all(key)
        return statistics.median(found) if found else None

    def failure(self, key: Key) -> str:
        """
        Return why there is no result; empty where there is one, or nobody asked.
        """
        found = self.samples.get(key, "")
        return found if isinstance(found, str) else ""

    def sizes(self, profile: str) -> list[int]:
        """
        Return the sizes that were measured in a profile.
        """
        return sorted({key.size for key in self.samples if key.profile == profile})

    def keys(self, profile: str, size: int) -> Iterator[Key]:
        """
        Give the keys of all that was measured of a size.
        """
        return (key for key in self.samples if key[:2] == (profile, size))
