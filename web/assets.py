"""Our own style sheets and scripts: a hash of the content stands in the name, so browsers may keep them for ever."""

import hashlib
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.exceptions import HTTPException

FOLDER = Path(__file__).parent / "static"
FOREVER = "public, max-age=31536000, immutable"


def _hashed(path: Path) -> str:
    digest = hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()
    return f"{path.stem}.{digest}{path.suffix}"


_KINDS = {".css": "text/css", ".js": "text/javascript"}
_FILES = [path for path in sorted(FOLDER.iterdir()) if path.suffix in _KINDS]

NAMES = {path.name: _hashed(path) for path in _FILES}
"""Public name by file name."""
_CONTENT = {NAMES[path.name]: (path.read_bytes(), _KINDS[path.suffix]) for path in _FILES}

router = APIRouter(include_in_schema=False)


@router.api_route("/static/{name}", methods=["GET", "HEAD"])
async def asset(name: str) -> Response:
    """A style sheet or script by its public name."""
    if name not in _CONTENT:
        raise HTTPException(404)
    content, kind = _CONTENT[name]
    return Response(content, media_type=kind, headers={"Cache-Control": FOREVER})
