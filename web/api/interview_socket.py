"""Live turns over a WebSocket: for recorders that send many, and must go on after a broken connection.

Frames are JSON text. The server begins with `ready`, which says what it has. `turns` is answered with `added`,
`resume` with `ready`. An input that does not fit is answered with `error` and the connection goes on; anything else
ends it with an `error` frame and one of the codes of `Close`. Whoever may not connect gets an HTTP answer.
"""

import logging
from dataclasses import replace
from enum import IntEnum
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Query, WebSocket, WebSocketDisconnect
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse

from domain.errors import (
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    UnavailableError,
    UnderstudyError,
)
from domain.identity import Scope
from domain.interview_room.turns import LONGEST_KEY
from services import find
from services.access import current_request
from services.identity import tokens
from services.interview_room import live
from web.acting import MEMBERS, Act, Caller, Proof
from web.api.socket_frames import Frame, Resume, error_frame, read_frame, ready_frame
from web.api.turn_bodies import added_shape
from web.deps import WebDeps
from web.desk.session import COOKIE
from web.errors import from_database
from web.faults import RateLimitedError
from web.judging import judging_of
from web.origin import is_own_page

logger = logging.getLogger(__name__)
router = APIRouter()

LARGEST_FRAME = 256 * 1024
"""Characters of one frame, as of the body of a request."""
MOST_A_MINUTE = RateLimitItemPerMinute(3000, namespace="frames")
"""Frames of one key or browser: fifty a second, a few times what the quickest talk with interim words brings."""
MOST_OPEN = 20
"""Connections of one key or browser in this process."""

AfterSequence = Annotated[int | None, Query(ge=0, le=2**31 - 1)]
AfterKey = Annotated[str | None, Query(min_length=1, max_length=LONGEST_KEY)]


class Close(IntEnum):
    """Why the server ended a connection (RFC 6455, 7.4; from 4000 on, numbers of our own after HTTP's)."""

    NOT_TEXT = 1003
    TOO_LARGE = 1009
    FAULT = 1011
    TRY_LATER = 1013
    SIGNED_OUT = 4401
    FORBIDDEN = 4403
    GONE = 4404
    NOT_NOW = 4409
    """The interview is neither confirmed nor in progress, or holds as many turns as it may."""
    TOO_MANY = 4429


_CODES: tuple[tuple[type[UnderstudyError], Close], ...] = (
    (RateLimitedError, Close.TOO_MANY),
    (ForbiddenError, Close.FORBIDDEN),
    (NotFoundError, Close.GONE),
    (ConflictError, Close.NOT_NOW),
    (UnavailableError, Close.TRY_LATER),
)


class SignedOutError(UnderstudyError):
    """The key or session does not hold, or does not any more."""

    code = "unauthorized"


