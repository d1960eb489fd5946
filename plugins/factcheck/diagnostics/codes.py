"""
The codes of every problem that an editor can meet.

A code is stable: it is never renamed and never used for something else. Each has a broken example
under ``tests/seeds_invalid/``; a test fails if one has none.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CODES: Final = MappingProxyType(
    {
        # The sidecar as YAML.
        "not-utf8": "The file is not UTF-8 text.",
        "yaml-syntax": "The file is not YAML.",
        "yaml-tab": "A tab stands where YAML wants spaces.",
        "yaml-duplicate-key": "A key stands twice among keys that belong together.",
        "yaml-anchor": "Anchors, aliases and merge keys are not allowed.",
        "yaml-tag": "Tags are not allowed.",
        "yaml-documents": "The file holds more than one YAML document.",
        "yaml-key": "A key is not plain text.",
        "yaml-bounds": "The file is larger, deeper or longer than the stated bounds.",
        "text-cut": "YAML would take a part of the text for a comment and drop it.",
        "text-folded": "YAML runs the lines of a list together into one.",
        # One field.
        "missing-field": "A required field is missing.",
        "unknown-key": "A key is not one that a sidecar may hold.",
        "wrong-shape": "A value is not of the shape expected: text, a list, keys with values.",
        "not-in-list": "A value is not one of a closed list.",
        "bad-date": "A value is not a date.",
        "bad-address": "A value is not a web address.",
        "bad-slug": "A value cannot be part of an address.",
        "bad-language": "A value is not a language tag.",
        "bad-flag": "A value is neither true nor false.",
        "bad-number": "A value is not a number, or lies outside its range.",
        "hidden-character": "A character that cannot be seen hides or reorders others.",
        "bad-value": "A value breaks a rule of its field.",
        # Between fields.
        "unknown-rating": "A rating is not on the scale.",
        "unknown-scale": "A scale or its version is not among the site's scales.",
        "duplicate-id": "Two claims or two groups share an id.",
        "unknown-claim": "A claim is named that the sidecar does not hold.",
        "claim-grouped-twice": "A claim stands in two groups, or twice in one.",
        "group-not-shown": "A group holds no key claim, and would be shown nowhere.",
        "work-not-listed": "A work is cited that is not listed under works.",
        "work-not-cited": "A work is listed that nothing cites.",
        "work-derived-loop": "Works are derived from each other in a circle.",
        "evidence-missing": "A rating needs evidence, and there is none.",
        "evidence-work": "A piece of evidence names no work, or names one and describes another.",
        "evidence-later": "Evidence that decides is younger than what the rating rests on.",
        "quote-missing": "A claim made in words has no quote.",
        "reason-missing": "A rating of the whole document has no reason.",
        "translation-alone": "A translation stands without the text that it translates.",
        "link-without-address": "The document is to be linked, but the address is not given.",
        "withdrawn-unexplained": "A fact-check is withdrawn without saying why, or the reverse.",
        "date-order": "Two dates stand in an order that cannot be.",
        "unwritten": "A text is still to be written.",
        # The pair, and the document.
        "sidecar-missing": "A document has no verdict beside it.",
        "sidecar-orphaned": "A verdict has no document beside it.",
        "document-twice": "Two documents share one sidecar.",
        "file-name": "A file's name cannot stand on every system, or deceives.",
        "document-format": "A file in seeds/ is neither a readable document nor a verdict.",
        "document-encoding": "A document is not UTF-8 text.",
        "document-bounds": "A document is larger, longer or deeper than the stated bounds.",
        "document-empty": "A document holds no text.",
        "document-changed": "A document is not the one that its sidecar locked.",
        # A translation of a fact-check.
        "translation-place": "A translation does not stand beside its original's document.",
        "translation-language": "A translation's language is not the one that its file names.",
        "translation-inherited": "A translation says what it has from its original.",
        "translation-stray": "A translation names what its original does not hold.",
        "translation-original": "A translation's original has errors.",
        "translation-waits": "A translation is published, and its original is not yet.",
        "untranslated": "Words of the original are not translated.",
        # Quotes.
        "quote-not-found": "A quote is not found in the document.",
        "quote-cuts-word": "A quote begins or ends within a word.",
        "quote-ambiguous": "A quote is found more than once in the document.",
        # The digest.
        "slug-missing": "The file's name cannot be an address, and no slug is given.",
        "slug-taken": "Two fact-checks want the same address.",
        "ruled-differently": "Two claims in nearly the same words have different ratings.",
        "unknown-check": "A fact-check or claim is named that the digest does not hold.",
        # The desk's pages.
        "page-bounds": "A page of the desk is larger or longer than the stated bounds.",
        # The registry of names.
        "name-taken": "Two entries of the registry claim one name.",
        "near-twin": "Two names differ so little that they are probably meant as one.",
        # The scales.
        "scale-numbers": "A scale's numbers do not run without a gap or a double.",
    }
)
