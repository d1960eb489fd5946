"""
The sidecar's reference, docs/sidecar.md, against the code that it describes.

How the page is marked, which these tests rely on:

- ``yaml`` is a whole sidecar; ``yaml part`` replaces keys of the first whole one, which is the
  smallest example; ``yaml refused CODE`` replaces keys too, and must be refused with that code;
  ``yaml translation`` is a translation of the smallest example.
- ``text`` is the document of the next example; an example without one is about the first document.
- A table headed ``Key | Required | Holds | Meaning`` lists the keys of one mapping, and one headed
  ``Word | Means`` a closed list; the heading above says of which.
"""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from pathlib import Path

import pytest
from factcheck.diagnostics import CODES, Severity
from factcheck.doors import messages
from factcheck.model import bounds, translations, values, verdict, vocabulary
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Scales
from factcheck.model.shape import Key, keys_of
from factcheck.model.verdict import Part
from factcheck.publishing.numbering import numbered
from factcheck.reading.documents import FORMATS
from factcheck.reading.pairs import Pair, Reading, read_pair
from factcheck.reading.ratings import read_scales
from factcheck.reading.reference import (
    KEYS,
    LISTS,
    TABLES,
    WORDS,
    Example,
    Table,
    read_examples,
    read_tables,
)
from factcheck.reading.sidecar import read_sidecar
from pydantic_core import PydanticCustomError

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "sidecar.md").read_text(encoding="utf-8")

#: The name of the smallest example's document, as the page gives it.
SEED = "seeds/bridge-message.txt"
SIDECAR = "seeds/bridge-message.verdict.yaml"


EXAMPLES = list(read_examples(PAGE))
TABLES_FOUND = list(read_tables(PAGE))
WHOLE = [example for example in EXAMPLES if not example.marks]
PARTS = [example for example in EXAMPLES if example.marks == ("part",)]
TRANSLATIONS = [example for example in EXAMPLES if example.marks == ("translation",)]
REFUSED = [example for example in EXAMPLES if example.marks[:1] == ("refused",)]


def by_line(example: Example) -> str:
    return f"{example.heading}, line {example.line}"


@pytest.fixture(scope="module")
def scales() -> Scales:
    found, problems = read_scales((ROOT / "content" / "ratings.yaml").read_bytes(), "ratings.yaml")
    assert found, problems
    return found


def top_keys(text: str) -> dict[str, str]:
    """
    Cut a sidecar into its top-level keys, each with the lines that belong to it.
    """
    chunks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    return {chunk.split(":", 1)[0]: chunk for chunk in chunks if chunk.strip()}


def inserted(part: str) -> str:
    """
    Put an example's keys in place of those of the smallest example.
    """
    return "".join((top_keys(WHOLE[0].text) | top_keys(part)).values())


def read(example: Example, sidecar: str, scales: Scales) -> Reading:
    pair = Pair(SEED, example.document.encode(), SIDECAR, sidecar.encode())
    return read_pair(pair, scales)


def published(example: Example, sidecar: str, scales: Scales) -> FactCheck:
    """
    Return the fact-check that an example makes; fail if anything is wrong with it.
    """
    reading = read(example, sidecar, scales)
    assert reading.problems == ()
    assert reading.factcheck
    return reading.factcheck


def table(heading: str, head: tuple[str, ...]) -> Table:
    found = [one for one in TABLES_FOUND if one.heading == heading and one.head == head]
    assert len(found) == 1, f"{len(found)} tables {head} below the heading {heading}"
    return found[0]


def anchor(heading: str) -> str:
    """
    Return the fragment that a heading is linked by, as GitHub makes it.
    """
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_every_example_is_marked() -> None:
    """Every YAML example is whole, a part, a translation, or refused; there are some of each."""
    assert WHOLE
    assert PARTS
    assert REFUSED
    assert TRANSLATIONS
    assert len(EXAMPLES) == len(WHOLE) + len(PARTS) + len(REFUSED) + len(TRANSLATIONS)
    assert EXAMPLES[0].marks == (), "the first example is the smallest whole one"
    assert PAGE.count("```") == 2 * len(re.findall(r"^```(?:text|yaml|sh)\b", PAGE, re.MULTILINE))


