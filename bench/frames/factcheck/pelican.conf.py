"""
The bench's site: the project's own settings, with the bench's seeds.
"""

from pathlib import Path
from runpy import run_path

import factcheck

HERE = Path(__file__).resolve().parent
PROJECT = Path(factcheck.__file__).resolve().parents[2]
OWN = run_path(str(PROJECT / "pelican.conf.py"))
globals().update({name: value for name, value in OWN.items() if name.isupper()})

PATH = str(HERE / "content")
FACTCHECK_ROOT = str(HERE)
FACTCHECK_SEEDS = str(HERE / "seeds")
FACTCHECK_RATINGS = str(HERE / "content" / "ratings.yaml")
FACTCHECK_REGISTRY = str(HERE / "content" / "registry.yaml")
FACTCHECK_REPORT = ""
FACTCHECK_POLICIES = {}
OUTPUT_PATH = str(HERE / "output")
CACHE_PATH = str(HERE / ".factcheck" / "pelican")
