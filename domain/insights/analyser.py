"""The default analyser: reads the turns in order and says what stands out, once, with the words it stands on.

What it finds in a turn depends on that turn and the ones before it, never on how many were handed over at once.
So asking after every turn, or once at the end, gives the same insights, and asking again gives none.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.insights import spotting
from domain.insights.contradictions import contradicts, in_words
from domain.insights.facts import Facts, Names, quote, reader
from domain.insights.model import About, Background, Claim, Found, Kind, Planned, Said, Severity
from domain.insights.quality import dimensions, quality, running, sentiment
from domain.requirements.spoken import name_of

LATE = 0.75
"""Share of the planned time after which skills that nobody touched are named."""
LEAST_SHARED = 0.5
"""Share of a planned question's words that a turn holds when it asks that question."""
LONGEST_TOPIC = 100
TOO_SHORT_TO_TELL = 10
"""Words; a longer turn whose language is not recognised is in one that is not known here."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is new."""

    found: tuple[Found, ...]
    judged: int
    """Turns of the candidate that could be read."""


@dataclass
class _State:
    """Everything known after some turns."""

    background: Background
    names: Names
    planned: tuple[tuple[Planned, frozenset[str]], ...]
    """The questions, each with what its words have in common with others of their roots."""
    begun: datetime | None = None
    language: str | None = None
    """The language that was recognised last."""
    question: Planned | None = None
    asked: Facts | None = None
    answer: list[tuple[Said, Facts]] = field(default_factory=list)
    claims: dict[tuple[About, str, float], Claim] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    sums: dict[str, tuple[int, int]] = field(default_factory=dict)
    judged: int = 0

    readers: dict[str | None, Callable[[str], Facts]] = field(default_factory=dict)

    def reader(self, language: str | None) -> Callable[[str], Facts]:
        """What reads turns in a language."""
        if language not in self.readers:
            self.readers[language] = reader(language, self.names)
        return self.readers[language]

    @property
    def topic(self) -> str | None:
        """What is talked about: the skill of the planned question, or the question itself."""
        if self.question is None:
            return None
        return (self.question.skill or self.question.text)[:LONGEST_TOPIC]


def analyse(
    background: Background,
    turns: Sequence[Said],
    known: Collection[str] = frozenset(),
    *,
    is_over: bool = False,
) -> Analysis:
    """The insights of these turns that are not `known` by their fingerprints, in the order of the turns.

    `turns` are all final turns so far, by sequence. The answer to a question is judged as a whole when the next
    question is asked, or when the interview `is_over`.
    """
    names = Names.of(background.skills, background.aliases, background.employers)
    read = reader(background.language, names)
    planned = tuple((one, read(one.text).stems) for one in background.questions)
    state = _State(background, names, planned, begun=background.started_at)
    given, new = set(known), []
    for found in _all(state, turns, is_over=is_over):
        if found.fingerprint not in given:
            given.add(found.fingerprint)
            new.append(found)
    return Analysis(tuple(new), state.judged)


def _all(state: _State, turns: Iterable[Said], *, is_over: bool) -> Iterator[Found]:
    for said in turns:
        if state.begun is None:
            state.begun = said.at
        facts = _read(state, said.text)
        if said.role == "host":
            yield from _close(state, said.sequence)
            _take_question(state, said, facts)
        elif said.role == "guest":
            state.answer.append((said, facts))
            yield from _judge_turn(state, said, facts)
        yield from _late(state, said)
    if is_over and state.answer:
        yield from _close(state, state.answer[-1][0].sequence)


def _read(state: _State, text: str) -> Facts:
    """The facts of a turn. One too short to tell its language is taken to be in the language spoken before it."""
    facts = state.reader(state.background.language)(text)
    if facts.language is not None:
        state.language = facts.language
    elif state.background.language is None and state.language is not None and facts.words < TOO_SHORT_TO_TELL:
        return state.reader(state.language)(text)
    return facts


def _take_question(state: _State, said: Said, facts: Facts) -> None:
    """Which planned question this turn asks, if any; what is no question leaves the topic as it is."""
    state.touched |= {skill for sentence in facts.sentences for skill in sentence.skills}
    best, share = None, LEAST_SHARED
    for planned, stems in state.planned:
        shared = len(stems & facts.stems) / len(stems) if stems else 0.0
        if shared >= share and (best is None or shared > share):
            best, share = planned, shared
    if best is not None:
        state.question = best
        if best.skill:
            state.touched.add(best.skill.lower())
    elif "?" in said.text:
        state.question = None
    if best is not None or "?" in said.text:
        state.asked = facts