@pytest.mark.parametrize("example", WHOLE, ids=by_line)
def test_whole_examples_are_valid(example: Example, scales: Scales) -> None:
    """A whole example is a sidecar without any problem, alone and beside its document."""
    alone = read_sidecar(example.text.encode(), SIDECAR, scales)
    assert alone.problems == ()
    assert alone.verdict
    published(example, example.text, scales)


def test_the_smallest_example_is_small_and_published_where_the_page_says(scales: Scales) -> None:
    """The smallest example has about twenty lines, and the addresses that the page names."""
    assert len(WHOLE[0].text.splitlines()) <= 22
    check = published(WHOLE[0], WHOLE[0].text, scales)
    assert f"`/checks/{check.slug}/`" in PAGE
    assert f"`/checks/{check.slug}/{check.claims[0].claim.id}.html`" in PAGE


@pytest.mark.parametrize("key", list(top_keys(WHOLE[0].text)))
def test_the_smallest_example_holds_nothing_that_could_go(key: str, scales: Scales) -> None:
    """Without any one of its top-level keys the smallest example is refused."""
    rest = {name: chunk for name, chunk in top_keys(WHOLE[0].text).items() if name != key}
    assert read(WHOLE[0], "".join(rest.values()), scales).factcheck is None


@pytest.mark.parametrize("example", PARTS, ids=by_line)
def test_parts_are_valid_in_the_smallest_example(example: Example, scales: Scales) -> None:
    """A part is valid in place of the smallest example's keys, with the document above it."""
    published(example, inserted(example.text), scales)


@pytest.mark.parametrize("example", REFUSED, ids=by_line)
def test_refused_examples_are_refused(example: Example, scales: Scales) -> None:
    """An example of what is refused is refused with the code that it is marked with."""
    (_, code) = example.marks
    reading = read(example, inserted(example.text), scales)
    assert [problem.code for problem in reading.problems] == [code]
    assert reading.factcheck is None


@pytest.mark.parametrize("example", TRANSLATIONS, ids=by_line)
def test_translations_are_whole(example: Example, scales: Scales) -> None:
    """A translation on the page is one of the smallest example, and nothing of it is missing."""
    name = SIDECAR.replace(".verdict", ".es.verdict")
    family = ((SIDECAR, WHOLE[0].text.encode()), (name, example.text.encode()))
    pair = Pair(SEED, WHOLE[0].document.encode(), name, example.text.encode(), family)
    reading = read_pair(pair, scales)

    assert reading.problems == ()
    assert reading.factcheck
    assert reading.factcheck.claims[0].rating.key == "false"


def test_what_a_translation_says_is_told() -> None:
    """The page names every key that a translation may write, in its row, and no other."""
    found = table("Translating a fact-check", ("In", "Its own words"))
    told = {
        name: set(re.findall("`(\\w+)`", row[1]))
        for row in found.rows
        for name in re.findall("`(\\w+)`", row[0]) or [""]
    }
    own = {
        names.removeprefix("The whole file"): set(translations.WORDS[part])
        for part, heading in TABLES.items()
        if part in translations.WORDS
        for names in heading.split(" and ")
    }
    own[""] |= translations.OWN
    own["works"] |= {"title"}
    known = "title_supplied", "true"

    assert {name: keys - {*known} for name, keys in told.items()} == own


def test_how_entries_are_named_is_told() -> None:
    """The page tells by which keys an entry names what it translates."""
    found = table("Translating a fact-check", ("List", "Named by"))
    told = {
        name: tuple(dict.fromkeys(re.findall("`(\\w+)`", row[1])))
        for row in found.rows
        for name in re.findall("`(\\w+)`", row[0])
    }
    named = {
        name: translations.NAMED_BY[part]
        for part, heading in TABLES.items()
        if part in translations.NAMED_BY
        for name in heading.split(" and ")
    }

    assert told == named


def test_the_message_shown_is_the_message_told(scales: Scales) -> None:
    """The message that the page shows is that of its example of a text that is cut."""
    (example,) = [one for one in REFUSED if "#1 sight" in one.text]
    told = messages.as_text(read(example, inserted(example.text), scales).problems)
    assert "".join(f"    {line}\n" for line in told.splitlines()) in PAGE


