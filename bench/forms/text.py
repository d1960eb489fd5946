"""
What the peers' forms share: the document with its marks, the rulings as Markdown or as data.

The peers are handed each quote's place. Ours has to find it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.specimens import RATINGS, Evidence, Ruling, Specimen


def marked_document(specimen: Specimen) -> str:
    """
    Write the document in Markdown, each quote within ``<mark>`` and linked to its ruling.
    """
    return "\n\n".join(marked(paragraph, specimen.rulings) for paragraph in specimen.paragraphs)


def marked(paragraph: str, rulings: tuple[Ruling, ...]) -> str:
    """
    Write a paragraph in Markdown, with the mark of the quote that stands in it.
    """
    for ruling in rulings:
        if ruling.quote in paragraph:
            mark = (
                f'<mark id="quote-{ruling.id}">{ruling.quote}</mark>'
                f'<a class="mark-link" href="#{ruling.id}">{ruling.number}</a>'
            )
            return paragraph.replace(ruling.quote, mark)
    return paragraph


def markdown_body(specimen: Specimen) -> str:
    """
    Write the whole fact-check as one Markdown text: the rulings, then the document.
    """
    rulings = "\n\n".join(_markdown_ruling(ruling) for ruling in specimen.rulings)
    return f"## The rulings\n\n{rulings}\n\n## The document\n\n{marked_document(specimen)}\n"


def _markdown_ruling(ruling: Ruling) -> str:
    label, _ = RATINGS[ruling.rating]
    evidence = "\n".join(_markdown_evidence(item) for item in ruling.evidence)
    explanation = "\n".join(ruling.explanation)
    return (
        f'### <span id="{ruling.id}">Claim {ruling.number}</span> {ruling.claim}\n\n'
        f'<a class="badge" href="/ratings/{ruling.rating}/">{label}</a>\n\n'
        f"**{ruling.reason}**\n\n"
        f"> {ruling.quote}\n\n"
        f"[See these words in the document](#quote-{ruling.id})\n\n"
        f"{explanation}\n\n"
        f"#### Evidence\n\n{evidence}"
    )


def _markdown_evidence(item: Evidence) -> str:
    work = item.work
    return (
        f"- *{item.stance.capitalize()}.* {item.finding} [{work.title}]({work.url}), "
        f"{work.publisher}, {work.published}, {work.kind}, {item.locator}"
    )


def nested_rulings(specimen: Specimen) -> Iterator[str]:
    """
    Write the rulings as YAML for front matter, line by line.
    """
    yield "rulings:"
    for ruling in specimen.rulings:
        first, *lines = _fields(ruling)
        yield f"  - {first}"
        yield from (f"    {line}" if line else "" for line in lines)


def nested_ruling(ruling: Ruling) -> Iterator[str]:
    """
    Write one ruling as YAML for front matter, line by line.
    """
    yield "ruling:"
    yield from (f"  {line}" if line else "" for line in _fields(ruling))


def _fields(ruling: Ruling) -> Iterator[str]:
    yield f"id: {ruling.id}"
    yield f"number: {ruling.number}"
    yield f"quote: {ruling.quote}"
    yield f"claim: {ruling.claim}"
    yield f"claimant: {ruling.claimant}"
    yield f"rating: '{ruling.rating}'"
    yield f"reason: {ruling.reason}"
    yield "explanation: |"
    yield from (f"  {line}".rstrip() for line in ruling.explanation)
    yield "evidence:"
    for item in ruling.evidence:
        yield from _nested_evidence(item)


def _nested_evidence(item: Evidence) -> Iterator[str]:
    work = item.work
    yield f"  - stance: {item.stance}"
    yield f"    finding: {item.finding}"
    yield f"    title: {work.title}"
    yield f"    url: {work.url}"
    yield f"    publisher: {work.publisher}"
    yield f"    published: '{work.published}'"
    yield f"    kind: {work.kind}"
    yield f"    locator: {item.locator}"


def about(specimen: Specimen) -> Iterator[str]:
    """
    Write what puts a fact-check into lists and heads its page, as YAML, line by line.
    """
    yield f"title: {specimen.title}"
    yield f"date: {specimen.published}"
    yield f"summary: {specimen.summary}"
    yield f"topics: [{specimen.topic}]"
    yield "ratings: [" + ", ".join(f"'{one.rating}'" for one in specimen.rulings) + "]"
    yield "claimants: [" + ", ".join(one.claimant for one in specimen.rulings) + "]"
    yield f"outlet: {specimen.outlet}"
    yield f"original: {specimen.url}"
    yield f"written: '{specimen.written}'"


def with_front_matter(head: list[str], body: str) -> str:
    """
    Put a body below its front matter.
    """
    return "---\n" + "\n".join(head) + f"\n---\n\n{body}"
