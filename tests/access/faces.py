"""A web tier over a world with two of everything, whose rows can be recognised on any page."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from sqlalchemy import text

from domain.access import MATRIX
from domain.vocabulary import LinkPurpose
from integrations.links import SignedLinks
from services.identity import tokens
from tests.access.routes import Route, bodies, routes
from tests.access.world import Side, World
from tests.support.data import Sessions
from tests.support.identity import as_, session_for, signs
from tests.support.media_files import wav
from tests.support.patience import PATIENCE_SECONDS
from tests.web.site import Clock
from web.desk.session import COOKIE, _form_token

PERSON, JOB = ("QUIRINA", "QUIRINB"), ("JOBTEXTA", "JOBTEXTB")
"""Words that stand in rows of a person, and of a job, of each side, and nowhere else."""
FIELDS: Mapping[str, str] = {
    "reason": "It was asked for.", "more": "1", "size": "4", "text": "Some words.", "answer": "Some words.",
    "outcome": "kept", "role": "interviewer", "action": "keep", "act": "reject", "asked": "yes", "confirm": "yes",
}  # fmt: skip
"""What forms of the desk are filled with."""
BUTTONS = {"jobs": "pause", "applications": "reject", "flags": "reminders", "users": "disable"}
"""What stands for `name` in an address, by its first part."""
SOMEBODY = "7c5e2b1a-93d4-4b52-8c7e-5a1d0f6b2e31"
"""The user of the API's examples."""
QUIET = ("web_sessions", "api_keys", "sign_ins", "repeated_requests", "access_log")
"""Tables that a refused request may touch: when somebody was last seen, and what they looked at."""
MARK = """
    UPDATE jobs SET title = '{job} baker', description = '{job} bakes' WHERE recruiter_id = '{me}';
    UPDATE applications SET resume_text = '{person} resume', masked_text = '{person} masked', summary = '{person} fits'
        WHERE job_id = '{id}';
    UPDATE candidates SET name = '{person} Name ' || left(id::text, 8), phone = '{person}',
        email = '{person}.' || left(id::text, 8) || '@a.org'
        WHERE id IN (SELECT candidate_id FROM applications WHERE job_id = '{id}');
    UPDATE files SET filename = '{person}.pdf'
        WHERE id IN (SELECT resume_file_id FROM applications WHERE job_id = '{id}');
    UPDATE negotiation_sessions SET history = replace(history::text, 'Tuesday', '{person} Tuesday')::jsonb
        WHERE interview_id IN (SELECT id FROM interviews WHERE job_id = '{id}');
    UPDATE transcripts SET text = '{person} said'
        WHERE interview_id IN (SELECT id FROM interviews WHERE job_id = '{id}');
    UPDATE interviewer_scorecards SET summary = '{person} in short'
        WHERE interview_id IN (SELECT id FROM interviews WHERE job_id = '{id}');
    UPDATE scorecards SET summary = '{person} in short'
        WHERE interview_id IN (SELECT id FROM interviews WHERE job_id = '{id}');
    UPDATE ai_insights SET content = '{person} noticed'
        WHERE interview_id IN (SELECT id FROM interviews WHERE job_id = '{id}');
    UPDATE files SET filename = '{person}.wav' WHERE id IN (SELECT r.file_id FROM interview_recordings r
        JOIN interviews i ON i.id = r.interview_id WHERE i.job_id = '{id}');
    UPDATE files SET filename = '{job}.pdf' WHERE id IN (SELECT file_id FROM job_interview_media WHERE job_id = '{id}');
    UPDATE candidate_requests SET message = '{person} asks' WHERE job_id = '{id}';
    UPDATE webhook_endpoints SET url = 'https://{job}.example' WHERE owner_id = '{me}'
"""


@dataclass(frozen=True)
class Caller:
    """Somebody who asks. `user` None: a stranger."""

    who: str
    user: UUID | None = None
    email: str = ""
    cookie: str = ""


