"""Signatures of an identity provider's messages: Standard Webhooks, also under the older names of Svix (Clerk)."""

import base64
import binascii
from collections.abc import Mapping

from standardwebhooks import Webhook, WebhookVerificationError

from domain.errors import InvalidInputError, SetupError
from domain.identity.ports import MessageChecker, SignedMessage

_NAMES = ("id", "timestamp", "signature")
_LONGEST_ID = 200
_FEWEST_BYTES = 24
"""Of a secret, as the Standard Webhooks specification asks."""


def message_checker(secret: str) -> MessageChecker:
    """Checks messages with a secret (`whsec_…`, base64). A message is good for five minutes around its time.

    Raises SetupError for a secret that is none.
    """
    try:
        key = base64.b64decode(secret.removeprefix("whsec_") + "==", validate=False)
    except binascii.Error:
        key = b""
    if len(key) < _FEWEST_BYTES:
        raise SetupError(
            "UNDERSTUDY_IDENTITY_WEBHOOK_SECRET is not a webhook secret.",
            remedy="Copy it from the provider: whsec_ and at least 24 bytes in base64.",
        )
    webhook = Webhook(key)

    def check(body: bytes, headers: Mapping[str, str]) -> SignedMessage:
        given = {f"webhook-{name}": _header(headers, name) for name in _NAMES}
        try:
            # Text that is no UTF-8, or a signature that is no base64, is as forged as a wrong one.
            webhook.verify(body, given, json_parse=False)
        except (WebhookVerificationError, ValueError) as error:
            raise InvalidInputError("This message is not signed by the identity provider.") from error
        if len(given["webhook-id"]) > _LONGEST_ID:
            raise InvalidInputError("The message's id is too long.")
        return SignedMessage(given["webhook-id"], body)

    return check


def _header(headers: Mapping[str, str], name: str) -> str:
    return headers.get(f"webhook-{name}") or headers.get(f"svix-{name}") or ""
