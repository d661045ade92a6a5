"""Follow-up questions that somebody else proposes: a port, and what of their proposals may be shown.

Whoever proposes is not trusted: they read the words of a candidate, which may hold instructions. What is shown asks
one thing, stays with what was asked or answered, touches no protected trait, and is new. A person decides whether to
ask it; it never enters the bank and takes no planned question's place.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from domain.language.languages import DEFAULT_LANGUAGE, LANGUAGES
from domain.language.terms import STOP_WEIGHT, lexicon
from domain.questions.lawful import protected_topic
from domain.questions.plan import text_digest

MOST = 2
"""Suggestions shown at once."""
SHORTEST, LONGEST = 10, 300
LONGEST_ANSWER = 4_000
"""Characters of an answer that are given to whoever proposes."""
_NUMBERING = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s*")
_FORBIDDEN = re.compile(
    r"https?:|www\.|@|[<>{}\[\]|`]|\b(?:system prompt|instruction\w*|ignore|hire[ds]?)\b", re.IGNORECASE
)
_QUOTES = "\"'“”„«»‘’ "


@dataclass(frozen=True, slots=True)
class FollowUpAsk:
    """What a follow-up is about."""

    question: str
    answer: str
    """Empty: it was not answered yet."""
    skill: str | None
    language: str = "en"


class FollowUps(Protocol):
    """Proposes follow-up questions."""

    async def suggest(self, ask: FollowUpAsk) -> str:
        """Questions, one a line; they may be of any content and length.

        A repeat may answer differently. Raises UnavailableError: not reached, refused, overloaded, too slow.
        """


def accept(ask: FollowUpAsk, proposed: str, present: Collection[str]) -> tuple[str, ...]:
    """What of a proposal may be shown, at most MOST. `present` are the texts of the plan: nothing is said twice."""
    known = {text_digest(text) for text in (*present, ask.question)}
    about = _telling(f"{ask.question} {ask.answer} {ask.skill or ''}", ask.language)
    shown: list[str] = []
    for line in proposed.splitlines():
        text = " ".join(_NUMBERING.sub("", line).strip(_QUOTES).split())
        if text_digest(text) not in known and _is_fit(text) and _telling(text, ask.language) & about:
            known.add(text_digest(text))
            shown.append(text)
    return tuple(shown[:MOST])


def _is_fit(text: str) -> bool:
    return (
        SHORTEST <= len(text) <= LONGEST
        and text.endswith("?")
        and text.count("?") == 1
        and text.isprintable()
        and not _FORBIDDEN.search(text)
        and protected_topic(text) is None
    )


def _telling(text: str, language: str) -> set[str]:
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    read = lexicon(known, known)
    return {term.stem for term in read.terms(read.words(text)) if term.weight > STOP_WEIGHT}
