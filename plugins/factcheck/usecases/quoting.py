"""
Find words in a document, to paste them as a quote.
"""

from __future__ import annotations

from pathlib import Path

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.model import bounds
from factcheck.model.values import check_words
from factcheck.reading.anchoring import Ground
from factcheck.reading.documents import is_document, read_document
from factcheck.reading.names import SIDECAR_ENDING, original_of, stem_of
from factcheck.reading.quoting import Found, find_quote
from factcheck.usecases.mistyped import no_file


class CannotQuote(Exception):  # noqa: N818 - says why
    """There is no document, or it cannot be read."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        """Hold a sentence, and what is wrong with the document."""
        self.problems = problems
        super().__init__(message)


def find_words(seed: Path, words: str) -> Found:
    """
    Find words in a document.

    Args:
        seed: The document, or a sidecar beside it.

        words: The words.

    Raises:
        CannotQuote: With a sentence that says why, or with the problems of the document.

        PydanticCustomError: If the words say nothing, or hold what nobody sees.
    """
    path = _document(seed)
    try:
        data = files.contents(path, bounds.DOCUMENT_BYTES)
    except FileNotFoundError as error:
        raise CannotQuote(no_file(path)) from error
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}"
        raise CannotQuote(msg) from error
    document, problems = read_document(data, str(path))
    if document is None:
        raise CannotQuote("", tuple(problems))
    return find_quote(Ground(document), check_words(words.strip()), path.name)


def _document(seed: Path) -> Path:
    if not seed.name.endswith(SIDECAR_ENDING):
        if is_document(seed.name):
            return seed
        msg = f"{seed} is neither a document nor a sidecar"
        raise CannotQuote(msg)
    stems = (stem_of(seed.name), stem_of(original_of(seed.name)))
    beside = sorted(seed.parent.iterdir()) if seed.parent.is_dir() else []
    found = [path for path in beside if path.stem in stems and is_document(path.name)]
    if len(found) != 1:
        msg = f"there is no single document beside {seed}"
        raise CannotQuote(msg)
    return found[0]
