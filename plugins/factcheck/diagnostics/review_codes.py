"""
The codes of what is wrong with a ``ClaimReview``, whoever published it.

A code is stable: it is never renamed and never used for something else, also not among ``CODES``.
Each has a broken example under ``tests/reviews_invalid/`` and a row in ``docs/claimreview.md``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

REVIEW_CODES: Final = MappingProxyType(
    {
        # The file.
        "review-bounds": "The file is larger, deeper or longer than the stated bounds.",
        "review-missing": "There is no ClaimReview.",
        "microdata-unread": "A ClaimReview stands in the page's markup, and is not checked.",
        # JSON.
        "json-syntax": "The text is not JSON.",
        "json-comment": "A comment stands in JSON, which has none.",
        "json-trailing-comma": "A comma stands after the last value.",
        "json-line-break": "A line break or another control character stands within a text.",
        "json-duplicate-key": "A key stands twice in an object.",
        "json-number": "A number is not one that JSON can hold.",
        # Where the review stands.
        "context-missing": "Nothing says that the names are schema.org's.",
        "not-top-level": "The review stands within something else.",
        "several-on-page": "A page holds several reviews.",
        "same-address": "Several reviews have one address and no ids of their own.",
        # Its address, and others.
        "url-missing": "The review does not say on which page it stands.",
        "url-host": "The review's address is another site's.",
        "url-page": "The review's address is another page's.",
        "url-insecure": "The review's address is http, its page's is https.",
        "address-invalid": "A value is not a web address.",
        "address-relative": "An address is not whole.",
        "address-joined": "Two addresses stand in one field.",
        "self-link": "The claim is said to stand on the review's own page.",
        "image-invalid": "An image or logo has no address.",
        # The claim.
        "claim-missing": "The review does not say what it reviews.",
        "claim-long": "The claim is too long for a line.",
        "claim-question": "The claim is a question.",
        "claim-rated": "The rating stands within the claim.",
        # The rating.
        "rating-missing": "The review has no rating.",
        "label-missing": "The rating has no word.",
        "label-prefixed": "The rating's word has something before it.",
        "label-sentence": "The rating's word is a sentence.",
        "label-reversed": "The rating's word and its number say the opposite.",
        "label-numbered": "A rating has a number, but its word is no step of a scale.",
        "number-text": "A number is written as text.",
        "number-invalid": "A value is not a number.",
        "number-placeholder": "A rating, its best and its worst are one number.",
        "number-outside": "A rating lies outside its scale.",
        "scale-reversed": "The best number of a scale is not greater than the worst.",
        "scale-low": "The worst number of a scale is less than 1.",
        "scale-incomplete": "A scale is told only in part.",
        # Who and when.
        "item-missing": "The review does not say where the claim was made, and by whom.",
        "item-type": "What is reviewed is not a Claim.",
        "appearance-missing": "The review does not say where the claim stands.",
        "claimant-missing": "The review does not say who made the claim.",
        "claimant-unnamed": "Whoever made the claim has no name.",
        "claimant-desk": "The reviewer is said to have made the claim.",
        "author-missing": "The review does not say whose it is.",
        "author-unnamed": "The reviewer has no name.",
        "author-url": "The reviewer has no address.",
        "party-type": "Somebody is neither a Person nor an Organization.",
        "date-missing": "The review has no date.",
        "date-invalid": "A value is not a date.",
        "date-future": "A date has not come yet.",
        "date-reversed": "Two dates stand in an order that cannot be.",
        # Anything.
        "property-unknown": "schema.org has no such property there.",
        "value-empty": "A property has no value.",
        "value-type": "A value is not of the kind expected.",
        "text-space": "White space stands around a text.",
        "text-markup": "Markup stands in a text.",
        "text-hidden": "A character that cannot be seen stands in a text.",
    }
)
