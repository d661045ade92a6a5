"""Files of this machine, for whoever holds a link that we signed. Players ask for parts of them (RFC 9110, 14)."""

from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

from web.deps import Deps

router = APIRouter(include_in_schema=False)
POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""Nothing in a file runs or loads anything, also when it is opened by itself."""
KEPT = "private, max-age=600"


@router.api_route("/files/{file_id}/{token}", methods=["GET", "HEAD"])
async def serve(deps: Deps, file_id: UUID, token: str) -> FileResponse:
    """The file that the link names. Raises LinkError, ObjectGoneError; 404 where another service serves files."""
    if deps.media is None or deps.media.door is None:
        raise HTTPException(404)
    served = deps.media.door.open(file_id, token, deps.wall())
    shown = served.shown
    kind = "inline" if shown.inline else "attachment"
    return FileResponse(
        served.path,
        media_type=shown.media_type,
        headers={
            "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(shown.filename, safe='')}",
            "Content-Security-Policy": POLICY,
            "Cache-Control": KEPT,
        },
    )
