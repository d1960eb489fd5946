from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from factcheck.digest.entries import entry_of
from factcheck.model.registry import Registry
from factcheck.model.site import Project
from factcheck.publishing.schemas.desk import RATINGS_FILE, REGISTRY_FILE
from factcheck.publishing.schemas.kinds import Schema
from factcheck.publishing.schemas.names import FILE as NAMES
from factcheck.publishing.schemas.names import names_schema
from factcheck.publishing.schemas.verdict import FILE
from factcheck.reading.pairs import Pair, read_pair
from factcheck.reading.reference import read_examples
from factcheck.reading.sidecar import read_sidecar
from factcheck.usecases.read import Contents
from factcheck.usecases.schemas import as_text, bring_up_to_date, format_schemas
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from referencing import Registry as Resources
from referencing import Resource
from sandbox import ROOT, Sandbox
from specimens import DOCUMENT, SIDECAR, edited, project, scales

SCHEMAS = ROOT / "schemas"
PAGE = (ROOT / "docs" / "sidecar.md").read_text(encoding="utf-8")
EXAMPLES = [one for one in read_examples(PAGE) if one.marks in {(), ("translation",)}]


class Core(yaml.SafeLoader):
    """Types plain scalars as YAML 1.2's core schema does, which editors' servers follow."""


Core.yaml_implicit_resolvers = {}
for kind, pattern, firsts in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{kind}", re.compile(rf"(?:{pattern})\Z"), list(firsts)
    )


Core.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node))
)


class Older(yaml.SafeLoader):
    """Types them as YAML 1.1 does, but for dates, which no editor's server has."""


Older.yaml_implicit_resolvers = {
    first: [one for one in found if not one[0].endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(name: str) -> Schema:
    found: Schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    names = Resource.from_contents(load(NAMES))
    schema = load(FILE)
    Draft7Validator.check_schema(schema)
    Draft7Validator.check_schema(load(NAMES))
    return Draft7Validator(schema, registry=Resources().with_resource(NAMES, names))


def faults(validator: Draft7Validator, text: str) -> list[str]:
    """What is wrong with a sidecar, as either version of YAML types it."""
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
        for loader in (Core, Older)
        for error in validator.iter_errors(yaml.load(text, Loader=loader))  # noqa: S506
    ]


@pytest.mark.parametrize("name", [FILE, RATINGS_FILE, REGISTRY_FILE])
def test_a_committed_schema_is_what_the_model_and_the_papers_say(name: str) -> None:
    """Where a field or its explanation has changed, the file says so too: make schemas."""
    assert (SCHEMAS / name).read_text(encoding="utf-8") == as_text(format_schemas(ROOT)[name])


@pytest.mark.parametrize("name", ["ratings", "registry"])
def test_the_desks_own_files_fit(name: str) -> None:
    """Nothing is wrong with the shipped scales and registry, and a slip in them is told."""
    schema = load(f"{name}.schema.json")
    Draft7Validator.check_schema(schema)
    text = (ROOT / "content" / f"{name}.yaml").read_text(encoding="utf-8")

    for loader in (Core, Older):
        validator = Draft7Validator(schema)
        assert list(validator.iter_errors(yaml.load(text, Loader=loader))) == []  # noqa: S506
        slip = yaml.load(text.replace("label:", "lable:", 1), Loader=loader)  # noqa: S506
        assert len(list(validator.iter_errors(slip))) == 2


def test_the_committed_ratings_are_those_of_the_scales(contents: Contents) -> None:
    """Where a scale has changed, the file says so too: make schemas."""
    assert contents.scales
    fresh = json.loads(as_text(names_schema(contents.scales, Registry(), [])))

    assert load(NAMES)["definitions"]["rating"] == fresh["definitions"]["rating"]


def test_the_committed_names_are_those_of_the_samples(contents: Contents) -> None:
    """What the samples are about, and who claims in them, is offered."""
    assert contents.scales
    samples = [check for check in contents.checks if check.verdict.sample]
    entries = [entry_of(check, related=False) for check in samples]
    used = names_schema(contents.scales, Registry(), entries)["definitions"]
    held = load(NAMES)["definitions"]

    for kind in ("topic", "claimant", "outlet"):
        offered = [one["label"] for one in held[kind]["defaultSnippets"]]
        assert {one["label"] for one in used[kind]["defaultSnippets"]} <= {*offered}


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").rglob("*.verdict.yaml")), ids=str)
def test_the_line_on_top_of_every_shipped_sidecar_leads_to_the_schema(path: Path) -> None:
    """An editor's program finds the schema by the line, wherever the sidecar stands."""
    found = re.search(
        r"^# yaml-language-server: \$schema=(\S+)$", path.read_text("utf-8"), re.MULTILINE
    )
    assert found
    assert (path.parent / found[1]).resolve() == SCHEMAS / FILE


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").rglob("*.verdict.yaml")), ids=str)
def test_the_shipped_sidecars_fit(validator: Draft7Validator, path: Path) -> None:
    """Nothing is wrong with a shipped sidecar, whichever version of YAML a program reads."""
    assert faults(validator, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"line {one.line}")
def test_the_examples_of_the_reference_fit(validator: Draft7Validator, example: Any) -> None:  # noqa: ANN401
    """Nothing is wrong with a whole example of docs/sidecar.md, nor with a translation."""
    assert faults(validator, example.text) == []


def described(schema: Schema) -> Iterator[tuple[str, str, Schema]]:
    for name, form in schema["definitions"].items():
        for key, value in form.get("properties", {}).items():
            yield name, key, value


def test_every_field_has_a_description_and_an_example() -> None:
    """No key is left without its meaning, what it holds, and an example that YAML reads."""
    found = list(described(load(FILE)))

    assert len(found) > 120
    for _, key, value in found:
        assert value["description"].strip()
        assert "*Holds:*" in value["markdownDescription"]
        example = re.search(r"```yaml\n(.*?)\n```", value["markdownDescription"], re.DOTALL)
        assert example
        assert list(yaml.safe_load(example[1])) == [key]


def test_every_word_of_a_closed_list_is_described() -> None:
    """Beside each word that is offered stands what it means."""
    lists = [form for form in load(FILE)["definitions"].values() if "enum" in form]

    assert len(lists) == 15
    assert all(
        len(form["enum"]) == len(form["enumDescriptions"]) and all(form["enumDescriptions"])
        for form in lists
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("rating: true", "rating: flase", "claims/0/rating: 'flase' is not one of [True"),
        ("status: published", "status: done", "status: 'done' is not one of ['draft'"),
        ("authors: [Desk]", "authors: Desk", "authors: 'Desk' is not of type 'array'"),
        ("stance: supports", "stanze: supports", "claims/0/evidence/0: 'stanze' does not match"),
        ("language: en", "language: english", "language: 'english' does not match"),
        ("published: 2026-11-22", "published: 2026", "published: 2026 is not of type 'string'"),
        ("title: A specimen", "titel: A specimen", ": 'title' is a required property"),
    ],
)
def test_slips_are_refused(validator: Draft7Validator, old: str, new: str, fault: str) -> None:
    """What the check refuses within one value, the schema refuses at the same place."""
    found = faults(validator, edited(SIDECAR, (old, new)))

    assert any(one.startswith(fault) for one in found), found


