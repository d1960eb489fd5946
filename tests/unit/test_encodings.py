# ruff: noqa: RUF001 - texts in many scripts are what is tested
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from factcheck.diagnostics import Problem, Severity
from factcheck.reading import encodings
from factcheck.reading.decoding import conversion, decode_yaml
from factcheck.reading.documents import read_document
from factcheck.reading.encodings import LEGACY, MARKED, UNMARKED, Encoding
from factcheck.reading.sidecar import read_sidecar
from specimens import scales

#: A sentence or two in each language, written for these tests, and what it was once saved in.
TEXTS = {
    "Russian": (
        "Мост открыли в 1901 году. В посёлке говорят, что его ни разу не закрывали.",
        ["cp1251", "koi8-r", "iso8859-5", "cp866"],
    ),
    "Ukrainian": (
        "Міст відкрили 1901 року. Кажуть, що його жодного разу не закривали через негоду.",
        ["cp1251", "koi8-u"],
    ),
    "German": (
        "Die Brücke wurde 1901 eröffnet. Man hört, sie sei nie gesperrt gewesen – „wirklich nie“.",
        ["cp1252"],
    ),
    "French": (
        "Le pont a été ouvert en 1901. On dit qu’il n’a jamais été fermé, même l’hiver dernier.",
        ["cp1252"],
    ),
    "Spanish": (
        "El puente se abrió en 1901. ¿Será verdad que nunca se cerró, ni en los años difíciles?",
        ["cp1252", "latin-1"],
    ),
    "Portuguese": (
        "A ponte foi aberta em 1901. Não há registo de que tenha sido fechada à circulação.",
        ["cp1252"],
    ),
    "Polish": (
        "Most otwarto w 1901 roku. Mówi się, że nigdy go nie zamknięto, nawet w czasie śnieżyc.",
        ["cp1250", "iso8859-2"],
    ),
    "Czech": (
        "Most byl otevřen v roce 1901. Říká se, že nebyl nikdy uzavřen, ani při bouřích.",
        ["cp1250", "iso8859-2"],
    ),
    "Turkish": (
        "Köprü 1901 yılında açıldı. En büyük fırtınalarda bile hiç kapatılmadığı söyleniyor.",
        ["cp1254"],
    ),
    "Greek": (
        "Η γέφυρα άνοιξε το 1901. Λένε ότι δεν έκλεισε ποτέ, ούτε στις μεγάλες καταιγίδες.",
        ["cp1253", "iso8859-7"],
    ),
    "Hebrew": (
        "הגשר נפתח בשנת 1901. אומרים שהוא לא נסגר אף פעם, גם לא בסערות הגדולות ביותר.",
        ["cp1255"],
    ),
    "Arabic": (
        "افتتح الجسر في عام 1901. ويقال إنه لم يغلق قط، حتى في أشد العواصف.",
        ["cp1256", "iso8859-6"],
    ),
    "Lithuanian": (
        "Tiltas atidarytas 1901 metais. Meras pažadėjo naują tiltą, tačiau įmonė nesutinka.",
        ["cp1257"],
    ),
    "Thai": ("สะพานเปิดใช้ในปี 1901 ว่ากันว่าไม่เคยปิดเลยแม้ในพายุใหญ่", ["cp874"]),
    "Japanese": (
        "この橋は1901年に開通した。大きな嵐のときも閉鎖されたことがないと言われている。",
        ["cp932", "euc_jp", "iso2022_jp"],
    ),
    "Korean": (
        "이 다리는 1901년에 개통되었다. 큰 폭풍이 와도 한 번도 폐쇄된 적이 없다고 한다.",
        ["euc_kr"],
    ),
    "Chinese": (
        "这座桥于1901年通车。据说即使在最大的风暴中也从未关闭过。",
        ["gb18030", "gbk", "gb2312"],
    ),
    "Chinese in Taiwan": (
        "這座橋於1901年通車。據說即使在最大的風暴中也從未關閉過。",
        ["big5"],
    ),
}
SAVED = [
    pytest.param(text, codec, id=f"{language}-{codec}")
    for language, (text, codecs) in TEXTS.items()
    for codec in codecs
]
UNICODE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