def test_the_numbers_follow_the_document(scales: Scales) -> None:
    """The first quote of the document has the first number, wherever its claim stands."""
    (example,) = [one for one in PARTS if one.heading == "Overlapping quotes"]
    head, first, second = re.split(
        r"^(?=  - id: (?:storms|no-nails))", example.text, flags=re.MULTILINE
    )
    numbers = [
        numbered(published(example, text, scales)).claims
        for text in (inserted(head + first + second), inserted(head + second + first))
    ]
    assert numbers[0] == numbers[1]


def test_the_overlapping_quotes_overlap(scales: Scales) -> None:
    """The example of overlapping quotes has one quote within another."""
    (example,) = [one for one in PARTS if one.heading == "Overlapping quotes"]
    outer, inner = published(example, inserted(example.text), scales).claims
    assert outer.anchor
    assert inner.anchor
    assert outer.anchor.start < inner.anchor.start < inner.anchor.end < outer.anchor.end


def test_the_prefix_chooses_the_later_place(scales: Scales) -> None:
    """The example of a prefix finds the words that follow it, and is ambiguous without it."""
    (example,) = [one for one in PARTS if "prefix: the tower" in one.text]
    (ruled,) = published(example, inserted(example.text), scales).claims
    assert ruled.anchor
    assert example.document.count("is made of steel") == 2
    without = inserted(example.text.replace("      prefix: the tower\n", ""))
    assert [p.code for p in read(example, without, scales).problems] == ["quote-ambiguous"]


def mappings(module: object) -> set[type[Part]]:
    return {
        found
        for _, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, Part) and found not in {Part, verdict.WorkFields}
    }


def test_every_mapping_has_a_table() -> None:
    """Every mapping that a sidecar may hold has a table of its keys, and there is no other one."""
    assert set(TABLES) == mappings(verdict)
    found = [one.heading for one in TABLES_FOUND if one.head == KEYS]
    assert sorted(found) == sorted(TABLES.values())


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.__name__)
def test_every_key_stands_in_its_table(part: type[Part]) -> None:
    """A mapping's table names every key of it once, and no key that it does not have."""
    found = table(TABLES[part], KEYS).column("Key")
    assert sorted(found) == sorted(keys_of(part))


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.__name__)
def test_every_key_has_the_right_required_mark(part: type[Part]) -> None:
    """A key is marked as required exactly where the model requires it."""
    found = table(TABLES[part], KEYS)
    marks = dict(zip(found.column("Key"), found.column("Required"), strict=True))
    assert marks == {key.name: "yes" if key.required else "no" for key in keys_of(part).values()}


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.__name__)
def test_every_key_says_what_it_holds(part: type[Part]) -> None:
    """Markdown, plain text, lists and mappings are told apart as the model tells them apart."""
    found = table(TABLES[part], KEYS)
    holds = dict(zip(found.column("Key"), found.column("Holds"), strict=True))
    assert holds == {key.name: kind_like(key, holds[key.name]) for key in keys_of(part).values()}


def kind_like(key: Key, told: str) -> str:
    """Return what the page tells of a key if the model agrees, else what it should begin with."""
    if key.name == "works":
        return told if told.startswith("mapping: id to [") else "mapping: id to [work]"
    if told.startswith(("list of ", "one or several ")) is not key.many:
        return "list of … or one or several …" if key.many else "no list"
    if (told == "Markdown") is not bool(key.free and key.free.markdown):
        return "no Markdown" if told == "Markdown" else "Markdown"
    texts = {
        "text",
        "list of texts",
        "one or several texts",
        "Markdown",
        "text or [quote](#quote)",
    }
    if key.free and told not in texts:
        return "text"
    return told if not key.part or "](#" in told else "a link to the mapping"


def test_every_closed_list_has_a_table() -> None:
    """Every closed list has a table of its words, and there is no other one."""
    lists = {
        found
        for _, found in inspect.getmembers(vocabulary, inspect.isclass)
        if issubclass(found, StrEnum) and found is not StrEnum
    }
    assert set(LISTS) == lists
    found = [one.heading for one in TABLES_FOUND if one.head == WORDS]
    assert sorted(found) == sorted(LISTS.values())


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_of_a_closed_list_is_explained(words: type[StrEnum]) -> None:
    """A closed list's table has its words, all of them and no other, each with a meaning."""
    found = table(LISTS[words], WORDS)
    assert sorted(found.column("Word")) == sorted(word.value for word in words)
    assert all(found.column("Means"))


