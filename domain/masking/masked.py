"""The masked copy of a resume: what scoring may see."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.masking.addresses import without_addresses
from domain.masking.contacts import without_contacts
from domain.masking.education import without_schools
from domain.masking.gendered import one_form
from domain.masking.header import without_header
from domain.masking.languages import spoken
from domain.masking.names import known_names, without_names
from domain.masking.personal import without_personal_data
from domain.masking.tokens import tidy
from domain.masking.words import without_pronouns, without_titles

VERSION = "masking-1"
"""Changes whenever the masked copy of any resume may change."""

MOST_CHARACTERS = 200_000
"""Only so much of a text is kept, to the last whole word; a resume of ten pages has about 30,000."""

_PASSES = 8
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Masked:
    """A resume without who the person is, and how often what was cut."""

    text: str
    removed: Mapping[str, int]
    """Number of places by kind, for example `name`, `contact`, `address`, `pronoun`, `graduation_year`."""


def mask(text: str, known: Sequence[str] = ()) -> Masked:
    """Cut from a resume what tells who the person is; each cut leaves the same token.

    `known` are the applicant's names as the application states them. Masking a masked text changes nothing.
    Never raises; the time is linear in the length, of which `MOST_CHARACTERS` at most are read.
    """
    removed: Counter[str] = Counter()
    names = known_names(known)
    masked = _settled(_shortened(text.replace("\r\n", "\n").replace("\r", "\n")), names, removed)
    if len(masked) > MOST_CHARACTERS:
        # A form of a word may be longer than the word. Cutting whole words off can move what counts as a line.
        masked = _settled(_shortened(masked), names, removed)
    return Masked(masked, {kind: count for kind, count in sorted(removed.items()) if count})


def _settled(text: str, names: tuple[str, ...], removed: Counter[str]) -> str:
    """Passes over the text until one changes nothing: what one rule cuts may show another its case."""
    for _ in range(_PASSES):
        before = text
        text = _once(text, names, removed)
        if text == before:
            break
    return text


def _once(text: str, names: tuple[str, ...], removed: Counter[str]) -> str:
    listed = _WORDS.findall(text.lower())
    words = frozenset(listed)
    text = without_personal_data(text, words, removed)
    text = without_contacts(text, removed)
    text, found = without_header(text, removed)
    text = without_names(text, (*names, *found), removed)
    text = without_addresses(text, removed)
    text = without_schools(text, removed)
    languages = spoken(listed)
    text = without_titles(text, languages, words, removed)
    text = without_pronouns(text, languages, words, removed)
    return tidy(one_form(text, languages, words))


def _shortened(text: str) -> str:
    if len(text) <= MOST_CHARACTERS:
        return text
    kept = text[:MOST_CHARACTERS]
    end = max(kept.rfind(" "), kept.rfind("\n"))
    return kept[:end] if end > 0 else kept
