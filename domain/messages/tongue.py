"""One reader's language in mails: sentences from the catalogs, times and lengths from CLDR."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from gettext import NullTranslations

from babel.units import format_unit

from domain.messages.catalog import SOURCE, spoken, translations
from domain.messages.facts import MailFacts
from domain.negotiation.text.language import guess, scores
from domain.negotiation.turns import TalkFacts
from domain.negotiation.words.teller import Teller
from domain.plain_text import one_line
from domain.wall_clock import local_time

MAILS = "mails"
_BEGINNING = 2_000
"""Characters of an advertisement that tell its language."""
_EVIDENCE = 6
"""Points of the language guess that an advertisement shows at least: three words of one language only."""


def later(text: str) -> str:
    """Mark a sentence for translation that is said elsewhere."""
    return text


def language_of(chosen: str | None, locale: str | None, job_text: str) -> str:
    """The language to write in: the one the candidate chose, else the portal's, else the job's, else English.

    A portal's `en` is its default and so says nothing.
    """
    known = spoken(locale)
    return spoken(chosen) or (known if known != SOURCE else None) or _of_text(job_text[:_BEGINNING])


@lru_cache(1_024)
def _of_text(text: str) -> str:
    language = guess(text)
    return language if scores(text)[language] >= _EVIDENCE else SOURCE


@dataclass(frozen=True)
class Tongue:
    """Says things in one language to somebody in one zone. Raises InvalidInputError for an unknown zone."""

    language: str
    """One of the five."""
    zone: str
    """IANA name: times are told in it, and written as its region writes them."""
    now: datetime
    interviewer_zone: str = ""

    @classmethod
    def of(cls, facts: MailFacts) -> "Tongue":
        """The tongue of a mail's recipient."""
        language = spoken(facts.language) or SOURCE
        return cls(language, facts.time_zone, facts.now, facts.interviewer_zone)

    def say(self, text: str, **values: object) -> str:
        """A sentence, its placeholders filled. Values are never read as templates."""
        return self._words.gettext(text).format(**values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """A sentence about a number, in the form that the language has for it; `{n}` is the number."""
        return self._words.ngettext(one, many, n).format(n=n, **values)

    def moment(self, instant: datetime) -> str:
        """Date, time and zone: `Tuesday, 14 April, 15:00 (Berlin, UTC+2)`; the year where it is another one."""
        return self._teller.moment(instant)

    def in_both(self, instant: datetime) -> str:
        """As `moment`, followed by the interviewer's time where their clock reads differently."""
        return self._teller.appointment(instant)

    def until(self, instant: datetime) -> str:
        """As `moment`, with the time that is left."""
        moment, left = self.moment(instant), instant - self.now
        if left <= timedelta(0):
            return moment
        return self.say("{moment}, {span} from now", moment=moment, span=self.span(left))

    def span(self, length: timedelta) -> str:
        """For example `45 minutes`, `1 hour, 30 minutes`, `2 days, 1 hour`; rounded down to whole minutes."""
        minutes = max(0, int(length.total_seconds() // 60))
        days, rest = divmod(minutes, 24 * 60)
        hours, minutes = divmod(rest, 60)
        parts = [
            format_unit(count, f"duration-{unit}", "long", locale=self._teller.clock.locale)
            for count, unit in ((days, "day"), (hours, "hour"), (minutes, "minute"))
            if count
        ]
        if not parts:
            return self.say("less than a minute")
        # A comma, as CLDR's lists of units have it in all five languages; Babel does not find the inherited ones.
        return one_line(", ".join(parts))

    def day(self, instant: datetime) -> str:
        """`today`, `tomorrow` or `on Tuesday, 14 April`, as the calendar of the zone has it."""
        days = (local_time(instant, self.zone).date() - local_time(self.now, self.zone).date()).days
        if days == 0:
            return self.say("today")
        if days == 1:
            return self.say("tomorrow")
        return self.say("on {day}", day=self._teller.clock.day(instant))

    @cached_property
    def _teller(self) -> Teller:
        # The bot's own clock, so that a mail and a conversation tell a time in the same words.
        known = TalkFacts(self.zone, self.now, timedelta(), interviewer_zone=self.interviewer_zone)
        return Teller.speaking(self.language, known, self.now)

    @property
    def _words(self) -> NullTranslations:
        return translations(MAILS, self.language)
