"""Times and names as the bot writes them: in the candidate's zone, which is always named."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from domain.negotiation.turns import TalkFacts
from domain.negotiation.words.clock import Clock
from domain.negotiation.words.phrases import Phrases
from domain.negotiation.words.tables import PHRASES, spoken_language
from domain.plain_text import clipped, one_line
from domain.slots import Span
from domain.wall_clock import local_time

SPANS_NAMED = 3
LONGEST_NAME = 80


@dataclass(frozen=True)
class Teller:
    """Puts facts into the phrases of one language. Raises InvalidInputError for an unknown zone."""

    language: str
    """One of the five."""
    facts: TalkFacts
    at: datetime
    """When the turn was taken: what is told does not change with the moment of reading."""

    @classmethod
    def speaking(cls, language: str, facts: TalkFacts, at: datetime) -> "Teller":
        """A teller for the wish of a language, such as `pt-BR`."""
        return cls(spoken_language(language), facts, at)

    @property
    def phrases(self) -> Phrases:
        """The phrases of the language."""
        return PHRASES[self.language]

    @cached_property
    def clock(self) -> Clock:
        """The candidate's clock."""
        zone = self.facts.zone
        return Clock(self.language, zone, local_time(self.at, zone).year, home=zone)

    def moment(self, instant: datetime) -> str:
        """Date, time and zone: `Tuesday, 14 April, 15:00 (Berlin, UTC+2)`."""
        return self._named(self._bare(self.clock, instant), self.clock, instant)

    def appointment(self, instant: datetime) -> str:
        """As `moment`, followed by the interviewer's time where their clock reads differently."""
        other = self.facts.interviewer_zone
        here = self.moment(instant)
        if not other or self.clock.same_reading(instant, other):
            return here
        theirs = self.clock.elsewhere(other)
        same_day = self.clock.day(instant) == theirs.day(instant)
        bare = self._time(theirs, instant) if same_day else self._bare(theirs, instant)
        return self.phrases.times.in_both.format(
            candidate=here, interviewer=self._named(bare, theirs, instant)
        )

    def understood(self, spans: tuple[Span, ...]) -> str:
        """The first of the spans, how many more there are, and their zone."""
        times = self.phrases.times
        named = times.separator.join(self._span(span) for span in spans[:SPANS_NAMED])
        left = len(spans) - SPANS_NAMED
        if left == 1:
            named = times.one_more.format(times=named)
        elif left > 1:
            named = times.many_more.format(times=named, count=left)
        return times.in_zone.format(times=named, zone=self.clock.city() or self.clock.place(spans[0].start))

    def option(self, number: int, instant: datetime) -> str:
        """A numbered time on offer."""
        return f"{number}. {self.appointment(instant)}"

    def dated(self, day: date) -> tuple[str, str]:
        """A date as it is said without its weekday, and that weekday."""
        return self.clock.date_alone(day), self.clock.weekday(day.isoweekday())

    def somebody(self) -> str:
        """The person who takes over, at the start of a sentence."""
        return self._recruiter or self.phrases.somebody

    def to_somebody(self) -> str:
        """The person to whom something is passed on."""
        name = self._recruiter
        return self.phrases.to_person.format(name=name) if name else self.phrases.to_the_team

    def interviewers(self) -> str:
        """The names of the interviewers; empty when they are not known."""
        names = tuple(filter(None, (clipped(name, LONGEST_NAME) for name in self.facts.interviewers)))
        return self.clock.names(names) if names else ""

    @property
    def _recruiter(self) -> str:
        return clipped(self.facts.recruiter, LONGEST_NAME)

    def _named(self, moment: str, clock: Clock, instant: datetime) -> str:
        return one_line(self.phrases.times.named.format(moment=moment, zone=clock.place(instant)))

    def _bare(self, clock: Clock, instant: datetime) -> str:
        return self.phrases.times.day_and_time.format(
            date=clock.day(instant), time=self._time(clock, instant)
        )

    def _time(self, clock: Clock, instant: datetime) -> str:
        return self.phrases.times.time.format(time=clock.time(instant))

    def _span(self, span: Span) -> str:
        times = self.phrases.times
        first, start, last, end = self.clock.span(span)
        if not start:
            return times.whole_day.format(date=first)
        if first == last:
            return times.range.format(date=first, start=start, end=end)
        return times.range_over_days.format(first=first, start=start, last=last, end=end)
