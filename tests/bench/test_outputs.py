"""
What is written beside the pages is counted whole, and each kind can be switched off.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from runpy import run_path

import pytest
from sandbox import ROOT

from bench.outputs import KINDS, SETTINGS, WITHOUT, weighed

FRAMES = ROOT / "bench" / "frames" / "factcheck"
SETTINGS_OF = [kind.setting for kind in KINDS.values() if kind.setting]


def test_every_file_is_of_one_kind(site: Path) -> None:
    """All files of a site are counted, each once, and there are some of every kind."""
    found = weighed(site)
    files = [path for path in site.rglob("*") if path.is_file()]

    assert found.keys() == KINDS.keys()
    assert sum(count for count, _ in found.values()) == len(files)
    assert sum(size for _, size in found.values()) == sum(path.stat().st_size for path in files)


@pytest.mark.parametrize("setting", SETTINGS_OF)
def test_each_kind_can_be_switched_off(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings differ from those of the profile in the one that is named, which is off."""
    for name in ("pelican.conf.py", SETTINGS):
        shutil.copy(FRAMES / name, tmp_path)
    monkeypatch.setenv(WITHOUT, setting)
    whole, without = (run_path(str(tmp_path / name)) for name in ("pelican.conf.py", SETTINGS))
    changed = {name for name in whole if name.isupper() and without.get(name) != whole[name]}

    assert changed - {"PELICAN_CLASS"} == {setting}
    assert whole[setting]
    assert not without[setting]
