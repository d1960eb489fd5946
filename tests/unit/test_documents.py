from __future__ import annotations

import hashlib

import pytest
from factcheck.model.document import Block, Document, Span, SpanKind
from factcheck.reading.documents import is_document, read_document
from specimens import document

ENDINGS = ["txt", "md", "markdown", "html", "htm"]


def kinds(text: str, name: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(text, name).blocks]


def only_block(text: str, name: str) -> Block:
    (block,) = document(text, name).blocks
    return block


def marked(block: Block) -> list[tuple[SpanKind, str, str]]:
    return [(span.kind, block.text[span.start : span.end], span.href) for span in block.spans]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_is_read_in_any_case_of_its_ending(ending: str) -> None:
    """A name's ending decides the format, in capitals or not."""
    for name in (f"a.{ending}", f"a.{ending.upper()}", f"a.b.{ending.title()}"):
        assert is_document(name)
        assert document("SPECIMEN", name).text == "SPECIMEN"


@pytest.mark.parametrize("name", ["a", "a.pdf", "a.txt.gz", "txt", ".txt", "a.verdict.yaml"])
def test_other_names_are_no_documents(name: str) -> None:
    """Other endings, and a bare ending without a name, say nothing of a document."""
    assert not is_document(name)


@pytest.mark.parametrize(
    "text",
    [
        "5 < 6 and 7 > 4",
        "a <b>bold</b> word & more",
        r"C:\dir\new",
        "&lt;not markup&gt; &amp;",
        "# no heading",
        "* no list",
        "a   b\u00a0\tc",
    ],
)
def test_text_file_is_shown_exactly(text: str) -> None:
    """Nothing in a text file is markup."""
    assert kinds(text, "a.txt") == [("paragraph", text)]


def test_text_file_keeps_single_line_breaks() -> None:
    """Lines stay as their author broke them; blank lines, however many, part paragraphs."""
    text = "a\n  b  \r\nc\r\n\r\n \t\n\nd\n"

    assert kinds(text, "a.txt") == [("paragraph", "a\n  b  \nc"), ("paragraph", "d")]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "text", ["{attach}x {static}y |filename|z", "{{ 7*7 }} {% raw %}", "5 &lt; 6", r"C:\dir"]
)
def test_template_signs_are_text_in_every_format(ending: str, text: str) -> None:
    """Neither Pelican's link signs nor Jinja's mean anything."""
    expected = text if ending == "txt" else text.replace("&lt;", "<")

    assert document(text, f"a.{ending}").text == expected


@pytest.mark.parametrize("ending", ENDINGS)
def test_front_matter_is_text(ending: str) -> None:
    """Lines that other generators take for settings stay words of the document."""
    text = "save_as: ../index.html\nslug: index\ntitle: A title\n\nSPECIMEN"

    assert document(text, f"a.{ending}").text.split() == text.split()


def test_markdown_front_matter_between_rules_is_text() -> None:
    """Also between rules nothing of a Markdown document is taken for settings."""
    read = document("---\nsave_as: x\n---\n\nSPECIMEN", "a.md")

    assert read.text == "save_as: x\nSPECIMEN"


def test_html_in_markdown_is_text() -> None:
    """A Markdown document's HTML is shown, never understood."""
    text = "a <b>b</b> <script>c</script> 5 < 6\n\n<div onclick=d>\n\n<!-- e -->"

    assert document(text, "a.md").text == text.replace("\n\n", "\n")


def test_markdown_markup_becomes_spans() -> None:
    """Inline markup leaves its words in place, and says where they stand."""
    block = only_block("a *b* **c *d*** `e*f` [g](https://example.org) \\*h\\*", "a.md")

    assert block.text == "a b c d e*f g *h*"
    assert sorted(marked(block)) == [
        (SpanKind.CODE, "e*f", ""),
        (SpanKind.EMPHASIS, "b", ""),
        (SpanKind.EMPHASIS, "d", ""),
        (SpanKind.LINK, "g", "https://example.org"),
        (SpanKind.STRONG, "c d", ""),
    ]


