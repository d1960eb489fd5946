"""
A seal in a picture: from what it was drawn, and that nobody has changed it since.

So a picture that stands in the published folder can be taken over without drawing it again. The
seal is a private chunk of PNG (PNG 1.2, 3.3 and 4.3) just before its end; programs that change a
picture leave such a chunk away.
"""

from __future__ import annotations

import struct
from hashlib import blake2b
from typing import Final
from zlib import crc32

#: Ancillary, private, and not to be copied into a changed picture: its letters' cases say so.
NAME: Final = b"fcSL"
HASH_SIZE: Final = 16
#: The last chunk, which is the same in every file.
END: Final = b"\0\0\0\0IEND\xaeB\x60\x82"
#: Length, name, both hashes, checksum.
CHUNK_SIZE: Final = 4 + 4 + 2 * HASH_SIZE + 4


def sealed(png: bytes, key: str) -> bytes:
    """
    Return a picture with a seal.

    Args:
        png: As it was drawn.

        key: What it was drawn from.
    """
    body = png.removesuffix(END)
    return body + _chunk(body, key) + END


def is_sealed(png: bytes, key: str) -> bool:
    """
    Tell whether a picture was drawn from what a key stands for, and is as it was drawn.
    """
    if not png.endswith(END) or len(png) < CHUNK_SIZE + len(END):
        return False
    body, chunk = png[: -CHUNK_SIZE - len(END)], png[-CHUNK_SIZE - len(END) : -len(END)]
    return chunk == _chunk(body, key)


def _chunk(body: bytes, key: str) -> bytes:
    told = NAME + _hash(key.encode()) + _hash(body)
    return struct.pack(">I", 2 * HASH_SIZE) + told + struct.pack(">I", crc32(told))


def _hash(data: bytes) -> bytes:
    return blake2b(data, digest_size=HASH_SIZE).digest()