def _judge_turn(state: _State, said: Said, facts: Facts) -> Iterator[Found]:
    """What one turn of the candidate shows by itself and against what is known."""
    if facts.language is None:
        return
    state.judged += 1
    grade = quality((facts,))
    mood = sentiment(facts) if state.background.with_sentiment else None
    score = running(state.sums)
    topic = state.topic
    # What may take a person's time comes first; a contradiction is about the words before this turn's.
    spotted = (
        *_contradictions(state, facts),
        *spotting.skills(facts, state.background),
        *spotting.figures(facts, topic),
        *spotting.vagueness(facts, topic),
        *spotting.no_answer(facts, topic),
    )
    for sentence in facts.sentences:
        state.touched |= set(sentence.skills)
    for found in spotted:
        yield replace(
            found,
            sequence=said.sequence,
            turn_id=said.turn_id,
            topic=(_as_written(state, found.topic) or topic or "")[:LONGEST_TOPIC] or None,
            response_quality=grade,
            sentiment=mood,
            score=score,
        )


def _contradictions(state: _State, facts: Facts) -> Iterator[Found]:
    for claim in facts.claims:
        for other, from_resume in (
            *((one, True) for one in state.background.resume),
            *((one, False) for one in state.claims.values()),
        ):
            if contradicts(claim, other):
                name = _spelled(state, claim)
                content, ask = in_words(claim, other, name, from_resume=from_resume)
                yield Found(
                    Kind.CONTRADICTION,
                    Severity.WARNING,
                    content,
                    f"contradiction:{claim.about}:{claim.subject}:{min(claim.value, other.value):g}"
                    f":{max(claim.value, other.value):g}",
                    0,
                    topic=name or None,
                    suggestion=ask,
                    evidence=_verbatim(facts, claim.quote),
                )
                break
        state.claims.setdefault((claim.about, claim.subject, claim.value), claim)


def _spelled(state: _State, claim: Claim) -> str:
    """What a claim is about, as people write it; empty when it is about no one thing."""
    if claim.about is About.LANGUAGE:
        return name_of(claim.subject)
    return _as_written(state, claim.subject) or ""


def _as_written(state: _State, name: str | None) -> str | None:
    """A skill or employer as people write it."""
    known = (*state.background.skills, *state.background.employers)
    return next((one for one in known if name and one.lower() == name.lower()), name)


def _verbatim(facts: Facts, plain: str) -> str | None:
    """The sentence as it was written; claims are read from a copy with plain apostrophes."""
    return next(
        (quote(one.text) for one in facts.sentences if one.text.replace("’", "'") == plain),
        None,
    )


def _close(state: _State, sequence: int) -> Iterator[Found]:
    """Judge the answer that ends here as a whole, and count it."""
    answer, state.answer = state.answer, []
    parts = [facts for _, facts in answer]
    grade = quality(parts) if parts else None
    if grade is None:
        return
    skill = state.question.skill if state.question is not None else None
    for name in dimensions(parts, about_skill=skill is not None):
        total, count = state.sums.get(name, (0, 0))
        state.sums[name] = (total + grade, count + 1)
    first = answer[0][0]
    for found in (
        *spotting.missed(state.question, state.asked, parts),
        *spotting.ownership(parts, state.topic),
    ):
        place = next(
            (said for said, facts in answer if any(quote(s.text) == found.evidence for s in facts.sentences)),
            first,
        )
        yield replace(
            found,
            sequence=sequence,
            turn_id=place.turn_id,
            topic=state.topic,
            response_quality=grade,
            score=running(state.sums),
        )


def _late(state: _State, said: Said) -> Iterator[Found]:
    """Planned skills that nobody touched when most of the time is gone."""
    duration, begun = state.background.duration, state.begun
    if duration is None or begun is None or said.at - begun < LATE * duration:
        return
    for skill in state.background.planned_skills:
        if skill.lower() not in state.touched:
            state.touched.add(skill.lower())
            yield Found(
                Kind.SUGGESTION,
                Severity.WARNING,
                f"{skill} was not talked about yet, and most of the time is gone.",
                f"untouched:{skill.lower()}",
                said.sequence,
                topic=skill[:LONGEST_TOPIC],
                suggestion=f"Ask about {skill} next.",
                score=running(state.sums),
            )
