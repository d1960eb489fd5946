"""
How long something is searched for that only a hint is made of.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Patience:
    """
    The characters that may still be looked at.

    Seconds would run out sooner on one machine than on another, and the messages would differ.
    """

    left: int

    @property
    def is_over(self) -> bool:
        """Whether more was asked for than there was."""
        return self.left < 0

    def lasts(self, characters: int) -> bool:
        """
        Spend so many characters, if there are as many left; else none are left for anything.
        """
        self.left = self.left - characters if self.left >= characters else -1
        return not self.is_over
