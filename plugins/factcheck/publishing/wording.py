"""
The interface's words for the model's closed lists, dates and directions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from factcheck.model.values import PartialDate
from factcheck.model.vocabulary import (
    ChangeKind,
    DocumentKind,
    MediaCategory,
    MediaKind,
    ReplyOutcome,
    SignoffRole,
    Stance,
    State,
    UnratedReason,
    WorkKind,
)

DOCUMENT_KINDS: Final = MappingProxyType(
    {
        DocumentKind.ARTICLE: "article",
        DocumentKind.TRANSCRIPT: "transcript",
        DocumentKind.POST: "post",
        DocumentKind.MESSAGE: "message",
        DocumentKind.ADVERTISEMENT: "advertisement",
        DocumentKind.PRESS_RELEASE: "press release",
        DocumentKind.PAGE: "web page",
        DocumentKind.IMAGE: "image",
        DocumentKind.VIDEO: "video",
        DocumentKind.AUDIO: "audio recording",
        DocumentKind.OTHER: "document",
    }
)
WORK_KINDS: Final = MappingProxyType(
    {
        WorkKind.OFFICIAL: "official source",
        WorkKind.STATISTICS: "statistics",
        WorkKind.LAW: "law",
        WorkKind.COURT: "court decision",
        WorkKind.STUDY: "study",
        WorkKind.DATASET: "data set",
        WorkKind.AGENCY: "news agency",
        WorkKind.PRESS: "press",
        WorkKind.STATE_MEDIA: "state media",
        WorkKind.REFERENCE: "reference work",
        WorkKind.STATEMENT: "statement",
        WorkKind.INTERVIEW: "interview",
        WorkKind.OWN_WORK: "own work of the desk",
        WorkKind.OTHER: "other",
    }
)
STANCES: Final = MappingProxyType(
    {
        Stance.SUPPORTS: "Supports the claim",
        Stance.REFUTES: "Speaks against the claim",
        Stance.CONTEXT: "Context",
    }
)
STATES: Final = MappingProxyType(
    {State.HOLDS_UP: "holds up", State.DOES_NOT: "does not hold up", State.OPEN: "open"}
)
UNRATED_REASONS: Final = MappingProxyType(
    {
        UnratedReason.OPINION: "opinion",
        UnratedReason.PREDICTION: "prediction",
        UnratedReason.VAGUE: "too vague to check",
        UnratedReason.NOT_CHECKED: "not checked",
    }
)
CHANGE_KINDS: Final = MappingProxyType(
    {
        ChangeKind.CORRECTION: "Correction",
        ChangeKind.CLARIFICATION: "Clarification",
        ChangeKind.UPDATE: "Update",
        ChangeKind.MINOR: "Typing error",
    }
)
REPLY_OUTCOMES: Final = MappingProxyType(
    {
        ReplyOutcome.REPLIED: "replied",
        ReplyOutcome.DECLINED: "declined to reply",
        ReplyOutcome.NO_REPLY: "did not reply",
        ReplyOutcome.UNREACHABLE: "could not be reached",
    }
)
SIGNOFF_ROLES: Final = MappingProxyType(
    {
        SignoffRole.REPORTER: "reporter",
        SignoffRole.EDITOR: "editor",
        SignoffRole.LEGAL: "legal review",
    }
)
MEDIA_KINDS: Final = MappingProxyType(
    {MediaKind.IMAGE: "image", MediaKind.VIDEO: "video", MediaKind.AUDIO: "recording"}
)
MEDIA_CATEGORIES: Final = MappingProxyType(
    {
        MediaCategory.DECONTEXTUALIZED: "shown out of its context",
        MediaCategory.EDITED_OR_CROPPED: "edited or cropped",
        MediaCategory.ORIGINAL: "original, not manipulated",
        MediaCategory.SATIRE_OR_PARODY: "satire or parody",
        MediaCategory.STAGED: "staged",
        MediaCategory.TRANSFORMED: "transformed: something was changed, put in or taken out",
    }
)
#: Names of languages that much is written in; others are called by their tags.
LANGUAGES: Final = MappingProxyType(
    {
        "ar": "Arabic",
        "bg": "Bulgarian",
        "bn": "Bengali",
        "cs": "Czech",
        "da": "Danish",
        "de": "German",
        "el": "Greek",
        "en": "English",
        "es": "Spanish",
        "fa": "Persian",
        "fi": "Finnish",
        "fr": "French",
        "he": "Hebrew",
        "hi": "Hindi",
        "hu": "Hungarian",
        "id": "Indonesian",
        "it": "Italian",
        "ja": "Japanese",
        "ko": "Korean",
        "nl": "Dutch",
        "no": "Norwegian",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "ru": "Russian",
        "sv": "Swedish",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "ur": "Urdu",
        "zh": "Chinese",
    }
)
#: What languages call themselves.
OWN_NAMES: Final = MappingProxyType(
    {
        "ar": "العربية",
        "bg": "Български",
        "bn": "বাংলা",
        "cs": "Čeština",
        "da": "Dansk",
        "de": "Deutsch",
        "el": "Ελληνικά",
        "en": "English",
        "es": "Español",
        "fa": "فارسی",
        "fi": "Suomi",
        "fr": "Français",
        "he": "עברית",
        "hi": "हिन्दी",
        "hu": "Magyar",
        "id": "Indonesia",
        "it": "Italiano",
        "ja": "日本語",
        "ko": "한국어",
        "nl": "Nederlands",
        "no": "Norsk",
        "pl": "Polski",
        "pt": "Português",
        "ro": "Română",
        "ru": "Русский",
        "sv": "Svenska",
        "tr": "Türkçe",
        "uk": "Українська",
        "ur": "اردو",
        "zh": "中文",
    }
)
MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - a list of words reads best as words
)
SMALL: Final = tuple(
    "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
)
#: Scripts written from right to left, by the languages that use them.
RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
)


@lru_cache(maxsize=512)
def direction(language: str) -> str:
    """
    Return HTML's ``dir`` for a language.
    """
    script_known = "-Latn" in language or "-Cyrl" in language
    base = language.split("-", maxsplit=1)[0]
    return "rtl" if base in RIGHT_TO_LEFT and not script_known else "ltr"


def language_in_words(tag: str) -> str:
    """
    Name the language of a BCP 47 tag, without its region or script; the tag itself if unknown.
    """
    return LANGUAGES.get(tag.split("-", maxsplit=1)[0].lower(), tag)


def language_of_its_own(tag: str, among: Sequence[str]) -> str:
    """
    Name a language in itself: with its tag where others of the same name stand beside it.

    Args:
        tag: The language (BCP 47).

        among: The tags of all that are named together.
    """
    base = tag.split("-", maxsplit=1)[0]
    name = OWN_NAMES.get(base, tag)
    namesakes = [other for other in among if other.split("-", maxsplit=1)[0] == base]
    return f"{name} ({tag})" if len(namesakes) > 1 and name != tag else name


def date_in_words(date: PartialDate) -> str:
    """
    Write a date as far as it is known: 15 December 2025, December 2025 or 2025.
    """
    return _date_in_words(date.text)


def day_in_words(day: date) -> str:
    """
    Write a day: 15 December 2025.
    """
    return _date_in_words(day.isoformat())


def month_in_words(month: str) -> str:
    """
    Write a month of a year, such as 2025-12: December 2025.
    """
    return _date_in_words(month)


@lru_cache(maxsize=4096)
def _date_in_words(text: str) -> str:
    year, *rest = text.split("-")
    words = [year]
    if rest:
        words.insert(0, MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        words.insert(0, str(int(rest[1])))
    return " ".join(words)


def time_in_words(seconds: float) -> str:
    """
    Write a place in a recording: 1:05.
    """
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def listed(words: Sequence[str]) -> str:
    """
    Join words as a sentence does: a, b and c.
    """
    if len(words) < len(("a", "b")):
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(count: int, one: str, several: str) -> str:
    """
    Write a count with its noun; small ones in words, as a sentence does.
    """
    number = SMALL[count] if count < len(SMALL) else str(count)
    return f"{number} {one if count == 1 else several}"
