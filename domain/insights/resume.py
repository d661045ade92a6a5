"""What a resume claims, in the form in which answers are held against it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from domain.insights.claims import claims_in
from domain.insights.facts import Names, names_in
from domain.insights.lexicon import LANGUAGES, lexicon
from domain.insights.model import About, Claim
from domain.requirements.model import CEFR
from domain.resume.model import Position, ResumeFacts
from domain.resume.read import read_resume

_LEVELS = {"native": "C2", "fluent": "C1", "intermediate": "B1", "basic": "A2"}
_KEPT = 16
"""Resumes whose claims are kept in memory."""
_SHORTEST_EMPLOYER = 3
_LONGEST_LINE = 300


class ResumeClaims(NamedTuple):
    """What can be held against what is said."""

    claims: tuple[Claim, ...]
    employers: tuple[str, ...]


@lru_cache(maxsize=_KEPT)
def claims_of(text: str, names: Names, as_of: int | None) -> ResumeClaims:
    """The claims of a resume: dates of employers, years, languages with their levels, skills that it names.

    Years altogether are stated only when every position has its dates. `as_of` as `read_resume` takes it.
    """
    facts = read_resume(text, as_of)
    found: dict[tuple[About, str], Claim] = {}
    for claim in (
        *_stated(text, names),
        *_led(text),
        *_dated(facts.positions),
        *_total(facts.positions),
        *_languages(facts),
    ):
        found.setdefault((claim.about, claim.subject), claim)
    for skill in names_in(text, names):
        found.setdefault((About.KNOWS, skill), Claim(About.KNOWS, skill, 1, ""))
    employers = dict.fromkeys(
        position.employer.text.strip() for position in facts.positions if position.employer is not None
    )
    return ResumeClaims(
        tuple(found.values()), tuple(name for name in employers if len(name) >= _SHORTEST_EMPLOYER)
    )


def listed_skills(cv_data: Mapping[str, object] | None, names: Names) -> Iterator[Claim]:
    """Skills that a parsed profile lists, as claims to know them. Profiles of any shape are read leniently."""
    skills = (cv_data or {}).get("skills")
    for item in skills if isinstance(skills, list) else ():
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str):
            for skill in names_in(name, names):
                yield Claim(About.KNOWS, skill, 1, name)


def _stated(text: str, names: Names) -> Iterator[Claim]:
    """Years with one skill, as a line of the resume states them."""
    for line in text.splitlines():
        skills = names_in(line, names) if len(line) <= _LONGEST_LINE else ()
        if len(skills) != 1:
            continue
        for code in LANGUAGES:
            words = lexicon(code)
            if words is not None:
                found = claims_in(line, words, skills, frozenset())
                yield from (claim for claim in found if claim.about is About.YEARS)


def _led(text: str) -> Iterator[Claim]:
    """The one size of a team that a resume states; of several it is not known which is meant."""
    found = {
        claim.value: claim
        for line in text.splitlines()
        if len(line) <= _LONGEST_LINE
        for words in map(lexicon, LANGUAGES)
        if words is not None
        for claim in claims_in(line, words, (), frozenset())
        if claim.about is About.TEAM and claim.value
    }
    if len(found) == 1:
        yield from found.values()


def _dated(positions: tuple[Position, ...]) -> Iterator[Claim]:
    """First and last year with each employer, over all positions there."""
    spans: dict[str, list[Position]] = {}
    for position in positions:
        if position.employer is not None:
            spans.setdefault(position.employer.text.strip().lower(), []).append(position)
    for employer, held in spans.items():
        starts = [one.start for one in held if one.start is not None]
        ends = [one.end for one in held if one.end is not None]
        if starts and len(starts) == len(held):
            yield Claim(About.SINCE, employer, min(starts) // 12, "")
        if ends and len(ends) == len(held) and not any(one.current for one in held):
            yield Claim(About.UNTIL, employer, (max(ends) - 1) // 12, "")


def _total(positions: tuple[Position, ...]) -> Iterator[Claim]:
    spans = [(one.start, one.end) for one in positions if one.start is not None and one.end is not None]
    if not spans or len(spans) < len(positions):
        return
    months = {month for start, end in spans for month in range(start, end)}
    yield Claim(About.YEARS, "", round(len(months) / 12, 1), "")


def _languages(facts: ResumeFacts) -> Iterator[Claim]:
    for spoken in facts.languages:
        level = _LEVELS.get(spoken.level or "", spoken.level)
        if level in CEFR:
            yield Claim(About.LANGUAGE, spoken.code, CEFR.index(level), spoken.fact.text)
