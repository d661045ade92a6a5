"""Claims that can be checked against others: years, team sizes, skills, languages, dates."""

import re
from collections.abc import Iterator

from domain.insights.lexicon import Lexicon
from domain.insights.model import About, Claim
from domain.requirements.model import CEFR
from domain.requirements.spoken import languages_in
from domain.requirements.years import duration_in, number_in

_EXPERIENCE = re.compile(
    r"experience|erfahrung|expérience|experiencia|experiência|worked|work(?:ing)? with|used|using|gearbeitet"
    r"|travaill|trabaj|trabalh|program|develop|entwick|développ|desarroll|desenvolv",
    re.IGNORECASE,
)
_VAGUE_SPAN = re.compile(
    r"several|multiple|many|mehr|einige|plusieurs|quelques|varios|algunos|vários|alguns", re.IGNORECASE
)
_BEFORE = 14
_BEFORE_THEN = re.compile(
    r"(?<!\w)(?:until|till|before|then|bis|vorher|davor|zuvor|damals|hasta|antes|entonces|jusqu\w*|avant|alors|até|então)"
    r"(?!\w)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"my \w+ is|speak|spoken|mein \w+ ist|spreche|je parle|mon \w+ est|hablo|mi \w+ es|falo|meu \w+ é|level|niveau"
    r"|nivel|nível|fluent|fließend|native|couramment|basic",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?<!\w)(?:he|she|they|you|our customers|er|sie|il|elle|él|ella|ele|ela)(?!\w)", re.IGNORECASE
)


def claims_in(
    sentence: str,
    words: Lexicon,
    skills: tuple[str, ...],
    denied: frozenset[str],
    *,
    own: frozenset[str] = frozenset(),
    employers: tuple[str, ...] = (),
) -> Iterator[Claim]:
    """The claims of one sentence of the candidate. `skills` are those it names, `denied` and `own` some of them."""
    for skill in skills:
        if skill in denied:
            yield Claim(About.KNOWS, skill, 0, sentence)
        elif skill in own:
            yield Claim(About.KNOWS, skill, 1, sentence)
    yield from _years(sentence, words, skills, denied)
    yield from _led(sentence, words)
    yield from _languages(sentence)
    yield from _dates(sentence, words, employers)


def _led(sentence: str, words: Lexicon) -> Iterator[Claim]:
    if words.unled.search(sentence) is not None:
        # "Never before then" says nothing about later.
        if _BEFORE_THEN.search(sentence) is None:
            yield Claim(About.TEAM, "", 0, sentence)
        return
    for match in words.team.finditer(sentence):
        size = next((value for value in match.groups() if value), None)
        if size is not None:
            yield Claim(About.TEAM, "", number_in(size), sentence)


def _years(sentence: str, words: Lexicon, skills: tuple[str, ...], denied: frozenset[str]) -> Iterator[Claim]:
    span = duration_in(sentence)
    if span is None or len(skills) > 1 or denied or _EXPERIENCE.search(sentence) is None:
        return
    said = sentence[span.start : span.end]
    if _VAGUE_SPAN.match(said) or _OTHERS.search(sentence):
        return
    before = sentence[max(0, span.start - _BEFORE) : span.start]
    at_least = words.least.search(before) is not None or "+" in said or "more" in said or "mehr" in said
    yield Claim(About.YEARS, skills[0] if skills else "", span.months / 12, sentence, at_least=at_least)


def _languages(sentence: str) -> Iterator[Claim]:
    if _SPEAKS.search(sentence) is None:
        return
    for spoken in languages_in(sentence):
        if spoken.level:
            yield Claim(About.LANGUAGE, spoken.code, CEFR.index(spoken.level), sentence)


def _dates(sentence: str, words: Lexicon, employers: tuple[str, ...]) -> Iterator[Claim]:
    lowered = sentence.lower()
    named = [one for one in employers if re.search(rf"(?<!\w){re.escape(one.lower())}(?!\w)", lowered)]
    if len(named) != 1:
        return
    since = list(words.since.finditer(sentence))
    until = list(words.until.finditer(sentence))
    if len(since) == 1:
        yield Claim(About.SINCE, named[0].lower(), int(since[0]["y"]), sentence)
    if len(until) == 1 and until[0].start() != (since[0].start() if since else -1):
        yield Claim(About.UNTIL, named[0].lower(), int(until[0]["y"]), sentence)
