"""Values that a browser keeps for a few minutes without being able to read, change or lengthen them."""

import base64
import json
from collections.abc import Mapping
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer

from domain.errors import InvalidInputError, UnderstudyError
from domain.ports import SecretBox
from web.deps import WebDeps

LIFETIME_SECONDS = 10 * 60
"""On the wall clock: it bounds how long a secret lies in a browser."""


def seal(deps: WebDeps, box: SecretBox, purpose: str, content: Mapping[str, Any]) -> str:
    """The content, encrypted and signed. `purpose` names what it is for, and for whom."""
    closed = box.encrypt(json.dumps(content).encode(), _associated(purpose))
    text = _signer(deps).dumps(base64.urlsafe_b64encode(closed).decode())
    return text if isinstance(text, str) else text.decode()


def unseal(deps: WebDeps, box: SecretBox, purpose: str, text: str) -> dict[str, Any]:
    """The content. Raises InvalidInputError for one that is too old, forged, or made for something else."""
    try:
        closed = _signer(deps).loads(text, max_age=LIFETIME_SECONDS)
        content: dict[str, Any] = json.loads(
            box.decrypt(base64.urlsafe_b64decode(closed), _associated(purpose))
        )
    except (BadData, UnderstudyError) as error:
        raise InvalidInputError(
            "This step took too long, or belongs to another page.", remedy="Begin again from your calendars."
        ) from error
    return content


def _associated(purpose: str) -> bytes:
    return f"web:{purpose}".encode()


def _signer(deps: WebDeps) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(deps.form_key, salt="understudy.sealed")
