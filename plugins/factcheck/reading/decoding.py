"""
A file's bytes to text, or a refusal that names what they probably are and how to convert them.

Rule 1: nothing is guessed when a text is read: UTF-8, and for documents UTF-16 by its mark.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import Final

from factcheck.diagnostics import Problem
from factcheck.model import bounds
from factcheck.model.values import quoted
from factcheck.reading import encodings
from factcheck.reading.encodings import Encoding
from factcheck.reading.oversize import too_large
from factcheck.reading.source import BYTE_ORDER_MARK, LINE_END, Source

SAVE_ANEW: Final = "open it in the program that wrote it, and save it with the encoding UTF-8"
#: How files that are no text begin.
KINDS: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, or a document of an office program, which is one"),
    (b"\xd0\xcf\x11\xe0", "a document of an old office program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
#: Where a Japanese text in seven bits leaves ASCII.
ESCAPE: Final = b"\x1b$"
#: How much of a line is shown in another encoding, in characters before and after a place, and
#: how many bytes are read for it.
SHOWN: Final = (16, 36)
NEAR: Final = 200
#: Bytes that could not be read stand for a damaged text in UTF-8, not for another encoding, where
#: there are so many readable characters beyond ASCII for each.
SOUND_FOR_EACH: Final = 2
SOUND: Final = re.compile(r"[^\x00-\x7f\ufffd]+")


@dataclass(frozen=True)
class Undecodable:
    """
    A file that is not text in UTF-8, and the first byte that shows it.
    """

    name: str
    data: bytes
    at: int

    #: What is wrong with that byte.
    fault: str

    #: What the file says of itself, where that can be believed.
    declared: Encoding | None = None

    @property
    def before(self) -> Source:
        """The text before that byte."""
        return Source(self.name, self.data[: self.at].decode().removeprefix(BYTE_ORDER_MARK))

    def problem(self, code: str) -> Problem:
        """
        Say where the file is no UTF-8, what it probably is, and how it is converted.
        """
        message, hint = self._told()
        before = self.before
        place = before.place_at(len(before.text))
        message = "; ".join(part for part in (self.fault, message) if part)
        return before.problem(code, place, message, hint=hint)

    def _told(self) -> tuple[str, str]:
        kind = next((kind for begin, kind in KINDS if self.data.startswith(begin)), "")
        if kind:
            return f"this is {kind}", "save its text as a text file"
        if marked := encodings.marked(self.data):
            return f"its byte order mark is that of {marked.name}", self._conversion([marked])
        if self.declared:
            return self._said(self.declared)
        if count := self._damaged():
            number = "the only such byte" if count == 1 else f"one of {count:,} such bytes"
            hint = f"mend {'it' if count == 1 else 'them'} in an editor, or {SAVE_ANEW}"
            return f"{number} in a text that is UTF-8 otherwise", hint
        return self._guessed()

    def _said(self, declared: Encoding) -> tuple[str, str]:
        """Believe what a page says of itself; name another encoding only if that is likelier."""
        message = f"the page says that it is in {declared.name}{self._read(declared)}"
        guesses = encodings.likely(self.data)
        if not guesses or declared in guesses:
            return message, self._conversion([declared])
        message += f"; {guesses[0].name} is likelier{self._read(guesses[0])}"
        return message, self._conversion([declared, guesses[0]])

    def _guessed(self) -> tuple[str, str]:
        found = encodings.unmarked(self.data)
        if not found and 0 in self.data:
            return "", "is this a text file?"
        guesses = [found] if found else [*encodings.likely(self.data)]
        if not guesses:
            return "no encoding known here makes a text of it", SAVE_ANEW
        unmarked = " without a byte order mark" if found else ""
        told = [f"{one.name}{unmarked}{self._read(one)}" for one in guesses]
        return f"the file is likely in {', or in '.join(told)}", self._conversion(guesses)

    def _damaged(self) -> int:
        """Return how many bytes are damaged in a text in UTF-8; 0 if it is in another encoding."""
        text = self.data.decode(errors="replace")
        faults = text.count("\ufffd")
        sound = sum(len(found.group()) for found in SOUND.finditer(text))
        return faults if sound >= SOUND_FOR_EACH * faults else 0

    def _read(self, encoding: Encoding) -> str:
        """Show how the words at the place would read in an encoding."""
        start = max(0, self.at - NEAR) if encoding in encodings.LEGACY else 0
        text = self.data[start : self.at + NEAR].decode(encoding.codec, errors="ignore")
        at = len(self.data[start : self.at].decode(encoding.codec, errors="ignore"))
        before, after = LINE_END.split(text[:at])[-1], LINE_END.split(text[at:])[0]
        words = (_last_words(before) + _first_words(after)).strip()
        return f", which reads {quoted(words)} here" if words else ""

    def _conversion(self, choices: list[Encoding]) -> str:
        first, *others = choices
        hint = f"to convert it: {conversion(first, self.name)}"
        for other in others:
            hint += f"\nif only {other.name} reads right: {conversion(other, self.name)}"
        return f"{hint}\nor {SAVE_ANEW}"


def _last_words(text: str) -> str:
    """Return the end of a line, from the beginning of a word where there are spaces."""
    end = text[-SHOWN[0] :]
    return end if end == text else end.partition(" ")[2] or end


def _first_words(text: str) -> str:
    begin = text[: SHOWN[1]]
    return begin if begin == text else begin.rpartition(" ")[0] or begin


def conversion(encoding: Encoding, name: str) -> str:
    """
    Return the command that converts a file to UTF-8, on Linux and on macOS.

    The file itself is replaced only once all of it is converted. Until then the new one stands
    under a name that is passed over in ``seeds/``.
    """
    old, new = shlex.quote(name), shlex.quote(f"{name}.utf8~")
    return f"iconv -f {encoding.iconv} -t UTF-8 {old} > {new} && mv {new} {old}"


def decode_yaml(data: bytes, name: str) -> tuple[Source, tuple[Problem, ...]]:
    """
    Read a YAML file: UTF-8, with or without a byte order mark.

    Args:
        data: The file's bytes.

        name: What to call the file in messages.

    Returns:
        The text, as far as it could be read; and the problem if that is not all: ``yaml-bounds``
        or ``not-utf8``.
    """
    if len(data) > bounds.YAML_BYTES:
        return Source(name, ""), (too_large(name, "yaml-bounds", bounds.YAML_BYTES),)
    text = utf8(data, name)
    if isinstance(text, Undecodable):
        return text.before, (text.problem("not-utf8"),)
    return Source(name, text), ()


def utf8(data: bytes, name: str) -> str | Undecodable:
    """
    Return the text of bytes in UTF-8, without a byte order mark; or what is wrong with them.
    """
    try:
        text = data.decode().removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        if 0 in data[: error.start]:
            return _null(name, data)
        fault = f"byte {data[error.start]:#04x} at offset {error.start} is not UTF-8 text"
        return Undecodable(name, data, error.start, fault)
    if "\0" in text:
        return _null(name, data)
    if ESCAPE in data and encodings.decodes(encodings.LEGACY[0], data):
        at = data.index(ESCAPE)
        fault = f"byte 0x1b at offset {at} is an escape, which no text in UTF-8 holds"
        return Undecodable(name, data, at, fault)
    return text


def _null(name: str, data: bytes) -> Undecodable:
    at = data.index(0)
    return Undecodable(name, data, at, f"the byte at offset {at} is NUL, which no text holds")
