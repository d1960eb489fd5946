"""
Text files: paragraphs between blank lines, every line as its author wrote it.
"""

from __future__ import annotations

from factcheck.model.document import BlockKind
from factcheck.reading.documents.layout import Layout, Run, empty_block
from factcheck.reading.source import split_lines


def lay_out_text(text: str) -> Layout:
    """
    Lay out a text file.

    Args:
        text: The file's text; any line end.

    Returns:
        One paragraph for each run of lines that are not blank.
    """
    layout = Layout()
    paragraph = empty_block(BlockKind.PARAGRAPH)._replace(keeps_space=True)
    lines: list[str] = []
    for number, line in enumerate([*split_lines(text), ""], start=1):
        if line.strip():
            lines.append(line)
        elif len(lines) == 1:
            layout.add_line(paragraph, lines.pop(), number - 1)
        elif lines:
            layout.add(paragraph, [Run("\n".join(lines), number - len(lines))])
            lines = []
    return layout
