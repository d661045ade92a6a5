"""Push notices: opened, greeted, heard, verified, closed."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.calendars import CalendarRefusedError, PushChannel
from integrations.google_calendar import genuine, is_greeting
from tests.doubles.google import Hand
from tests.integrations.google_calendar.ear import Ear, listen
from tests.integrations.google_calendar.office import HOUR, START, Office

TOKEN = "a-long-random-token"


@pytest.fixture
async def ear() -> AsyncIterator[Ear]:
    async with listen() as opened:
        yield opened


async def test_a_change_is_told_and_the_notice_is_genuine(office: Office, owner: Hand, ear: Ear) -> None:
    channel = await office.calendar.watch(office.account(), "channel-1", TOKEN, ear.address)
    greeting = await ear.heard()
    assert is_greeting(greeting)
    owner.write("Dentist", START, START + HOUR)
    notice = await ear.heard()
    assert not is_greeting(notice)
    assert genuine(notice, channel, TOKEN)


async def test_a_forged_notice_is_not_genuine(office: Office, ear: Ear) -> None:
    channel = await office.calendar.watch(office.account(), "channel-1", TOKEN, ear.address)
    notice = await ear.heard()
    for header in ("x-goog-channel-token", "x-goog-channel-id", "x-goog-resource-id"):
        assert not genuine({**notice, header: "forged"}, channel, TOKEN)
        assert not genuine({name: value for name, value in notice.items() if name != header}, channel, TOKEN)
    assert not genuine(notice, replace(channel, channel_id="another"), TOKEN)
    assert not genuine({**notice, "x-goog-channel-token": ""}, channel, "")
    assert not genuine({**notice, "x-goog-channel-token": "ü"}, channel, TOKEN)


async def test_a_channel_says_when_it_ends(office: Office, ear: Ear) -> None:
    channel = await office.calendar.watch(office.account(), "channel-1", TOKEN, ear.address)
    left = channel.expires_at - datetime.now(UTC)
    assert timedelta(days=6) < left <= timedelta(days=7)


async def test_a_closed_channel_is_silent_and_closing_it_again_is_done(
    office: Office, owner: Hand, ear: Ear
) -> None:
    account = office.account()
    first = await office.calendar.watch(account, "channel-1", TOKEN, ear.address)
    second = await office.calendar.watch(account, "channel-2", TOKEN, ear.address)
    await ear.heard()
    await ear.heard()
    await office.calendar.unwatch(account, first)
    await office.calendar.unwatch(account, first)
    owner.write("Dentist", START, START + HOUR)
    assert genuine(await ear.heard(), second, TOKEN)
    assert ear.silent()


async def test_a_used_channel_id_and_a_bad_address_are_refused(office: Office, ear: Ear) -> None:
    account = office.account()
    await office.calendar.watch(account, "channel-1", TOKEN, ear.address)
    with pytest.raises(CalendarRefusedError, match="channelIdNotUnique"):
        await office.calendar.watch(account, "channel-1", TOKEN, ear.address)
    with pytest.raises(CalendarRefusedError, match=r"push\.webhookUrlNotHttps"):
        await office.calendar.watch(account, "channel-2", TOKEN, "http://company.example/hook")


async def test_an_address_that_google_does_not_trust_does_not_cost_the_owner_s_access(
    office: Office, ear: Ear
) -> None:
    office.google.faults.answer(401, "push.webhookUrlUnauthorized", on="watch")
    with pytest.raises(CalendarRefusedError, match=r"push\.webhookUrlUnauthorized"):
        await office.calendar.watch(office.account(), "channel-1", TOKEN, ear.address)
    assert office.kept == []


async def test_a_channel_that_ended_by_itself_is_silent(office: Office, owner: Hand, ear: Ear) -> None:
    account = office.account()
    channel = await office.calendar.watch(account, "channel-1", TOKEN, ear.address)
    await ear.heard()
    office.google.clock.advance(timedelta(days=8))
    owner.write("Dentist", START, START + HOUR)
    office.google.push.stop()
    assert ear.silent()
    assert isinstance(channel, PushChannel)
