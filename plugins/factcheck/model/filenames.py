"""
Which names a file of the seeds may have, so that every system checks out the same files.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from factcheck.model.characters import deceiving
from factcheck.model.values import RESERVED

#: What nearly all names are; nothing but a device can be meant by one.
ORDINARY: Final = re.compile(r"[a-z0-9_-]++(?:\.[a-z0-9_-]++)*", re.IGNORECASE | re.ASCII)
#: In bytes of UTF-8; file systems end at 255, and endings are added to a stem.
MOST_BYTES: Final = 200
#: What Windows allows in no name, and what separates folders there.
FORBIDDEN: Final = '<>:"|?*\\'
#: A page's folder keeps this for itself; a file of the seeds may have it.
ALLOWED: Final = frozenset({"index"})
DEVICES: Final = RESERVED - ALLOWED


def fault(name: str) -> str:
    """
    Say what is wrong with the name of a file or folder.

    Args:
        name: One part of a path.

    Returns:
        A few words; empty if the name can stand on every system.
    """
    if ORDINARY.fullmatch(name):
        return _other_fault(name)
    if found := next(deceiving(name.replace("\n", "\r").replace("\t", "\r")), None):
        return f"it holds the character {found.name}"
    if signs := [sign for sign in FORBIDDEN if sign in name]:
        return f"it holds {' '.join(signs)}, which Windows does not allow"
    if name != name.strip() or name.endswith("."):
        return "it begins or ends with a space, or ends with a dot"
    return _other_fault(name)


def _other_fault(name: str) -> str:
    """Say what may be wrong with a name of whatever characters."""
    if name.partition(".")[0].lower() in DEVICES:
        return "Windows keeps it for a device"
    if len(name.encode()) > MOST_BYTES:
        return f"it is longer than {MOST_BYTES} bytes"
    return ""


def folded(path: str) -> str:
    """
    Return what a path is on a system that tells neither case nor composition apart.
    """
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
