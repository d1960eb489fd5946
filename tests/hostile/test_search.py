"""
Hostile texts in the index and in the reader's own query: shown, or looked for, and nothing else.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from hostile.corpus import ORDINARY, VALUES
from hostile.reader import BuiltSite, Reader, collapsed
from hostile.sidecars import judged_value

SOUND: Final = [entry for entry in (ORDINARY, *VALUES) if judged_value(entry).is_sound]

#: Returns what a text did, or made of the tool: nothing in it can load, and nothing listens.
FAULTS: Final = """
() => {
  const bad = "img, iframe, object, embed, script, style, link, base, meta, svg:not(.shape), b, i";
  const tool = document.querySelector("[data-search]");
  const heard = [...tool.querySelectorAll("*")].filter((one) =>
    one.getAttributeNames().some((name) => name.startsWith("on") || name === "style"));
  const away = [...tool.querySelectorAll("a")].filter((one) => one.origin !== location.origin);
  const found = [...tool.querySelectorAll(bad), ...heard, ...away].map((one) => one.outerHTML);
  return [...window.__ran, ...found];
}
"""

#: Has every hit shown, ten at a time.
SHOW_ALL: Final = """
async () => {
  const more = document.querySelector("[data-search-part=more]");
  const list = document.querySelector("[data-search-part=hits]");
  const turn = () => new Promise((done) => setTimeout(done, 20));
  while (!list.children.length) await turn();
  for (const box of document.querySelectorAll("details")) box.open = true;
  while (!more.hidden) {
    const before = list.children.length;
    // Opening facets asks anew, and what is asked anew makes an earlier click for more void.
    while (list.children.length === before && !more.hidden) {
      more.click();
      await turn();
    }
  }
  await new Promise((done) => setTimeout(done, 500));
}
"""

#: Asks for each text, and returns what each time is said.
ASK_ALL: Final = """
async (texts) => {
  const field = document.querySelector("#search-words");
  const status = document.querySelector("[data-search-part=status]");
  const said = [];
  for (const text of texts) {
    field.value = text;
    if (!field.value.trim()) continue;
    status.textContent = "";
    field.form.requestSubmit();
    for (let turn = 0; turn < 200 && !status.textContent; turn += 1) {
      await new Promise((done) => setTimeout(done, 10));
    }
    said.push(status.textContent);
  }
  return said;
}
"""


def tried(reader: Reader, site: BuiltSite, path: str, script: str, *given: object) -> Any:  # noqa: ANN401
    """Open a page, run a script in it, and return what came of it, what was noted, what shows."""

    def act() -> tuple[Any, list[str], str]:
        reader._go(site.address, path)
        came = reader._page.evaluate(script, *given)
        faults = [*reader._noted.faults, *reader._page.evaluate(FAULTS)]
        return came, faults, reader._page.inner_text("main")

    return reader._run(act)


def test_hits_of_hostile_texts_do_nothing(values: BuiltSite) -> None:
    """Every hostile text is shown word for word among the hits, and none acts."""
    path = "/search/?rating=default%401%2Funproven"
    _, faults, text = tried(values.readers[0], values, path, SHOW_ALL)
    shown = collapsed(text)
    lacking = [entry.name for entry in SOUND if collapsed(f"{entry.text} §claim") not in shown]

    assert faults == []
    assert len(SOUND) > 100
    assert lacking == []


def test_a_hostile_query_does_nothing(values: BuiltSite) -> None:
    """Whatever a reader, or whoever made the link, looks for is a text; something is answered."""
    texts = [entry.text for entry in VALUES]
    said, faults, _ = tried(values.readers[0], values, "/search/", ASK_ALL, texts)

    assert faults == []
    assert len(said) > 100
    assert all(said)


@pytest.mark.parametrize("name", ["q", "rating", "topic", "sort", "claimant"])
def test_an_address_made_by_an_enemy_does_nothing(values: BuiltSite, name: str) -> None:
    """Markup and prototypes' names in an address are looked for, not obeyed."""
    for text in ("<img src=x onerror=ran(1)>", "__proto__", "constructor", '"]</template><b>'):
        path = f"/search/?{name}={text}&q=words"
        _, faults, _ = tried(
            values.readers[0], values, path, "() => new Promise((d) => setTimeout(d, 300))"
        )
        assert faults == []


def test_no_file_of_the_index_could_be_markup(values: BuiltSite) -> None:
    """Were a part of the index taken for HTML, no element would begin in it."""
    parts: list[Path] = sorted((values.output / "search").rglob("*.json"))

    assert len(parts) > 10
    assert [path.name for path in parts if b"<" in path.read_bytes()] == []
