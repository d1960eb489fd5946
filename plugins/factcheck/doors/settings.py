"""
Pelican's settings to the project they describe.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from factcheck.engine.workers import cores
from factcheck.model.site import BROWSE, FEEDS, Policies, Project, Site
from factcheck.model.values import LANGUAGE, NOT_IN_ADDRESS
from factcheck.publishing.words import base_of

#: Where a project keeps what it may lose.
CACHE = ".factcheck"

#: A crawler's name (RFC 9309, 2.2.1); some add digits.
CRAWLER: Final = re.compile(r"[A-Za-z0-9_-]{1,100}")


class BadSettings(Exception):  # noqa: N818 - a sentence for a publisher, not a fault
    """A setting of pelican.conf.py, or SITEURL in the environment, cannot be used."""


def project_of(settings: Mapping[str, Any]) -> Project:
    """
    Return the project that Pelican's settings describe.

    Args:
        settings: As Pelican read them from pelican.conf.py.

    Raises:
        BadSettings: If the site's address is none.
    """
    content = Path(settings["PATH"]).resolve()
    root = Path(settings.get("FACTCHECK_ROOT") or content.parent).resolve()
    _keep_apart(Path(settings["OUTPUT_PATH"]).resolve(), root, settings)
    return Project(
        root=root,
        # Not resolved: a link in the place of the seeds is refused, not followed.
        seeds=Path(os.path.abspath(settings.get("FACTCHECK_SEEDS") or root / "seeds")),  # noqa: PTH100
        content=content,
        ratings=Path(settings.get("FACTCHECK_RATINGS") or content / "ratings.yaml").resolve(),
        registry=Path(settings.get("FACTCHECK_REGISTRY") or content / "registry.yaml").resolve(),
        theme=Path(settings["THEME"]).resolve(),
        output=Path(settings["OUTPUT_PATH"]).resolve(),
        site=Site(
            name=settings["SITENAME"],
            url=_site_url(str(os.environ.get("SITEURL") or settings["SITEURL"] or "")),
            language=settings["DEFAULT_LANG"],
            desk=settings.get("FACTCHECK_DESK") or settings["SITENAME"],
            taglines=_taglines(settings.get("FACTCHECK_TAGLINE") or "", settings["DEFAULT_LANG"]),
            report=settings.get("FACTCHECK_REPORT", "contact/") or "",
            claim_pages=bool(settings.get("FACTCHECK_CLAIM_PAGES", True)),
            related=bool(settings.get("FACTCHECK_RELATED", True)),
            search=bool(settings.get("FACTCHECK_SEARCH", True)),
            browse=_some_of(BROWSE, settings, "FACTCHECK_BROWSE"),
            languages=_languages(
                settings.get("FACTCHECK_LANGUAGES") or (), settings["DEFAULT_LANG"]
            ),
            feeds=_some_of(FEEDS, settings, "FACTCHECK_FEEDS"),
            data=bool(settings.get("FACTCHECK_DATA", True)),
            license=_address(settings, "FACTCHECK_LICENSE"),
            markdown=bool(settings.get("FACTCHECK_MARKDOWN", True)),
            cards=bool(settings.get("FACTCHECK_CARDS", True)),
            embeds=bool(settings.get("FACTCHECK_EMBEDS", True)),
            unwelcome=_crawlers(settings.get("FACTCHECK_CRAWLERS_UNWELCOME") or ()),
            policies=_policies(settings.get("FACTCHECK_POLICIES") or {}),
        ),
        card_fonts=_card_fonts(settings.get("FACTCHECK_CARD_FONTS") or (), root),
    )


def jobs_of(settings: Mapping[str, Any]) -> int:
    """
    Return how many processes may work: FACTCHECK_JOBS, or else as many as the machine has cores.

    Raises:
        BadSettings: If it is no number from one.
    """
    told = os.environ.get("FACTCHECK_JOBS") or settings.get("FACTCHECK_JOBS") or cores()
    if not str(told).isdecimal() or int(told) < 1:
        msg = f"FACTCHECK_JOBS: expected a number from 1; found {told!r}"
        raise BadSettings(msg)
    return int(told)


def _some_of(known: tuple[str, ...], settings: Mapping[str, Any], name: str) -> tuple[str, ...]:
    ways = settings.get(name, known)
    if isinstance(ways, str) or not isinstance(ways, Iterable) or {*ways} - {*known}:
        msg = f"{name}: expected a list of some of {', '.join(known)}; found {ways!r}"
        raise BadSettings(msg)
    return tuple(ways)


def _address(settings: Mapping[str, Any], name: str) -> str:
    address = str(settings.get(name) or "")
    if address and not _is_whole(address):
        msg = f"{name}: expected a whole address like https://example.org/; found {address!r}"
        raise BadSettings(msg)
    return address


def _card_fonts(told: Any, root: Path) -> tuple[Path, ...]:  # noqa: ANN401
    """Fonts beside the theme's own, from the project's folder or from the system's."""
    fonts = () if isinstance(told, str) else tuple(root / str(one) for one in told)
    lost = [font for font in fonts if not font.is_file()]
    if isinstance(told, str) or lost:
        found = f"no file {lost[0]}" if lost else repr(told)
        msg = f"FACTCHECK_CARD_FONTS: expected a list of font files that are there; found {found}"
        raise BadSettings(msg)
    return fonts


