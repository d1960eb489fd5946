"""
Stock Pelican: no plugin; everything that the corpus does not ask for is off.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent

SITENAME = "The Example Desk"
SITEURL = "https://example.org"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
PLUGINS = []

PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
CACHE_PATH = str(HERE / "cache")
THEME = str(HERE / "theme")
THEME_STATIC_DIR = "theme"
ARTICLE_PATHS = ["checks"]
PAGE_PATHS = []
STATIC_PATHS = []
# By default its watcher passes over everything below a hidden folder, as the bench's is.
IGNORE_FILES = []

ARTICLE_URL = "checks/{slug}/"
ARTICLE_SAVE_AS = "checks/{slug}/index.html"
TAG_URL = "ratings/{slug}/"
TAG_SAVE_AS = "ratings/{slug}/index.html"
CATEGORY_URL = "topics/{slug}/"
CATEGORY_SAVE_AS = "topics/{slug}/index.html"
AUTHOR_URL = "claimants/{slug}/"
AUTHOR_SAVE_AS = "claimants/{slug}/index.html"
DRAFT_SAVE_AS = ""

DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"tag": None, "category": None, "author": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"

FORMATTED_FIELDS = []
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

RATINGS = {
    "false": "False",
    "misleading": "Misleading",
    "mostly-false": "Mostly false",
    "half-true": "Half true",
    "mostly-true": "Mostly true",
    "true": "True",
    "unproven": "Unproven",
    "satire": "Satire",
}
