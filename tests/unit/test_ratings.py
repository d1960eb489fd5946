"""A rating as a reader meets it."""

from __future__ import annotations

from factcheck.model.scale import Rating, Scale
from factcheck.publishing.addresses import Record
from factcheck.publishing.views.ratings import rating_view
from specimens import OWN_SITE


def scale(*languages: str) -> Scale:
    """A scale whose words stand in some order of their languages."""
    words = {"en": "True", "de": "Wahr"}
    told = {
        "label": {language: words[language] for language in languages},
        "definition": {language: words[language] for language in languages},
        "state": "holds-up",
        "colour": "true",
        "shape": "check",
    }
    ratings = tuple(Rating(key=key, **told) for key in ("true", "truer"))
    return Scale(id="default@1", title={"en": "Specimen"}, ratings=ratings)


def test_a_rating_has_the_word_that_its_scale_names_first() -> None:
    """Where a scale is edited so that another language stands first, that one is shown at once."""
    record = Record(OWN_SITE, "index.html")
    before, after = scale("en", "de"), scale("de", "en")
    assert before == after

    shown = [rating_view(one.ratings[0], one, "fr", record) for one in (before, after)]
    assert [view.label for view in shown] == ["True", "Wahr"]
    assert [view.definition_language for view in shown] == ["en", "de"]
