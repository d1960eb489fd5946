"""
The interface's words for the model's closed lists.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from factcheck.model.vocabulary import (
    ChangeKind,
    DocumentKind,
    MediaCategory,
    MediaKind,
    ReplyOutcome,
    SignoffRole,
    Stance,
    UnratedReason,
    WorkKind,
)
from factcheck.publishing.words import Said

DOCUMENT_KINDS: Final = MappingProxyType(
    {
        DocumentKind.ARTICLE: Said("kind of document", "article"),
        DocumentKind.TRANSCRIPT: Said("kind of document", "transcript"),
        DocumentKind.POST: Said("kind of document", "post"),
        DocumentKind.MESSAGE: Said("kind of document", "message"),
        DocumentKind.ADVERTISEMENT: Said("kind of document", "advertisement"),
        DocumentKind.PRESS_RELEASE: Said("kind of document", "press release"),
        DocumentKind.PAGE: Said("kind of document", "web page"),
        DocumentKind.IMAGE: Said("kind of document", "image"),
        DocumentKind.VIDEO: Said("kind of document", "video"),
        DocumentKind.AUDIO: Said("kind of document", "audio recording"),
        DocumentKind.OTHER: Said("kind of document", "document"),
    }
)
#: What a fact-check of such a document is called, above its title.
CHECKS_OF: Final = MappingProxyType(
    {
        DocumentKind.ARTICLE: Said("above a title", "Fact-check of an article"),
        DocumentKind.TRANSCRIPT: Said("above a title", "Fact-check of a transcript"),
        DocumentKind.POST: Said("above a title", "Fact-check of a post"),
        DocumentKind.MESSAGE: Said("above a title", "Fact-check of a message"),
        DocumentKind.ADVERTISEMENT: Said("above a title", "Fact-check of an advertisement"),
        DocumentKind.PRESS_RELEASE: Said("above a title", "Fact-check of a press release"),
        DocumentKind.PAGE: Said("above a title", "Fact-check of a web page"),
        DocumentKind.IMAGE: Said("above a title", "Fact-check of an image"),
        DocumentKind.VIDEO: Said("above a title", "Fact-check of a video"),
        DocumentKind.AUDIO: Said("above a title", "Fact-check of an audio recording"),
        DocumentKind.OTHER: Said("above a title", "Fact-check of a document"),
    }
)
#: Who makes a claim that no person makes and no outlet.
DOCUMENTS_THEMSELVES: Final = MappingProxyType(
    {
        DocumentKind.ARTICLE: Said("who made a claim", "the article itself"),
        DocumentKind.TRANSCRIPT: Said("who made a claim", "the transcript itself"),
        DocumentKind.POST: Said("who made a claim", "the post itself"),
        DocumentKind.MESSAGE: Said("who made a claim", "the message itself"),
        DocumentKind.ADVERTISEMENT: Said("who made a claim", "the advertisement itself"),
        DocumentKind.PRESS_RELEASE: Said("who made a claim", "the press release itself"),
        DocumentKind.PAGE: Said("who made a claim", "the web page itself"),
        DocumentKind.IMAGE: Said("who made a claim", "the image itself"),
        DocumentKind.VIDEO: Said("who made a claim", "the video itself"),
        DocumentKind.AUDIO: Said("who made a claim", "the audio recording itself"),
        DocumentKind.OTHER: Said("who made a claim", "the document itself"),
    }
)
WORK_KINDS: Final = MappingProxyType(
    {
        WorkKind.OFFICIAL: Said("kind of work cited", "official source"),
        WorkKind.STATISTICS: Said("kind of work cited", "statistics"),
        WorkKind.LAW: Said("kind of work cited", "law"),
        WorkKind.COURT: Said("kind of work cited", "court decision"),
        WorkKind.STUDY: Said("kind of work cited", "study"),
        WorkKind.DATASET: Said("kind of work cited", "data set"),
        WorkKind.AGENCY: Said("kind of work cited", "news agency"),
        WorkKind.PRESS: Said("kind of work cited", "press"),
        WorkKind.STATE_MEDIA: Said("kind of work cited", "state media"),
        WorkKind.REFERENCE: Said("kind of work cited", "reference work"),
        WorkKind.STATEMENT: Said("kind of work cited", "statement"),
        WorkKind.INTERVIEW: Said("kind of work cited", "interview"),
        WorkKind.OWN_WORK: Said("kind of work cited", "own work of the desk"),
    }
)
STANCES: Final = MappingProxyType(
    {
        Stance.SUPPORTS: Said("heading over evidence", "Supports the claim"),
        Stance.REFUTES: Said("heading over evidence", "Speaks against the claim"),
        Stance.CONTEXT: Said("heading over evidence", "Context"),
    }
)
#: How many works do what to the claim.
HOW_MUCH: Final = MappingProxyType(
    {
        Stance.SUPPORTS: Said("how much evidence", "supports the claim: %(number)s"),
        Stance.REFUTES: Said("how much evidence", "speaks against the claim: %(number)s"),
        Stance.CONTEXT: Said("how much evidence", "context: %(number)s"),
    }
)
UNRATED_REASONS: Final = MappingProxyType(
    {
        UnratedReason.OPINION: Said("why words were not rated", "Opinion"),
        UnratedReason.PREDICTION: Said("why words were not rated", "Prediction"),
        UnratedReason.VAGUE: Said("why words were not rated", "Too vague to check"),
        UnratedReason.NOT_CHECKED: Said("why words were not rated", "Not checked"),
    }
)
CHANGE_KINDS: Final = MappingProxyType(
    {
        ChangeKind.CORRECTION: Said("kind of change", "Correction"),
        ChangeKind.CLARIFICATION: Said("kind of change", "Clarification"),
        ChangeKind.UPDATE: Said("kind of change", "Update"),
        ChangeKind.MINOR: Said("kind of change", "Typing error"),
    }
)
REPLY_OUTCOMES: Final = MappingProxyType(
    {
        ReplyOutcome.REPLIED: Said("what came of asking for a reply", "replied"),
        ReplyOutcome.DECLINED: Said("what came of asking for a reply", "declined to reply"),
        ReplyOutcome.NO_REPLY: Said("what came of asking for a reply", "did not reply"),
        ReplyOutcome.UNREACHABLE: Said("what came of asking for a reply", "could not be reached"),
    }
)
SIGNOFF_ROLES: Final = MappingProxyType(
    {
        SignoffRole.REPORTER: Said("role of who signed off", "reporter"),
        SignoffRole.EDITOR: Said("role of who signed off", "editor"),
        SignoffRole.LEGAL: Said("role of who signed off", "legal review"),
    }
)
MEDIA_KINDS: Final = MappingProxyType(
    {
        MediaKind.IMAGE: Said("before what was done to it", "Image:"),
        MediaKind.VIDEO: Said("before what was done to it", "Video:"),
        MediaKind.AUDIO: Said("before what was done to it", "Recording:"),
    }
)
OPEN_MEDIA: Final = MappingProxyType(
    {
        MediaKind.IMAGE: Said("link", "Open the image"),
        MediaKind.VIDEO: Said("link", "Open the video"),
        MediaKind.AUDIO: Said("link", "Open the recording"),
    }
)
MEDIA_CATEGORIES: Final = MappingProxyType(
    {
        MediaCategory.DECONTEXTUALIZED: Said(
            "how media were manipulated", "shown out of its context"
        ),
        MediaCategory.EDITED_OR_CROPPED: Said("how media were manipulated", "edited or cropped"),
        MediaCategory.ORIGINAL: Said("how media were manipulated", "original, not manipulated"),
        MediaCategory.SATIRE_OR_PARODY: Said("how media were manipulated", "satire or parody"),
        MediaCategory.STAGED: Said("how media were manipulated", "staged"),
        MediaCategory.TRANSFORMED: Said(
            "how media were manipulated", "transformed: something was changed, put in or taken out"
        ),
    }
)


def time_in_words(seconds: float) -> str:
    """
    Write a place in a recording: 1:05.
    """
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
