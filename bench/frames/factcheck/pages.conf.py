"""
The profile "pages": everything but share cards.
"""

from pathlib import Path
from runpy import run_path

FULL = run_path(str(Path(__file__).resolve().with_name("pelican.conf.py")))
globals().update({name: value for name, value in FULL.items() if name.isupper()})

FACTCHECK_CARDS = False
