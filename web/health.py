"""Whether this process can work."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from web.deps import Deps

router = APIRouter(include_in_schema=False)


@router.api_route("/healthz", methods=["GET", "HEAD"])
async def health(deps: Deps) -> JSONResponse:
    """200 when the database answers, else 503."""
    try:
        async with deps.sessions.begin() as session:
            await session.execute(text("SELECT 1"))
    except (DBAPIError, PoolTimeoutError, OSError):
        return JSONResponse({"status": "no database"}, 503)
    return JSONResponse({"status": "ok"})
