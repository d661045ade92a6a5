"""Which languages a resume is written in, from its small words and headings: pronouns differ by language.

`he` is a person in English and "I have" in Spanish, `el` an article in Spanish and a person in Romanian. So
each language's list is used only where that language is spoken. None of the words here is ever cut, so the
answer stays the same for the masked text.
"""

from collections import Counter
from collections.abc import Iterable

_ENOUGH = 2
_SHARE = 0.25
"""A language counts when its words are at least this share of the commonest language's."""

_MARKERS: dict[str, str] = {
    "en": "the and of for with by from at this which work experience education skills summary references"
    " responsible team year years profile",
    "de": "und der das für mit bei von als zur zum im berufserfahrung ausbildung kenntnisse lebenslauf"
    " sprachen studium praktikum fähigkeiten deutsch persönliche abschluss",
    "fr": "et les des du dans pour avec une chez aux expérience expériences formation compétences langues"
    " français professionnelle professionnel",
    "es": "y los las del para con una por en experiencia formación educación habilidades idiomas laboral"
    " español responsable años",
    "pt": "e os dos das para com uma em ao na no experiência formação competências habilidades idiomas"
    " português responsável anos",
    "ro": "și şi si pentru cu din în in la prin experiență experienţă experienta educație educatie competențe"
    " limbi profesională română romana responsabil ani",
}
_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in _MARKERS.items():
    for _word in _words.split():
        _OF[_word] = (*_OF.get(_word, ()), _language)

_HINTS = {"ä": "de", "ß": "de", "ü": "de", "ñ": "es", "ã": "pt", "õ": "pt", "ț": "ro", "ș": "ro", "ă": "ro"}
"""Letters that one of our languages has alone: they decide between neighbours such as pt and es."""


def spoken(words: Iterable[str]) -> frozenset[str]:
    """Codes (ISO 639-1) of the languages among these small-letter words; English when none is recognised."""
    counts: Counter[str] = Counter()
    for word in words:
        for language in _OF.get(word, ()):
            counts[language] += 2
        if not word.isascii():
            for letter in word:
                if letter in _HINTS:
                    counts[_HINTS[letter]] += 1
    if not counts:
        return frozenset({"en"})
    least = max(_ENOUGH, _SHARE * max(counts.values()))
    return frozenset(language for language, count in counts.items() if count >= least) or frozenset({"en"})
