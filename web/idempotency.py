"""Idempotency-Key (IETF httpapi draft): a request that comes again has its effect once and gets the same answer.

The answer is kept in the transaction of the act itself, so a crash between the two leaves neither. It is kept for 24
hours, encrypted with a key made from the caller's own key and one of ours: answers may hold a new secret, and whoever
reads the table must not get it by guessing keys. A request that fails changed nothing and keeps nothing: it may be
tried again with the same key.
"""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from fastapi import Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from starlette.responses import Response
from starlette.types import Message, Receive

from domain.errors import InvalidInputError
from domain.vocabulary import UserRole
from models import RepeatedRequest
from services import repeats
from services.context import act_as_user
from web.deps import deps_of
from web.faults import RequestRunningError

HEADER, REPLAYED = "Idempotency-Key", "Idempotency-Replayed"
METHODS = frozenset({"POST", "PUT", "PATCH"})
SHORTEST, LONGEST = 16, 255
KEPT_HEADERS = ("content-type", "location", "etag")
NONCE_BYTES = 12
OWN_ROLE = text("SELECT set_config('role', 'understudy_web', true)")


class AnsweredBeforeError(Exception):
    """Not a fault: ends a handler whose request was answered before."""

    def __init__(self, response: Response) -> None:
        """`response` is what was answered then."""
        super().__init__("answered before")
        self.response = response


async def answered_before(request: Request, error: Exception) -> Response:
    """The earlier answer, once more."""
    del request
    assert isinstance(error, AnsweredBeforeError)  # noqa: S101 - registered for this class alone
    return error.response


class RepeatableAct:
    """One request with a key: the transaction around everything that its handler does."""

    def __init__(self, request: Request, key: str, receive: Receive) -> None:
        """Raises InvalidInputError for a key that is too short to be unique, or too long."""
        if not (SHORTEST <= len(key) <= LONGEST and key.isascii() and key.isprintable()):
            raise InvalidInputError(
                f"An {HEADER} has {SHORTEST} to {LONGEST} printable characters.",
                field=HEADER,
                remedy="Use a UUID, a new one for each request that is meant anew.",
            )
        self._key = key
        self._own_key = deps_of(request).form_key.encode()
        self._session: AsyncSession | None = None
        self._who: tuple[UUID, UserRole] | None = None
        kind = request.headers.get("content-type", "")
        self._boundary = _boundary(kind)
        self._tail = b""
        self._digest = hashlib.sha256()
        head = f"{request.method} {request.url.path}?{request.url.query} {kind.partition(';')[0]}\n"
        self._digest.update(head.encode())
        self._source = receive

    async def receive(self) -> Message:
        """The request's body, noted while it is read."""
        message = await self._source()
        if message["type"] == "http.request":
            self._add(message.get("body", b""), last=not message.get("more_body", False))
        return message

    def _add(self, chunk: bytes, *, last: bool) -> None:
        # The boundary of a form differs from try to try although the form is the same.
        data = self._tail + chunk
        if self._boundary:
            data = data.replace(self._boundary, b"*")
        kept = 0 if last or not self._boundary else len(self._boundary) - 1
        self._digest.update(data[: len(data) - kept])
        self._tail = data[len(data) - kept :]

    @asynccontextmanager
    async def part(self, sessions: async_sessionmaker[AsyncSession]) -> AsyncIterator[AsyncSession]:
        """A part of the one transaction; what fails in it takes back that part."""
        if self._session is None:
            self._session = sessions()
            await self._session.begin()
        async with self._session.begin_nested():
            yield self._session

    async def claim(self, session: AsyncSession, user_id: UUID, role: UserRole) -> None:
        """Make sure that this is the first request with its key.

        Raises AnsweredBeforeError with the earlier answer, RequestRunningError while the first is under way, and
        InvalidInputError when the key belongs to another request.
        """
        if self._who is not None:
            return
        self._who = (user_id, role)
        if not await repeats.hold(session, user_id, self._key_digest()):
            raise RequestRunningError(
                "The first request with this key is still under way.",
                field=HEADER,
                remedy="Wait a moment and send it again.",
            )
        kept = await repeats.kept(session, user_id, self._key_digest())
        if kept is None:
            return
        if kept.fingerprint != self._digest.digest():
            raise InvalidInputError(
                "This key was used for another request.",
                field=HEADER,
                remedy="Use a new key for a new request.",
            )
        raise AnsweredBeforeError(self._opened(kept))

    async def finish(self, response: Response) -> None:
        """Keep the answer and commit the act."""
        if self._session is None:
            return
        if self._who is not None:
            user_id, role = self._who
            # Handlers may have stepped into another role for what they read.
            await self._session.execute(OWN_ROLE)
            await act_as_user(self._session, role, user_id)
            await repeats.keep(
                self._session,
                user_id,
                self._key_digest(),
                self._digest.digest(),
                response.status_code,
                self._sealed(response),
            )
        await self._session.commit()

    async def close(self) -> None:
        """Take back what was not finished."""
        if self._session is not None:
            await self._session.close()

    def _key_digest(self) -> bytes:
        return hmac.digest(self._own_key, b"idempotency:" + self._key.encode(), "sha256")

    def _cipher(self) -> AESGCM:
        secret = HKDF(SHA256(), 32, self._own_key, b"understudy idempotency")
        return AESGCM(secret.derive(self._key.encode()))

    def _sealed(self, response: Response) -> bytes:
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        body = base64.b64encode(bytes(response.body)).decode()
        nonce = os.urandom(NONCE_BYTES)
        plain = json.dumps([headers, body]).encode()
        return nonce + self._cipher().encrypt(nonce, plain, self._digest.digest())

    def _opened(self, kept: RepeatedRequest) -> Response:
        nonce, sealed = kept.answer[:NONCE_BYTES], kept.answer[NONCE_BYTES:]
        headers, body = json.loads(self._cipher().decrypt(nonce, sealed, kept.fingerprint))
        return Response(base64.b64decode(body), kept.status, {**headers, REPLAYED: "true"})


def _boundary(content_type: str) -> bytes:
    kind, _, rest = content_type.partition("boundary=")
    if not kind.startswith("multipart/"):
        return b""
    return rest.partition(";")[0].strip().strip('"').encode()
