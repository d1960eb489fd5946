from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from factcheck.doors.terminal import main
from factcheck.model.site import Project, Site
from factcheck.reading import intake
from factcheck.reading.intake import CannotTakeIn, Form, form_of
from factcheck.reading.names import Pair
from factcheck.reading.pairs import Reading, read_pair
from factcheck.usecases.beginning import Begun, CannotBegin, Wanted, begin
from factcheck.usecases.formatting import format_sidecars
from factcheck.usecases.read import read_contents
from intake_cases import PAGE, docx, pdf
from specimens import RATINGS, SITE, project, scales

DAY = date(2026, 11, 23)
TEXT = """\
The bridge of the town

The bridge has 4 arches, more than any other. Will it fall? The council said on Monday that it had
spent 3 million euros on it since 1901.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    return project(tmp_path)


def begun(desk: Project, text: str | bytes = TEXT, name: str = "-", **more: object) -> Begun:
    data = text.encode() if isinstance(text, str) else text
    return begin(desk, Wanted(data, name, **more), DAY)  # type: ignore[arg-type]


def sidecar(desk: Project, made: Begun) -> str:
    return (desk.root / made.sidecar).read_text(encoding="utf-8")


def reading(desk: Project, made: Begun, text: str = "") -> Reading:
    seed = (desk.root / made.seed).read_bytes()
    written = (text or sidecar(desk, made)).encode()
    return read_pair(Pair(made.seed, seed, made.sidecar, written), scales())


def test_both_files_are_in_their_place_and_the_check_has_no_error(desk: Project) -> None:
    """The document is stored as it is, beside a draft that passes with one warning."""
    made = begun(desk)

    assert (desk.root / made.seed).read_text(encoding="utf-8") == TEXT
    assert made.seed == "seeds/the-bridge-of-the-town.txt"
    assert [one.code for one in read_contents(desk).problems] == ["unwritten"]
    assert [str(one.severity) for one in made.problems] == ["warning"]


def test_a_draft_can_be_looked_at_as_a_page_at_once(desk: Project) -> None:
    """It is a whole fact-check, with its claims at their places and locked to its document."""
    check = reading(desk, begun(desk)).factcheck

    assert check is not None
    assert check.verdict.status == "draft"
    assert [one.claim.quote and one.claim.quote.exact for one in check.claims] == [
        "The council said on Monday that it had spent 3 million euros on it since 1901.",
        "The bridge has 4 arches, more than any other.",
    ]
    assert {one.rating.key for one in check.claims} == {"unproven"}
    assert check.verdict.document.sha256 == check.document.sha256


def test_what_is_left_to_be_written_cannot_be_published(desk: Project) -> None:
    """As soon as it is no draft, each text that is to come is an error."""
    made = begun(desk)
    text = sidecar(desk, made).replace("status: draft", "status: published")

    assert {one.code for one in reading(desk, made, text).problems} == {"unwritten"}
    assert reading(desk, made, text).factcheck is None


def test_what_is_no_statement_can_be_brought_in_by_taking_the_signs_away(desk: Project) -> None:
    """Without its signs of a remark the rest is a list of words not rated, each at its place."""
    made = begun(desk)
    text = sidecar(desk, made)
    start = text.index("# unrated:")
    bare = [line.removeprefix("# ") for line in text[start:].splitlines()]
    check = reading(desk, made, text[:start] + "\n".join(bare) + "\n").factcheck

    assert check is not None
    assert [one.unrated.quote.exact for one in check.unrated] == ["Will it fall?"]


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    """Twice begun, in two places, both files are equal."""
    first, second = project(tmp_path / "a"), project(tmp_path / "b")
    made, again = begun(first), begun(second)

    assert made == again
    assert sidecar(first, made) == sidecar(second, again)


def test_a_document_that_stands_in_the_seeds_stays_there(desk: Project) -> None:
    """Only its sidecar is written, where it belongs."""
    path = desk.seeds / "speeches" / "A speech.txt"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    made = begun(desk, name=str(path), path=path)

    assert made.seed == "seeds/speeches/A speech.txt"
    assert made.sidecar == "seeds/speeches/A speech.verdict.yaml"
    assert "$schema=../../schemas/verdict.schema.json" in sidecar(desk, made)
    assert [one.code for one in read_contents(desk).problems] == ["unwritten"]


@pytest.mark.parametrize(
    ("there", "slug"),
    [
        ("seeds/bridge.txt", "bridge"),
        ("seeds/bridge.md", "bridge"),
        ("seeds/Bridge.verdict.yaml", "bridge"),
        ("seeds/other.txt", "bridge"),
    ],
)
def test_nothing_is_overwritten(desk: Project, there: str, slug: str) -> None:
    """Whatever has the name, on any system, or holds the same bytes, is told and stays."""
    path = desk.root / there
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    before = sorted(desk.seeds.rglob("*"))

    with pytest.raises(CannotBegin, match=there):
        begun(desk, slug=slug)
    assert sorted(desk.seeds.rglob("*")) == before
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_sidecar_is_not_overwritten_either(desk: Project) -> None:
    """A document in its place that has a verdict already is left alone."""
    made = begun(desk)
    path = desk.root / made.seed

    with pytest.raises(CannotBegin, match=r"verdict\.yaml is there already"):
        begun(desk, name=str(path), path=path)


def test_half_is_not_left_behind(desk: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the sidecar cannot be written, the document goes too."""
    opened = Path.open

    def failing(path: Path, *told: object, **more: object) -> object:
        if path.name.endswith(".verdict.yaml"):
            raise OSError(28, "No space left on device")
        return opened(path, *told, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(CannotBegin, match="cannot be written: No space left"):
        begun(desk)
    assert not list(desk.seeds.rglob("*.*"))


@pytest.mark.parametrize("slug", ["../x", "A", "a/b", "con", "a" * 81, "-"])
def test_an_address_that_cannot_be_one_is_refused(desk: Project, slug: str) -> None:
    """A slug decides a path, so nothing but a slug is taken."""
    with pytest.raises(CannotBegin, match="cannot be an address"):
        begun(desk, slug=slug)
    assert not desk.seeds.exists()


def test_a_page_tells_of_itself(desk: Project) -> None:
    """Title, kind, address, outlet, author, date and language of its head stand in the draft."""
    check = reading(desk, begun(desk, PAGE, "page.html", whole=True)).factcheck

    assert check is not None
    told = check.verdict.document
    assert (told.title, told.kind) == ("The bridge has four arches", "article")
    assert (told.url, told.outlet) == ("https://gazette.example/bridge", "The Example Gazette")
    assert (told.author, told.language) == ("Ann Specimen", "en-GB")
    assert told.published
    assert told.published.text == "2025-03-04"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By Ann Specimen\n4 March 2025\n\nThe bridge has 4 arches.", "author: Ann Specimen"),
        ("Published: 2025-03-04\n\nThe bridge has 4 arches.", "published: 2025-03-04"),
        ("FOR IMMEDIATE RELEASE\n\nThe bridge has 4 arches.", "kind: press-release"),
        ("From: A\nTo: B\nSubject: C\n\nThe bridge has 4 arches.", "kind: message"),
        ("ANN: One.\nBEN: Two.\nANN: Three.\nBEN: It has 4 arches.", "kind: transcript"),
        ("ANN: One.\nBEN: Two.\nANN: Three.\nBEN: It has 4 arches.", 'name: "BEN"'),
    ],
)
def test_a_text_tells_of_itself_in_its_first_lines(desk: Project, text: str, wanted: str) -> None:
    """What a text says in so many words stands in the draft."""
    assert wanted in sidecar(desk, begun(desk, text))


