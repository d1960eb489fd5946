"""
What is wrong with the program's surroundings rather than with a seed.
"""

from __future__ import annotations


class Fault(Exception):  # noqa: N818 - its text is a sentence for a publisher
    """
    Something that stops the work and that a sentence explains; no traceback is of use.
    """
