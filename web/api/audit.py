"""Reading the log, checking it, and taking a signed part of it along."""

from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from domain.access.vocabulary import Purpose, Seen
from domain.audit import bundle
from domain.errors import InvalidInputError
from domain.vocabulary import Trigger, UserRole
from services import access, audit, audit_export
from services.audit import LogFilter
from services.audit_export import Order
from services.audit_keys import TrustedKeys
from services.audit_verify import LogCheck, Progress
from services.log import Subject
from web.acting import HIRING, Act, ApiCaller
from web.api.bodies import Instant
from web.api.shapes import Shape
from web.paging import DEFAULT, LARGEST_NUMBER, After, Limit, cursor, read_cursor
from web.reading.audit import READERS, keys_of, snapshot

router = APIRouter(prefix="/audit", tags=["audit"])
Name = Annotated[str | None, Field(max_length=100)]
Behind = Annotated[
    int, Query(ge=0, le=LARGEST_NUMBER, description="Rows behind this number: what a follower has seen.")
]


class LogQuery(BaseModel):
    """Which rows; what is not given does not filter."""

    job_id: UUID | None = None
    application_id: UUID | None = None
    interview_id: UUID | None = None
    actor_id: Annotated[UUID | None, Field(description="User who acted.")] = None
    action: Name = None
    trigger: Trigger | None = None
    flag: Name = None
    since: Annotated[Instant | None, Field(description="From then on.")] = None
    until: Annotated[Instant | None, Field(description="Before then.")] = None
    text: Annotated[
        str | None, Field(max_length=200, description="Beginnings of words that stand in the reason.")
    ] = None

    def wanted(self) -> LogFilter:
        """As services know it. Raises InvalidInputError for a text without a word."""
        if self.text is not None and audit.words_of(self.text) is None:
            raise InvalidInputError("There is no word in it.", field="text", remedy="Give letters or digits.")
        return LogFilter(**self.model_dump())


Rows = Annotated[LogQuery, Query()]


class LogPage(Shape):
    """Rows of the log in order; `next` is the `after` of the next page."""

    items: list[dict[str, Any]]
    next: str | None


class Form(StrEnum):
    """Which files an export holds."""

    BOTH = "both"
    JSONL = "jsonl"
    CSV = "csv"


FILES = {Form.BOTH: (bundle.JSONL, bundle.CSV), Form.JSONL: (bundle.JSONL,), Form.CSV: (bundle.CSV,)}


class LogKey(Shape):
    """The key that seals and exports are signed with."""

    algorithm: str = Field(description="The signature's algorithm (RFC 8032).", examples=["Ed25519"])
    key_id: str = Field(
        description="Fingerprint: the first half of the SHA-256 of the key's 32 bytes.",
        examples=["66a8-4d1a-0fd1-7b4e-93bc-6c5c-0ae2-2f10"],
    )
    public_key: str = Field(
        description="The public key, PEM.",
        examples=["-----BEGIN PUBLIC KEY-----\n...\n-----END PUBLIC KEY-----\n"],
    )


class LogVerdict(Shape):
    """What a check of the whole chain found."""

    fits: bool = Field(description="Every row fits its seal.")
    rows: int = Field(description="Rows that were looked at.", examples=[1204])
    sealed: int = Field(description="Those of them that are sealed.", examples=[1200])
    head: str = Field(
        description="Seal of the last sealed row, in hexadecimal.", examples=["9f86d081884c7d65"]
    )
    signed: int = Field(description="Batches of seals with a genuine signature.", examples=[12])
    unsigned: int = Field(description="Batches sealed where no key was set.", examples=[0])
    unknown: int = Field(description="Batches signed with a key that is not known here.", examples=[0])
    first_misfit: int | None = Field(
        description="Number of the first row that does not fit.", examples=[None]
    )
    what: str | None = Field(description="What is wrong there.", examples=[None])


@router.get("", summary="Read the log in order")
async def read(
    caller: ApiCaller, query: Rows, behind: Behind = 0, after: After = None, limit: Limit = DEFAULT
) -> LogPage:
    """Oldest first. A recruiter sees rows of own jobs. To follow the log, give the last `sequence` as `behind`."""
    wanted = query.wanted()
    start = behind if after is None else max(behind, *read_cursor(after, _number))
    async with caller.begin() as act:
        act.needs(UserRole.AUDITOR, *HIRING)
        if act.role in READERS:
            await _note(act, Seen.LOG, wanted, Purpose.API)
            await audit.as_auditor(act.session)
            await audit.plan_for_words(act.session, wanted)
        rows = await audit.page(act.session, wanted, after=start, limit=limit + 1)
        items = [audit.as_record(row) for row in rows[:limit]]
        return LogPage(items=items, next=cursor(rows[limit - 1].sequence) if len(rows) > limit else None)


def _number(text: str) -> int:
    """A sequence number. Raises ValueError for what cannot be one."""
    number = int(text)
    if not 0 <= number <= LARGEST_NUMBER:
        raise ValueError(text)
    return number


@router.get("/key", summary="Read the public key of the log")
async def key(caller: ApiCaller) -> LogKey:
    """Keep a copy outside of this installation: it is what exports are checked with."""
    async with caller.begin():
        keys = keys_of(caller)
    return LogKey(algorithm="Ed25519", key_id=keys.key_id, public_key=keys.public_pem.decode())


@router.get("/verify", summary="Check the whole chain")
async def verify(caller: ApiCaller) -> LogVerdict:
    """Hashes every row again, from the first one on: about a minute for a million rows."""
    async with caller.begin() as act:
        act.needs(*READERS)
        await _note(act, Seen.LOG, LogFilter(), Purpose.API)
    keys = caller.deps.log_keys
    async with snapshot(caller) as session:
        async for progress in LogCheck(keys.trusted if keys else TrustedKeys({})).run(session):
            last = progress
    return _verdict(last)


def _verdict(last: Progress) -> LogVerdict:
    return LogVerdict(
        fits=last.fault is None,
        rows=last.rows,
        sealed=last.sealed,
        head=last.head,
        signed=last.signed,
        unsigned=last.unsigned,
        unknown=last.unknown,
        first_misfit=last.fault.sequence if last.fault else None,
        what=last.fault.what if last.fault else None,
    )


@router.get(
    "/export",
    summary="Take a signed part of the log along",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "A ZIP: rows, manifest, signature, public key.",
            "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def export(
    caller: ApiCaller,
    query: Rows,
    form: Annotated[Form, Query(description="JSON Lines for checking, CSV for a spreadsheet.")] = Form.BOTH,
) -> StreamingResponse:
    """Streamed, of any size. The export is noted in the record of accesses."""
    wanted, keys = query.wanted(), keys_of(caller)
    async with caller.begin() as act:
        act.needs(*READERS)
        await _note(act, Seen.LOG_EXPORT, wanted, Purpose.API)
    order = Order(wanted, f"{act.role} {act.user_id}", act.at, FILES[form])

    async def pieces() -> AsyncIterator[bytes]:
        async with snapshot(caller) as session:
            async for piece in audit_export.write(session, order, keys):
                yield piece

    headers = {"Content-Disposition": 'attachment; filename="understudy-log.zip"'}
    return StreamingResponse(pieces(), media_type="application/zip", headers=headers)


async def _note(act: Act, what: Seen, wanted: LogFilter, purpose: Purpose) -> None:
    about = Subject(wanted.job_id, wanted.application_id, wanted.interview_id)
    await access.note(act.session, what, about, at=act.at, purpose=purpose)
