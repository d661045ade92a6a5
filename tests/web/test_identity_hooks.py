"""Messages of an identity provider: signed, once, in any order."""

import base64
import json
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from standardwebhooks import Webhook

from domain.identity.arrival import RoleRules
from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from integrations.oidc import message_checker
from tests.support.data import Data, Sessions
from tests.support.identity import key_for, session_for
from tests.web.site import BASE, FORM_KEY, Clock
from web.app import create_app
from web.deps import Identity, WebDeps
from web.desk.session import COOKIE

SECRET = "whsec_" + base64.b64encode(b"a secret of these tests alone").decode()
ISSUER = "https://clerk.corp.example"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
RULES = RoleRules({"it": UserRole.ADMIN}, UserRole.INTERVIEWER)


class Provider:
    """The provider's hand."""

    def __init__(self, http: httpx.AsyncClient, owner: Sessions) -> None:
        self.http = http
        self.owner = owner

    async def send(
        self,
        message: Any,
        *,
        message_id: str | None = None,
        secret: str = SECRET,
        at: datetime | None = None,
        prefix: str = "webhook",
    ) -> int:
        """Sign and send a message. Returns the status."""
        body = message if isinstance(message, str) else json.dumps(message)
        message_id, at = message_id or f"msg_{uuid4()}", at or datetime.now(UTC)
        headers = {
            f"{prefix}-id": message_id,
            f"{prefix}-timestamp": str(int(at.timestamp())),
            f"{prefix}-signature": Webhook(secret).sign(message_id, at, body),
        }
        return (await self.http.post("/hooks/identity", content=body, headers=headers)).status_code

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Rows, seen by the owner."""
        async with self.owner.begin() as session:
            return [tuple(row) for row in await session.execute(text(sql))]


@pytest.fixture
async def provider(web_sessions: Sessions, owner_sessions: Sessions) -> AsyncIterator[Provider]:
    """A product that takes messages."""
    identity = Identity(roles=RULES, issuer=ISSUER, message=message_checker(SECRET))
    deps = WebDeps(web_sessions, Clock(), SignedLinks("k" * 40, BASE), BASE, FORM_KEY, identity=identity)
    transport = httpx.ASGITransport(create_app(deps))
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as http:
        yield Provider(http, owner_sessions)


def clerk(
    kind: str,
    minutes: float = 0,
    *,
    email: str = "ines@corp.example",
    verified: str = "verified",
    **more: Any,
) -> dict[str, Any]:
    """A message as Clerk writes it, so many minutes after noon."""
    data: dict[str, Any] = {"id": "user_2ines"}
    if kind != "user.deleted":
        data |= {
            "first_name": "Inés",
            "last_name": "Interviewer",
            "email_addresses": [
                {"id": "idn_0", "email_address": "old@corp.example", "verification": {"status": "verified"}},
                {"id": "idn_1", "email_address": email, "verification": {"status": verified}},
            ],
            "primary_email_address_id": "idn_1",
            **more,
        }
    happened = NOON + timedelta(minutes=minutes)
    return {"type": kind, "object": "event", "timestamp": int(happened.timestamp() * 1000), "data": data}


USERS = "SELECT email, name, role, disabled_at IS NOT NULL FROM users ORDER BY created_at"


@pytest.mark.parametrize("prefix", ["webhook", "svix"])
async def test_somebody_is_added_kept_up_to_date_and_let_in_no_more(provider: Provider, prefix: str) -> None:
    await provider.send(clerk("user.created"), prefix=prefix)
    assert await provider.rows(USERS) == [("ines@corp.example", "Inés Interviewer", "interviewer", False)]
    changed = clerk("user.updated", 1, email="new@corp.example", first_name="Inez")
    assert await provider.send(changed, prefix=prefix) == 204
    assert await provider.rows(USERS) == [("new@corp.example", "Inez Interviewer", "interviewer", False)]
    key = await key_for(provider.owner, "new@corp.example")
    token = await session_for(provider.owner, "new@corp.example")
    provider.http.cookies.set(COOKIE, token)
    assert (await provider.http.get("/")).status_code == 200
    assert await provider.send(clerk("user.deleted", 2), prefix=prefix) == 204
    assert await provider.rows(USERS) == [("new@corp.example", "Inez Interviewer", "interviewer", True)]
    assert (await provider.http.get("/")).status_code == 303
    headers = {"Authorization": f"Bearer {key}"}
    assert (await provider.http.get("/api/v1/jobs", headers=headers)).status_code == 401
    log = (await provider.rows("SELECT string_agg(l::text, '') FROM automation_logs l"))[0][0]
    assert "corp.example" not in str(log)
    assert "Inez" not in str(log)


async def test_who_interviewed_stays_when_the_provider_deletes_them(provider: Provider, data: Data) -> None:
    await provider.send(clerk("user.created"))
    ((user,),) = await provider.rows("SELECT id FROM users")
    job = await data.a_job(interviewer_ids=(user,))
    await provider.send(clerk("user.deleted", 1))
    assert await provider.rows(f"SELECT user_id FROM job_interviewers WHERE job_id = '{job}'") == [(user,)]


async def test_events_in_any_order_and_repeated_end_the_same(provider: Provider) -> None:
    """What is newest counts, and a deletion is final, however messages arrive."""
    story = [
        ("a", clerk("user.created")),
        ("b", clerk("user.updated", 1, first_name="Second")),
        ("c", clerk("user.updated", 2, first_name="Third")),
    ]
    chance = random.Random(7)
    for _ in range(6):
        messages = story * 2
        chance.shuffle(messages)
        for name, message in messages:
            assert await provider.send(message, message_id=f"msg_{name}_{_}") == 204
        assert [row[1] for row in await provider.rows(USERS)] == ["Third Interviewer"]
        await provider.rows("DELETE FROM users RETURNING id")


async def test_a_deletion_before_the_creation_keeps_somebody_out(provider: Provider) -> None:
    assert await provider.send(clerk("user.deleted", 5)) == 204
    assert await provider.send(clerk("user.created")) == 204
    assert await provider.rows(USERS) == []


async def test_a_replayed_message_has_no_second_effect(provider: Provider) -> None:
    await provider.send(clerk("user.created"), message_id="msg_1")
    await provider.rows("UPDATE users SET name = 'By hand' RETURNING id")
    assert await provider.send(clerk("user.created"), message_id="msg_1") == 204
    assert (await provider.rows(USERS))[0][1] == "By hand"


async def test_what_is_not_signed_now_by_the_provider_has_no_effect(provider: Provider) -> None:
    now = datetime.now(UTC)
    other = "whsec_" + base64.b64encode(b"another secret, long enough").decode()
    assert await provider.send(clerk("user.created"), secret=other) == 401
    for late in (now - timedelta(minutes=6), now + timedelta(minutes=6)):
        assert await provider.send(clerk("user.created"), at=late) == 401
    bare = await provider.http.post("/hooks/identity", json=clerk("user.created"))
    assert bare.status_code == 401
    for signature in ("", "v1,", "v1,%%%", "v2,abc", "no comma", "v1,a b,c"):
        headers = {
            "webhook-id": "a",
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": signature,
        }
        answer = await provider.http.post("/hooks/identity", content=b"\xff{}", headers=headers)
        assert answer.status_code == 401, signature
    assert await provider.rows(USERS) == []


async def test_a_message_about_something_else_is_taken_and_one_without_sense_is_named(
    provider: Provider,
) -> None:
    assert await provider.send({"type": "session.created", "data": {}}) == 204
    for nonsense in ("[]", "no json", {"type": "user.created"}, {"type": "user.created", "data": {"id": 7}}):
        assert await provider.send(nonsense) == 422
    assert await provider.send({"type": "user.created", "data": {"id": "x", "email_addresses": "y"}}) == 204
    assert await provider.rows(USERS) == []


async def test_an_address_that_is_not_verified_links_nobody(provider: Provider, data: Data) -> None:
    await data.a_user(UserRole.ADMIN, email="ines@corp.example", name="Ada")
    assert await provider.send(clerk("user.created", verified="unverified")) == 204
    assert await provider.rows("SELECT count(*) FROM identities") == [(0,)]
    assert await provider.send(clerk("user.updated", 1)) == 204
    assert await provider.rows("SELECT subject FROM identities") == [("user_2ines",)]


async def test_a_role_follows_the_groups_but_the_last_admin_stays(provider: Provider, data: Data) -> None:
    admins: dict[str, Any] = {"public_metadata": {"groups": ["it"]}}
    nobody: dict[str, Any] = {"public_metadata": {"groups": []}}
    await provider.send(clerk("user.created", **admins))
    assert (await provider.rows(USERS))[0][2] == "admin"
    await provider.send(clerk("user.updated", 1, **nobody))
    assert (await provider.rows(USERS))[0][2] == "admin", "somebody has to be one"
    await data.a_user(UserRole.ADMIN)
    await provider.send(clerk("user.updated", 2))
    assert (await provider.rows(USERS))[0][2] == "admin", "nothing was said about groups"
    await provider.send(clerk("user.updated", 3, **nobody))
    assert (await provider.rows(USERS))[0][2] == "interviewer"


async def test_the_last_admin_is_signed_out_but_not_disabled(provider: Provider) -> None:
    await provider.send(clerk("user.created", public_metadata={"groups": ["it"]}))
    key = await key_for(provider.owner, "ines@corp.example")
    assert await provider.send(clerk("user.deleted", 1)) == 204
    assert (await provider.rows(USERS))[0][2:] == ("admin", False)
    headers = {"Authorization": f"Bearer {key}"}
    assert (await provider.http.get("/api/v1/jobs", headers=headers)).status_code == 401


async def test_without_the_secret_there_is_no_such_address(site_without: httpx.AsyncClient) -> None:
    assert (await site_without.post("/hooks/identity", json={})).status_code == 404


@pytest.fixture
async def site_without(web_sessions: Sessions) -> AsyncIterator[httpx.AsyncClient]:
    """A product that takes no messages."""
    deps = WebDeps(web_sessions, Clock(), SignedLinks("k" * 40, BASE), BASE, FORM_KEY)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_app(deps)), base_url=BASE) as http:
        yield http