def test_html_markup_becomes_spans() -> None:
    """Emphasis, strength, code and links are kept; other elements leave their words alone."""
    block = only_block(
        "<p>a <em>b</em> <b>c<i>d</i></b> <code>e</code> <u>f</u> "
        '<a href="https://example.org" onclick="x()" style="y">g</a></p>',
        "a.html",
    )

    assert block.text == "a b cd e f g"
    assert sorted(marked(block)) == [
        (SpanKind.CODE, "e", ""),
        (SpanKind.EMPHASIS, "b", ""),
        (SpanKind.EMPHASIS, "d", ""),
        (SpanKind.LINK, "g", "https://example.org"),
        (SpanKind.STRONG, "cd", ""),
    ]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " java\nscript:x", "data:text/html,x", "/page", "//x", "a b"],
)
def test_unsafe_link_points_nowhere(address: str) -> None:
    """Only web and mail addresses are links; other ones leave their words."""
    block = only_block(f'<a href="{address}">a</a>', "a.html")

    assert block.spans == (Span(SpanKind.LINK, 0, 1, ""),)


MARKDOWN = """\
# Title *one*

Sub
---

1. first
2. second
   - nested
     1. deep

   more of second
- other

> said
> so

| a | b |
|---|---|
| c | d |

```html
<pre>
  kept
```

![A cat](https://example.org/cat.png)
"""


def test_markdown_blocks_are_told_apart() -> None:
    """Headings, nested lists, quotations, tables, code and images are blocks of their kinds."""
    assert [
        (block.kind.value, block.text, block.level, block.marker, block.cell)
        for block in document(MARKDOWN, "a.md").blocks
    ] == [
        ("heading", "Title one", 1, "", None),
        ("heading", "Sub", 2, "", None),
        ("list-item", "first", 1, "1.", None),
        ("list-item", "second", 1, "2.", None),
        ("list-item", "nested", 2, "•", None),
        ("list-item", "deep", 3, "1.", None),
        ("list-item", "more of second", 1, "", None),
        ("list-item", "other", 1, "•", None),
        ("quotation", "said so", 0, "", None),
        ("table-cell", "a", 0, "", (0, 0)),
        ("table-cell", "b", 0, "", (0, 1)),
        ("table-cell", "c", 0, "", (1, 0)),
        ("table-cell", "d", 0, "", (1, 1)),
        ("preformatted", "<pre>\n  kept", 0, "", None),
        ("image", "A cat", 0, "", None),
    ]


HTML = """\
<!doctype html><title> A
 title </title>
<h1>Head</h1>
<p>One
 two<br>three
<ul><li>a<ol start=3><li>b<li>c</ol></ul>
<blockquote>said<p>so</blockquote>
<table><caption>Cap</caption><tr><th>h<td>i<tr><td>j</table>
<pre>
  kept
 so</pre>
<figure><img src="https://example.org/cat.png" alt="A cat"><figcaption>Below</figcaption></figure>
<img src="javascript:alert(1)">
"""