def refused(data: bytes, name: str = "a.txt") -> Problem:
    found, problems = read_document(data, name)
    assert found is None
    (problem,) = problems
    assert problem.code == "document-encoding"
    return problem


@pytest.mark.parametrize(("text", "codec"), SAVED)
def test_a_short_text_is_read_rightly_in_the_first_encoding_named(text: str, codec: str) -> None:
    """A sentence in any usual encoding of its language is recognized; nothing is told as sure."""
    data = text.encode(codec)
    first = encodings.likely(data)[0]

    assert data.decode(first.codec) == text
    assert f"the file is likely in {first.name}, which reads “" in refused(data).message


@pytest.mark.parametrize(("text", "codec"), SAVED)
def test_the_words_at_the_place_are_shown(text: str, codec: str) -> None:
    """The message shows the words where UTF-8 ends as they read in the encoding named."""
    message = refused(f"SPECIMEN.\n\n{text}\n".encode(codec)).message
    shown = message.split("which reads “")[1].split("” here")[0]

    assert shown
    assert shown in text


@pytest.mark.parametrize("codec", UNICODE)
@pytest.mark.parametrize("language", ["German", "Russian", "Chinese"])
def test_unicode_without_a_mark_is_recognized(codec: str, language: str) -> None:
    """UTF-16 and UTF-32 without a byte order mark are named with their byte order."""
    text = f"{TEXTS[language][0]}\n"
    name = codec.upper().replace("-LE", "LE").replace("-BE", "BE")

    assert f"is likely in {name} without a byte order mark" in refused(text.encode(codec)).message


@pytest.mark.parametrize(("codec", "name"), [("utf-32", "UTF-32"), ("utf-16", "UTF-16")])
def test_a_byte_order_mark_is_believed(codec: str, name: str) -> None:
    """UTF-32 is named by its mark, in a sidecar UTF-16 too; neither is a likelihood."""
    data = "a: é".encode(codec)
    (problem,) = decode_yaml(data, "a.verdict.yaml")[1]
    problems = [problem, refused(data)] if name == "UTF-32" else [problem]

    assert all(f"its byte order mark is that of {name}" in one.message for one in problems)


@pytest.mark.parametrize(
    "page",
    [
        "<meta charset=koi8-r>",
        "<meta charset='KOI8-R'>",
        '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
        '<?xml version="1.0" encoding="koi8-r"?>',
    ],
)
def test_a_page_is_believed_that_says_what_it_is_in(page: str) -> None:
    """What a web page says of itself goes before any guess, if all of it can be read so."""
    text = f"{page}<p>Да"

    assert (
        "the page says that it is in KOI8-R, which reads “"
        in refused(text.encode("koi8-r"), "a.html").message
    )
    assert "says" not in refused(text.encode("koi8-r"), "a.txt").message


@pytest.mark.parametrize("label", ["utf-8", "euc-jp", "x-unknown", "", "iso2022_kr"])
def test_a_page_is_not_believed_that_cannot_be_read_so(label: str) -> None:
    """Where the bytes do not fit what a page says of itself, they are judged alone."""
    text = f"<meta charset='{label}'><p>{TEXTS['Russian'][0]}"

    assert "is likely in Windows-1251" in refused(text.encode("cp1251"), "a.html").message


def test_a_page_that_is_probably_wrong_of_itself_is_told_both() -> None:
    """A page that says Latin-1 and reads like Polish is shown in both encodings."""
    text = f"<meta charset=iso-8859-1><p>{TEXTS['Polish'][0]}"
    problem = refused(text.encode("cp1250"), "a.html")

    assert "says that it is in Windows-1252" in problem.message
    assert "Windows-1250 is likelier" in problem.message
    assert "iconv -f WINDOWS-1252" in problem.hint.splitlines()[0]
    assert "iconv -f WINDOWS-1250" in problem.hint.splitlines()[1]


def test_damaged_utf8_is_not_taken_for_another_encoding() -> None:
    """A text that is UTF-8 but for a few bytes is told so, with their number; none converts it."""
    text = TEXTS["Russian"][0].encode()
    problem = refused(text[:9] + b"\xff" + text[9:] + b"\xd0")

    assert "byte 0xff at offset 9 is not UTF-8 text; one of 2 such bytes" in problem.message
    assert (problem.line, problem.column) == (1, 6)
    assert "iconv" not in problem.hint


