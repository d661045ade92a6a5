"""All checks of one resume against one advertisement: what scoring must not count, and what to tell people."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.stuffing.advert import PreparedAdvert
from domain.stuffing.copies import copied_ranges
from domain.stuffing.instructions import instruction_spans
from domain.stuffing.keywords import enough_for, listed_ranges
from domain.stuffing.lists import listed_only
from domain.stuffing.remains import covers_too_much, remaining_ranges, smaller_ranges
from domain.stuffing.repeats import repeated_passages, repeated_phrases, repeated_words
from domain.stuffing.tokens import Tokens, tokens_of
from domain.stuffing.woven import woven_ranges

COPIED_ADVERT = "copied_advert"
KEYWORD_LIST = "keyword_list"
REPEATED_KEYWORDS = "repeated_keywords"
SKILLS_WITHOUT_WORK = "skills_without_work"
INSTRUCTION = "instruction"

_FEWEST_LISTED = 6
_MOST_NAMED = 8
_SURELY_PASTED = 40
"""Content words in long copies and lists from which on smaller ones belong to them."""


@dataclass(frozen=True, slots=True)
class Stuffing:
    """What was found in one resume for one advertisement."""

    discounted: tuple[tuple[int, int], ...] = ()
    """Spans of the resume text (code points, end exclusive; sorted, disjoint) that scoring must not count."""
    notices: tuple[str, ...] = ()
    """One neutral sentence each, for the recruiter."""
    kinds: tuple[str, ...] = ()
    """Of `copied_advert`, `keyword_list`, `repeated_keywords`, `skills_without_work`, `instruction`."""
    listed_only: tuple[str, ...] = ()
    """Telling words of the advertisement that the resume names in lists only, as written there. They count."""


@dataclass(frozen=True, slots=True)
class ResumeTokens:
    """A resume read for the checks; the same for every job."""

    tokens: Tokens
    repeated: tuple[tuple[int, int], ...]
    """Ranges of content words that repeat others far too often."""
    instructions: tuple[tuple[int, int], ...]
    """Spans of the text that address a model."""
    listed_only: dict[str, str]


@lru_cache(maxsize=8)
def prepare_resume_tokens(text: str) -> ResumeTokens:
    """Read a resume. The small cache serves many jobs that meet one resume in turn."""
    tokens = tokens_of(text)
    repeated = repeated_passages(tokens.keys) + repeated_phrases(tokens.keys) + repeated_words(tokens.keys)
    return ResumeTokens(
        tokens=tokens,
        repeated=tuple(_joined([found for found in repeated if not _is_placeholder(tokens, *found)])),
        instructions=tuple(instruction_spans(tokens)),
        listed_only=listed_only(tokens),
    )


def inspect(job: PreparedAdvert, resume_text: str) -> Stuffing:
    """Find what only repeats the advertisement, repeats itself, or addresses a model. Never raises on a text.

    Honest text is left alone; what is cut brings a notice. Text after the first 200,000 characters is not read.
    """
    resume = prepare_resume_tokens(resume_text)
    tokens = resume.tokens
    keys = tokens.keys
    copied = _joined(copied_ranges(job, keys))
    rest = _without(keys, copied)
    listed = listed_ranges(job, rest, enough_for(job))
    rest = _without(rest, listed)
    woven = woven_ranges(job, rest)
    rest = _without(rest, woven)
    pasted = _size(copied) + _size(listed) + _size(woven) >= _SURELY_PASTED
    smaller = smaller_ranges(job, rest) if pasted else []
    rest = _without(rest, smaller)
    remains = remaining_ranges(job, tokens, rest) if covers_too_much(job, rest, pasted) else []
    keywords = _joined([*listed, *woven, *smaller, *remains])
    spans: list[tuple[int, int]] = [*resume.instructions]
    for ranges in (copied, keywords):
        spans.extend(_span(tokens, *found) for found in _widened(job, tokens, ranges))
    spans.extend(_span(tokens, *found) for found in resume.repeated)
    kinds: list[str] = []
    notices: list[str] = []
    if copied:
        kinds.append(COPIED_ADVERT)
        notices.append(
            f"{_words(copied)} stand in the same order as in the advertisement; they were not counted."
        )
    if keywords:
        kinds.append(KEYWORD_LIST)
        notices.append(f"{_words(keywords)} only list words of the advertisement; they were not counted.")
    if resume.repeated:
        kinds.append(REPEATED_KEYWORDS)
        notices.append(f"{_words(resume.repeated)} repeat other parts of the resume; they were counted once.")
    bare = tuple(word for key, word in resume.listed_only.items() if key in job.telling)
    if len(bare) >= _FEWEST_LISTED:
        kinds.append(SKILLS_WITHOUT_WORK)
        notices.append(
            f"{len(bare)} words of the job stand in lists only, not beside any work: "
            f"{', '.join(bare[:_MOST_NAMED])}{', …' if len(bare) > _MOST_NAMED else ''}."
        )
    if resume.instructions:
        kinds.append(INSTRUCTION)
        notices.append("A passage addresses screening software instead of a reader; it was not counted.")
    return Stuffing(tuple(_joined(spans)), tuple(notices), tuple(kinds), bare)


def _is_placeholder(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the range holds nothing but marks such as "[url]", which stand where something was cut."""
    return all(tokens.text[place - 1 : place] == "[" for place in tokens.starts[start:end])


def _words(ranges: Sequence[tuple[int, int]]) -> str:
    count = _size(ranges)
    return f"{count} words" if count != 1 else "1 word"


def _size(ranges: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in ranges)


def _without(keys: tuple[str, ...], ranges: list[tuple[int, int]]) -> tuple[str, ...]:
    """The keys with those of the ranges blanked, so that places stay the same."""
    if not ranges:
        return keys
    left = list(keys)
    for start, end in ranges:
        left[start:end] = [""] * (end - start)
    return tuple(left)


def _widened(job: PreparedAdvert, tokens: Tokens, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges (sorted, disjoint) with the words of the advertisement that stand next to each on its line."""
    text, keys = tokens.text, tokens.keys

    def go_on(place: int) -> bool:
        """Whether the word at a place stands on the line of the one before it."""
        return "\n" not in text[tokens.ends[place - 1] : tokens.starts[place]]

    wide: list[tuple[int, int]] = []
    floor = 0
    for start, end in ranges:
        # What the range before reaches is in it already: no word is looked at once for each range.
        first, after = start, max(end, floor)
        while first and first >= floor and keys[first - 1] in job.places and go_on(first):
            first -= 1
        while after < len(keys) and keys[after] in job.places and go_on(after):
            after += 1
        wide.append((first, after))
        floor = after
    return wide


def _span(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    return tokens.starts[start], tokens.ends[end - 1]


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted and disjoint: overlapping and touching ranges become one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