def test_html_blocks_are_told_apart() -> None:
    """Headings, nested lists, quotations, tables, captions, code and images are blocks."""
    read = document(HTML, "a.html")

    assert read.title == "A title"
    assert [
        (block.kind.value, block.text, block.level, block.marker, block.cell, block.href)
        for block in read.blocks
    ] == [
        ("heading", "Head", 1, "", None, ""),
        ("paragraph", "One two\nthree", 0, "", None, ""),
        ("list-item", "a", 1, "•", None, ""),
        ("list-item", "b", 2, "3.", None, ""),
        ("list-item", "c", 2, "4.", None, ""),
        ("quotation", "said", 0, "", None, ""),
        ("quotation", "so", 0, "", None, ""),
        ("caption", "Cap", 0, "", None, ""),
        ("table-cell", "h", 0, "", (0, 0), ""),
        ("table-cell", "i", 0, "", (0, 1), ""),
        ("table-cell", "j", 0, "", (1, 0), ""),
        ("preformatted", "  kept\n so", 0, "", None, ""),
        ("image", "A cat", 0, "", None, "https://example.org/cat.png"),
        ("caption", "Below", 0, "", None, ""),
        ("image", "image", 0, "", None, ""),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<svg><title>x</title><desc>x</desc><metadata>x</metadata></svg>",
        "<iframe>x</iframe>",
        "<noscript>x</noscript>",
        "<noscript><p>x</p><script>'</p>'</script></noscript>",
        "<math><semantics><mrow></mrow><annotation>x</annotation></semantics></math>",
        "<title>x</title>",
        "<video>x</video>",
        "<!-- x -->",
        "<?x y?>",
        "<input value=x onfocus=x>",
        "<meta http-equiv=refresh content=0>",
        "<base href=https://example.net>",
        "<link rel=stylesheet href=x>",
    ],
)
def test_what_is_no_text_for_a_reader_is_dropped(markup: str) -> None:
    """Scripts, styles, drawings, frames, comments and attributes leave nothing."""
    read = document(f"<p>a</p>{markup}<p>b</p>", "a.html")

    assert (read.text, read.title) == ("a\nb", "")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<svg><title>x</title><text>1900</text><text>1950</text></svg>", "1900 1950"),
        ("<svg><foreignObject><b>words</b></foreignObject></svg>", "words"),
        ("<svg></p>words</svg>", "words"),
        ("<svg><metadata>x<p>words</p></metadata></svg>", "words"),
        ("<svg><text><![CDATA[5 words]]></text></svg>", "5 words"),
        ("<math><mi>x</mi><mo>=</mo><mn>42</mn></math>", "x=42"),
        ("<math><mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "3 1\u20442"),
        ("<math><msqrt><mn>2</mn></msqrt></math>", "√2"),
        ("<object data=x>words</object>", "words"),
        ("<noscript>words", "words"),
        ("<noscript><p title='</noscript>words", "words"),
        ("<script>'<noscript>'</script>words<noscript>x</noscript>", "words"),
        ("<p title='<noscript>'>words</p><noscript>x</noscript>", "words"),
        ("<!-- <noscript> -->words<noscript>x</noscript>", "words"),
        ("<svg><noscript>words</noscript></svg>", "words"),
    ],
)
def test_what_a_reader_sees_is_kept(markup: str, words: str) -> None:
    """Formulas, the words of drawings, and what only seems to stand in a noscript are text."""
    assert document(f"<p>a</p>{markup}<p>b</p>", "a.html").text == f"a\n{words}\nb"


def test_raised_lowered_and_struck_words_say_so() -> None:
    """10² is not 102 and H₂O not H2O; what is struck out, also over several blocks, is told."""
    block = only_block("10<sup>2</sup> H<sub>2</sub>O <s>a</s> <strike>b</strike>", "a.html")
    first, second = document("<del><p>one</p><p>two</p></del>", "a.html").blocks

    assert block.text == "102 H2O a b"
    assert marked(block) == [
        (SpanKind.RAISED, "2", ""),
        (SpanKind.LOWERED, "2", ""),
        (SpanKind.STRUCK, "a", ""),
        (SpanKind.STRUCK, "b", ""),
    ]
    assert marked(first) + marked(second) == [
        (SpanKind.STRUCK, "one", ""),
        (SpanKind.STRUCK, "two", ""),
    ]


def test_parts_of_a_formula_stand_where_they_stood() -> None:
    """A fraction's parts are raised and lowered, and so are powers and indices."""
    fraction = only_block("<math><mfrac><mn>1</mn> <mn>2</mn></mfrac></math>", "a.html")
    power = only_block("<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>", "a.html")

    assert marked(fraction) == [(SpanKind.RAISED, "1", ""), (SpanKind.LOWERED, "\u20442", "")]
    assert marked(power) == [(SpanKind.LOWERED, "1", ""), (SpanKind.RAISED, "2", "")]


def test_html_line_ends_are_normalised() -> None:
    """Windows' line ends leave no trace in preformatted text."""
    assert document("<pre>a\r\n b\rc</pre>", "a.html").text == "a\n b\nc"


def test_encoding_named_in_the_page_is_ignored() -> None:
    """A page is read as UTF-8, whatever it says of itself."""
    text = '<?xml version="1.0" encoding="iso-8859-1"?><meta charset="latin-1"><p>é</p>'

    assert document(text, "a.html").text == "é"


def test_list_may_begin_with_any_number() -> None:
    """A number too long for a list begins it at one."""
    page = f"<ol start={'9' * 5000}><li>a</ol>"

    assert only_block(page, "a.html").marker == "1."


