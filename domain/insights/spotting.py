"""What one turn or one answer shows: each rule by itself, in the words in which the interviewer reads it.

The analyser fills in the turn, its quality and the scores.
"""

import hashlib
from collections.abc import Iterator, Sequence

from domain.insights.facts import Facts, Sentence, quote
from domain.insights.model import Background, Found, Kind, Planned, Severity

LONG_ENOUGH = 12
"""Words; hedges in fewer are how people talk."""
SOME_HEDGES, MANY_HEDGES = 3, 5
DENSE = 0.04
"""Share of the words that hedge or are vague."""
MANY_PLURALS = 3
LONG_ANSWER = 20
"""Words; of fewer nobody expects the words of the question."""
FEWEST_STEMS = 2
"""A question with fewer words that carry meaning asks for anything."""
UNPLACED = "general"


def vagueness(facts: Facts, topic: str | None) -> Iterator[Found]:
    """Words that take back or name nothing, dense enough to ask for an example."""
    count = facts.hedges + facts.vague
    if facts.words < LONG_ENOUGH or count < SOME_HEDGES or count < DENSE * facts.words or facts.figures:
        return
    worst = max(facts.sentences, key=lambda one: one.hedges + one.vague)
    is_strong = count >= MANY_HEDGES and not facts.has_example
    yield Found(
        Kind.RED_FLAG if is_strong else Kind.SUGGESTION,
        Severity.WARNING if is_strong else Severity.INFO,
        f"The answer stays vague: {count} of its words hedge or name nothing, and it gives no figure.",
        f"vague:{_key(topic)}",
        0,
        suggestion="Ask for a concrete example.",
        evidence=quote(worst.text),
    )


def figures(facts: Facts, topic: str | None) -> Iterator[Found]:
    """Something the speaker did, with a figure for it."""
    for sentence in facts.sentences:
        if not sentence.is_own or not sentence.figures:
            continue
        yield Found(
            Kind.GREEN_FLAG,
            Severity.SUCCESS,
            "Names a figure for something done personally.",
            f"figure:{sentence.figures[0].key}",
            0,
            topic=_skill(sentence) or topic,
            evidence=quote(sentence.text),
        )


def skills(facts: Facts, background: Background) -> Iterator[Found]:
    """Where a skill shows in something done, or is denied."""
    spelled = {name.lower(): name for name in reversed(background.skills)}
    for sentence in facts.sentences:
        for skill in sentence.skills:
            name = spelled.get(skill, skill)
            if skill in sentence.denied:
                is_must = skill in background.must_skills
                yield Found(
                    Kind.RED_FLAG if is_must else Kind.NOTE,
                    Severity.WARNING if is_must else Severity.INFO,
                    f"Says: no experience with {name}" + (", which the job asks for." if is_must else "."),
                    f"lacks:{skill}",
                    0,
                    topic=name,
                    evidence=quote(sentence.text),
                )
            elif sentence.is_own:
                yield Found(
                    Kind.NOTE,
                    Severity.SUCCESS if sentence.figures else Severity.INFO,
                    f"{name} in own work.",
                    f"skill:{skill}",
                    0,
                    topic=name,
                    evidence=quote(sentence.text),
                )


def no_answer(facts: Facts, topic: str | None) -> Iterator[Found]:
    """An answer that says there is none."""
    if not facts.is_unknowing or not facts.sentences or facts.words > LONG_ANSWER:
        return
    yield Found(
        Kind.SUGGESTION,
        Severity.INFO,
        "No answer to this question.",
        f"unknown:{_key(topic)}",
        0,
        suggestion="Ask how they would find out, or go on to the next question.",
        evidence=quote(facts.sentences[0].text),
    )


def missed(question: Planned | None, asked: Facts | None, parts: Sequence[Facts]) -> Iterator[Found]:
    """A long answer to a planned question that shares no word with it and does not name its skill."""
    stems = asked.stems if asked is not None else frozenset()
    sentences = [sentence for one in parts for sentence in one.sentences]
    if question is None or len(stems) < FEWEST_STEMS or not sentences:
        return
    skill = (question.skill or "").lower()
    if (
        sum(one.words for one in parts) < LONG_ANSWER
        or any(stems & one.stems for one in parts)
        or any(skill in one.skills for one in sentences)
    ):
        return
    yield Found(
        Kind.SUGGESTION,
        Severity.INFO,
        "The answer does not come back to the question.",
        f"missed:{_key(question.text)}",
        0,
        suggestion=f"Ask it once more, in other words: {quote(question.text)}",
        evidence=quote(sentences[0].text),
    )


def ownership(parts: Sequence[Facts], topic: str | None) -> Iterator[Found]:
    """An answer told in "we" alone."""
    plural, single = sum(one.plural for one in parts), sum(one.single for one in parts)
    if plural < MANY_PLURALS or single:
        return
    sentence = next((one for facts in parts for one in facts.sentences if facts.plural), None)
    if sentence is None:
        return
    yield Found(
        Kind.SUGGESTION,
        Severity.INFO,
        f"Told in “we” {plural} times and never in “I”.",
        f"ownership:{_key(topic)}",
        0,
        suggestion="Ask what their own part in it was.",
        evidence=quote(sentence.text),
    )


def _skill(sentence: Sentence) -> str | None:
    return sentence.skills[0] if sentence.skills else None


def _key(topic: str | None) -> str:
    """A topic in a fingerprint: a short digest, so that no question or quote stands in it."""
    return hashlib.sha256((topic or UNPLACED).lower().encode()).hexdigest()[:16]
