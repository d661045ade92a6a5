"""Words for people at work in one form, whoever does the work: chairwoman and chairman, Ingenieurin and Ingenieur.

Which form stands is a convention, not an opinion: mostly the one without an ending, because most titles in
advertisements have it. The same function serves the job's text, so that both sides meet in one form.
"""

import re
from functools import lru_cache

from domain.masking.endings import DETERMINERS, KEPT, SUFFIXES
from domain.masking.languages import spoken
from domain.masking.occupations import ENGLISH, LISTED

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 6
_ENGLISH = frozenset(ENGLISH)

_GERMAN_MARKED = re.compile(
    r"\b([A-ZÄÖÜ][a-zäöüß]{3,40})(?:[:*_·]in(?:nen)?|/-?in(?:nen)?|\(in(?:nen)?\)|In(?:nen)?)(?!\w)"
)
_FRENCH_MARKED = re.compile(
    r"\b(\w{3,30}[a-zé])(?:·|\(|\.|-|/)(?:euse|rice|trice|ère|ne|se|e)(?:·s)?\)?(?!\w)"
)
_IBERIAN_MARKED = re.compile(r"\b(\w{2,30}(?:[oe]|[dt]or|nhor|sor|eiro))[/(]-?(?:[oa]|ora|eira)\b\)?")
_GERMAN_NEUTRAL = re.compile(
    r"[ ]*\((?:m/w/d|w/m/d|m/f/d|f/m/d|m/w|w/m|h/f|f/h|m/f|f/m|gn|all genders)\)", re.IGNORECASE
)


def one_form(text: str, languages: frozenset[str] | None = None, words: frozenset[str] | None = None) -> str:
    """The text with each word for a person at work in its one form. Never longer by more than a few letters."""
    if languages is None:
        languages = spoken(text.casefold().split())
    if "(" in text:
        text = _GERMAN_NEUTRAL.sub("", text)
    if "de" in languages:
        text = _GERMAN_MARKED.sub(r"\1", text)
    if "fr" in languages:
        text = _FRENCH_MARKED.sub(r"\1", text)
    if languages & {"es", "pt", "ro"}:
        text = _IBERIAN_MARKED.sub(r"\1", text)
    others = tuple(sorted(languages - {"en"}))

    if not others and words is not None and not words & _ENGLISH:
        return text
    return _words_changed(text, others)


def _words_changed(text: str, others: tuple[str, ...]) -> str:
    out: list[str] = []
    copied = 0
    previous: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        word = match[0]
        small = word.casefold()
        form = ENGLISH.get(small)
        foreign = form is None and bool(others) and len(small) >= _SHORTEST - 2
        if foreign:
            form = _form(small, word[0].isupper(), others)
        if form is not None:
            start = match.start()
            if foreign and previous and previous.end() == start - 1 and previous.start() >= copied:
                determiner = _before(previous[0], others)
                if determiner:
                    out += [text[copied : previous.start()], determiner]
                    copied = previous.end()
            out += [text[copied:start], _in_the_case_of(word, form)]
            copied = match.end()
        previous = match
    out.append(text[copied:])
    return "".join(out)


@lru_cache(maxsize=20_000)
def _form(small: str, capital: bool, languages: tuple[str, ...]) -> str | None:
    for language in languages:
        listed = LISTED[language].get(small)
        if listed is not None:
            return listed
        if len(small) < _SHORTEST or small in KEPT[language] or (language == "de" and not capital):
            continue
        for ending, instead in SUFFIXES[language]:
            if small.endswith(ending) and len(small) > len(ending) + 1:
                return small[: -len(ending)] + instead
    return None


def _in_the_case_of(word: str, form: str) -> str:
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if word[0].isupper() else form


def _before(word: str, languages: tuple[str, ...]) -> str | None:
    """The small word that goes with the one form: una ingeniera, un ingeniero."""
    for language in languages:
        other = DETERMINERS[language].get(word.casefold())
        if other:
            return _in_the_case_of(word, other)
    return None
