"""
What kind of machine this is: a figure says nothing without it.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path


def kind() -> dict[str, str]:
    """
    Describe this machine in words, without its name.
    """
    return {
        "processor": f"{_cores()} cores, {_processor()}",
        "memory": f"{_memory() / 2**30:.0f} GiB",
        "system": f"{_system()}, Linux {platform.release().split('-')[0]}",
        "Python": sys.version.split()[0],
    }


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return " ".join(value.split())
    return platform.machine()


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _system() -> str:
    return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
