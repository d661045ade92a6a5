"""Choosing the questions of an interview: pure, the same for the same ask, and able to say why.

First one question for each skill, the job's musts before the rest, so that time running out costs depth and not a
skill; then further ones while they fit, so that easy, medium and hard ones are mixed. Where several would do equally
well, a hash of seed and question decides, never a random generator.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from domain.questions.model import Ask, BankQuestion, Choice, Difficulty, Gap, GapKind, Grounds, Plan, Wanted
from domain.questions.reasons import gap_words, why

MOST_OF_A_SKILL = 4
"""More questions about one skill tell little that is new."""
MOST = 20
_LEVELS = tuple(Difficulty)
_GROUNDS = tuple(Grounds)


def text_digest(text: str) -> str:
    """By what a question is known when its row in the bank is gone; the database computes the same."""
    return hashlib.md5(text.lower().encode(), usedforsecurity=False).hexdigest()


def make_plan(ask: Ask) -> Plan:
    """The questions to be asked, and what could not be covered. Whatever is kept counts and is not chosen again."""
    draft = _Draft(ask)
    if not ask.skills:
        return Plan((), (Gap(GapKind.NO_SKILLS, None, gap_words(GapKind.NO_SKILLS)),), draft.minutes)
    first = _cover(draft)
    more = _deepen(draft)
    order = {wanted.id: place for place, wanted in enumerate(draft.wanted)}

    def place(choice: Choice) -> tuple[int, int]:
        return _LEVELS.index(choice.question.difficulty), order[choice.skill]

    choices = (*sorted(first, key=place), *sorted(more, key=place))
    return Plan(choices, tuple(_gaps(draft)), draft.minutes)


def gaps(ask: Ask) -> tuple[Gap, ...]:
    """What the questions that are kept do not cover, and why nothing else does: for a plan as it stands."""
    if not ask.skills:
        return (Gap(GapKind.NO_SKILLS, None, gap_words(GapKind.NO_SKILLS)),)
    return tuple(_gaps(_Draft(ask)))


@dataclass
class _Draft:
    """A plan in the making."""

    ask: Ask
    open: dict[UUID, list[BankQuestion]] = field(init=False)
    """What may still be chosen, by skill."""
    wanted: list[Wanted] = field(init=False)
    """Skills, most important first."""
    minutes: int = field(init=False)
    levels: Counter[Difficulty] = field(init=False)
    of_skill: Counter[UUID] = field(init=False)

    def __post_init__(self) -> None:
        ask = self.ask
        taken = ask.used | {kept.question_id for kept in ask.kept if kept.question_id}
        free = (q for q in ask.bank if q.id not in taken and text_digest(q.text) not in ask.used_texts)
        self.open = {}
        for question in {q.id: q for q in free}.values():
            for skill in set(question.skills):
                self.open.setdefault(skill, []).append(question)
        self.wanted = sorted(
            {one.id: one for one in reversed(ask.skills)}.values(),
            key=lambda one: (_GROUNDS.index(one.grounds), _tie(ask.seed, one.id)),
        )
        self.minutes = sum(kept.minutes for kept in ask.kept)
        self.levels = Counter(kept.difficulty for kept in ask.kept if kept.difficulty)
        self.of_skill = Counter(skill for kept in ask.kept for skill in set(kept.skills))

    @property
    def left(self) -> int:
        return self.ask.minutes - self.minutes

    @property
    def uncovered(self) -> list[Wanted]:
        return [one for one in self.wanted if not self.of_skill[one.id]]

    def about(self, skill: UUID) -> list[BankQuestion]:
        return self.open.get(skill, [])

    def take(self, wanted: Wanted, question: BankQuestion) -> Choice:
        is_first = not self.of_skill[wanted.id]
        others = [one.name for one in self.wanted if one.id in question.skills and one.id != wanted.id]
        # A level is worth naming as the mix's when it is not what the skill by itself would have got.
        mixes = bool(self.levels) and question.difficulty is not favoured(wanted)
        for skill in set(question.skills):
            self.open[skill].remove(question)
        self.minutes += question.minutes
        self.levels[question.difficulty] += 1
        self.of_skill.update(set(question.skills))
        return Choice(question, wanted.id, why(self.ask, wanted, question, others, is_first, mixes))


def favoured(wanted: Wanted) -> Difficulty:
    """The level that the resume speaks for: what it names is asked in depth, what it leaves out begins easily."""
    return Difficulty.MEDIUM if wanted.in_resume else Difficulty.EASY


def _cover(draft: _Draft) -> list[Choice]:
    """One question for each skill. The shortest ones of those still to come are reserved, so all fit that can."""
    reachable = _reachable(draft)
    is_short = any(one.id not in reachable and draft.about(one.id) for one in draft.uncovered)
    chosen = []
    for wanted in draft.wanted:
        if wanted.id in reachable and not draft.of_skill[wanted.id]:
            question = _best(draft, wanted, reachable, is_short)
            if question is not None:
                chosen.append(draft.take(wanted, question))
    # A question for several skills may have left time for one that did not seem to fit.
    for wanted in draft.uncovered:
        fitting = [one for one in draft.about(wanted.id) if one.minutes <= draft.left]
        if fitting and not draft.of_skill[wanted.id]:
            shortest = min(one.minutes for one in fitting)
            fitting = [one for one in fitting if one.minutes == shortest]
            chosen.append(draft.take(wanted, min(fitting, key=lambda one: _rank(draft, wanted, one, set()))))
    return chosen


def _deepen(draft: _Draft) -> list[Choice]:
    """Further questions while they fit, always for the skill that has the fewest."""
    chosen: list[Choice] = []
    while len(chosen) < MOST:
        turns = sorted(
            (one for one in draft.wanted if 0 < draft.of_skill[one.id] < MOST_OF_A_SKILL),
            key=lambda one: (draft.of_skill[one.id], draft.wanted.index(one)),
        )
        for wanted in turns:
            fitting = [one for one in draft.about(wanted.id) if one.minutes <= draft.left]
            if fitting:
                best = min(fitting, key=lambda one: _rank(draft, wanted, one, set()))
                chosen.append(draft.take(wanted, best))
                break
        else:
            break
    return chosen


def _reachable(draft: _Draft) -> set[UUID]:
    """The skills for which there is time, counted with the shortest question of each, important ones first."""
    left, reachable = draft.left, set()
    for wanted in draft.uncovered:
        shortest = min((one.minutes for one in draft.about(wanted.id)), default=None)
        if shortest is not None and shortest <= left:
            reachable.add(wanted.id)
            left -= shortest
    return reachable


def _best(draft: _Draft, wanted: Wanted, reachable: set[UUID], is_short: bool) -> BankQuestion | None:
    """The best one for a skill that leaves time for the others. Where time is short, one that covers many skills."""
    open_ = {one.id for one in draft.uncovered}
    shortest = {
        skill: min(one.minutes for one in draft.about(skill)) for skill in (open_ & reachable) - {wanted.id}
    }

    def reserved(question: BankQuestion) -> int:
        return sum(minutes for skill, minutes in shortest.items() if skill not in question.skills)

    def rank(question: BankQuestion) -> tuple[object, ...]:
        at_once = len(open_ & set(question.skills)) if is_short else 0
        return -at_once, *_rank(draft, wanted, question, open_)

    about = draft.about(wanted.id)
    fitting = [one for one in about if one.minutes + reserved(one) <= draft.left]
    return min(fitting, key=rank, default=None)


def _rank(
    draft: _Draft, wanted: Wanted, question: BankQuestion, open_: set[UUID]
) -> tuple[bool, float, bool, int, bytes]:
    """Smaller is better: the language, the mix of levels, its own skill first, more skills at once, then the hash."""
    level = draft.levels[question.difficulty] - (0.5 if question.difficulty is favoured(wanted) else 0.0)
    return (
        question.language != draft.ask.language,
        level,
        question.skills[:1] != (wanted.id,),
        -len(open_ & set(question.skills)),
        _tie(draft.ask.seed, question.id),
    )


def _gaps(draft: _Draft) -> Iterable[Gap]:
    for wanted in draft.uncovered:
        about = draft.about(wanted.id)
        shortest = min((one.minutes for one in about), default=0)
        kind = _kind(draft, wanted, shortest)
        yield Gap(kind, wanted.id, gap_words(kind, wanted.name, shortest))


def _kind(draft: _Draft, wanted: Wanted, shortest: int) -> GapKind:
    if not any(wanted.id in one.skills for one in draft.ask.bank):
        return GapKind.EMPTY_BANK
    if not shortest:
        return GapKind.ALL_USED
    return GapKind.TOO_LITTLE_TIME if shortest > draft.left else GapKind.NOT_PLANNED


def _tie(seed: str, id_: UUID) -> bytes:
    return hashlib.sha256(f"{seed}:{id_}".encode()).digest()
