"""Finding the turns in which planned questions were asked and answered, by their words.

A recognizer drops and changes words, and an interviewer rewords: so a question counts as asked where most of what its
words tell (rare words more than common ones) was said by one voice within a few turns of each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.language.languages import DEFAULT_LANGUAGE, LANGUAGES
from domain.language.terms import STOP_WEIGHT, Lexicon, lexicon

LEAST_SHARE = 0.6
"""Of the weight of a question's words that must have been said."""
LEAST_WORDS = 3
"""Telling words that must have been said, so that no short phrase is taken for a question."""
LONGEST_RUN = 3
"""Turns of one voice in a row that are read together: recognizers cut long questions."""
ANSWER_WORDS = 4
"""An answer has this many words; a shorter turn ("Sure.") is only taken when nothing longer follows."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A question of the plan that is not linked yet."""

    id: UUID
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A final turn, in the order of the interview."""

    id: UUID
    text: str
    speaker: str | None
    role: str | None
    """`host`, `guest`, or None while nobody knows."""


@dataclass(frozen=True, slots=True)
class Link:
    """A question, where it was asked, and where it was answered (None: not yet)."""

    question_id: UUID
    question_turn: UUID
    answer_turn: UUID | None
    share: float
    """Of the question's words that were said, by weight: 0.6 to 1."""


@dataclass(frozen=True, slots=True)
class _Found:
    share: float
    first: int
    last: int


def link(
    questions: Sequence[Sought],
    turns: Sequence[Heard],
    taken: frozenset[UUID] = frozenset(),
    language: str = "en",
) -> tuple[Link, ...]:
    """The questions that were asked, in the order in which they were; a turn is the question of one only.

    Turns of guests ask nothing. `taken` are turns that are linked to other questions already.
    """
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    read = lexicon(known, known)
    said = [_telling(read, turn.text) for turn in turns]
    runs = [run for run in _runs(turns) if turns[run[0]].role != "guest" and turns[run[0]].id not in taken]
    found = []
    for question in questions:
        best = _best(_telling(read, question.text), runs, said)
        if best is not None:
            found.append((best, question))
    placed: dict[int, tuple[_Found, Sought]] = {}
    for best, question in sorted(found, key=lambda pair: -pair[0].share):
        placed.setdefault(best.first, (best, question))
    bounds = _bounds(turns, taken | {turns[start].id for start in placed})
    links, answers = [], set(taken)
    for start in sorted(placed):
        best, question = placed[start]
        answer = _answer(turns, best, _end(bounds, best.last, len(turns)), answers)
        if answer is not None:
            answers.add(answer)
        links.append(Link(question.id, turns[start].id, answer, round(best.share, 2)))
    return tuple(links)


def answer_to(
    turns: Sequence[Heard], question_turn: UUID, taken: frozenset[UUID] = frozenset()
) -> UUID | None:
    """Where a question was answered whose turn is known; None: not yet, or the turn is not among these."""
    place = next((at for at, turn in enumerate(turns) if turn.id == question_turn), None)
    if place is None:
        return None
    end = _end(_bounds(turns, taken), place, len(turns))
    return _answer(turns, _Found(1.0, place, place), end, set(taken))


def _bounds(turns: Sequence[Heard], taken: frozenset[UUID]) -> list[int]:
    """Where questions begin: the answer to one lies before the next."""
    return [place for place, turn in enumerate(turns) if turn.id in taken and turn.role != "guest"]


def _end(bounds: Sequence[int], after: int, otherwise: int) -> int:
    return next((place for place in bounds if place > after), otherwise)


def _telling(read: Lexicon, text: str) -> dict[str, float]:
    """The stems of a text with how much each tells beyond a function word, which tells nothing."""
    terms = read.terms(read.words(text))
    return {term.stem: term.weight - STOP_WEIGHT for term in terms if term.weight > STOP_WEIGHT}


def _runs(turns: Sequence[Heard]) -> list[tuple[int, int]]:
    """Turns of one voice in a row, at most LONGEST_RUN, as first and last place."""
    runs = []
    for first, turn in enumerate(turns):
        for last in range(first, min(first + LONGEST_RUN, len(turns))):
            if (turns[last].speaker, turns[last].role) != (turn.speaker, turn.role):
                break
            runs.append((first, last))
    return runs


def _best(
    wanted: dict[str, float], runs: Sequence[tuple[int, int]], said: Sequence[dict[str, float]]
) -> _Found | None:
    """The run that says most of a question; of equals the shortest, then the first."""
    whole = sum(wanted.values())
    if len(wanted) < LEAST_WORDS:
        return None
    best: _Found | None = None
    for first, last in runs:
        heard = set().union(*said[first : last + 1]) & wanted.keys()
        share = sum(wanted[stem] for stem in heard) / whole
        if len(heard) < LEAST_WORDS or share < LEAST_SHARE or not said[first].keys() & wanted.keys():
            continue
        better = best is None or (share, first - last, -first) > (
            best.share,
            best.first - best.last,
            -best.first,
        )
        if better:
            best = _Found(share, first, last)
    return best


def _answer(turns: Sequence[Heard], asked: _Found, end: int, taken: set[UUID]) -> UUID | None:
    asker = turns[asked.first]
    following = [
        (place, turn)
        for place, turn in enumerate(turns[asked.last + 1 : end], asked.last + 1)
        if turn.id not in taken and _is_reply(turn, asker)
    ]
    for _, turn in following:
        if len(turn.text.split()) >= ANSWER_WORDS:
            return turn.id
    # "Sure." is the answer only once somebody else went on: until then more may come.
    for place, turn in following:
        if any(not _is_reply(later, asker) for later in turns[place + 1 :]):
            return turn.id
    return None


def _is_reply(turn: Heard, asker: Heard) -> bool:
    if turn.role is not None:
        return turn.role == "guest"
    return turn.speaker != asker.speaker
