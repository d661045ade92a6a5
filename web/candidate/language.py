"""Which of the five languages a candidate reads: the one the person chose, else the browser's, else English."""

from domain.messages.catalog import SOURCE, spoken

NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "pt": "Português"}
"""Each language in its own words."""
LONGEST_HEADER = 500


def language_for(chosen: str | None, locale: str | None, accept_language: str) -> str:
    """The language of a page. A portal's `en` is its default and so says nothing about the person."""
    known = spoken(locale)
    return spoken(chosen) or (known if known != SOURCE else None) or from_browser(accept_language)


def from_browser(accept_language: str) -> str:
    """The wished language that comes first by weight (RFC 9110, section 12.5.4) and that there are pages in."""
    wishes = []
    for place, part in enumerate(accept_language[:LONGEST_HEADER].split(",")):
        tag, _, weight = part.strip().partition(";")
        language = spoken(tag)
        if language is not None:
            wishes.append((-_weight(weight), place, language))
    wishes = [wish for wish in wishes if wish[0] < 0]
    return min(wishes)[2] if wishes else SOURCE


def _weight(text: str) -> float:
    name, _, value = text.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
