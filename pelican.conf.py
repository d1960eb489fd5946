"""
The site's settings, read by Pelican: constants only.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from factcheck.doors.pelican import FactCheckPelican  # noqa: E402 - plugins/ is on the path now

# --- Yours to change -------------------------------------------------------------------------

# Name and address are placeholders: "make publish" asks for your own.
SITENAME = "The Example Desk"

# What the site says of itself: a text, or one for each language.
FACTCHECK_TAGLINE = {
    "en": "Claims checked against the record, word by word",
    "es": "Afirmaciones comprobadas con las fuentes, palabra por palabra",
    "uk": "Твердження, звірені з джерелами слово за словом",
    "ar": "ادعاءات نتحقق منها في مصادرها كلمة بكلمة",
}

# Who checks: named as publisher and author of every review. SITENAME where it is empty.
FACTCHECK_DESK = ""

# The whole address that the site is published at, also below a path:
# "https://user.github.io/digest". SITEURL in the environment goes before this one.
SITEURL = "https://example.org"

# BCP 47: the language of the interface and of lists. Each fact-check has its own, and stands in an
# interface of that language where theme/translations/ has one.
DEFAULT_LANG = "en"

# Other languages with lists and feeds of their own, below /es/ and so on.
FACTCHECK_LANGUAGES = ["es", "uk", "ar"]
TIMEZONE = "UTC"

# Where "Report an error" leads: a page of the site, or a whole address (https: or mailto:).
FACTCHECK_REPORT = "contact/"

# Whether each claim has a page of its own, where machines find its review.
FACTCHECK_CLAIM_PAGES = True

# Whether a fact-check's pages lead to the fact-checks before and after it, and to what is related.
FACTCHECK_RELATED = True

# Whether readers can search: makes an index of everything published.
FACTCHECK_SEARCH = True

# By what readers can browse: take out what your digest has no use for.
FACTCHECK_BROWSE = ["topics", "claimants", "outlets", "archive", "languages", "kinds"]

# By what readers can follow the digest in feeds, beside those of all fact-checks, all rulings and
# all corrections.
FACTCHECK_FEEDS = ["ratings", "topics", "claimants", "outlets", "languages"]

# Whether everything published stands as data too: beside each page, and all together in /data/.
FACTCHECK_DATA = True

# The whole address of the licence that the data is under, such as
# "https://creativecommons.org/licenses/by/4.0/"; empty while you have chosen none.
FACTCHECK_LICENSE = ""

# Whether each page of a fact-check has a twin in Markdown, for scripts and language models.
FACTCHECK_MARKDOWN = True

# Whether each fact-check and each key claim has a picture for those who share it.
FACTCHECK_CARDS = True

# Fonts for scripts that the theme's own in theme/fonts/ have not, such as Chinese, Japanese and
# Korean: paths of font files (docs/cards.md). Without one, such a card shows the rating alone.
FACTCHECK_CARD_FONTS = []

# Whether other sites may show a fact-check or a claim in a frame.
FACTCHECK_EMBEDS = True

# Crawlers that are asked to stay away, by the names that they go by in robots.txt. Their owners
# document, for what models are trained on: GPTBot (OpenAI), ClaudeBot (Anthropic), Google-Extended
# (Google), CCBot (Common Crawl). OAI-SearchBot and Claude-SearchBot are what finds a page for an
# answer that links to it: who keeps them away is not found there.
FACTCHECK_CRAWLERS_UNWELCOME = []

# What the desk says of itself to machines: pages of the site, or whole addresses.
FACTCHECK_POLICIES = {
    "corrections": "corrections-policy/",
    "ownership": "funding/",
    "feedback": "contact/",
    "methods": "methodology/",
    "masthead": "team/",
    "same_as": [],
}

# --- How the project is laid out --------------------------------------------------------------

PELICAN_CLASS = FactCheckPelican
PLUGIN_PATHS = [str(ROOT / "plugins")]
PLUGINS = ["factcheck"]

PATH = str(ROOT / "content")
FACTCHECK_SEEDS = str(ROOT / "seeds")
FACTCHECK_RATINGS = str(ROOT / "content" / "ratings.yaml")
FACTCHECK_REGISTRY = str(ROOT / "content" / "registry.yaml")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
CACHE_PATH = str(ROOT / ".factcheck" / "pelican")

# content/ holds pages only; fact-checks come from seeds/, never through Pelican's readers.
PAGE_PATHS = [""]
ARTICLE_PATHS = []
STATIC_PATHS = ["images"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"

# Everything else on the site is written by the plugin.
DIRECT_TEMPLATES = []
THEME_STATIC_PATHS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = DRAFT_SAVE_AS = ""
