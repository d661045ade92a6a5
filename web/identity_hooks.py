"""Messages of the identity provider about people: signed, each with one effect."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from domain.errors import InvalidInputError
from domain.identity.events import read_event
from services.identity import provider_events
from web.deps import Deps, ReceivedAt

router = APIRouter(include_in_schema=False)


@router.post("/hooks/identity")
async def take(request: Request, deps: Deps, at: ReceivedAt) -> Response:
    """Take one message. 204: it had its effect, or had it before, or has none; the provider need not repeat it.

    Everything else than a signed message is answered alike, so a stranger learns nothing. What is signed but cannot
    be read is an error that the provider's own log shows.
    """
    check = deps.identity.message
    if check is None:
        raise HTTPException(404)
    body = await request.body()
    try:
        message = check(body, request.headers)
    except InvalidInputError:
        raise HTTPException(401, "This message is not signed by the identity provider.") from None
    now = deps.wall()
    try:
        event = read_event(message.body, deps.identity.issuer, now)
    except InvalidInputError as error:
        return JSONResponse({"detail": str(error), "field": error.field}, 422)
    if event is not None:
        async with deps.sessions.begin() as session:
            await provider_events.apply(
                session,
                event,
                message.id,
                deps.identity.roles,
                trusts_mail=deps.identity.trusts_mail,
                now=now,
                at=at,
            )
    return Response(status_code=204)
