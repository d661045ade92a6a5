"""The one question that is asked back. Parameters that cannot be used give the question without them."""

import re
from datetime import date, time

from domain.negotiation.reading import Clarification, Topic
from domain.negotiation.words.teller import Teller

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?[ .A-Za-z]{0,6}", re.ASCII)
_NUMBERS = re.compile(r"\d{1,2}(?:,\d{1,2}){0,9}", re.ASCII)
_NOON = 12


def question(clarification: Clarification | None, teller: Teller) -> str:
    """The question in words; with no clarification, the plea to write it once more."""
    questions = teller.phrases.questions
    if clarification is None:
        return questions.say_again
    parameters = clarification.parameters
    match clarification.topic:
        case Topic.WHICH_DATE:
            return _which_date(parameters.get("weekday", ""), parameters.get("date", ""), teller)
        case Topic.WHICH_OPTION:
            return _which_option(parameters.get("options", ""), teller)
        case Topic.AM_OR_PM:
            return _am_or_pm(parameters.get("clock", ""), teller)
        case Topic.WHICH_DAY:
            return questions.which_day
        case Topic.SAY_AGAIN:
            return questions.say_again


def _which_date(weekday: str, iso: str, teller: Teller) -> str:
    questions = teller.phrases.questions
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return questions.which_date_plain
    if weekday not in set("1234567"):
        return questions.which_date_plain
    named, real = teller.dated(day)
    return questions.which_date.format(weekday=teller.clock.weekday(int(weekday)), date=named, real=real)


def _which_option(options: str, teller: Teller) -> str:
    questions = teller.phrases.questions
    if not _NUMBERS.fullmatch(options):
        return questions.which_option_plain
    return questions.which_option.format(options=teller.clock.names(tuple(options.split(","))))


def _am_or_pm(clock: str, teller: Teller) -> str:
    questions = teller.phrases.questions
    found = _CLOCK.fullmatch(clock)
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (-1, 0)
    try:
        written = time(hour, minute)
    except ValueError:
        return questions.am_or_pm_plain
    early = written.replace(hour=written.hour % _NOON)
    late = written.replace(hour=written.hour % _NOON + _NOON)
    return questions.am_or_pm.format(
        clock=clock, morning=teller.clock.hour(early), evening=teller.clock.hour(late)
    )
