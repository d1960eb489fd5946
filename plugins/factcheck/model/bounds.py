"""
How much is read of anything, and how far anything is searched.

Rule 1: every bound of an input stands here; ``docs/limits.md`` tells each, and what it costs to go
as far.
Rule 2: what is larger is refused, at its place, before anything is made of it; nothing is cut.
Rule 3: a search is bounded by characters, never by seconds, so that it ends at the same place on
every machine.
"""

from __future__ import annotations

from typing import Final

# Any text; of a page of HTML, whose source nobody reads, the long lines of what it shows count.
LINES: Final = 200_000
LINE_CHARACTERS: Final = 50_000

# A document.
DOCUMENT_BYTES: Final = 20_000_000
#: Each is an object, and larger than the page that it stands in.
HTML_TAGS: Final = 100_000
HTML_DEPTH: Final = 10_000
#: Signs that can begin markup: reading each takes longer than reading a word.
MARKDOWN_SIGNS: Final = 100_000
#: How deep lists and quotations may stand in each other; deeper, the parser drops their text.
MARKDOWN_DEPTH: Final = 60

# What a document may be made of by ``factcheck new``.
PDF_PAGES: Final = 2_000
#: All parts of a DOCX file together, unpacked.
DOCX_BYTES: Final = 100_000_000

# A sidecar, the rating scales, and the registry of names.
YAML_BYTES: Final = 5_000_000
YAML_DEPTH: Final = 20
YAML_VALUES: Final = 500_000
#: In one list or mapping: claims, works, the evidence of a claim.
YAML_ENTRIES: Final = 10_000
#: The same signs, and line ends, in all Markdown of a sidecar; and how deep lists may stand there.
PROSE_SIGNS: Final = 100_000
PROSE_DEPTH: Final = 20
#: The scales of a site, and the ratings of a scale.
SCALES: Final = 100
RATINGS: Final = 50

# Translations beside one document: each is read with all the others.
TRANSLATIONS: Final = 60

# A page of the desk, which Pelican's reader of Markdown makes HTML of.
PAGE_BYTES: Final = 100_000
PAGE_LINES: Final = 5_000
#: How often ``[`` and ``<`` stand in it: that reader looks for the end of each in what follows.
PAGE_SIGNS: Final = 2_000

# Structured data that is checked: a page of HTML, or JSON.
REVIEW_BYTES: Final = 20_000_000
REVIEW_DEPTH: Final = 100
REVIEW_VALUES: Final = 1_000_000
#: Faults of one text in JSON that are told before it is given up, and problems of one file.
JSON_FAULTS: Final = 1_000
REVIEW_PROBLEMS: Final = 10_000

# Searches.
#: The characters of the document, once for each quote of the sidecar.
QUOTE_SEARCH: Final = 4_000_000_000
#: Places tried in vain: they equal a quote but for an accent at its end, or its context.
QUOTE_TRIALS: Final = 5_000_000
#: Places of one quote; more are not told apart.
QUOTE_PLACES: Final = 100
#: Characters that are looked through for hints to one sidecar's quotes; then hints are general.
HINT_SEARCH: Final = 500_000_000
#: Characters that are compared for the nearest of many words.
NEAREST_SEARCH: Final = 50_000_000
#: Characters of a name that is compared with others, and of all that is made of them for that.
TWIN_LENGTH: Final = 120
TWIN_SEARCH: Final = 40_000_000
#: Claims that are compared with each other, two at a time, and such pairs whose words are read.
RIVAL_SEARCH: Final = 100_000
RIVAL_PAIRS: Final = 1_000
