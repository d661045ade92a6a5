"""The catalogs of the mails: complete, in step with the sources, and nothing left undecided."""

import re

import pytest

from domain.messages.catalog import LANGUAGES, SOURCE, parse, spoken, translations
from domain.messages.tongue import language_of
from domain.negotiation.text.language import guess
from tools.catalogs import MAILS, written

OTHERS = [language for language in LANGUAGES if language != SOURCE]
PLACEHOLDER = re.compile(r"{(\w*)}")


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalog_holds_every_sentence_and_no_other(language: str) -> None:
    catalog = parse(MAILS.path(language).read_text("utf-8"), language)
    wanted = {message.id for message in MAILS.extracted() if message.id}
    assert {message.id for message in catalog if message.id} == wanted
    assert [m.id for m in catalog if m.id and not m.string] == [], "say it in this language"
    assert [m.id for m in catalog if m.id and m.fuzzy] == [], "decide, then take the mark away"
    assert not catalog.obsolete
    assert written(catalog) == MAILS.path(language).read_text("utf-8"), "run: python -m tools.catalogs"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_placeholders(language: str) -> None:
    catalog = parse(MAILS.path(language).read_text("utf-8"), language)
    for message in catalog:
        if message.id:
            assert isinstance(message.id, str)
            assert isinstance(message.string, str)
            assert sorted(PLACEHOLDER.findall(message.string)) == sorted(PLACEHOLDER.findall(message.id))
            assert message.string.count("\n") == 0
            assert not message.string.startswith(" ")
            assert not message.string.endswith(" ")


@pytest.mark.parametrize("language", OTHERS)
def test_long_sentences_are_in_the_language_they_stand_for(language: str) -> None:
    catalog = parse(MAILS.path(language).read_text("utf-8"), language)
    long = [m.string for m in catalog if isinstance(m.id, str) and len(m.id) > 60]
    assert long
    assert [text for text in long if isinstance(text, str) and guess(text) != language] == []


def test_a_language_that_is_not_ours_is_english() -> None:
    assert translations("mails", "tlh").gettext("Choose a time") == "Choose a time"
    assert translations("mails", "de-CH").gettext("Choose a time") == "Eine Zeit wählen"


@pytest.mark.parametrize(
    ("wish", "language"),
    [("pt-BR", "pt"), ("fr_CA", "fr"), ("DE", "de"), ("nl", None), ("", None), (None, None)],
)
def test_a_wish_names_a_language(wish: str | None, language: str | None) -> None:
    assert spoken(wish) == language


GERMAN_JOB = (
    "Bäcker\nWir suchen einen Bäcker für unsere Backstube. Sie arbeiten in der Nacht und mit dem Team."
)


@pytest.mark.parametrize(
    ("chosen", "locale", "job", "language"),
    [
        ("fr", "de", GERMAN_JOB, "fr"),
        (None, "es", GERMAN_JOB, "es"),
        (None, "en", GERMAN_JOB, "de"),
        ("en", "en", GERMAN_JOB, "en"),
        (None, "en", "Baker", "en"),
        (None, None, "", "en"),
        ("nl", "nl-NL", "Baker\nWe look for a baker for our team.", "en"),
    ],
)
def test_the_candidates_wish_counts_then_the_jobs_language(
    chosen: str | None, locale: str | None, job: str, language: str
) -> None:
    assert language_of(chosen, locale, job) == language
