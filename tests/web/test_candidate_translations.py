"""The catalogs of the candidate's pages hold every sentence, with every placeholder, in four languages."""

import re
from pathlib import Path

import pytest

from domain.messages.catalog import LANGUAGES, SOURCE, parse, source
from tools.catalogs import PAGES as SAID
from tools.catalogs import ROOT
from web.candidate.refusals import BY_BEGINNING, KNOWN
from web.candidate.telling import PAGES, environment

OTHERS = [language for language in LANGUAGES if language != SOURCE]
FILLED = re.compile(r"%\(\w+\)s|</?\w+[^>]*>")
"""Placeholders and tags: a translation keeps each of them."""


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalog_says_exactly_what_the_pages_say(language: str) -> None:
    wanted = {str(message.id) for message in SAID.extracted() if message.id}
    catalog = parse(source(PAGES, language), language)
    said = {str(message.id): message for message in catalog if message.id}
    assert SAID.path(language).exists()
    assert wanted == set(said), "run python -m tools.catalogs and translate"
    for text, message in said.items():
        assert message.string, text
        assert not message.fuzzy, text
        assert sorted(FILLED.findall(text)) == sorted(FILLED.findall(str(message.string))), text
        ends = [words.rstrip("”»“ ")[-1] for words in (text, str(message.string))]
        assert (ends[0] in ".:?…,") == (ends[1] in ".:?…,"), (text, message.string)
    assert not list(catalog.check())


def test_every_template_compiles_in_every_language() -> None:
    names = [place.name for place in (ROOT / "web/templates/candidate").glob("*.html")]
    assert len(names) > 10
    for language in LANGUAGES:
        for name in names:
            environment(language).get_template(f"candidate/{name}")


def test_every_sentence_of_the_templates_is_marked_for_translation() -> None:
    for place in (ROOT / "web/templates/candidate").glob("*.html"):
        text = re.sub(
            r"\{#.*?#\}|\{%-? ?trans.*?endtrans ?-?%\}", "", place.read_text("utf-8"), flags=re.DOTALL
        )
        text = re.sub(
            r"\{\{.*?\}\}|\{%.*?%\}|<style>.*?</style>|<[^>]*>|[\w-]+=\"\w*\"", "", text, flags=re.DOTALL
        )
        words = re.findall(r"[A-Za-z]{3,}", text)
        assert not words, (place.name, words)


def test_the_refusals_that_are_translated_are_those_of_the_code() -> None:
    """Errors speak English; where one of their sentences changes, its translation must change with it."""
    folders = ("domain", "services", "web", "integrations")
    sources = "\n".join(
        place.read_text("utf-8")
        for folder in folders
        for place in Path(ROOT / folder).rglob("*.py")
        if place.name != "refusals.py"
    )
    flat = re.sub(r'"\s*\n\s*f?"', "", sources)
    assert not [text for text in KNOWN | set(BY_BEGINNING) if text not in flat]
