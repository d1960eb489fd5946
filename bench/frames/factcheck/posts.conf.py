"""
The profile "posts": no pages but those that the peers write too.
"""

from pathlib import Path
from runpy import run_path

FULL = run_path(str(Path(__file__).resolve().with_name("pelican.conf.py")))
globals().update({name: value for name, value in FULL.items() if name.isupper()})

FACTCHECK_CLAIM_PAGES = False
FACTCHECK_RELATED = False
FACTCHECK_SEARCH = False
FACTCHECK_FEEDS = []
FACTCHECK_DATA = False
FACTCHECK_MARKDOWN = False
FACTCHECK_CARDS = False
FACTCHECK_EMBEDS = False
FACTCHECK_LANGUAGES = []
FACTCHECK_BROWSE = ["topics", "claimants"]