def test_a_date_that_may_be_two_is_not_taken(desk: Project) -> None:
    """Nobody knows whether 03/04/2025 is in March or in April."""
    assert "does not tell url, outlet, author, published" in sidecar(
        desk, begun(desk, "Date: 03/04/2025\n\nThe bridge has 4 arches.")
    )


def test_a_document_in_another_language_is_not_claimed_in_it(desk: Project) -> None:
    """Where the post is in another language than the document, the claim is to be written."""
    made = begun(desk, "Міст має 4 арки, і його збудували у 1901 році за гроші міста.")  # noqa: RUF001
    text = sidecar(desk, made)

    assert made.language == "uk"
    assert 'claim: "TK: the claim in the language en"' in text
    assert "\nlanguage: en\n" in text
    assert any("no lists of words for the language uk" in note for note in made.notes)


@pytest.mark.parametrize("text", [TEXT, "The bridge has 4 arches. It was built in 1901.\n"])
def test_a_draft_is_in_order(desk: Project, text: str) -> None:
    """The form of a draft is that of ``factcheck fmt``, whether or not it ends with remarks."""
    made = begun(desk, text)
    (outcome,) = format_sidecars(desk, (desk.root / made.sidecar,), write=False)

    assert not outcome.changed


def test_a_figure_is_one_word_of_an_id(desk: Project) -> None:
    """An id lasts, so it does not say 4,500 where the document says 4,500,000."""
    text = sidecar(desk, begun(desk, "The council spent 4,500,000 coins on a fountain in 2019."))

    assert "id: council-spent-4500000-coins" in text


