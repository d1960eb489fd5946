"""
One edit, as an editor makes it: a few words of a fact-check change, in the file of any form.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.pages import middle, page_path
from bench.specimens import Corpus
from bench.writing import Form


@dataclass(frozen=True, slots=True)
class Edit:
    """
    What can be changed, and where it shows.
    """

    file: Path
    text: str

    #: The words that an edit adds to: the reason of the first ruling.
    words: str

    #: The path of the page that shows them.
    page: str

    def make(self, number: int) -> str:
        """
        Change the words.

        Args:
            number: Another one for every edit.

        Returns:
            The words as they stand there now.
        """
        words = f"{self.words[:-1]} edit {number:04}."
        self.file.write_text(self.text.replace(self.words, words, 1), encoding="utf-8")
        return words


@contextmanager
def editing(form: Form, folder: Path, corpus: Corpus) -> Iterator[Edit]:
    """
    Give the edit of the corpus's middle fact-check in a form; undo it when the block ends.
    """
    specimen = corpus.specimen(middle(corpus))
    words = specimen.rulings[0].reason
    path, text = next(file for file in form.content(specimen) if words in file[1])
    edit = Edit(folder / path, text, words, page_path(specimen))
    try:
        yield edit
    finally:
        edit.file.write_text(text, encoding="utf-8")