#: What editors may type where a value is wanted; the check reads each as text.
VALUES = st.sampled_from(
    [
        *("true", "false", "yes", "No", "on", "OFF", "null", "~", "", "'null'", "2026", "2026-11"),
        *("2026-11-22", "2026-11-22T09:00Z", "12", "12.5", "1e3", "0x1f", ".5", "1:30", "-1"),
        *("no", "en", "pt-BR", "a", "a-b", "specimen", "a/b", "[a]", "[]", "[2026, no]", "{}"),
        *("https://a.example/b", "default@1", "person", "draft", "'a: b'", "half-true", "08"),
        *("{name: 1, type: person}", "{exact: The bridge has four arches}", "x", "published"),
    ]
)
KEYS = ["schema", "slug", "former_slugs", "sample", "topics", "scale", "reason", "what_is_known"]
KEYS += ["unrated", "works", "groups", "selection", "changes", "x_own"]
CLAIM = ["prominence", "claimant", "attributed_to", "claimed", "venue", "explanation", "as_of"]
CLAIM += ["appearances", "first_appearance", "media", "review_by", "same_as", "x_own"]


@settings(deadline=None, max_examples=400)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=3), st.data())
def test_what_the_check_accepts_the_schema_accepts(
    top: dict[str, str], data: st.DataObject
) -> None:
    """No program underlines what the check lets through, however YAML types it."""
    claim = data.draw(st.dictionaries(st.sampled_from(CLAIM), VALUES, max_size=3))
    lines = [f"{key}: {value}\n" for key, value in top.items()]
    text = "".join([*lines, SIDECAR, *(f"    {key}: {value}\n" for key, value in claim.items())])
    reading = read_pair(
        Pair("a.txt", DOCUMENT.encode(), "a.verdict.yaml", text.encode()), scales()
    )

    if reading.sidecar.verdict:
        assert faults(_validator(), text) == []


def _validator() -> Draft7Validator:
    names = Resource.from_contents(load(NAMES))
    return Draft7Validator(load(FILE), registry=Resources().with_resource(NAMES, names))


def test_a_projects_own_ratings_and_names_are_offered(tmp_path: Path) -> None:
    """Names in use stand in the project's schema, safe to paste; a second run changes nothing."""
    sandbox = Sandbox(tmp_path)
    text = edited(SIDECAR, ("authors:", "topics: ['Roads: #1 & ${x}', Bridges]\nauthors:"))
    (tmp_path / "docs").mkdir()
    for name in ("sidecar", "ratings", "registry"):
        shutil.copy(ROOT / "docs" / f"{name}.md", tmp_path / "docs")
    sandbox.seed("specimen.txt", DOCUMENT, text)
    mine: Project = project(tmp_path)

    first = [one.changed for one in bring_up_to_date(mine)]
    second = [one.changed for one in bring_up_to_date(mine)]
    held = json.loads((tmp_path / "schemas" / NAMES).read_text(encoding="utf-8"))

    assert (first, second) == ([True] * 4, [False] * 4)
    assert held["definitions"]["topic"]["defaultSnippets"] == [
        {"label": "Bridges", "body": "Bridges"},
        {"label": "Roads: #1 & ${x}", "body": "'Roads: #1 & \\${x\\}'"},
    ]


def test_a_draft_that_lacks_fields_is_read_as_far_as_it_goes() -> None:
    """The schema asks of a draft what the check warns of: it is the same list of fields."""
    required = load(FILE)["definitions"]["Verdict"]["required"]
    for key in required:
        lines = re.split(r"^(?=\w)", SIDECAR, flags=re.MULTILINE)
        rest = "".join(line for line in lines if not line.startswith(f"{key}:"))
        problems = read_sidecar(rest.encode(), "a.verdict.yaml", scales()).problems
        assert [one.code for one in problems if one.code == "missing-field"] == ["missing-field"]
