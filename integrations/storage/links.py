"""Signed, expiring addresses of single files: what S3 calls presigned, for files that the web tier serves itself."""

import hashlib
import math
from datetime import UTC, datetime
from uuid import UUID

from itsdangerous import BadData, URLSafeSerializer, base64_decode, base64_encode

from domain.errors import LinkError
from domain.storage import Shown

_LONGEST = 4096
_PARTS = 7
_REMEDY = "Reload the page that led here: it makes a new link."
_METHOD = "GET"


class FileLinks:
    """HMAC-SHA-256 over file, method, disposition, name and end: a token is good for exactly that."""

    def __init__(self, key: str, base_url: str) -> None:
        """`key` signs; `base_url` is where browsers reach the web tier."""
        self._base = base_url.rstrip("/")
        self._serializer = URLSafeSerializer(
            key,
            salt="understudy.file",
            signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"},
        )

    def sign(self, shown: Shown, expires_at: datetime) -> str:
        """The absolute address: `{base}/files/{file_id}/{token}`. Ends in whole seconds, rounded up."""
        token = self._serializer.dumps(
            [
                _METHOD,
                shown.file_id.hex,
                shown.key,
                shown.media_type,
                shown.filename,
                shown.inline,
                math.ceil(expires_at.timestamp()),
            ]
        )
        return f"{self._base}/files/{shown.file_id}/{token}"

    def check(self, token: str, file_id: UUID, now: datetime) -> Shown:
        """What a genuine token shows. Raises LinkError: forged, expired, or made for another file."""
        method, signed_id, key, media_type, filename, inline, expiry = self._load(token)
        if method != _METHOD or signed_id != file_id.hex:
            raise LinkError("This link belongs to another file.", remedy=_REMEDY)
        if now > datetime.fromtimestamp(expiry, UTC):
            raise LinkError("This link has expired.", remedy=_REMEDY)
        return Shown(file_id, key, media_type, filename, inline)

    def _load(self, token: str) -> tuple[str, str, str, str, str, bool, int]:
        try:
            if len(token) <= _LONGEST and _is_canonical(token):
                method, signed_id, key, media_type, filename, inline, expiry = self._serializer.loads(token)
                return method, signed_id, key, media_type, filename, inline, expiry
        except (BadData, UnicodeError):
            raise LinkError("This link is not valid.", remedy=_REMEDY) from None
        raise LinkError("This link is not valid.", remedy=_REMEDY)


def _is_canonical(token: str) -> bool:
    """Whether the signature has its only proper spelling: base64 leaves some last bits open."""
    signature = token.rpartition(".")[2]
    return base64_encode(base64_decode(signature)).decode() == signature
