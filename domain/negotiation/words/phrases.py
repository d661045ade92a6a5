"""What a language file holds: one plain template for each thing the bot may have to say."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.negotiation.bot import Handover, Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How a time is put together from its parts, which CLDR words."""

    time: str
    """{time}: a time of day as it stands alone or behind its date."""
    day_and_time: str
    """{date} {time}"""
    named: str
    """{moment} {zone}: a moment with the zone it is meant in."""
    in_both: str
    """{candidate} {interviewer}: the same instant on both clocks."""
    range: str
    """{date} {start} {end}"""
    range_over_days: str
    """{first} {start} {last} {end}"""
    whole_day: str
    """{date}"""
    separator: str
    """Between several times."""
    one_more: str
    """{times}: some times and one that is not named."""
    many_more: str
    """{times} {count}"""
    in_zone: str
    """{times} {zone}: several times and the zone they are all meant in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The one question to ask back, by topic."""

    which_date: str
    """{weekday} {date} {real}: the weekday that was written, the date, the weekday that it really has."""
    which_date_plain: str
    which_option: str
    """{options}: their numbers."""
    which_option_plain: str
    am_or_pm: str
    """{clock} {morning} {evening}"""
    am_or_pm_plain: str
    which_day: str
    say_again: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers to what a candidate asked."""

    length: str
    """{length}"""
    video: str
    video_at: str
    """{url}"""
    place: str
    """{place}"""
    who: str
    """{names}"""
    zone: str
    """{zone}"""
    zones: str
    """{zone} {other}"""
    deadline: str
    """{until}"""
    bot: str
    passed_on: str
    """{question} {who}"""
    several_passed_on: str
    """{who}"""
    nothing_asked: str
    go_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What stands around the bot's words when they go out as a mail."""

    subjects: Mapping[Move, str]
    """{job}"""
    plain_subject: str
    """{job}"""
    job_at: str
    """{title} {company}"""
    hello: str
    """{name}"""
    hello_you: str
    plain: str
    """For a mail whose turn is not known."""
    on_the_page: str
    option: str
    """{number}"""
    choose_by: str
    length: str
    people: str
    video: str
    open_page: str
    undo: str
    footer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Everything the bot says in one language."""

    times: Times
    understood: str
    """{times}"""
    proposals: str
    one_proposal: str
    held: str
    """{until}"""
    how_to_answer: str
    how_to_answer_one: str
    taken: str
    nearest: str
    nearest_one: str
    nothing_fits: str
    window: str
    """{until}"""
    more_times: str
    booked: str
    """{when}"""
    entry_follows: str
    left: str
    undo: str
    """{until}"""
    questions: Questions
    handovers: Mapping[Handover, str]
    """{who}"""
    handover: str
    """{who}: for a reason that is not known."""
    no_need_to_act: str
    somebody: str
    """The subject of a sentence."""
    to_the_team: str
    """To whom something is passed on, where no name is known."""
    to_person: str
    """{name}: to whom something is passed on."""
    answers: Answers
    mail: Letterhead
