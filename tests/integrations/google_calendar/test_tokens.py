"""Tokens: renewed when they must be, once for all calls, kept, and given up when they are revoked."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calendars import CalendarGoneError, CalendarUnavailableError
from integrations.google_calendar import GoogleCalendar
from tests.doubles.google import Hand
from tests.integrations.google_calendar.office import WINDOW, Office, entry, moved

PAST = -timedelta(minutes=5)


async def test_a_token_that_ended_is_renewed_and_kept(office: Office) -> None:
    account = office.account(lasts=PAST)
    await office.calendar.busy(account, WINDOW)
    [kept] = office.kept
    assert kept["access_token"] != account.secret["access_token"]
    assert kept["refresh_token"] == account.secret["refresh_token"]
    assert kept["scopes"] == account.secret["scopes"]
    await office.calendar.busy(replace(account, secret=kept), WINDOW)
    assert office.google.people.refreshes == 1


async def test_a_token_that_lasts_is_not_renewed(office: Office) -> None:
    await office.calendar.busy(office.account(), WINDOW)
    assert office.kept == []


async def test_a_token_that_google_refuses_early_is_renewed_once(office: Office, owner: Hand) -> None:
    account = office.account()
    office.google.people.forget_access_tokens()
    await office.calendar.put(account, entry())
    assert len(owner.events()) == 1
    assert len(office.kept) == 1


@pytest.mark.parametrize("refused_early", [False, True])
async def test_calls_at_once_renew_once(office: Office, refused_early: bool) -> None:
    account = office.account(lasts=timedelta(hours=1) if refused_early else PAST)
    if refused_early:
        office.google.people.forget_access_tokens()
    await asyncio.gather(*(office.calendar.busy(account, WINDOW) for _ in range(12)))
    assert office.google.people.refreshes == 1
    assert len(office.kept) == 1


@pytest.mark.parametrize("expiry", ["", "tomorrow", "2020-01-01T00:00:00"])
async def test_an_odd_expiry_counts_as_past(office: Office, expiry: str) -> None:
    account = office.account()
    await office.calendar.busy(replace(account, secret={**account.secret, "expiry": expiry}), WINDOW)
    assert len(office.kept) == 1


async def test_access_revoked_in_between_is_gone(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    owner.revoke_access()
    for call in (
        office.calendar.put(account, moved()),
        office.calendar.busy(account, WINDOW),
        office.calendar.changes(account, None),
    ):
        with pytest.raises(CalendarGoneError) as caught:
            await call
        assert caught.value.remedy
    assert office.kept == []


async def test_a_secret_without_refresh_token_is_gone(office: Office) -> None:
    account = office.account()
    with pytest.raises(CalendarGoneError):
        await office.calendar.busy(replace(account, secret={"access_token": "x"}), WINDOW)


async def test_a_wrong_client_secret_does_not_blame_the_owner(office: Office) -> None:
    wrong = replace(office.app, client_secret="rotated")
    calendar = GoogleCalendar(wrong, office.keep)
    with pytest.raises(CalendarUnavailableError, match="invalid_client"):
        await calendar.busy(office.account(lasts=PAST), WINDOW)


async def test_a_token_endpoint_in_trouble_is_unavailable(office: Office) -> None:
    account = office.account(lasts=PAST)
    office.google.faults.answer(503, times=9, on="/token")
    with pytest.raises(CalendarUnavailableError):
        await office.calendar.busy(account, WINDOW)


async def test_narrow_scopes_are_gone(office: Office) -> None:
    narrow = office.google.secret("ines@example.com", ("https://www.googleapis.com/auth/calendar.readonly",))
    account = replace(office.account(), secret=narrow)
    with pytest.raises(CalendarGoneError, match="insufficientPermissions"):
        await office.calendar.put(account, entry())


async def test_nothing_of_a_secret_stays_in_memory(office: Office) -> None:
    await office.calendar.busy(office.account(lasts=PAST), WINDOW)
    assert office.calendar._calls._under_way == {}


def test_secrets_do_not_show_in_representations(office: Office) -> None:
    account = office.account()
    assert account.secret["refresh_token"] not in repr(account)
    assert office.app.client_secret not in repr(office.app)
