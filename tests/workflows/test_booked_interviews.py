"""After a time is booked: reminder, outcome, withdrawal, and the weeks in which clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.identifiers import interview_workflow
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailTemplate
from services.interviews import answer, end
from tests.workflows.hiring import DAY, HOUR, MINUTE, Hiring, wall_clock

ROOMY = {"minimum_notice": timedelta(0), "promotion_cutoff": None}


async def test_the_reminder_leaves_24_hours_before_and_the_outcome_is_asked_after_end_and_grace(
    hiring: Hiring,
) -> None:
    await hiring.closed_job(90)
    interview = await hiring.accepted()
    start = next(s for s in await hiring.free(interview) if s > wall_clock() + 3 * DAY)
    await hiring.pick(interview, start)
    assert await hiring.mails(MailTemplate.REMINDER) == []

    await hiring.skip(interview, start - DAY - MINUTE)
    assert await hiring.mails(MailTemplate.REMINDER) == []
    await hiring.skip(interview, start - DAY + MINUTE)
    [reminder] = await hiring.mails(MailTemplate.REMINDER, interview)
    assert start - DAY <= reminder.created_at < start - DAY + MINUTE

    await hiring.skip(interview, start + HOUR + 14 * MINUTE)
    assert await hiring.mails(MailTemplate.OUTCOME_REQUEST) == []
    due = start + HOUR + 15 * MINUTE
    await hiring.skip(interview, due + MINUTE)
    [question] = await hiring.mails(MailTemplate.OUTCOME_REQUEST, interview)
    assert due <= question.created_at < due + MINUTE

    # Nobody but a person says how it went: it waits, however long that takes.
    await hiring.skip(interview, start + 30 * DAY)
    assert (await hiring.interview(interview)).status is I.CONFIRMED
    await hiring.recruiter(end.complete, interview, at=start + 30 * DAY)
    assert await hiring.app.result(interview_workflow(interview)) == "completed"
    await hiring.record(interview_workflow(interview), "interview-completed")


async def test_an_interview_booked_inside_the_lead_has_no_reminder(hiring: Hiring) -> None:
    await hiring.closed_job(90, windows={"reminder_lead": 20 * DAY})
    interview, start = await hiring.booked()

    await hiring.skip(interview, start - MINUTE)

    assert await hiring.mails(MailTemplate.REMINDER) == []
    assert "reminder_skipped" not in await hiring.actions(interview)


async def test_a_moved_interview_is_reminded_of_its_new_time_only(hiring: Hiring) -> None:
    await hiring.closed_job(90)
    interview = await hiring.accepted()
    free = [s for s in await hiring.free(interview) if s > wall_clock() + 3 * DAY]
    first, later = free[0], next(s for s in free if s > free[0] + 3 * DAY)
    await hiring.pick(interview, first)
    await hiring.pick(interview, later)

    await hiring.skip(interview, later - DAY - MINUTE)
    assert await hiring.mails(MailTemplate.REMINDER) == []
    await hiring.skip(interview, later - HOUR)

    [reminder] = await hiring.mails(MailTemplate.REMINDER, interview)
    assert later - DAY <= reminder.created_at < later - DAY + MINUTE
    assert len(await hiring.mails(MailTemplate.CONFIRMATION, interview)) == 2


async def test_a_withdrawal_from_a_booked_interview_cancels_the_calendar_entry_and_passes_the_seat_on(
    hiring: Hiring,
) -> None:
    await hiring.closed_job(90, 80, windows=ROOMY)
    interview, _ = await hiring.booked()
    left_at = await hiring.candidate(answer.leave, interview)

    await hiring.skip(interview, left_at + 11 * MINUTE)

    assert await hiring.app.result(interview_workflow(interview)) == "cancelled"
    assert len(await hiring.mails(MailTemplate.CANCELLATION, interview)) == 1
    assert len(await hiring.mails(MailTemplate.INTERVIEWER_CANCELLATION, interview)) == 1
    await hiring.invited(1)
    await hiring.record(interview_workflow(interview), "interview-withdrawn")


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
@pytest.mark.parametrize("forward", [True, False], ids=["spring", "autumn"])
async def test_nothing_moves_by_an_hour_in_the_week_in_which_clocks_change(
    hiring: Hiring, zone: str, forward: bool
) -> None:
    local = ZoneInfo(zone)
    sunday = _next_change(local, forward=forward)
    interviewer = await hiring.data.a_user(time_zone=zone, work_days=127)
    # Two years of free slots: the next change may be a year away.
    await hiring.closed_job(90, windows={"slot_horizon": 500 * DAY}, interviewer_ids=(interviewer,))
    interview = await hiring.accepted()
    week = [
        start.astimezone(local)
        for start in await hiring.free(interview)
        if abs(start.astimezone(local).date() - sunday.date()) <= 3 * DAY
    ]
    mornings = [min(s for s in week if s.date() == day) for day in sorted({s.date() for s in week})]
    assert [m.timetz().replace(tzinfo=None) for m in mornings] == [time(9)] * 7
    assert len({m.utcoffset() for m in mornings}) == 2

    start = datetime.combine(sunday.date(), time(9), tzinfo=local).astimezone(UTC)
    await hiring.pick(interview, start)
    await hiring.skip(interview, start - DAY - MINUTE)
    assert await hiring.mails(MailTemplate.REMINDER) == []
    await hiring.skip(interview, start - DAY + MINUTE)

    [reminder] = await hiring.mails(MailTemplate.REMINDER, interview)
    # 24 elapsed hours: on the local clock an hour earlier (spring) or later (autumn) than the interview.
    assert start - DAY <= reminder.created_at < start - DAY + MINUTE
    assert reminder.created_at.astimezone(local).hour == (8 if forward else 10)


def _next_change(zone: ZoneInfo, *, forward: bool) -> datetime:
    """Midnight of the next day in `zone` that is shorter (forward) or longer than 24 hours."""
    day = datetime.combine(wall_clock().astimezone(zone).date() + 7 * DAY, time(0), tzinfo=zone)
    length = 23 * HOUR if forward else 25 * HOUR
    while (day + DAY).astimezone(UTC) - day.astimezone(UTC) != length:
        day += DAY
    return day
