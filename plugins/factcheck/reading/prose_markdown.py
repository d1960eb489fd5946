"""
The desk's Markdown as Markdown that may stand anywhere: what ``prose`` understands, and no more.

What every parser reads alike stays as it was written. All else is written anew from what was
understood, so that no parser can find markup, addresses or definitions that a page does not show.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markdown_it.tree import SyntaxTreeNode

from factcheck.reading.plain_markdown import (
    address_in_markdown,
    code_block,
    code_in_markdown,
    escaped,
)
from factcheck.reading.prose import ABSOLUTE, is_ordinary, tokens_of

#: A longer number begins no list.
MOST: Final = 999_999_999

LISTS: Final = frozenset({"bullet_list", "ordered_list"})

BREAKS: Final = {"softbreak": "\n", "hardbreak": "\\\n"}


def to_markdown(markdown: str) -> str:
    """
    Return a few paragraphs of the desk's Markdown for a file with other texts around them.

    Args:
        markdown: As the desk wrote it.

    Returns:
        CommonMark made of paragraphs, lists, quotations, emphasis, code and links that lead out of
        the site: the same that ``prose.to_html`` shows.
    """
    if is_ordinary(markdown):
        return markdown.strip("\n")
    tree = SyntaxTreeNode(tokens_of(markdown))
    return _blocks(tree.children)


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> str:
    return "\n\n".join(_block(node) for node in nodes)


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case kind if kind in LISTS:
            return "\n\n".join(_items(node))
        case "blockquote":
            return indented("> ", _blocks(node.children)) or ">"
        case "fence" | "code_block":
            return code_block(node.content)
        case _:
            return _inline(node.children)


def _items(node: SyntaxTreeNode) -> Iterable[str]:
    first = int(node.attrs.get("start", 1))
    for at, item in enumerate(node.children):
        number = str(min(first + at, MOST)) if node.type == "ordered_list" else ""
        sign = f"{number}{node.markup} "
        lines = indented(" " * len(sign), _blocks(item.children))
        # Signs that follow each other in a line might be a rule.
        starts_below = bool(item.children) and item.children[0].type in LISTS
        yield (
            f"{sign.rstrip(' ')}\n{lines}" if starts_below else (sign + lines.lstrip(" ")).rstrip()
        )


def indented(before: str, lines: str) -> str:
    """
    Put the same before each line; only what can be seen before an empty one.
    """
    return "\n".join((before + line).rstrip(" ") for line in lines.split("\n"))


def _inline(nodes: Iterable[SyntaxTreeNode]) -> str:
    return "".join(map(_words, nodes))


def _words(node: SyntaxTreeNode) -> str:
    match node.type:
        case "softbreak" | "hardbreak":
            return BREAKS[node.type]
        case "code_inline":
            return code_in_markdown(node.content)
        case "text":
            return escaped(node.content)
        case "link":
            return _link(str(node.attrs.get("href", "")), _inline(node.children))
        case _:  # emphasis, and what holds a line's words together
            return f"{node.markup}{_inline(node.children)}{node.markup}"


def _link(address: str, words: str) -> str:
    return f"[{words}]({address_in_markdown(address)})" if ABSOLUTE.match(address) else words
