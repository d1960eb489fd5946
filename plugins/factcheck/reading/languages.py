"""
In which language a document probably is: by its letters, and by the words that every text has.

For the draft that an editor looks through, never for what is published: where nothing is sure,
nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType
from typing import Final

#: As much of a text as is looked at, in characters.
MOST: Final = 20_000
#: So many such words must be found, and so many times as many as of the next language.
FEWEST: Final = 4
SURELY: Final = 1.3

#: Letters that only one of these languages has, where a text mostly has letters of their script.
LETTERS: Final = (
    ("el", r"[α-ω]", ""),  # noqa: RUF001
    ("he", r"[א-ת]", ""),
    ("th", r"[ก-๛]", ""),
    ("ko", r"[가-힣]", ""),
    ("ka", r"[ა-ჰ]", ""),
    ("hy", r"[ա-և]", ""),  # noqa: RUF001
    ("ja", r"[ぁ-ヿ]", ""),
    ("zh", r"[一-鿿]", ""),
    ("fa", r"[ء-ي]", r"[پچژگ]"),
    ("ar", r"[ء-ي]", r"[ةىأإ]"),
    ("uk", r"[а-яіїєґ]", r"[їєґі]"),  # noqa: RUF001
    ("be", r"[а-яіўё]", r"ў"),  # noqa: RUF001
    ("ru", r"[а-яё]", r"[ыэё]"),  # noqa: RUF001
    ("bg", r"[а-я]", r"ъ"),  # noqa: RUF001
)
#: The share of a text's letters that are of the script.
MOSTLY: Final = 0.5

#: Short words that nearly every text of the language has, and few of the others.
WORDS: Final = MappingProxyType(
    {
        "en": "the of and to is that was for with his her were which has have been",
        "es": "el los las una del que por para con como más pero fue está su y",
        "fr": "le les des une est dans pour que qui sur pas avec ce sont du et",
        "de": "der die das und ist nicht ein eine mit den von dem auf für sich zu",
        "it": "il gli della che per una con non sono è di nel alla più anche dei",
        "pt": "o os as uma não para com do da que em por mais dos foi são",
        "nl": "het een van de en dat niet met voor zijn op aan ook werd bij",
        "pl": "nie jest się na że z do w jak przez oraz po dla był od",
        "ro": "și este din care pentru cu nu la mai fost sunt pe de că",
        "sv": "och att det som en är av för på med inte har den till",
        "da": "og at det som en er af for på med ikke har den til",
        "tr": "ve bir bu için ile olarak daha gibi çok olan da de ne",
        "cs": "je se na že v s to jako by pro ale které byl jsou",
        "hu": "az és hogy nem egy volt is csak meg már ezt mint",
        "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada",
        "vi": "và của là có không được trong cho với một người đã",
    }
)
LISTED: Final = MappingProxyType({tag: frozenset(told.split()) for tag, told in WORDS.items()})


def likely_language(text: str) -> str:
    """
    Return the language that a text is probably in (BCP 47); empty where that is not clear.
    """
    start = text[:MOST].casefold()
    letters = sum(map(str.isalpha, start))
    for tag, script, telling in LETTERS:
        of_script = len(re.findall(script, start))
        if letters and of_script > MOSTLY * letters and (not telling or re.search(telling, start)):
            return tag
    words = Counter(re.findall(r"[^\W\d_]+", start))
    counts = Counter({tag: sum(words[one] for one in told) for tag, told in LISTED.items()})
    (first, most), (_, next_most) = counts.most_common(2)
    return first if most >= FEWEST and most > SURELY * next_most else ""