@pytest.mark.parametrize(
    ("begin", "kind"),
    [(b"%PDF-1.7\n\xb5", "a PDF file"), (b"PK\x03\x04\x00\xff", "a ZIP archive")],
)
def test_what_is_no_text_is_named(begin: bytes, kind: str) -> None:
    """A file of a kind that holds no text is told by its kind."""
    assert f"this is {kind}" in refused(begin).message


def test_bytes_that_are_no_text_get_the_way_out_that_always_works() -> None:
    """Where no encoding fits, no command is shown, but what to do."""
    problem = refused(bytes(range(1, 256)))

    assert problem.message.endswith("no encoding known here makes a text of it")
    assert problem.hint.startswith("open it in the program that wrote it, and save it")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_the_place_counts_every_line_end(end: str) -> None:
    """Each line end counts once for the line of the first byte that is not UTF-8, or is NUL."""
    lines = f"ab{end}{end}é".encode()
    damaged, null = refused(lines + b"\xff"), refused(lines + b"\0")

    for problem in (damaged, null):
        assert (problem.line, problem.column) == (3, 2)
        assert f"at offset {len(lines)} " in problem.message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_the_lines_of_a_document_count_every_line_end(end: str, name: str) -> None:
    """In every format the words of a document know their line, whatever ends lines."""
    found, _ = read_document(f"<p>ab{end}cd{end}{end}<p>ef".encode(), name)

    assert found is not None
    assert [found.line_at(found.text.index(word)) for word in ("ab", "cd", "ef")] == [1, 2, 4]


@pytest.mark.parametrize(
    ("codec", "after"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le")]
)
def test_nul_is_refused_at_its_offset(codec: str, after: str) -> None:
    """NUL is refused in every encoding that is read, with its offset in the file's bytes."""
    before = "añ\nb".encode(codec)
    problem = refused(before + "\0c".encode(after))

    assert (problem.line, problem.column) == (2, 2)
    assert f"at offset {len(before)} is NUL, which no text holds" in problem.message


@pytest.mark.parametrize(
    "encoding", [*LEGACY, *UNMARKED, MARKED[0][1], MARKED[2][1]], ids=lambda one: one.name
)
def test_the_command_shown_converts_the_file(encoding: Encoding, tmp_path: Path) -> None:
    """Typed as it is shown, the command makes UTF-8 of the file, and leaves nothing beside it."""
    assert shutil.which("iconv"), "iconv is part of every Linux and macOS"
    saved = [text for text, codecs in TEXTS.values() if encoding.codec in map(_plain, codecs)]
    texts = [*saved, TEXTS["French"][0], TEXTS["Russian"][0], TEXTS["Korean"][0]]
    text = next(f"{text}\n" for text in texts if _fits(text, encoding))
    file = tmp_path / "it's a file.txt"
    file.write_bytes(text.encode(encoding.codec))
    subprocess.run(["sh", "-c", conversion(encoding, file.name)], cwd=tmp_path, check=True)

    assert file.read_text(encoding="utf-8") == text
    assert list(tmp_path.iterdir()) == [file]


def _plain(codec: str) -> str:
    return codec.replace("-", "_")


def _fits(text: str, encoding: Encoding) -> bool:
    try:
        return bool(text.encode(encoding.codec))
    except UnicodeEncodeError:
        return False


def test_a_conversion_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """Where the guess was wrong and iconv gives up, the file keeps every byte."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"abc \xff\xff def")
    japanese = next(one for one in LEGACY if one.name == "EUC-JP")
    done = subprocess.run(
        ["sh", "-c", conversion(japanese, file.name)],
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )

    assert done.returncode != 0
    assert file.read_bytes() == b"abc \xff\xff def"


def test_a_draft_in_another_encoding_stops_nobody() -> None:
    """Where what can be read of a sidecar says that it is a draft, it is only warned of."""
    draft = read_sidecar(b"status: draft\ntitle: caf\xe9\n", "a.verdict.yaml", scales())

    assert [problem.severity for problem in draft.problems] == [Severity.WARNING]
