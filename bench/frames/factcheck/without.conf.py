"""
The profile "full" without one kind of output: what it costs is told by comparison.

BENCH_WITHOUT in the environment names the setting that is switched off.
"""

import os
from pathlib import Path
from runpy import run_path

FULL = run_path(str(Path(__file__).resolve().with_name("pelican.conf.py")))
globals().update({name: value for name, value in FULL.items() if name.isupper()})

OFF = os.environ["BENCH_WITHOUT"]
globals()[OFF] = [] if isinstance(FULL[OFF], list) else False
