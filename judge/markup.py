"""
What the Nu HTML checker and html-validate say of every page; the first also of styles and images.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from judge.asking import ask
from judge.findings import Finding, Judgement
from judge.sites import Site
from judge.tools import Tools

CONFIG: Final = Path(__file__).resolve().parent / "html-validate.config.mjs"

#: As many pages are given to the checker at once; a command line has an end.
AT_ONCE: Final = 1000

#: Where the Nu HTML checker errs, as (words of its message, words of the place it shows).
NOT_SO: Final = (
    # A data block is no script: it ends before its policy is asked (HTML, "prepare the script
    # element"). All scripts of a page that run are files.
    ("Inline script violates Content Security Policy", '<script type="application/ld+json">'),
    # The checker stumbles over light-dark() of two custom properties. It loses nothing: what a
    # custom property holds is judged where it is used.
    ('"org.w3c.css.values.CssValue.getType()" because "val" is null', "--color-"),
)


def nu_checker(site: Site, address: str, tools: Tools) -> Judgement:
    """
    Ask the Nu HTML checker about every page, style sheet and drawing; its warnings count too.

    Args:
        site: The built site.

        address: Where it is served. Only there can the checker tell what the page's policy allows.

        tools: Where the checker is.

    Raises:
        Hindered: If it ends without a judgement.
    """
    pages, others = site.ending(".html"), site.ending(".css", ".svg")
    # Served drawings would be read as pages; so these are given as files.
    asked = [address + page for page in pages] + [str(site.folder / path) for path in others]
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    options += ["--also-check-css", "--also-check-svg"]
    found: list[Finding] = []
    for start in range(0, len(asked), AT_ONCE):
        told = ask([*tools.vnu, *options, *asked[start : start + AT_ONCE]])
        found += _nu_findings(told["messages"], (address, f"file:{site.folder}/"))
    judged = f"{len(pages)} pages, {len(others)} style sheets and drawings"
    return Judgement("Nu HTML checker", judged, tuple(found))


def html_validate(site: Site, tools: Tools) -> Judgement:
    """
    Ask html-validate about every page; its warnings count too.

    Args:
        site: The built site.

        tools: Where html-validate is.

    Raises:
        Hindered: If it ends without a judgement.
    """
    # Asked from within, because the folder's own name may hold signs of a pattern.
    options = ["--config", str(CONFIG), "--formatter", "json", "--ext", "html", "."]
    told = ask([*tools.html_validate, *options], folder=site.folder)
    found = tuple(
        Finding(
            f"{Path(page['filePath']).relative_to(site.folder).as_posix()}:{message['line']}",
            f"{message['message']} ({message['ruleId']})",
        )
        for page in told
        for message in page["messages"]
    )
    return Judgement("html-validate", f"{len(site.ending('.html'))} pages", found)


def _nu_findings(messages: list[dict[str, Any]], starts: tuple[str, str]) -> Iterator[Finding]:
    for message in messages:
        told, place = message["message"], message.get("extract", "")
        if any(words in told and where in place for words, where in NOT_SO):
            continue
        page = message.get("url", "")
        for start in starts:
            page = page.removeprefix(start)
        yield Finding(f"{page}:{message.get('lastLine', 1)}", told)
