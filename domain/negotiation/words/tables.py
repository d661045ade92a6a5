"""The phrases of a language."""

from collections.abc import Mapping

from domain.negotiation.words.english import ENGLISH
from domain.negotiation.words.french import FRENCH
from domain.negotiation.words.german import GERMAN
from domain.negotiation.words.phrases import Phrases
from domain.negotiation.words.portuguese import PORTUGUESE
from domain.negotiation.words.spanish import SPANISH

PHRASES: Mapping[str, Phrases] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
}
FALLBACK = "en"


def spoken_language(language: str) -> str:
    """The language that is spoken for a wish such as `de` or `pt-BR`: English where there are no words."""
    code = language.partition("-")[0].lower()
    return code if code in PHRASES else FALLBACK
