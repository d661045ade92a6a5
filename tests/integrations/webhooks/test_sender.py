"""The sender against real receivers: what it takes as an answer, and where it does not go."""

import asyncio
import socket
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook

from domain.webhooks.port import HookMessage
from integrations.webhooks import HttpHookSender, SenderRules
from tests.doubles.hook_receiver import HookReceiver, answer, hang, hook_receiver

SECRET, OLD = "whsec_" + "QQ" * 21 + "QQ", "whsec_" + "Zm9v" * 8
LOOPBACK = frozenset({"127.0.0.1", "localhost"})


def _message(url: str, *secrets: str) -> HookMessage:
    body = '{"type":"job_closed","timestamp":"2026-04-13T08:30:00+00:00","data":{"sequence":7}}'
    return HookMessage(url, "evt_1", datetime.now(UTC), body.encode(), secrets or (SECRET,))


async def test_a_receiver_verifies_with_the_library_and_with_either_secret() -> None:
    async with hook_receiver() as receiver:
        for known in (SECRET, OLD):
            receiver.secrets = [known]
            got = await HttpHookSender(SenderRules(LOOPBACK)).send(_message(receiver.url, SECRET, OLD))
            assert (got.status, got.failure) == (204, None)
        assert {one.id for one in receiver.received} == {"evt_1"}
        assert receiver.forged == 0
        receiver.secrets = ["whsec_" + "YmFy" * 8]
        assert (await HttpHookSender(SenderRules(LOOPBACK)).send(_message(receiver.url))).status == 401


async def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    async with hook_receiver() as inside, hook_receiver() as receiver:
        receiver.secrets, receiver.answering = [SECRET], answer(307, location=inside.url)
        got = await HttpHookSender(SenderRules(LOOPBACK)).send(_message(receiver.url))
        assert got.status == 307
        assert inside.received == []
        assert inside.forged == 0


async def test_how_long_to_wait_is_read_and_bounded() -> None:
    async with hook_receiver() as receiver:
        receiver.secrets = [SECRET]
        for said, meant in (("7", timedelta(seconds=7)), ("99999999999", timedelta(days=1)), ("soon", None)):
            receiver.answering = answer(503, **{"retry-after": said})
            got = await HttpHookSender(SenderRules(LOOPBACK)).send(_message(receiver.url))
            assert (got.status, got.retry_after) == (503, meant)


async def test_a_receiver_that_hangs_costs_the_time_limit_and_no_more() -> None:
    async with hook_receiver() as receiver:
        receiver.secrets, receiver.answering = [SECRET], hang
        got = await HttpHookSender(SenderRules(LOOPBACK, timeout=0.2)).send(_message(receiver.url))
        assert (got.status, got.failure) == (None, "timeout")
        assert got.duration < timedelta(seconds=5)


async def test_nobody_there_and_no_such_name_are_answers_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    sender = HttpHookSender(SenderRules(LOOPBACK, timeout=5))
    assert (await sender.send(_message(f"http://127.0.0.1:{port}/"))).failure == "connection"
    assert (await sender.send(_message("https://no.such.name.invalid/"))).failure in {"connection", "timeout"}


async def test_without_permission_nothing_inside_is_reached(receiver: HookReceiver) -> None:
    sender = HttpHookSender(SenderRules())
    for url in (receiver.url, receiver.url.replace("http:", "https:"), "https://localhost/"):
        assert (await sender.send(_message(url))).failure == "address"
    assert receiver.received == []


async def test_a_name_that_leads_inside_when_it_is_looked_up_is_not_called(
    receiver: HookReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after DNS rebinding: the name was fine when it was entered."""
    asked: list[str] = []

    async def rebound(host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        asked.append(host)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("169.254.169.254", port)),
        ]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", rebound)
    got = await HttpHookSender(SenderRules()).send(_message("https://ats.northwind.example/hook"))
    assert (got.failure, asked) == ("address", ["ats.northwind.example"])


async def test_an_endless_answer_is_cut_off(receiver: HookReceiver) -> None:
    from starlette.responses import Response

    async def endless(_: object) -> Response:
        return Response(b"x" * 5_000_000, 200)

    receiver.secrets, receiver.answering = [SECRET], endless
    assert (await HttpHookSender(SenderRules(LOOPBACK)).send(_message(receiver.url))).status == 200


@pytest.fixture
async def receiver() -> Any:
    async with hook_receiver() as made:
        yield made


def test_the_library_agrees_on_what_a_secret_is() -> None:
    assert Webhook(SECRET).sign("evt_1", datetime.now(UTC), "{}").startswith("v1,")
