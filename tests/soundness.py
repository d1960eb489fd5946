"""
What holds of every document that was read, whatever it was made from.
"""

from __future__ import annotations

from factcheck.model.document import Document


def assert_sound(found: Document, lines: int) -> None:
    """
    Fail unless blocks stand where they say, spans within them, and lines in the file.

    Args:
        found: The document.

        lines: How many its file has.
    """
    assert found.text == "\n".join(block.text for block in found.blocks)
    for block in found.blocks:
        assert found.text[block.start : block.end] == block.text
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)
        assert [at for at, _ in block.lines] == sorted({at for at, _ in block.lines})
        assert block.lines[0][0] == 0
        assert all(1 <= line <= lines for _, line in block.lines)