def test_every_rating_is_described_as_it_is(scales: Scales) -> None:
    """The table of ratings says of each what the shipped scale says."""
    scale = scales.default
    (found,) = [one for one in TABLES_FOUND if one.head[:1] == ("Rating",)]
    told = [tuple(cell.strip("`") for cell in row) for row in found.rows]
    assert told == [
        (
            rating.key,
            rating.label_in("en"),
            str(rating.number or "none"),
            rating.state.value,
            "needed" if rating.needs_evidence else "not needed",
            rating.definition_in("en"),
        )
        for rating in scale.ratings
    ]
    assert f"`{scale.id}`" in PAGE


def codes_in(kind: str) -> list[str]:
    """
    Return what stands in marks of code in the meaning of a kind of value.
    """
    kinds = table("Kinds of values", ("Holds", "Means"))
    meanings = dict(zip(kinds.column("Holds"), kinds.column("Means"), strict=True))
    return re.findall(r"`([^`]+)`", meanings[kind])


def test_every_kind_of_value_is_explained() -> None:
    """What the tables of keys say that a key holds is explained, or is a link or a number."""
    kinds = table("Kinds of values", ("Holds", "Means")).column("Holds")
    known = [re.escape(kind.removesuffix(" …")) for kind in kinds]
    pattern = "|".join([*known, r"\[", r"text or \[", "mapping: id to", r"\d"])
    told = [cell for one in TABLES_FOUND if one.head == KEYS for cell in one.column("Holds")]
    assert [cell for cell in told if not re.match(pattern, cell)] == []


def test_the_dates_told_are_dates() -> None:
    """Every date given as an example is read as what it is an example of."""
    assert [values.parse_date(text).text for text in codes_in("date")]
    assert [values.parse_moment(text).text for text in codes_in("date or time")]
    for refused in ("2026", "2026-03", "2026-03-02T09:00"):
        with pytest.raises(PydanticCustomError):
            values.parse_moment(refused)


def test_the_words_for_yes_and_no_are_all_told() -> None:
    """Every word that means yes or no is told, and works in capital letters too."""
    told = codes_in("yes or no")
    assert sorted(told) == sorted(values.FLAGS)
    assert [values.parse_flag(word.upper()) for word in told] == [True] * 3 + [False] * 3


def test_the_languages_told_are_languages() -> None:
    """Every language tag given as an example is let through."""
    assert [values.check_language(text) for text in codes_in("language")]


