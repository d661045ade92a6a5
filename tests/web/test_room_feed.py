"""Following an interview as it happens: without a gap, without a double, and not longer than one may."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest
from sqlalchemy import text

from domain.errors import InvalidInputError
from services.interview_room import deletion
from services.interview_room.turns import add_turns
from tests.services.interview_room.talk import dialogue
from tests.support.data import BY_HAND, MONDAY
from tests.support.patience import PATIENCE_SECONDS
from tests.web.room import Event, RoomSite, following
from web import room_feed
from web.reading.room_news import Position, read_position


async def say(room: RoomSite, first: int, last: int) -> None:
    async with room.owner.begin() as session:
        await add_turns(session, room.interview, dialogue()[first - 1 : last], MONDAY)


def plain(url: str) -> str:
    """An address as the driver takes it."""
    return url.replace("postgresql+psycopg://", "postgresql://")


async def take(stream: AsyncIterator[Event], count: int) -> list[Event]:
    async with asyncio.timeout(PATIENCE_SECONDS):
        return [await anext(stream) for _ in range(count)]


async def test_a_reader_goes_on_behind_the_last_event_without_a_gap_or_a_double(room: RoomSite) -> None:
    path = f"{room.path}/room/stream"
    await say(room, 1, 2)
    async with room.client() as client:
        async with following(client, path) as stream:
            seen = await take(stream, 2)
            await say(room, 3, 3)
            seen += await take(stream, 1)
        await say(room, 4, 6)
        async with following(client, path, seen[-1].id) as stream:
            # Roles became known meanwhile, so earlier turns are told again, as they are now.
            later = await take(stream, 6)
    assert [event.data["sequence"] for event in seen] == [1, 2, 3]
    assert sorted(event.data["sequence"] for event in later) == [1, 2, 3, 4, 5, 6]
    assert all(event.data["speaker_role"] for event in later)
    revisions = [event.data["revision"] for event in [*seen, *later]]
    assert revisions == sorted(set(revisions))


async def test_a_deleted_transcript_is_to_be_forgotten_also_by_who_was_away(room: RoomSite) -> None:
    path = f"{room.path}/room/stream"
    await say(room, 1, 3)
    async with room.client() as client:
        async with following(client, path) as stream:
            seen = await take(stream, 3)
            await _delete(room)
            reset = (await take(stream, 1))[0]
            await say(room, 1, 1)
            fresh = (await take(stream, 1))[0]
        async with following(client, path, seen[-1].id) as stream:
            away = await take(stream, 2)
    assert (reset.kind, fresh.kind, fresh.data["sequence"]) == ("reset", "turn", 1)
    assert [event.kind for event in away] == ["reset", "turn"]


async def _delete(room: RoomSite) -> None:
    async with room.owner.begin() as session:
        await deletion.remove(session, room.interview, cause=BY_HAND, at=MONDAY)


async def test_whoever_may_not_read_any_more_hears_nothing_more(room: RoomSite) -> None:
    await say(room, 1, 1)
    async with room.client() as client, following(client, f"{room.path}/room/stream") as stream:
        await take(stream, 1)
        async with room.owner.begin() as session:
            await session.execute(text("UPDATE api_keys SET revoked_at = now()"))
        await say(room, 2, 2)
        with pytest.raises(StopAsyncIteration):
            await take(stream, 1)


async def test_news_come_also_while_the_listening_connection_is_down(
    room: RoomSite, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_feed, "FALLBACK_SECONDS", 0.2)
    monkeypatch.setattr(room_feed, "RECONNECT_SECONDS", 60)
    async with room.client() as client, following(client, f"{room.path}/room/stream") as stream:
        await say(room, 1, 1)
        await take(stream, 1)
        # As the cluster's own user: nobody else sees what others ask.
        async with await psycopg.AsyncConnection.connect(plain(database_url), autocommit=True) as connection:
            ended = 0
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not ended:  # the first news may come before the connection listens
                    ended = (
                        await connection.execute(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            " WHERE datname = current_database() AND query LIKE 'LISTEN%'"
                            " AND pid <> pg_backend_pid()"
                        )
                    ).rowcount
                    await asyncio.sleep(0.02)
            assert ended == 1
        await say(room, 2, 2)
        assert (await take(stream, 1))[0].data["sequence"] == 2


def test_a_position_is_read_back_and_nothing_else_is() -> None:
    assert read_position(str(Position(7, "0a1b2c3d"))) == Position(7, "0a1b2c3d")
    for wrong in ("", "7", "-", "7-", "x-0", "7-xyz", "9" * 30 + "-0", "7-" + "a" * 9, "\u0667-0"):
        with pytest.raises(InvalidInputError):
            read_position(wrong)
