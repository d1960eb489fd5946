"""
Fuzz one target for some seconds: ``run.py TARGET SECONDS``.

New inputs are kept below ``.factcheck/fuzz``; what breaks a promise is written beside them. Put it
into ``tests/fuzz/corpus`` once it is mended, so that it is tried with every test.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent
KEPT = HERE.parents[1] / ".factcheck" / "fuzz"

with atheris.instrument_imports(include=["factcheck"]):
    from targets import TARGETS


def main() -> None:
    """
    Run until the time is over, or until a promise is broken.
    """
    name, seconds = sys.argv[1:]
    found = KEPT / name
    found.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-artifact_prefix={found}/broken-",
        "-max_len=4096",
        "-timeout=20",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]
    corpora = [str(found), str(HERE / "corpus" / name)]
    atheris.Setup([sys.argv[0], *options, *corpora], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