def _crawlers(names: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Each becomes a line of robots.txt, where any other sign would be one of its own."""
    if isinstance(names, str) or not all(CRAWLER.fullmatch(str(name)) for name in names):
        msg = (
            'FACTCHECK_CRAWLERS_UNWELCOME: expected a list of names like ["ExampleBot"], of '
            f"letters, digits, - and _; found {names!r}"
        )
        raise BadSettings(msg)
    return tuple(dict.fromkeys(str(name) for name in names))


def _policies(told: Any) -> Policies:  # noqa: ANN401
    """What the desk says of itself: pages of the site by their paths, others by addresses."""
    known = Policies._fields
    if not isinstance(told, Mapping) or {*told} - {*known}:
        msg = f"FACTCHECK_POLICIES: expected some of {', '.join(known)}; found {told!r}"
        raise BadSettings(msg)
    same_as = told.get("same_as") or ()
    places = {name: str(told[name] or "") for name in told if name != "same_as"}
    addresses = [place for place in places.values() if ":" in place] + [*same_as]
    if isinstance(same_as, str) or not all(_is_whole(str(one)) for one in addresses):
        msg = (
            "FACTCHECK_POLICIES: expected pages of the site like corrections-policy/, or whole "
            f"addresses, and for same_as a list of those; found {told!r}"
        )
        raise BadSettings(msg)
    return Policies(**places, same_as=tuple(str(one) for one in same_as))


def _taglines(told: Any, language: str) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    """What the site says of itself: one sentence, or one for each language."""
    if isinstance(told, str):
        return ((language, told),) if told else ()
    if not isinstance(told, Mapping):
        msg = (
            "FACTCHECK_TAGLINE: expected a text, or texts by language like "
            f'{{"en": "…", "es": "…"}}; found {told!r}'
        )
        raise BadSettings(msg)
    return tuple((str(tag), str(text)) for tag, text in told.items())


def _languages(tags: Any, own: str) -> tuple[str, ...]:  # noqa: ANN401
    """Each begins the addresses of its lists, so it must be a language's tag and none other."""
    bases = Counter(base_of(str(tag)) for tag in dict.fromkeys(tags))
    if isinstance(tags, str) or not all(LANGUAGE.match(str(tag)) for tag in tags):
        msg = f'FACTCHECK_LANGUAGES: expected a list of tags like ["es", "uk"]; found {tags!r}'
        raise BadSettings(msg)
    if double := [base for base, count in bases.items() if count > 1]:
        msg = f"FACTCHECK_LANGUAGES: {double[0]} stands twice; a language has one list"
        raise BadSettings(msg)
    return tuple(str(tag) for tag in dict.fromkeys(tags) if tag != own)


def _is_whole(url: str) -> bool:
    parts = urlsplit(url)
    whole = parts.scheme in {"http", "https"} and parts.hostname and not parts.username
    return bool(whole) and not NOT_IN_ADDRESS.search(url)


def _site_url(url: str) -> str:
    """A wrong address would stand in every link and every review, so it is refused early."""
    parts = urlsplit(url)
    strays = {".", ".."} & {*parts.path.split("/")}
    if url and (not _is_whole(url) or strays or parts.query or parts.fragment):
        msg = (
            f"SITEURL: expected a whole address like https://user.github.io/digest; found {url!r}"
        )
        raise BadSettings(msg)
    return url.rstrip("/")


def _keep_apart(output: Path, root: Path, settings: Mapping[str, Any]) -> None:
    """A build replaces its output folder whole, so it must hold nothing that somebody wrote."""
    parts = [
        root / name for name in ("seeds", "content", "theme", "plugins", "tests", "docs", ".git")
    ]
    parts += [Path(settings[key]).resolve() for key in ("PATH", "THEME")]
    around = root.is_relative_to(output)
    if around or any(output.is_relative_to(part) or part.is_relative_to(output) for part in parts):
        msg = (
            f"OUTPUT_PATH: {output} holds the project's own files, which a build would replace; "
            "choose a folder for the site alone, such as output"
        )
        raise BadSettings(msg)
