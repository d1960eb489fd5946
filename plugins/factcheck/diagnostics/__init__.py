"""
What is wrong with the input, where, and how to mend it.

Rule 1: a problem is data, collected and reported with all others, never thrown one at a time.
Rule 2: this floor knows nothing of YAML, claims, terminals or files.
"""

from factcheck.diagnostics.codes import CODES
from factcheck.diagnostics.faults import Fault
from factcheck.diagnostics.history_codes import HISTORY_CODES
from factcheck.diagnostics.problems import Place, Problem, Severity, has_errors
from factcheck.diagnostics.review_codes import REVIEW_CODES

__all__ = [
    "CODES",
    "HISTORY_CODES",
    "REVIEW_CODES",
    "Fault",
    "Place",
    "Problem",
    "Severity",
    "has_errors",
]
