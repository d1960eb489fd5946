# ruff: noqa: RUF001 - words of many languages, and signs that look like others
"""
What the words of ratings mean, in the languages in which many fact-checks are written.

Only words that leave no doubt are known here. A desk's own words are nobody's mistake.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import Final

#: How true a claim is with such a word: 0 false to 4 true.
DEGREES: Final = (
    """
    false, fake, wrong, incorrect, inaccurate, not true, untrue, hoax, pants on fire, debunked,
    four pinocchios, falso, falsa, incorrecto, faux, fausse, falsch, unwahr, onwaar, falskt, fals,
    fałsz, nepravda, neistina, yanlış, asılsız, salah, hoaks, неправда, фейк, ложь, фальшь,
    невярно, خاطئ, خطأ, زائف, كاذب, نادرست, झूठ, गलत, मिथ्या, মিথ্যা, 虚假, 錯誤, 假的
    """,
    """
    mostly false, mainly false, largely false, mostly inaccurate, three pinocchios,
    mayormente falso, en su mayoría falso, plutôt faux, größtenteils falsch, überwiegend falsch,
    в основному неправда, переважно неправда, скорее ложь, в основном ложь, خاطئ في معظمه
    """,
    """
    half true, half-true, mixture, mixed, partly true, partly false, partially true,
    partially false, two pinocchios, verdad a medias, meia verdade, à moitié vrai, teils teils,
    halb wahr, напівправда, полуправда, نصف صحيح
    """,
    """
    mostly true, mainly true, largely true, mostly accurate, one pinocchio, mayormente verdadero,
    en su mayoría cierto, plutôt vrai, größtenteils richtig, überwiegend richtig,
    переважно правда, в основному правда, скорее правда, в основном правда, صحيح في معظمه
    """,
    """
    true, correct, accurate, verified, geppetto checkmark, verdadero, verdadera, verdadeiro,
    cierto, correcto, vrai, vraie, wahr, richtig, vero, waar, sant, prawda, pravda, istina, doğru,
    benar, правда, вярно, صحيح, درست, सच, সত্য, 真實, 真实
    """,
)
#: Words that say something else than how true a claim is.
NO_STEPS: Final = """
    satire, parody, satirical, labeled satire, humor, opinion, prediction, not rated, unrated,
    no rating, not applicable, n/a, unproven, unverified, unverifiable, unsubstantiated,
    not verifiable, insufficient evidence, not enough evidence, no evidence, not checked, research
    in progress, sátira, sin verificar, no verificable, no comprobado, sem provas, satira, parodie,
    non vérifiable, unbelegt, unbewiesen, nicht überprüfbar, сатира, не доведено, не доказано,
    недоведено, ساخر, سخرية, غير مثبت
"""
#: No rating of three words is longer.
MOST_BEGINNING: Final = 60
#: What desks put before the word, up to a colon or a dash.
BEFORE: Final = re.compile(
    r"""
    \s*(?:
        [:：\-–—]                                                       # nothing but the sign
      | (?:(?:our|the|final|overall)\s+){0,2}
        (?:rating|verdict|ruling|conclusion|result|status|assessment|judgement|judgment|finding
          |fact[-\s]?check(?:\s+(?:rating|result|verdict))?
          |veredicto|calificación|resultado|conclusión|nuestra\s+valoración|valoración
          |conclusão|avaliação|verdikt|urteil|bewertung|fazit|note|conclusione|giudizio
          |вердикт|оцінка|висновок|вывод|оценка|рейтинг|الحكم|التقييم|النتيجة)
        (?:\s+(?:by|of|von|de|from)\s[^:：]{1,40})?
        \s*(?:[:：]|\s[-–—]|\s(?:is|ist|es)\b)
    )\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def known_as(label: str) -> str:
    """
    Return a label as it stands in the lists above: without capitals, signs at its ends, spaces.
    """
    plain = unicodedata.normalize("NFC", label).casefold().replace("’", "'")
    return " ".join(plain.strip(" \t\n\r.!:;,…\"'“”«»*()[]{}").split())


def _entries(text: str) -> list[str]:
    return [known_as(entry) for entry in " ".join(text.split()).split(", ")]


DEGREE: Final = MappingProxyType(
    {label: degree for degree, text in enumerate(DEGREES) for label in _entries(text)}
)
STEPLESS: Final = frozenset(_entries(NO_STEPS))


def degree_of(label: str) -> int | None:
    """
    Return how true a claim is with such a label, 0 to 4; None where that is not surely known.
    """
    return DEGREE.get(known_as(label))


def is_stepless(label: str) -> bool:
    """
    Tell whether a label surely says something else than how true a claim is.
    """
    return known_as(label) in STEPLESS


def is_label(text: str) -> bool:
    """
    Tell whether a text is a known rating, and nothing else.
    """
    known = known_as(text)
    return known in DEGREE or known in STEPLESS


def begins_with_label(sentence: str) -> bool:
    """
    Tell whether the first words of a sentence, up to three, are a known rating.
    """
    words = sentence[:MOST_BEGINNING].split()
    return any(is_label(" ".join(words[:count])) for count in (1, 2, 3))


def without_prefix(label: str) -> str:
    """
    Return a label without what desks put before it; what is nothing but that, as it is.
    """
    found = BEFORE.match(label)
    return label[found.end() :] or label if found else label
