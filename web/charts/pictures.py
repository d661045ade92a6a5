"""Each figure as a picture: a chart, a table of the same numbers, and a sentence that says how they are made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from markupsafe import Markup

from domain.figures import Figures, Share, Step, percent
from domain.messages.times import local_time
from domain.risk import Band
from web.charts.columns import Column, columns
from web.charts.rows import Bar, Dot, bars, dots
from web.charts.steps import steps

STEP_NAMES = MappingProxyType(
    {
        Step.APPLICATION_SCORED: "Resume read and scored",
        Step.INVITATION_SENT: "Invitation",
        Step.NEGOTIATION_ANSWERED: "Other times offered",
        Step.INTERVIEW_BOOKED: "Booking in calendars",
        Step.REMINDER_SENT: "Reminder",
        Step.EARLY_REMINDER_SENT: "Second reminder",
        Step.INTERVIEW_EXPIRED: "Lapsed deadline noticed",
        Step.PROMOTED: "Promotion from the bench",
        Step.INTERVIEWER_REPLACED: "Interviewer replaced",
        Step.FILLED_ANSWERED: "Final answer: filled",
        Step.EXHAUSTED_ANSWERED: "Final answer: closed",
        Step.CANCELLED_ANSWERED: "Final answer: cancelled",
    }
)
BAND_NAMES = MappingProxyType(
    {Band.GREEN: "Green, below 0.3", Band.YELLOW: "Yellow, below 0.7", Band.RED: "Red, 0.7 and more"}
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its table. The first cell of a row names it; the others are figures."""

    id: str
    title: str
    note: str
    """How the numbers are made, in a sentence or two."""
    chart: Markup
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def pictures(found: Figures, zone: str) -> list[Picture]:
    """All pictures of a set of figures, with days of the reader's zone."""
    return [
        _funnel(found),
        _days(found),
        _saving(found),
        _automation(found),
        _deadlines(found),
        _promotions(found, zone),
        _bench(found, zone),
        _risk(found),
    ]


def _funnel(found: Figures) -> Picture:
    stages = found.funnel.stages
    title = "From application to interview"
    return Picture(
        "funnel",
        title,
        "Applications that ever reached each stage. Who left later still counts where they have been.",
        bars("funnel", title, [Bar(_upper(stage), count, f"{count:,}") for stage, count in stages]),
        ("Stage", "Reached it", "Of the stage before"),
        [
            (_upper(stage), f"{count:,}", _of(count, stages[place - 1][1]) if place else "")
            for place, (stage, count) in enumerate(stages)
        ],
    )


def _days(found: Figures) -> Picture:
    took = found.days_to_interview
    title = "Days from application to interview"
    note = "Interviews that are booked or took place; whole days, counted from the application."
    if took.median is not None:
        note += (
            f" Half of the {took.count:,} lie between {took.lower_quartile:.1f} and"
            f" {took.upper_quartile:.1f} days; the middle one took {took.median:.1f}."
        )
    return Picture(
        "days",
        title,
        note,
        columns("days", title, [Column(one.name, one.count) for one in took.bins]),
        ("Days", "Interviews"),
        [(one.name, f"{one.count:,}") for one in took.bins],
    )


def _saving(found: Figures) -> Picture:
    lines = sorted(found.saving.lines, key=lambda line: -line.minutes)
    title = f"Time saved: {_hours(found.saving.hours)}"
    return Picture(
        "saving",
        title,
        "Minutes saved = sum over steps that nobody had to take: how often × minutes each. The minutes are"
        " assumptions that this installation can set (UNDERSTUDY_STEP_MINUTES); they are no measurement.",
        bars(
            "saving",
            title,
            [Bar(STEP_NAMES[line.step], line.minutes, _hours(line.minutes / 60)) for line in lines],
        ),
        ("Step", "How often", "Minutes each", "Together"),
        [
            (STEP_NAMES[line.step], f"{line.count:,}", f"{line.minutes_each:g}", _hours(line.minutes / 60))
            for line in lines
        ],
    )


def _automation(found: Figures) -> Picture:
    title = "Steps without a person"
    return _shares(
        "automation",
        title,
        "Of all steps about places and interviews, those that nobody had to take. Scores are left out: thousands"
        " of them would hide everything else. What candidates do counts for nothing here.",
        [("Without a person", found.without_a_person)],
    )


def _deadlines(found: Figures) -> Picture:
    return _shares(
        "deadlines",
        "Deadlines kept by candidates",
        "Of the deadlines that are over. A no in time keeps a deadline as much as a yes.",
        [("Invitation answered", found.deadlines.answer), ("Time fixed", found.deadlines.time)],
    )


def _promotions(found: Figures, zone: str) -> Picture:
    named = [(_moment(one.at, zone), one) for one in found.promotions]
    auto, by_hand = sum(one.auto for one in found.promotions), sum(one.by_hand for one in found.promotions)
    title = f"Promotions: {auto + by_hand:,}"
    return Picture(
        "promotions",
        title,
        "Vacated seats that somebody of the bench took. Filled: by the automation. Hollow: by hand.",
        columns("promotions", title, [Column(name, one.auto, one.by_hand) for name, one in named]),
        ("From", "Automatic", "By hand"),
        [(name, f"{one.auto:,}", f"{one.by_hand:,}") for name, one in named],
    )


def _bench(found: Figures, zone: str) -> Picture:
    named = [(point.at, point.value, _moment(point.at, zone)) for point in found.bench]
    title = "Bench over time"
    return Picture(
        "bench",
        title,
        "How many understudies waited at the end of each period in which somebody came or went.",
        steps("bench", title, named),
        ("From", "On the bench"),
        [(name, f"{size:,}") for _, size, name in named],
    )


def _risk(found: Figures) -> Picture:
    over = [one for one in found.risk if one.no_shows.of or one.cancelled]
    title = "No-show risk against outcome"
    dots_of = [_dot(BAND_NAMES[one.band], one.no_shows) for one in over]
    return Picture(
        "risk",
        title,
        "No-shows among interviews of each band that took place or were missed; those cancelled before count"
        " neither way. If the bands mean anything, the shares grow from green to red. Nothing is decided by them.",
        dots("risk", title, dots_of),
        ("Band", "No-shows", "95 % interval", "Cancelled before"),
        [
            (BAND_NAMES[one.band], one.no_shows.said, _interval(one.no_shows), f"{one.cancelled:,}")
            for one in over
        ],
    )


def _shares(name: str, title: str, note: str, given: Sequence[tuple[str, Share]]) -> Picture:
    known = [(what, share) for what, share in given if share.of]
    return Picture(
        name,
        title,
        note,
        dots(name, title, [_dot(what, share) for what, share in known]),
        ("Of", "Share", "95 % interval"),
        [(what, share.said, _interval(share)) for what, share in known],
    )


def _dot(name: str, share: Share) -> Dot:
    return Dot(name, share.said, share.rate, share.interval)


def _interval(share: Share) -> str:
    if share.interval is None:
        return "too few to say"
    low, high = share.interval
    return f"{percent(low)} to {percent(high)}"


def _of(count: int, before: int) -> str:
    rate = Share(min(count, before), before).rate
    return "" if rate is None else percent(rate)


def _hours(hours: float) -> str:
    return f"{hours * 60:.0f} min" if hours < 1 else f"{hours:,.1f} h"


def _moment(at: datetime, zone: str) -> str:
    local = local_time(at, zone)
    return f"{local:%Y-%m-%d}" if not local.hour else f"{local:%m-%d %H:%M}"


def _upper(word: str) -> str:
    return word.capitalize()
