"""
What readers ask and what they mean: queries with known answers, by which ranking is judged.

Those on the project's own specimens were written by hand, as readers type: in their own words,
with mistakes, in four languages. Those on the corpus are drawn: for a claim some of its words, the
beginning of one, a word with a mistake, or a stretch of its quote as a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple

from bench.specimens import Corpus, Ruling
from bench.words import SMALL

#: So many are drawn of each kind.
DRAWN: Final = 30

#: The specimens' answers: each query, and where it should lead, as ``check/claim``; a star
#: stands for any check.
WRITTEN: Final = """
starmer troops ceasefire = coalition-of-the-willing-troop-plans/starmer-described-plans
starmer troops = coalition-of-the-willing-troop-plans/starmer-described-plans
coalition of the willing 2022 = coalition-of-the-willing-troop-plans/formed-in-2022
when was the coalition formed = coalition-of-the-willing-troop-plans/formed-in-2022
is the united states a member of the coalition = coalition-of-the-willing-troop-plans/us-member
canada european union coalition = coalition-of-the-willing-troop-plans/canada-and-eu-members
ria novosti quotation = coalition-of-the-willing-troop-plans/quotation
behind closed doors brussels = coalition-of-the-willing-troop-plans/brussels-meeting
nato officials brusels = coalition-of-the-willing-troop-plans/brussels-meeting
ukraine sovereignty = coalition-of-the-willing-troop-plans/sovereignty
russia foreign troops aggression = coalition-of-the-willing-troop-plans/russian-warning
shrouded in secrecy = coalition-of-the-willing-troop-plans/plans-secret
"peaceful resolution" = coalition-of-the-willing-troop-plans/un-calls
united nations peaceful = coalition-of-the-willing-troop-plans/un-calls
non-state actors = coalition-of-the-willing-troop-plans/nations-and-non-state-actors
legality intervention scholars = coalition-of-the-willing-troop-plans/no-legal-consensus
lightning same place twice = chain-message-storm/same-place-twice
"lightning never strikes" = chain-message-storm/same-place-twice
lightening strikes twice = chain-message-storm/same-place-twice
car tyres lightning = chain-message-storm/car-tyres
rubber tires car = chain-message-storm/car-tyres
mars as big as the moon = chain-message-storm/mars-as-big-as-moon
mars august = chain-message-storm/mars-as-big-as-moon
diwali nasa photo = chain-message-storm/india-diwali-picture
india from space = chain-message-storm/india-diwali-picture
renewable electricity 30 per cent 2023 = energy-op-ed/renewables-30-per-cent
wind turbine energy = energy-op-ed/wind-turbine-seven-years
wind turbines seven years = energy-op-ed/wind-turbine-seven-years
led bulb = energy-op-ed/led-90-per-cent
incandesent bulb = energy-op-ed/led-90-per-cent
standby electricity = energy-op-ed/standby-a-quarter
spaghetti trees bbc = film-club-video-post/spaghetti-harvest
spagetti harvest = film-club-video-post/spaghetti-harvest
lemmings suicide = */lemming-suicide
lemings cliffs = */lemming-suicide
lumière train = film-club-video-post/train-panic
lumiere train panic = film-club-video-post/train-panic
war of the worlds = */war-of-the-worlds-panic
orson welles radio panic 1938 = */war-of-the-worlds-panic
cerebro 10 % = mensaje-es/diez-por-ciento-del-cerebro
solo usamos el cerebro = mensaje-es/diez-por-ciento-del-cerebro
corte de digestión = mensaje-es/corte-de-digestion
bañarse despues de comer = mensaje-es/corte-de-digestion
microondas comida radiactiva = mensaje-es/microondas-radiactiva
micronodas = mensaje-es/microondas-radiactiva
muralla china luna = mensaje-es/gran-muralla-desde-la-luna
montaña más alta de españa = mensaje-es/teide-mas-alta
montana mas alta = mensaje-es/teide-mas-alta
napoleon short = museum-audio-guide/napoleon-short
napolean height = museum-audio-guide/napoleon-short
viking helmets horns = */viking-horns
vikings horned helmet = */viking-horns, */picture-of-a-helmet
gettysburg sniper photograph = museum-audio-guide/sharpshooter-where-found
getysburg = museum-audio-guide/sharpshooter-where-found
general grant horseback = */grant-at-city-point
winged people moon = on-this-day-post/winged-people-on-the-moon
herschel moon = on-this-day-post/winged-people-on-the-moon
bathtub cincinnati = on-this-day-post/first-bathtub
first bathtub america = on-this-day-post/first-bathtub
declaration of independence = on-this-day-post/declaration-signed
йод радіація = povidomlennia-uk/iod-vid-radiatsii
йод з водою = povidomlennia-uk/iod-vid-radiatsii
найвища гора україни = povidomlennia-uk/hoverla-naivyshcha
говерла = povidomlennia-uk/hoverla-naivyshcha
найглибша станція метро = povidomlennia-uk/arsenalna-naihlybsha
арсенална київ = povidomlennia-uk/arsenalna-naihlybsha
центр європи рахів = povidomlennia-uk/tsentr-yevropy
distance to the moon = */moon-distance
light from the sun eight minutes = press-release-planetarium/eight-minutes
great wall of china moon = */great-wall-from-the-moon
copper bracelet arthritis = product-ad-wellness/copper-bracelet
copper braclet = product-ad-wellness/copper-bracelet
foot pads toxins = product-ad-wellness/foot-pads
blue light glasses = product-ad-wellness/blue-light-glasses
zinc cold = product-ad-wellness/zinc-two-days
goldfish memory = */goldfish-three-seconds
gold fish three seconds = */goldfish-three-seconds
المضادات الحيوية والإنفلونزا = risala-ar/antibiotics-cure-colds
مضادات حيوية = risala-ar/antibiotics-cure-colds
أقدم جامعة في العالم = risala-ar/qarawiyyin-oldest-university
القرويين = risala-ar/qarawiyyin-oldest-university
الهرم خوفو = risala-ar/khufu-tallest
ابن الهيثم = risala-ar/ibn-al-haytham-optics
ابن الهيتم = risala-ar/ibn-al-haytham-optics
fresh water rivers lakes = school-worksheet/fresh-water-in-rivers
bats blind = school-worksheet/bats-blind
are bats blind = school-worksheet/bats-blind
summer closer to the sun = school-worksheet/summer-closer-to-the-sun
everest tallest mountain = travel-trivia-page/everest-tallest
evrest tallest = travel-trivia-page/everest-tallest
chimborazo = travel-trivia-page/chimborazo-farthest
teide highest mountain spain = travel-trivia-page/teide-highest-in-spain
sink drain equator = travel-trivia-page/sinks-drain-the-other-way
water drains other way southern hemisphere = travel-trivia-page/sinks-drain-the-other-way
iceland electricity = travel-trivia-page/iceland-renewable
vitamin c colds = viral-health-post/vitamin-c-no-more-colds
vitamin c every day = viral-health-post/vitamin-c-no-more-colds
sugar hyperactive children = viral-health-post/sugar-hyperactive
suger makes kids hyperactive = viral-health-post/sugar-hyperactive
eight glasses of water = viral-health-post/eight-glasses
coffee counts as water = viral-health-post/tea-coffee-food-do-not-count
chewing gum stomach seven years = viral-health-post/chewing-gum-seven-years
swallow chewing gum = viral-health-post/chewing-gum-seven-years
chewing gun = viral-health-post/chewing-gum-seven-years
"""


class Question(NamedTuple):
    """
    A query with its answers, any of which is right.
    """

    kind: str
    query: str

    #: As ``check/claim``; a star stands for any check.
    answers: tuple[str, ...]


def written() -> Iterator[Question]:
    """
    Give the queries on the project's own specimens.
    """
    for line in WRITTEN.strip().splitlines():
        query, _, answers = line.rpartition(" = ")
        yield Question("written by hand", query, tuple(answers.split(", ")))


def drawn(corpus: Corpus) -> Iterator[Question]:
    """
    Draw queries on a corpus: the same for the same corpus, on every machine.
    """
    random = Random(f"{corpus.seed}/questions")
    for kind, draw in KINDS.items():
        for _ in range(DRAWN):
            specimen = corpus.specimen(random.randint(1, corpus.size))
            ruling = random.choice(specimen.rulings)
            yield Question(kind, draw(random, ruling), (f"{specimen.slug}/{ruling.id}",))


def _telling(ruling: Ruling) -> list[str]:
    """Return the words of a claim that tell it, without its specimen's number: that is all."""
    said = f"{ruling.claim.split(' says ')[1]} {ruling.reason.split(' finds ')[1]}"
    found = [word.strip(".").lower() for word in said.split()]
    return [word for word in dict.fromkeys(found) if word not in SMALL and len(word) > 3]  # noqa: PLR2004


def _words(random: Random, ruling: Ruling) -> str:
    words = _telling(ruling)
    return " ".join(random.sample(words, min(3, len(words)))) + " "


def _begun(random: Random, ruling: Ruling) -> str:
    *whole, last = _words(random, ruling).split()
    return " ".join([*whole, last[: max(2, len(last) - 2)]])


def _misspelt(random: Random, ruling: Ruling) -> str:
    words = _words(random, ruling).split()
    place = max(range(len(words)), key=lambda at: len(words[at]))
    word = words[place]
    at = random.randrange(len(word) - 1)
    words[place] = random.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + random.choice("aeiorstn") + word[at + 1 :],
            word[:at] + random.choice("aeiorstn") + word[at:],
        )
    )
    return " ".join(words) + " "


def _phrase(random: Random, ruling: Ruling) -> str:
    words = ruling.quote.split()
    start = random.randrange(len(words) - 3)
    return f'"{" ".join(words[start : start + 4])}"'


KINDS: Final = {
    "some of its words": _words,
    "its last word begun": _begun,
    "one word misspelt": _misspelt,
    "four words of the quote": _phrase,
}