@dataclass
class Faces:
    """The application, its rows, and people who ask for them."""

    app: FastAPI
    http: httpx.AsyncClient
    links: SignedLinks
    clock: Clock
    owner: Sessions
    world: World
    form_key: str
    callers: dict[str, Caller] = field(default_factory=dict)
    bodies: dict[Route, dict[str, Any]] = field(default_factory=dict)
    routes: list[Route] = field(default_factory=list)
    picked: object = None
    """The application that forms over several rows name."""

    async def prepare(self) -> None:
        """Mark the rows of both sides, and let everybody in."""
        self.bodies, self.routes = bodies(self.app), routes(self.app)
        async with self.owner.begin() as session:
            for n, side in enumerate(self.world.sides):
                words = {"job": JOB[n], "person": PERSON[n], "me": side.recruiter, "id": side.job}
                for statement in MARK.format(**words).split(";\n"):
                    await session.execute(text(statement))
            # Risks are shown with the facts that they stand on, which nobody made up here.
            await session.execute(text("DELETE FROM no_show_risks"))
            emails = {row.id: row.email for row in await session.execute(text("SELECT id, email FROM users"))}
        self.callers["stranger"] = Caller("stranger")
        self.picked = (await self.ids(self.world.sides[0]))["application_id"]
        for letter, side in zip("AB", self.world.sides, strict=True):
            for role, user in side.people.items():
                cookie = await session_for(self.owner, emails[user])
                self.callers[f"{role} {letter}"] = Caller(f"{role} {letter}", user, emails[user], cookie)

    async def ids(self, side: Side, *, interview: UUID | None = None) -> dict[str, object]:
        """What the addresses of one side's rows are made of."""
        wanted = interview or side.booked
        query = text("""
            SELECT (SELECT application_id FROM interviews WHERE id = :interview) AS application_id,
                   (SELECT candidate_id FROM interviews WHERE id = :interview) AS candidate_id,
                   (SELECT id FROM api_keys WHERE user_id = :me LIMIT 1) AS key_id,
                   (SELECT id FROM web_sessions WHERE user_id = :me LIMIT 1) AS session_id,
                   (SELECT id FROM calendar_accounts WHERE user_id = :me) AS account_id,
                   (SELECT id FROM webhook_endpoints WHERE owner_id = :me) AS endpoint_id,
                   (SELECT id FROM candidate_requests WHERE interview_id = :interview) AS request_id,
                   (SELECT id FROM api_keys WHERE user_id = :them LIMIT 1) AS their_key_id,
                   (SELECT max(sequence) FROM automation_logs WHERE job_id = :job) AS log_row,
                   (SELECT id FROM alerts) AS alert_id,
                   (SELECT min(id::text) FROM interview_types) AS type_id,
                   (SELECT min(id::text) FROM skills) AS skill_id,
                   (SELECT min(id::text) FROM questions) AS question_id,
                   (SELECT id FROM interview_questions WHERE interview_id = :interview) AS interview_question_id,
                   (SELECT file_id FROM job_interview_media WHERE job_id = :job LIMIT 1) AS file_id,
                   (SELECT id FROM interview_recordings WHERE interview_id = :interview LIMIT 1) AS recording_id,
                   (SELECT id FROM ai_insights WHERE interview_id = :interview LIMIT 1) AS insight_id
        """)
        values = {"interview": wanted, "me": side.recruiter, "them": side.interviewer, "job": side.job}
        async with self.owner() as session:
            row = (await session.execute(query, values)).one()
        return {**row._mapping, "interview_id": wanted, "job_id": side.job, "user_id": side.interviewer}

    def address(self, route: Route, ids: Mapping[str, object], **more: object) -> str:
        """The address of a row."""
        first = route.path.removeprefix("/api/v1").strip("/").partition("/")[0]
        act = "retry" if "processing" in route.path else BUTTONS["users"]
        names = {"name": BUTTONS.get(first, "x"), "act_name": act, "token": "x"}
        sequence = ids["log_row"] if first == "audit" else 1
        key = ids["their_key_id"] if "user_id" in route.names else ids["key_id"]
        return route.at({**names, "sequence": sequence, **ids, "key_id": key, **more})

    async def ask(
        self, route: Route, caller: Caller, address: str, *, user: object = SOMEBODY, **form: str
    ) -> httpx.Response:
        """A well-formed request in somebody's name: with the body of the API's examples, or the form of a page."""
        sent: dict[str, Any] = {"headers": as_(caller.email) if route.is_api and caller.user else {}}
        if route.is_api and route in self.bodies:
            sent["json"] = json.loads(json.dumps(self.bodies[route]).replace(SOMEBODY, str(user)))
        elif route.is_api and route.path.endswith(("/media", "/recordings")) and route.method == "POST":
            sent |= {"content": wav(), "params": {"kind": "audio"}}
            sent["headers"] |= {"X-File-Name": "talk.wav"}
        elif route.is_api and "{recording_id}" in route.path:
            sent["params"] = {"reason": "for a test"}
        elif route.is_api and route.path.endswith("/applications") and route.method == "POST":
            sent["files"] = {"file": ("cv.txt", b"Baker since 2019.", "text/plain")}
        elif route.method == "POST":
            csrf = form_token(self.form_key, caller.cookie)
            sent["data"] = {**FIELDS, "pick": f"{self.picked}.seen", "csrf": csrf, **form}
            if route.path.endswith("/processing"):
                sent["data"]["act"] = "retry"
            if route.path.endswith(("/media", "/recording")):
                sent["data"]["kind"] = "audio"
                sent["files"] = {"file": ("talk.wav", wav(), "audio/wav")}
        self.http.cookies.clear()
        if caller.cookie and not route.is_api:
            self.http.cookies.set(COOKIE, caller.cookie, domain=self.http.base_url.host)
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await self.http.request(route.method, address, **sent)

    def token(self, interview: UUID, purpose: str, *, generation: int = 0, days: float = 60) -> str:
        """A genuine token."""
        expires = self.clock.now + timedelta(days=days)
        return self.links.sign(interview, LinkPurpose(purpose), generation, expires)

    def purpose(self, name: str) -> LinkPurpose:
        """A purpose by the word in an address."""
        return LinkPurpose(name)

    @property
    def later(self) -> datetime:
        """When links that still hold end."""
        return self.clock.now + timedelta(days=60)

    async def state(self) -> dict[str, str]:
        """A fingerprint of each table that a refused request must not change."""
        async with self.owner() as session:
            return {
                name: str(
                    await session.scalar(
                        text(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t")
                    )
                )
                for name in MATRIX
                if name not in QUIET
            }


class _Deps:
    """As much of the web tier's dependencies as a form token needs."""

    def __init__(self, form_key: str) -> None:
        self.form_key = form_key


def form_token(form_key: str, cookie: str) -> str:
    """What a form of a browser with this cookie sends along."""
    return _form_token(_Deps(form_key), cookie)  # type: ignore[arg-type]  # the token needs nothing but the key


def strangers_key() -> str:
    """A key that looks right and belongs to nobody."""
    return tokens.new(tokens.KEY)


def make_client(app: FastAPI, owner: Sessions, base: str) -> httpx.AsyncClient:
    """A client in whose requests `as_` puts keys."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=base, event_hooks={"request": [signs(owner)]})