class Sockets:
    """Open connections and frames of this process, by who opened them."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())
        self._open: dict[bytes, int] = {}

    def opened(self, caller: Caller) -> None:
        """Raises RateLimitedError when too many are open."""
        digest = caller.proof.digest
        if self._open.get(digest, 0) >= MOST_OPEN:
            raise RateLimitedError(f"{MOST_OPEN} connections are open already.", {"Retry-After": "10"})
        self._open[digest] = self._open.get(digest, 0) + 1

    def closed(self, caller: Caller) -> None:
        """One less."""
        digest = caller.proof.digest
        self._open[digest] -= 1
        if not self._open[digest]:
            del self._open[digest]

    def count_frame(self, caller: Caller) -> None:
        """Raises RateLimitedError when there were too many in the last minute."""
        if not self._window.hit(MOST_A_MINUTE, caller.proof.digest.hex()):
            raise RateLimitedError(
                f"More than {MOST_A_MINUTE.amount} frames in a minute.", {"Retry-After": "10"}
            )


@router.websocket("/interviews/{interview_id}/turns/stream")
async def stream(
    socket: WebSocket, interview_id: UUID, after: AfterSequence = None, turn_key: AfterKey = None
) -> None:
    """Take turns until either side ends it. `after` or `turn_key` name the last turn that the sender knows kept."""
    request_id = uuid4().hex
    current_request.set(request_id)
    sockets = _sockets(socket)
    try:
        caller = _caller(socket)
        known = await caller.check()
        if known.must_change:
            raise ForbiddenError("Choose a password first.")
        async with caller.begin() as act:
            await _enter(act, interview_id)
            first = await ready_frame(act.session, interview_id, after, turn_key)
        sockets.opened(caller)
    except (UnderstudyError, HTTPException, SQLAlchemyError) as error:
        await _deny(socket, _told(error), request_id)
        return
    try:
        await socket.accept()
        await socket.send_json(first)
        await _serve(socket, caller, interview_id, request_id)
    except WebSocketDisconnect:
        logger.info("request %s: the client went away", request_id)
    finally:
        sockets.closed(caller)


async def _serve(socket: WebSocket, caller: Caller, interview_id: UUID, request_id: str) -> None:
    sockets = _sockets(socket)
    while (text := await _text(socket)) is not None:
        frame_id: str | None = None
        try:
            sockets.count_frame(caller)
            frame = read_frame(text)
            frame_id = frame.id
            now = replace(caller, at=caller.deps.clock())
            answer = await _answer(socket, now, interview_id, frame)
        except InvalidInputError as error:
            answer = error_frame(error, request_id, frame_id)
        except (UnderstudyError, HTTPException, SQLAlchemyError) as error:
            told = _told(error)
            await socket.send_json(error_frame(told, request_id, frame_id))
            if isinstance(told, InvalidInputError):
                continue
            await socket.close(_code(told), told.code)
            return
        await socket.send_json(answer)


async def _text(socket: WebSocket) -> str | None:
    """The next frame; None when the connection ended, or was ended here."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        return None
    text: str | None = message.get("text")
    if text is None:
        await socket.close(Close.NOT_TEXT, "frames are JSON text")
        return None
    if len(text) > LARGEST_FRAME:
        await socket.close(Close.TOO_LARGE, f"a frame has at most {LARGEST_FRAME} characters")
        return None
    return text


async def _answer(socket: WebSocket, caller: Caller, interview_id: UUID, frame: Frame) -> dict[str, Any]:
    async with caller.begin() as act:
        await _enter(act, interview_id)
        if isinstance(frame, Resume):
            return await ready_frame(act.session, interview_id, frame.after, frame.turn_key)
        added = await live.take(act.session, interview_id, frame.all(act.at), cause=act.cause(), now=act.at)
    if added.finals:
        judging_of(socket).due(caller, interview_id)
    return {"type": "added", "id": frame.id, **added_shape(added).model_dump(mode="json")}


async def _enter(act: Act, interview_id: UUID) -> None:
    act.needs(*MEMBERS)
    live.check_recordable(await find.interview(act.session, interview_id))


def _caller(socket: WebSocket) -> Caller:
    """Whose key or browser connects. A browser must come from a page of ours: others' pages send its cookie along."""
    deps: WebDeps = socket.app.state.deps
    scheme, _, token = socket.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.startswith(tokens.KEY):
        return Caller(deps, deps.clock(), Proof.of("key", token), scope=Scope.TRANSCRIPTS)
    cookie = socket.cookies.get(COOKIE, "")
    if cookie.startswith(tokens.SESSION) and is_own_page(socket.headers.get("origin"), deps):
        return Caller(deps, deps.clock(), Proof.of("session", cookie))
    raise SignedOutError(
        "The API key is missing, wrong, revoked or has ended.",
        remedy="Send it as `Authorization: Bearer usk_...`.",
    )


def _told(error: Exception) -> UnderstudyError:
    """The error as its sender is told of it."""
    if isinstance(error, UnderstudyError):
        return error
    if isinstance(error, HTTPException):
        return SignedOutError(error.detail)
    known = from_database(error)
    if known is None:
        raise error
    return known


def _code(error: UnderstudyError) -> Close:
    if isinstance(error, SignedOutError):
        return Close.SIGNED_OUT
    return next((code for kind, code in _CODES if isinstance(error, kind)), Close.FAULT)


async def _deny(socket: WebSocket, error: UnderstudyError, request_id: str) -> None:
    problem = error_frame(error, request_id, None)["problem"]
    headers = dict(error.headers) if isinstance(error, RateLimitedError) else {}
    if isinstance(error, SignedOutError):
        problem["status"] = 401
        headers["WWW-Authenticate"] = "Bearer"
    response = JSONResponse(problem, problem["status"], headers, "application/problem+json")
    if "websocket.http.response" in socket.scope.get("extensions", {}):
        await socket.send_denial_response(response)
    else:
        await socket.close(_code(error), error.code)


def _sockets(connection: HTTPConnection) -> Sockets:
    found: Sockets = connection.app.state.sockets
    return found