@pytest.mark.parametrize(
    ("page", "markers"),
    [
        ("<ol><li>a<li>b</ol>", "1. 2."),
        ("<ol start=-1><li>a<li>b<li>c</ol>", "-1. 0. 1."),
        ("<ol start=' +7th'><li>a</ol>", "7."),
        ("<ol start=x><li>a</ol>", "1."),
        ("<ol><li>a<li value=5>b<li>c</ol>", "1. 5. 6."),
        ("<ol reversed><li>a<li>b<li>c</ol>", "3. 2. 1."),
        ("<ol reversed start=10><li>a<li value=5>b<li>c</ol>", "10. 5. 4."),
        ("<ol reversed><li>a<ol><li>b<li>c</ol><li>d</ol>", "2. 1. 2. 1."),
        ("<ol type=a start=26><li>a<li>b</ol>", "z. aa."),
        ("<ol type=A><li>a<li value=703>b<li value=0>c</ol>", "A. AAA. 0."),
        ("<ol type=i><li>a<li value=1994>b<li value=4000>c</ol>", "i. mcmxciv. 4000."),
        ("<ol type=I><li value=49>a<li type=1>b</ol>", "XLIX. 50."),
        ("<ul><li value=5>a</ul><menu><li>b</menu><li>c", "• • •"),
    ],
)
def test_items_bear_the_numbers_that_a_browser_shows(page: str, markers: str) -> None:
    """Lists count from where they say, in their signs, downwards if reversed; items may jump."""
    assert " ".join(block.marker for block in document(page, "a.html").blocks) == markers


@pytest.mark.parametrize("depth", [10, 300, 3000])
def test_deep_pages_lose_nothing(depth: int) -> None:
    """However deep a page is nested, its text is read."""
    page = "<div>" * depth + "deep" + "</div>" * depth + "<p>after"

    assert document(page, "a.html").text == "deep\nafter"


def test_deep_markdown_is_read_or_refused() -> None:
    """Nested lists and quotations are read whole, or the document is refused by name."""
    shallow = "".join(f"{'  ' * depth}- x{depth}\n" for depth in range(25))
    deep = "".join(f"{'  ' * depth}- x{depth}\n" for depth in range(40))

    assert document(shallow, "a.md").text.split("\n")[-1] == "x24"
    found, problems = read_document(deep.encode(), "a.md")
    assert found is None
    assert [problem.code for problem in problems] == ["document-bounds"]


@pytest.mark.parametrize(("text", "name"), [(MARKDOWN, "a.md"), (HTML, "a.html")])
def test_blocks_stand_where_they_say(text: str, name: str) -> None:
    """Each block's text is the document's text from its start to its end."""
    read = document(text, name)

    assert [read.text[block.start : block.end] for block in read.blocks] == [
        block.text for block in read.blocks
    ]


def lines_of(read: Document, words: str) -> list[int]:
    return [read.line_at(read.text.index(word)) for word in words.split()]


def test_lines_of_a_text_file_are_its_own() -> None:
    """Each line of a paragraph knows its number."""
    read = document("\n\nab\ncd\r\n\r\nef", "a.txt")

    assert lines_of(read, "ab b cd ef") == [3, 3, 4, 6]


def test_lines_of_markdown_are_its_own() -> None:
    """Words after soft and hard breaks and within code know their line."""
    read = document("ab\ncd *ef\ngh*  \nij\n\n```\nkl\nmn\n```\n\n> op\n> qr", "a.md")

    assert lines_of(read, "ab cd ef gh ij kl mn op qr") == [1, 2, 2, 3, 4, 7, 8, 11, 12]


def test_lines_of_html_are_its_own() -> None:
    """Words know their line, whatever tags stand before them."""
    read = document("<p>ab\ncd <b>ef\ngh</b>\n\n<p\n>ij<br>\nkl<pre>\nmn\nop</pre>qr", "a.html")

    assert lines_of(read, "ab cd ef gh") == [1, 2, 2, 3]
    assert lines_of(read, "kl mn op qr") == [7, 8, 9, 9]


def test_hash_is_of_the_bytes() -> None:
    """A document is known by the bytes that it came in."""
    data = "\ufeffa\r\n".encode()

    found, _ = read_document(data, "a.txt")

    assert found is not None
    assert (found.text, found.sha256) == ("a", hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_is_read_with_its_mark(encoding: str) -> None:
    """UTF-8 is read with or without a mark, UTF-16 with one only."""
    found, problems = read_document("añ".encode(encoding), "a.txt")

    assert (found.text if found else None) == (None if encoding == "utf-16-le" else "añ")
    assert bool(problems) == (encoding == "utf-16-le")