def test_a_site_in_that_language_claims_in_it(tmp_path: Path) -> None:
    """A language of the site's own is the post's."""
    site = Site(SITE.name, SITE.url, "en", SITE.desk, languages=("uk",))
    desk = project(tmp_path, site=site)
    text = sidecar(desk, begun(desk, "Міст має 4 арки, і його збудували у 1901 році."))  # noqa: RUF001

    assert "\nlanguage: uk\n" in text
    assert "TK: the claim" not in text


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"A text", "-", Form.TEXT),
        (b"A text", "a.txt", Form.TEXT),
        (b"# A text", "a.md", Form.MARKDOWN),
        (b"<!DOCTYPE html><p>x", "-", Form.PAGE),
        (b"<p>x", "a.HTM", Form.PAGE),
        (b"%PDF-1.4", "a.txt", Form.PDF),
        (b"PK\x03\x04", "-", Form.DOCX),
    ],
)
def test_what_a_file_is_decide_its_bytes_and_then_its_name(
    data: bytes, name: str, form: Form
) -> None:
    """A PDF under another name is one; a text that is piped in needs no name."""
    assert form_of(data, name) is form


@pytest.mark.parametrize(
    ("data", "name", "module"),
    [
        (pdf(), "a.pdf", "pypdf"),
        (docx(), "a.docx", "mammoth"),
        (PAGE.encode(), "a.html", "trafilatura"),
    ],
)
def test_a_missing_library_is_told_with_the_command_that_installs_it(
    data: bytes, name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the library there is a sentence, and the way to get it."""
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(CannotTakeIn, match=rf"{module} is needed; .*: make documents"):
        intake.take_in(data, name, whole=False)


def test_a_page_can_be_kept_whole_where_the_library_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a page the sentence names the way that needs no library, and it goes."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    with pytest.raises(CannotTakeIn, match=r"keep the whole page as it is: --whole"):
        intake.take_in(PAGE.encode(), "a.html", whole=False)
    assert intake.take_in(PAGE.encode(), "a.html", whole=True).data


@pytest.mark.parametrize(
    ("data", "name", "module", "ending"),
    [
        (pdf(), "a.pdf", "pypdf", ".txt"),
        (docx(), "a.docx", "mammoth", ".html"),
        (PAGE.encode(), "a.html", "trafilatura", ".html"),
    ],
)
def test_every_form_becomes_a_document(
    desk: Project, data: bytes, name: str, module: str, ending: str
) -> None:
    """With its library, a file in each form is a whole draft, with what the file tells."""
    pytest.importorskip(module)
    made = begun(desk, data, name)
    check = reading(desk, made).factcheck

    assert check is not None
    assert made.seed.endswith(ending)
    assert any("4 arches" in one.claim.claim for one in check.claims)
    assert check.verdict.document.author == "Ann Specimen"
    assert "10 best" not in check.document.text


SETTINGS = """\
from pathlib import Path

SITENAME = "A specimen"
SITEURL = "https://example.org"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
PATH = str(Path(__file__).parent / "content")
"""


def typed(root: Path, *arguments: str, piped: bytes = b"") -> Result:
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / "ratings.yaml").write_bytes(RATINGS.read_bytes())
    settings = root / "pelican.conf.py"
    settings.write_text(SETTINGS, encoding="utf-8")
    return CliRunner().invoke(main, ["-s", str(settings), *arguments], input=io.BytesIO(piped))


def test_the_command_tells_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is piped in is begun; both paths, the notes and what is left are printed."""
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1795392000")
    result = typed(tmp_path, "new", "-", piped=TEXT.encode())

    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[:2] == [
        "seeds/the-bridge-of-the-town.txt",
        "seeds/the-bridge-of-the-town.verdict.yaml: a draft with two claims",
    ]
    assert "published: 2026-11-23" in (
        tmp_path / "seeds" / "the-bridge-of-the-town.verdict.yaml"
    ).read_text(encoding="utf-8")


def test_the_command_ends_as_documented(tmp_path: Path) -> None:
    """What cannot be begun ends with 1 and a sentence; what is not there, with 2."""
    refused = typed(tmp_path, "new", "-", piped=b"\0")
    missing = typed(tmp_path, "new", str(tmp_path / "none.txt"))

    assert refused.exit_code == 1
    assert refused.output.startswith("not begun: ")
    assert missing.exit_code == 2
    assert "there is no file" in missing.output
    assert "Examples:" in typed(tmp_path, "new", "--help").output
