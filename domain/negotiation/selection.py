"""Which proposals a message accepts or refuses: by number, by a stated time, or by a plain yes.

A selection is only what fits one proposal: words that fit two or more leave a doubt, and a time that fits none
is a new one. Instants are compared; days and times of day were resolved in the candidate's zone by the grammar.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC
from zoneinfo import ZoneInfo

from domain.negotiation.intents.choices import Choice
from domain.negotiation.intents.options import Place
from domain.negotiation.intents.signals import Signals
from domain.negotiation.reading import Ask
from domain.negotiation.text.folding import fold
from domain.negotiation.times import Mention, TimeReading
from domain.slots import Span

_BESIDE = re.compile(r"[\s(,:=\u2013\u2014-]{0,4}")
_SENTENCE_END = re.compile(r"[.!?\n]")
_BUT = re.compile(r"\b(?:but|aber|mais|pero|mas)\b")
_PAIR = 2
"""Of so many, "the earlier one" names one."""
_SETTLED_WORDS = 2
"""A yes of at least so many words ("that works") stands beside a new time; "Sure" before one only opens it."""


@dataclass(slots=True)
class Verdict:
    """What is said about the proposals, each by its place in the list, from 0."""

    taken: list[int] = field(default_factory=list)
    """Accepted, in the order of the list."""
    refused: set[int] = field(default_factory=set)
    refused_by_number: bool = False
    doubtful: tuple[int, ...] = ()
    """One of these is meant, and the words do not say which."""
    used: list[Mention] = field(default_factory=list)
    """Statements about time that name proposals."""
    unmatched: list[Mention] = field(default_factory=list)
    """Statements about offered times that no proposal fits."""
    new: list[Span] = field(default_factory=list)
    """What is offered beyond the proposals."""
    moved: bool = False
    """An accepted proposal shall be at another time."""


def judge(ask: Ask, said: Signals, times: TimeReading) -> Verdict:
    """What a message says about the proposals of `ask`."""
    return _Judge(ask, said, times).judge()


class _Judge:
    """Compares one message with its proposals."""

    def __init__(self, ask: Ask, said: Signals, times: TimeReading) -> None:
        self.ask = ask
        self.said = said
        self.times = times
        self.starts = [start.astimezone(UTC) for start in ask.proposals]
        self.everything = list(range(len(self.starts)))
        self.verdict = Verdict()
        self.offered = [mention for mention in times.mentions if mention.offered]

    def judge(self) -> Verdict:
        verdict = self.verdict
        if not self.starts:
            verdict.unmatched = self.offered
            verdict.new = [span for mention in self.offered for span in mention.spans]
            return verdict
        self._refuse()
        hits = [(mention, self._hits(mention)) for mention in self.offered]
        self._take_choices(hits)
        self._take_times(hits)
        if self.said.changed and verdict.new and (verdict.used or self._moves_day()):
            verdict.moved = True
            verdict.taken = []
        self._take_by_word()
        verdict.taken = sorted({place for place in verdict.taken if place not in verdict.refused})
        if verdict.taken:
            verdict.doubtful = () if not self._contradicts(hits) else tuple(verdict.taken)
            verdict.taken = [] if verdict.doubtful else verdict.taken
        return verdict

    def _refuse(self) -> None:
        for choice in self.said.choices:
            if not choice.wanted:
                self.verdict.refused |= set(self._places(choice, self.everything))
                self.verdict.refused_by_number = True
        for mention in self.times.mentions:
            if not mention.offered:
                self.verdict.refused |= {place for place in self.everything if self._meets(mention, place)}

    def _take_choices(self, hits: Sequence[tuple[Mention, list[list[int]]]]) -> None:
        left = [place for place in self.everything if place not in self.verdict.refused]
        for choice in self.said.choices:
            if not choice.wanted:
                continue
            among = next(
                (
                    fitting
                    for mention, phrases in hits
                    if self._near(choice, mention)
                    for fitting in phrases
                    if len(fitting) > 1
                ),
                left,
            )
            places = self._places(choice, among)
            if len(places) == 1:
                self.verdict.taken += places
            else:
                self.verdict.doubtful = self.verdict.doubtful or tuple(places or left or self.everything)

    def _take_times(self, hits: Sequence[tuple[Mention, list[list[int]]]]) -> None:
        verdict = self.verdict
        named = set(verdict.taken)
        declined = bool(self.said.declined or self.said.no) and not self.said.every
        for mention, phrases in hits:
            if declined or not any(phrases):
                verdict.unmatched.append(mention)
                verdict.new += mention.spans
                continue
            verdict.used.append(mention)
            for phrase, fitting in zip(mention.phrases or (mention.spans,), phrases, strict=True):
                if not fitting:
                    verdict.new += [span for span in phrase if span in mention.spans]
                elif len(fitting) == 1 or self.said.every:
                    verdict.taken.append(fitting[0])
                elif not named & set(fitting):
                    verdict.doubtful = verdict.doubtful or tuple(fitting)
        if len({place for place in verdict.taken if place in verdict.doubtful}) == 1:
            verdict.doubtful = ()

    def _moves_day(self) -> bool:
        """Whether the day of a proposal is kept, but not its time ("Friday works, but can we make it 3pm?")."""
        zone = ZoneInfo(self.ask.candidate_zone)
        days = {start.astimezone(zone).date() for start in self.starts}
        return any(
            days & set(mention.days) and _BUT.search(fold(self.said.statement[mention.start : mention.end]))
            for mention in self.verdict.unmatched
            if mention.has_day
        )

    def _take_by_word(self) -> None:
        """Any of them, the others, a plain yes to a single proposal."""
        verdict, said = self.verdict, self.said
        if verdict.taken or verdict.doubtful or verdict.moved:
            return
        left = [place for place in self.everything if place not in verdict.refused]
        if not left or said.declined:
            return
        if (said.every and not self.offered) or (said.rest and verdict.refused):
            verdict.taken.append(left[0])
        elif len(self.starts) == 1 and said.yes and not said.no and not said.deferral and self._yes_stands():
            verdict.taken.append(0)

    def _yes_stands(self) -> bool:
        """Whether the yes answers the proposal, not only opens a statement of another time."""
        if not self.verdict.unmatched:
            return True
        first = min(mention.start for mention in self.verdict.unmatched)
        return any(
            len(one.words.split()) >= _SETTLED_WORDS
            and one.at[1] <= first
            and _SENTENCE_END.search(self.said.statement[one.at[1] : first])
            for one in self.said.yes
        )

    def _contradicts(self, hits: Sequence[tuple[Mention, list[list[int]]]]) -> bool:
        """Whether a time right behind a number names another proposal ("option 2 (Thursday 16:00)")."""
        for choice in self.said.choices:
            for mention, phrases in hits:
                between = self.said.statement[choice.end : mention.start]
                if (
                    choice.wanted
                    and mention.start >= choice.end
                    and _BESIDE.fullmatch(between)
                    and (mention.has_day or mention.has_time)
                    and not mention.generic
                    and not set(self._places(choice, self.everything))
                    & {place for fitting in phrases for place in fitting}
                    and choice.place is Place.NUMBER
                ):
                    return True
        return False

    def _near(self, choice: Choice, mention: Mention) -> bool:
        left, right = sorted(((choice.start, choice.end), (mention.start, mention.end)))
        return not _SENTENCE_END.search(self.said.statement[left[1] : right[0]])

    def _places(self, choice: Choice, among: Sequence[int]) -> list[int]:
        """The proposals a reference may mean, `among` being those in question; empty when there is no such one."""
        if choice.place is Place.NUMBER:
            return self._numbered(choice.number, among)
        if choice.place is Place.HOUR:
            return [place for place in among if self._begins_at(place, choice.number)]
        order = sorted(among, key=lambda place: self.starts[place])
        pair = len(order) <= _PAIR
        if choice.place is Place.EARLIEST or (choice.place is Place.EARLIER and pair):
            return order[:1]
        if choice.place is Place.LATEST or (choice.place is Place.LATER and pair):
            return order[-1:]
        if choice.place is Place.MIDDLE and len(order) % 2:
            return [order[len(order) // 2]]
        return order

    def _numbered(self, number: int, among: Sequence[int]) -> list[int]:
        if not among:
            return []
        if len(among) < len(self.starts) and 0 < number <= len(among) and number - 1 not in among:
            return [among[number - 1]]
        place = among[-1] if number == -1 else number - 1
        return [place] if 0 <= place < len(self.starts) else []

    def _begins_at(self, place: int, hour: int) -> bool:
        start = self.starts[place].astimezone(ZoneInfo(self.ask.candidate_zone))
        return (start.hour - hour) % 12 == 0 and not start.minute

    def _hits(self, mention: Mention) -> list[list[int]]:
        """For each day and time said, the proposals that fit it; of a named day, first in the week it means."""
        open_places = [place for place in self.everything if place not in self.verdict.refused]
        found: list[list[int]] = []
        for phrase in mention.phrases or (mention.spans,):
            meant = [span for span in phrase if span in mention.spans]
            found.append(
                [place for place in open_places if self._fits(mention, meant, place)]
                or [place for place in open_places if self._fits(mention, phrase, place)]
            )
        return found

    def _fits(self, mention: Mention, spans: Sequence[Span], place: int) -> bool:
        """Whether a proposal is what the words offer: a point fits only what starts then."""
        start = self.starts[place]
        if mention.points:
            return any(span.start == start for span in spans)
        return any(span.start == start or span.holds(Span(start, start + self.ask.length)) for span in spans)

    def _meets(self, mention: Mention, place: int) -> bool:
        """Whether words that rule times out touch a proposal."""
        start = self.starts[place]
        return any(span.overlaps(Span(start, start + self.ask.length)) for span in mention.spans)
