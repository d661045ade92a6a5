"""Live turns over a real WebSocket on a real server."""

import json
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from websockets.exceptions import ConnectionClosed, InvalidStatus

from domain.vocabulary import UserRole
from tests.services.interview_room.talk import dialogue
from tests.support.identity import key_for, session_for
from tests.support.patience import PATIENCE_SECONDS
from tests.web.room import INES, RoomSite, said, tell
from web.api.interview_socket import LARGEST_FRAME, Close
from web.desk.session import COOKIE


def bodies(first: int = 1, count: int = 6) -> list[dict[str, Any]]:
    """Turns as a recorder sends them."""
    talk = dialogue()
    return [
        {
            "text": turn.text,
            "timestamp": turn.spoken_at.isoformat(),
            "speaker": turn.speaker,
            "turn_key": turn.turn_key,
            "confidence": 90,
        }
        for turn in talk[first - 1 : first - 1 + count]
    ]


async def kept(room: RoomSite) -> list[dict[str, Any]]:
    async with room.client() as client:
        answer = await client.get(f"{room.path}/turns")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_a_recorder_goes_on_where_it_was_cut_off(room: RoomSite) -> None:
    async with room.socket() as socket:
        assert (await said(socket))["last_sequence"] == 0
        added = await tell(socket, type="turns", id="one", turns=bodies(1, 3))
        assert (added["type"], added["id"], added["last_sequence"], added["repeated"]) == (
            "added",
            "one",
            3,
            0,
        )
        await socket.send(json.dumps({"type": "turns", "turns": bodies(4, 1)}))
    async with room.socket("?turn_key=t2") as socket:
        ready = await said(socket)
        assert [turn["turn_key"] for turn in ready["turns"]][:1] == ["t3"]
        added = await tell(socket, type="turns", turns=bodies(3, 4))
        assert added["last_sequence"] == 6
        resumed = await tell(socket, type="resume", id="r", after=4)
        assert [turn["turn_key"] for turn in resumed["turns"]] == ["t5", "t6"]
        assert resumed["is_whole"]
    rows = await kept(room)
    assert [row["sequence"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [row["turn_key"] for row in rows] == [f"t{n}" for n in range(1, 7)]
    assert [row["speaker_role"] for row in rows] == ["host", "guest"] * 3


async def test_a_frame_that_does_not_fit_is_told_and_the_connection_goes_on(room: RoomSite) -> None:
    async with room.socket() as socket:
        await said(socket)
        for frame, field in (
            ("{", None),
            ('{"type": "dance"}', None),
            ('{"type": "turns", "id": "x", "turns": []}', "turns"),
            ('{"type": "turns", "turns": [{"text": "a", "speaker": "Ana"}]}', "turns.0.speaker"),
            ('{"type": "turns", "turns": [{"text": "a", "is_interim": true}]}', "turns.0.turn_key"),
            ('{"type": "turns", "turns": [{"text": "a\\u0000"}]}', "turns.0.text"),
            ('{"type": "turns", "turns": [{"text": "\\ud800"}]}', None),
            ('{"type": "turns", "turns": [{"text": "a", "name": "x"}]}', "turns.0.name"),
        ):
            await socket.send(frame)
            answer = await said(socket)
            assert answer["type"] == "error", frame
            assert answer["problem"]["status"] == 422
            if field is not None:
                assert answer["problem"]["field"] == field
        assert (await tell(socket, type="turns", turns=bodies()))["last_sequence"] == 6


async def test_what_is_no_text_or_too_large_ends_the_connection_with_a_code(room: RoomSite) -> None:
    for message, code in ((b"\x00\x01", Close.NOT_TEXT), ("x" * (LARGEST_FRAME + 1), Close.TOO_LARGE)):
        async with room.socket() as socket:
            await said(socket)
            await socket.send(message)
            with pytest.raises(ConnectionClosed) as closed:
                await socket.recv()
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == code


async def refused(room: RoomSite, headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
    with pytest.raises(InvalidStatus) as caught:
        async with room.socket(headers=headers):
            pass
    return caught.value.response.status_code, json.loads(caught.value.response.body)


async def test_whoever_may_not_record_is_told_before_the_connection(room: RoomSite) -> None:
    status, problem = await refused(room, {})
    assert (status, problem["title"]) == (401, "Unauthorized")
    assert (await refused(room, room.headers("usk_wrong")))[0] == 401
    for role in (UserRole.RECRUITER, UserRole.INTERVIEWER):
        await room.data.a_user(role, email=f"other-{role}@hiring.example")
        assert (await refused(room, room.headers(await key_for(room.owner, f"other-{role}@hiring.example"))))[
            0
        ] == 404
    await room.data.a_user(UserRole.AUDITOR, email="aud@hiring.example")
    assert (await refused(room, room.headers(await key_for(room.owner, "aud@hiring.example"))))[0] == 403


async def test_a_browser_connects_from_our_own_page_only(room: RoomSite) -> None:
    cookie = {"Cookie": f"{COOKIE}={await session_for(room.owner, INES)}"}
    assert (await refused(room, cookie))[0] == 401
    assert (await refused(room, cookie | {"Origin": "https://elsewhere.example"}))[0] == 401
    async with room.socket(headers=cookie | {"Origin": room.port.url}) as socket:
        assert (await said(socket))["type"] == "ready"
        assert (await tell(socket, type="turns", turns=bodies(1, 1)))["last_sequence"] == 1


async def test_an_interview_that_is_over_takes_no_turns(room: RoomSite) -> None:
    await room.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    admin = room.headers(await key_for(room.owner, "ada@hiring.example"))
    http = httpx.AsyncClient(base_url=room.port.url, timeout=PATIENCE_SECONDS)
    async with room.socket() as socket, http as client:
        await said(socket)
        room.clock.forward(days=30)
        done = await client.post(f"{room.path}/complete", headers=admin)
        assert done.status_code == 200, done.text
        answer = await tell(socket, type="turns", turns=bodies())
        assert answer["problem"]["status"] == 409
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == Close.NOT_NOW
        refusal = await client.post(f"{room.path}/turns", headers=room.headers(), json={"turns": bodies()})
        assert (refusal.status_code, refusal.json()["field"]) == (409, "status")
    assert await kept(room) == []


async def test_a_key_that_is_revoked_or_lacks_the_scope_is_out_at_once(room: RoomSite) -> None:
    async with room.socket() as socket:
        await said(socket)

        async with room.owner.begin() as session:
            await session.execute(text('UPDATE api_keys SET scopes = \'["read", "write"]\''))
        answer = await tell(socket, type="turns", turns=bodies())
        assert (answer["problem"]["status"], answer["problem"]["field"]) == (403, "scope")
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == Close.FORBIDDEN
    async with room.owner.begin() as session:
        await session.execute(text("UPDATE api_keys SET revoked_at = now()"))
    assert (await refused(room, room.headers()))[0] == 401


async def test_an_interview_that_is_not_there_is_told_as_such(room: RoomSite) -> None:
    room.interview = UUID(int=1)
    assert (await refused(room, room.headers()))[0] == 404
