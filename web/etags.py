"""Entity tags: a read tells which state it shows, an edit may say which state it is meant for (RFC 9110, 13.1)."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Header
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from web.faults import PreconditionError, PreconditionRequiredError

TAG = re.compile(r'(?:W/)?"[^"]*"|\*')
LONGEST = 2_000


def tag_of(body: bytes | BaseModel) -> str:
    """The tag of an answer's body, or of what would be that body. Strong: equal tags are equal bytes."""
    content = body if isinstance(body, bytes) else body.model_dump_json().encode()
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def conditional(request: Request, response: Response) -> Response:
    """The answer to a read with its tag; 304 without a body when the caller has it already."""
    if response.status_code != 200 or not getattr(response, "body", b""):  # noqa: PLR2004 - plain success
        return response
    tag = tag_of(bytes(response.body))
    response.headers["ETag"] = tag
    known = TAG.findall(request.headers.get("If-None-Match", "")[:LONGEST])
    if "*" in known or tag in {one.removeprefix("W/") for one in known}:
        # A changed thing has a changed tag, so its headers are those of the full answer.
        return Response(status_code=304, headers={"ETag": tag})
    return response


class Precondition:
    """What the caller says about the state that an edit is meant for."""

    def __init__(self, given: str | None) -> None:
        """`given` is the If-Match header, None: the edit is meant for whatever is there."""
        self._given = given

    async def holds(self, present: Callable[[], Awaitable[BaseModel]]) -> None:
        """Check before an edit, in its transaction. `present` is what a read would show now.

        Raises PreconditionError when the thing is no longer what the caller saw.
        """
        if self._given is None or self._given.strip() == "*":
            return
        if tag_of(await present()) not in TAG.findall(self._given[:LONGEST]):
            raise PreconditionError(
                "It changed since you read it; nothing was done.",
                field="If-Match",
                remedy="Read it again, decide anew, and send the edit with the new ETag.",
            )

    def required(self) -> None:
        """For an edit that replaces a whole list. Raises PreconditionRequiredError without If-Match."""
        if self._given is None:
            raise PreconditionRequiredError(
                "This replaces the whole list, so it must say which one.",
                field="If-Match",
                remedy="Read the list, send its ETag as If-Match; or * to replace whatever is there.",
            )


async def _precondition(
    if_match: Annotated[
        str | None,
        Header(
            alias="If-Match",
            max_length=LONGEST,
            description="ETag of the state that this edit is meant for, or `*`. Another state answers 412.",
        ),
    ] = None,
) -> Precondition:
    return Precondition(if_match)


IfMatch = Annotated[Precondition, Depends(_precondition)]
"""For every edit of something that can be read with an ETag."""
