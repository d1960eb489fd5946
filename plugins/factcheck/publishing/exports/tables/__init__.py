"""
The tables of the published data: claims, fact-checks, evidence, corrections.

Each column tells its name, type and meaning, and takes its value from a record. JSON Lines, CSV,
the database, their schemas and the dictionary are all made from these columns.
"""

from __future__ import annotations

from typing import Final

from factcheck.publishing.exports.tables.checks import FACT_CHECKS
from factcheck.publishing.exports.tables.claims import CLAIMS
from factcheck.publishing.exports.tables.columns import Cell, Table
from factcheck.publishing.exports.tables.corrections import CORRECTIONS
from factcheck.publishing.exports.tables.evidence import EVIDENCE

__all__ = ["CLAIMS", "TABLES", "Cell", "Table"]

TABLES: Final = (CLAIMS, FACT_CHECKS, EVIDENCE, CORRECTIONS)