def test_the_names_that_no_slug_may_have_are_told() -> None:
    """Every name that no slug may have is told, and so is the greatest length."""
    told = codes_in("slug")
    assert set(told) <= values.RESERVED
    numbered = {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
    assert set(told) | numbered == values.RESERVED
    assert f"at most {values.SLUG_LENGTH} characters" in PAGE


def test_the_bounds_told_are_the_bounds() -> None:
    """The greatest size, depth and count are told as they are."""
    told = (
        f"More than {bounds.YAML_BYTES // 1_000_000} MB, {bounds.LINES:,} lines, "
        f"{bounds.LINE_CHARACTERS:,} characters in a line, {bounds.YAML_DEPTH} levels, "
        f"{bounds.YAML_VALUES:,} values, or {bounds.YAML_ENTRIES:,} entries in one list or mapping"
    )
    assert told in PAGE


def test_the_endings_of_documents_are_told() -> None:
    """Every ending that a document's name may have is told."""
    (sentence,) = re.findall(r"Its name ends in ([^P]+)\.\s+Put", PAGE)
    assert set(re.findall(r"`(\.\w+)`", sentence)) == set(FORMATS)


def test_the_ways_to_write_a_title_are_safe(scales: Scales) -> None:
    """Every way to write a title that the page calls safe is read whole."""
    ways = table("Writing text in YAML", ("Way", "When")).column("Way")
    titles = [way for way in ways if way.startswith("title:")]
    assert len(titles) == 3
    for way in titles:
        title = published(WHOLE[0], inserted(f"{way}\n"), scales).verdict.title
        assert title in {"Plain text", 'It\'s "here": #1', "It's here: #1"}


SIGNS = ["'", '"', *"[]{}%@*&!|>#,", "`", "- ", "? ", ": "]


def test_the_first_characters_are_all_told() -> None:
    """The page tells the signs that the next test tries, and no other."""
    (alone,) = re.findall(r"begins with one of `([^`]+)` or a backtick", PAGE)
    (spaced,) = re.findall(r"or a backtick,\s+or with (.+) and a space", PAGE)
    told = [*alone.split(), "`", *(f"{sign} " for sign in re.findall(r"`(.)`", spaced))]
    assert sorted(told) == sorted(SIGNS)


@pytest.mark.parametrize("sign", SIGNS)
def test_the_first_characters_told_need_quotation_marks(sign: str, scales: Scales) -> None:
    """A text that begins with one of the signs told is refused without quotation marks."""
    plain = inserted(f"title: {sign}a b\n")
    assert read(WHOLE[0], plain, scales).factcheck is None
    marked = "title: '{}a b'\n".format(sign.replace("'", "''"))
    assert published(WHOLE[0], inserted(marked), scales).verdict.title == f"{sign}a b"


@pytest.mark.parametrize(
    ("document", "quote", "found"),
    [
        ("It is\nold.\n\nAnd new.", "is old. And new", True),
        (
            "It\u00a0is \u201cold\u201d \u2013 and the town\u2019s.",
            'It is "old" - and the town\'s',
            True,
        ),
        ("A caf\u00e9.", "A cafe\u0301", True),
        ("An ex\u00adample.", "An example", True),
        ("It is an example.", "is an", True),
        ("A caf\u00e9.", "A cafe", False),
        ("It is old.", "it is old", False),
        ("It is old…", "It is old...", False),
        ("It is old.", "It was old", False),
    ],
)
def test_quotes_are_found_as_told(
    document: str, quote: str, *, found: bool, scales: Scales
) -> None:
    """What the page says counts as equal does, and what it says counts does not."""
    example = Example(0, (), "", document, "")
    words = quote.replace("'", "''")
    sidecar = re.sub(r"quote: .*", f"quote: '{words}'", WHOLE[0].text)
    codes = [problem.code for problem in read(example, sidecar, scales).problems]
    assert codes == ([] if found else ["quote-not-found"])


def test_a_draft_is_only_warned(scales: Scales) -> None:
    """In a draft a broken field and a missing quote are warnings, and nothing is published."""
    broken = inserted("status: draft\nlanguage: english\n").replace("1901", "1902")
    reading = read(WHOLE[0], broken, scales)
    assert {problem.code for problem in reading.problems} == {"bad-language", "quote-not-found"}
    assert {problem.severity for problem in reading.problems} == {Severity.WARNING}
    assert reading.factcheck is None


def codes_told() -> list[str]:
    tables = [one for one in TABLES_FOUND if one.head[:1] == ("Code",)]
    return [code for one in tables for code in one.column("Code")]


def test_every_code_exists() -> None:
    """Every code that the page names is one that the check uses, and is named once."""
    assert codes_told()
    assert set(codes_told()) <= set(CODES)
    assert len(codes_told()) == len(set(codes_told()))


def test_every_code_between_keys_is_told() -> None:
    """Every code that a rule between keys or between files can give is told."""
    package = ROOT / "plugins" / "factcheck"
    files = [*(package / "model" / "rules").glob("*.py"), package / "digest" / "crosschecks.py"]
    files += [package / "digest" / f"{name}.py" for name in ("rivals", "twins")]
    files += [package / "reading" / "pairs.py", package / "usecases" / "pairing.py"]
    files += [package / "reading" / f"{name}.py" for name in ("overlay", "translations")]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    assert set(codes_told()) == {code for code in CODES if f'"{code}"' in source}


def test_links_within_the_page_lead_somewhere() -> None:
    """Every link within the page leads to a heading, and no two headings share a link."""
    anchors = [anchor(heading) for heading in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)]
    assert len(anchors) == len(set(anchors))
    linked = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert linked <= set(anchors)


def test_examples_name_nobody() -> None:
    """Every address in an example is under a name that is reserved for examples."""
    hosts = re.findall(r"https?://([\w.-]+)", PAGE)
    assert hosts
    assert all(host == "example.org" or host.endswith(".example") for host in hosts)
