"""The lexicons are complete, agree with themselves, and hold phrases that can be found."""

from importlib import import_module

import pytest

from domain.negotiation.times.folding import fold
from domain.negotiation.times.lexicon import LANGUAGES, matcher
from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Sense
from domain.negotiation.times.lexicon.words import cut

_OWN = tuple(code for code in LANGUAGES if code != "en")
_NOT_SAID = {
    "de": {
        Kind.HALF_PAST,
        Kind.PLUS_MINUTES,
        Kind.MINUS_MINUTES,
        Kind.PARTS,
        Kind.AM,
        Kind.PM,
        Kind.TO,
        Kind.PAST,
        Kind.TO_HOUR,
    },
    "fr": {
        Kind.HALF_PAST,
        Kind.HALF_TO,
        Kind.QUARTER,
        Kind.THREE_QUARTERS,
        Kind.PAST,
        Kind.TO_HOUR,
    },
    "es": {Kind.HALF_PAST, Kind.HALF_TO, Kind.THREE_QUARTERS, Kind.PAST},
    "pt": {Kind.HALF_PAST, Kind.HALF_TO, Kind.THREE_QUARTERS, Kind.PAST, Kind.TO},
}
"""Kinds a language has no words for: another kind does their work there, or the lexer reads them."""
_PARTS = ("early_morning", "morning", "lunch", "evening", "end_of_day", "work")
_AFTERNOON = {"es": "tarde"}


def _lexicon(code: str) -> Lexicon:
    lexicon = import_module(f"domain.negotiation.times.lexicon.{code}").LEXICON
    assert isinstance(lexicon, Lexicon)
    return lexicon


def _senses(code: str) -> list[tuple[str, tuple[Sense, ...]]]:
    return [
        (phrase, meaning if isinstance(meaning, tuple) else (meaning,))
        for phrase, meaning in _lexicon(code).phrases.items()
    ]


def _values(code: str, kind: Kind) -> set[object]:
    return {sense.value for _, senses in _senses(code) for sense in senses if sense.kind is kind}


def _found(code: str, phrase: str) -> tuple[int, tuple[Sense, ...]]:
    plain = [word.text for word in cut(fold(phrase).text)]
    length, senses = matcher(code).longest(plain, 0)
    return len(plain) - length, senses


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_weekday_and_month_has_a_word(code: str) -> None:
    assert set(range(1, 8)) <= _values(code, Kind.WEEKDAY)
    assert set(range(1, 8)) <= _values(code, Kind.WEEKDAYS)
    assert set(range(1, 13)) <= _values(code, Kind.MONTH)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_part_of_the_day_and_of_the_week_has_a_word(code: str) -> None:
    parts = _values(code, Kind.PART)
    assert {*_PARTS, _AFTERNOON.get(code, "afternoon")} <= parts
    assert {"early", "late", "middle", "rest"} <= _values(code, Kind.PART_OF_WEEK)
    assert {0, 1, 2} <= _values(code, Kind.WEEK)
    assert {0, 1, 2} <= _values(code, Kind.RELATIVE_DAY)


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_count_up_to_the_hours_of_a_day(code: str) -> None:
    assert set(range(2, 13)) <= _values(code, Kind.NUMBER)


@pytest.mark.parametrize("code", _OWN)
def test_every_kind_of_token_has_a_word_or_a_reason(code: str) -> None:
    kinds = {sense.kind for _, senses in _senses(code) for sense in senses}
    assert set(Kind) - kinds <= _NOT_SAID[code]
    assert not _NOT_SAID[code] & kinds


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_is_found_with_its_own_meaning(code: str) -> None:
    """Two spellings that fold to the same words would hide each other; no phrase is lost that way."""
    lost = {phrase: senses for phrase, senses in _senses(code) if _found(code, phrase) != (0, senses)}
    assert not lost


@pytest.mark.parametrize("code", _OWN)
def test_no_phrase_stands_in_two_themes(code: str) -> None:
    groups = import_module(f"domain.negotiation.times.lexicon.{code}").GROUPS
    seen: dict[str, object] = {}
    for group in groups:
        for phrase, meaning in group.items():
            folded = " ".join(word.text for word in cut(fold(phrase).text))
            assert seen.setdefault(folded, meaning) == meaning, phrase


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_phrase_is_empty_or_a_bare_number(code: str) -> None:
    for phrase, _ in _senses(code):
        words = [word.text for word in cut(fold(phrase).text)]
        assert words
        assert not (len(words) == 1 and words[0].isdecimal()), phrase


@pytest.mark.parametrize("code", _OWN)
def test_words_that_are_no_typos_and_guarded_words_are_known(code: str) -> None:
    lexicon = _lexicon(code)
    for word in lexicon.beside_number:
        rest, senses = _found(code, word)
        assert rest == 0, word
        assert senses[0].kind in {Kind.WEEKDAY, Kind.MONTH}, word
    for word in lexicon.not_typos:
        assert matcher(code).corrected(fold(word).text) == "", word


@pytest.mark.parametrize(
    ("code", "written", "meant"),
    [
        ("de", "Donerstag", Sense(Kind.WEEKDAY, 4)),
        ("de", "übermogen", Sense(Kind.RELATIVE_DAY, 2)),
        ("fr", "vendrdi", Sense(Kind.WEEKDAY, 5)),
        ("fr", "decembr", Sense(Kind.MONTH, 12)),
        ("es", "miercles", Sense(Kind.WEEKDAY, 3)),
        ("es", "sabdo", Sense(Kind.WEEKDAY, 6)),
        ("pt", "quinat", Sense(Kind.WEEKDAY, 4)),
        ("pt", "setmbro", Sense(Kind.MONTH, 9)),
    ],
)
def test_a_mistyped_day_or_month_is_understood(code: str, written: str, meant: Sense) -> None:
    word = fold(written).text
    rest, _ = _found(code, word)
    assert _found(code, word if rest == 0 else matcher(code).corrected(word)) == (0, (meant,))


@pytest.mark.parametrize(
    ("code", "written", "meant"),
    [
        ("de", "naechste Woche", Sense(Kind.WEEK, 1)),
        ("de", "FÜR", Sense(Kind.FOR)),
        ("fr", "L\u2019APRES-MIDI", Sense(Kind.PART, "afternoon")),
        ("fr", "aujourd\u2019hui", Sense(Kind.RELATIVE_DAY, 0)),
        ("es", "pasado manana", Sense(Kind.RELATIVE_DAY, 2)),
        ("pt", "terca-feira", Sense(Kind.WEEKDAY, 2)),
        ("pt", "depois de amanha", Sense(Kind.RELATIVE_DAY, 2)),
    ],
)
def test_missing_accents_and_other_spellings_mean_the_same(code: str, written: str, meant: Sense) -> None:
    assert _found(code, written) == (0, (meant,))
