"""
Which encoding a file is probably in that is no UTF-8: for messages, never for reading.

Rule 1: what is named decodes the whole file.
Rule 2: nothing here is certain, so it is always told how a few words of the file would read.

``charset-normalizer`` says how likely each reading is. Of a short text it takes many for likely;
``plausibility`` chooses among those.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from bs4.dammit import EncodingDetector
from charset_normalizer import from_bytes

from factcheck.reading.plausibility import misfits


class Encoding(NamedTuple):
    """
    A way to write text in bytes.
    """

    #: As people know it.
    name: str

    #: As Python knows it, and as iconv does, on Linux and on macOS.
    codec: str
    iconv: str

    #: Python's name of a stricter one that a text in this one nearly always keeps to, and
    #: charset-normalizer's name of it.
    strict: str
    judged_as: str


def _encoding(name: str, codec: str, **others: str) -> Encoding:
    iconv, strict = others.get("iconv", name), others.get("strict", codec)
    return Encoding(name, codec, iconv, strict, others.get("judged_as", codec))


#: The commonest first: of two that read a text alike, the first is named.
LEGACY: Final = (
    _encoding("ISO-2022-JP", "iso2022_jp"),
    _encoding("Shift_JIS", "cp932", iconv="CP932"),
    _encoding("EUC-JP", "euc_jp", judged_as="euc_jis_2004"),
    _encoding("EUC-KR", "cp949", iconv="CP949", strict="euc_kr"),
    _encoding("GB18030", "gb18030"),
    _encoding("Big5", "big5", iconv="BIG5"),
    _encoding("Windows-1252", "cp1252", iconv="WINDOWS-1252"),
    _encoding("Windows-1251", "cp1251", iconv="WINDOWS-1251"),
    _encoding("KOI8-R", "koi8_r"),
    _encoding("KOI8-U", "koi8_u"),
    _encoding("Windows-1250", "cp1250", iconv="WINDOWS-1250"),
    _encoding("ISO-8859-2", "iso8859_2"),
    _encoding("Windows-1253", "cp1253", iconv="WINDOWS-1253"),
    _encoding("ISO-8859-7", "iso8859_7"),
    _encoding("Windows-1254", "cp1254", iconv="WINDOWS-1254"),
    _encoding("Windows-1255", "cp1255", iconv="WINDOWS-1255"),
    _encoding("Windows-1256", "cp1256", iconv="WINDOWS-1256"),
    _encoding("ISO-8859-6", "iso8859_6"),
    _encoding("ISO-8859-5", "iso8859_5"),
    _encoding("CP866", "cp866"),
    _encoding("Windows-1257", "cp1257", iconv="WINDOWS-1257"),
    _encoding("Windows-1258", "cp1258", iconv="WINDOWS-1258"),
    _encoding("Windows-874", "cp874", iconv="CP874"),
)
#: Those of Unicode that a document may not be in without a mark; the widest first, which fits
#: nothing else.
UNMARKED: Final = (
    _encoding("UTF-32LE", "utf_32_le"),
    _encoding("UTF-32BE", "utf_32_be"),
    _encoding("UTF-16LE", "utf_16_le"),
    _encoding("UTF-16BE", "utf_16_be"),
)
MARKED: Final = (
    (codecs.BOM_UTF32_LE, _encoding("UTF-32", "utf_32")),
    (codecs.BOM_UTF32_BE, _encoding("UTF-32", "utf_32")),
    (codecs.BOM_UTF16_LE, _encoding("UTF-16", "utf_16")),
    (codecs.BOM_UTF16_BE, _encoding("UTF-16", "utf_16")),
)
#: What browsers read under these names (WHATWG's Encoding Standard), by Python's names.
READ_AS: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}

#: So far into a page is looked for what it says of itself; browsers look half as far.
MOST_DECLARING: Final = 2_048
#: What a name of an encoding looks like.
LABEL: Final = re.compile(r"[A-Za-z0-9._:-]{1,40}")

#: So many bytes around what is not ASCII are judged.
MOST_JUDGED: Final = 4_000
#: Readings are as good as each other within these steps of charset-normalizer's measures.
CHAOS_STEP: Final = 0.08
COHERENCE_STEP: Final = 0.1
#: Of a text in UTF-16 at least so many bytes in a hundred are NUL, for its spaces alone.
LEAST_NULS: Final = 2

#: From a byte that is not ASCII to the end of its line, or as far as is looked; and what stands
#: before it on the line.
TELLING: Final = re.compile(rb"[\x80-\xff][^\r\n]{0,800}")
BEFORE: Final = 200
#: What ends no character of several bytes.
BREAK: Final = re.compile(rb"[\x00-\x2f]")


def marked(data: bytes) -> Encoding | None:
    """
    Return the encoding that a file's byte order mark names; None for UTF-8, and without one.
    """
    return next((encoding for mark, encoding in MARKED if data.startswith(mark)), None)


def declared(page: bytes) -> Encoding | None:
    """
    Return the encoding that an HTML page says that it is in, if that decodes the whole page.
    """
    label = EncodingDetector.find_declared_encoding(page[:MOST_DECLARING], is_html=True) or ""
    try:
        name = codecs.lookup(label).name if LABEL.fullmatch(label) else ""
    except LookupError:
        return None
    name = READ_AS.get(name, name)
    known = {codecs.lookup(one.codec).name: one for one in LEGACY}
    found = known.get(name)
    return found if found and decodes(found, page) else None


def unmarked(data: bytes) -> Encoding | None:
    """
    Return which encoding of Unicode without a byte order mark makes a text of bytes with NULs.
    """
    nuls = data.count(0)
    if not data or 100 * nuls < LEAST_NULS * len(data):
        return None
    texts = [(encoding, _text(encoding, data)) for encoding in UNMARKED]
    whole = [(encoding, text) for encoding, text in texts if text and _is_plain(text)]
    # What stands the wrong way round has neither spaces nor line ends.
    return max(whole, key=lambda one: _ordinary(one[1]), default=(None, ""))[0]


def likely(data: bytes) -> tuple[Encoding, ...]:
    """
    Return what bytes are probably in that are no UTF-8.

    Returns:
        One encoding, or two if nothing but the words tells them apart, the likelier first; none if
        the bytes are no text in any encoding known here.
    """
    sample = _telling(data)
    ranked = sorted(_readings(sample))
    whole = (reading for reading in ranked if decodes(LEGACY[reading.at], data))
    best = next(whole, None)
    if best is None:
        return ()
    rival = next((one for one in whole if one.text != best.text), None)
    is_near = rival is not None and rival.misfits == best.misfits and rival.chaos == best.chaos
    near = (best, rival) if rival and is_near else (best,)
    return tuple(LEGACY[reading.at] for reading in near)


def decodes(encoding: Encoding, data: bytes) -> bool:
    """
    Tell whether all of some bytes can be read in an encoding.
    """
    return _text(encoding, data) is not None


class _Reading(NamedTuple):
    """A sample, read in one encoding; the better readings sort first."""

    misfits: int
    chaos: int
    incoherence: int
    at: int
    text: str


def _readings(sample: bytes) -> Iterator[_Reading]:
    for at, encoding in enumerate(LEGACY):
        try:
            sample.decode(encoding.strict)
            text = sample.decode(encoding.codec)
        except UnicodeDecodeError:
            continue
        judged = from_bytes(
            sample,
            cp_isolation=[encoding.judged_as],
            preemptive_behaviour=False,
            enable_fallback=False,
        ).best()
        if judged:
            chaos = round(judged.chaos / CHAOS_STEP)
            incoherence = -round(judged.coherence / COHERENCE_STEP)
            yield _Reading(misfits(text), chaos, incoherence, at, text)


def _telling(data: bytes) -> bytes:
    """Return some of the lines that hold more than ASCII, none of them cut within a character."""
    parts: list[bytes] = []
    length = 0
    for found in TELLING.finditer(data):
        before = data[max(0, found.start() - BEFORE) : found.start()].splitlines() or [b""]
        line = _whole(found.group(), data[found.end() : found.end() + 1])
        part = before[-1] + line
        parts.append(part)
        length += len(part)
        if length >= MOST_JUDGED:
            break
    return b"\n".join(parts)


def _whole(line: bytes, following: bytes) -> bytes:
    """Drop the end of a line that goes on, from where a character was surely ended."""
    if following in {b"", b"\n", b"\r"}:
        return line
    breaks = [found.end() for found in BREAK.finditer(line)]
    return line[: breaks[-1]] if breaks else line


def _text(encoding: Encoding, data: bytes) -> str | None:
    try:
        return data.decode(encoding.codec)
    except UnicodeDecodeError:
        return None


def _is_plain(text: str) -> bool:
    """Tell whether a text holds no control, and nothing that is no character."""
    begin = text[:MOST_JUDGED]
    controls = {sign for sign in begin if unicodedata.category(sign) in {"Cc", "Cn", "Co"}}
    return "\0" not in text and controls <= {"\t", "\n", "\r", "\f"}


def _ordinary(text: str) -> int:
    return sum(text.count(sign) for sign in " \n.,<>")
