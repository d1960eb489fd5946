"""
Whole numbers as text that compresses well: base 64 digits of five bits, the lowest first.

As in source maps (ECMA-426, Base64 VLQ), but without a sign. ``search/numbers.js`` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

#: No figures among them: nothing made by chance reads like a year.
DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.!~*()+=@^"

#: Of a digit; whether another follows is a bit more.
BITS: Final = 5
MORE: Final = 1 << BITS
VALUES: Final = {digit: value for value, digit in enumerate(DIGITS)}


def _write(number: int) -> str:
    text = ""
    while number >= MORE:
        text += DIGITS[number % MORE | MORE]
        number >>= BITS
    return text + DIGITS[number]


#: Most numbers are small, and looked up.
SMALL: Final = tuple(map(_write, range(1 << 14)))


def written(number: int) -> str:
    """
    Write a number from 0.

    >>> written(1), written(32)
    ('B', 'gB')
    """
    return SMALL[number] if number < len(SMALL) else _write(number)


def rising(numbers: Iterable[int]) -> str:
    """
    Write numbers, none less than the one before, as their differences.
    """
    text, before = "", 0
    for number in numbers:
        text += written(number - before)
        before = number
    return text


def read(text: str) -> Iterator[int]:
    """
    Give the numbers of a text.
    """
    number = shift = 0
    for digit in text:
        value = VALUES[digit]
        number |= (value % MORE) << shift
        shift += BITS
        if value < MORE:
            yield number
            number = shift = 0
