"""A provider of a test's own making that says whatever the test wants: for answers that must not be believed."""

import base64
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey
from joserfc.jws import JWSRegistry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from domain.identity.ports import SignInRequest
from tests.support.calendars import a_port, serving


@dataclass
class LyingProvider:
    """What it publishes and signs; tests change it."""

    issuer: str
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "one"})
    signing: RSAKey | OctKey | None = None
    """None: the key that it publishes."""
    metadata: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    asked_keys: int = 0

    def will_say(self, request: SignInRequest, **claims: Any) -> None:
        """A good id token for this request, but for what the test changes; None takes a claim away."""
        now = int(time.time())
        good = {
            "iss": self.issuer, "sub": "ada", "aud": "understudy", "iat": now, "exp": now + 300,
            "nonce": request.nonce, "email": "ada@corp.example", "email_verified": True, "name": "Ada", "groups": [],
        }  # fmt: skip
        self.claims = {name: value for name, value in (good | claims).items() if value is not None}

    def _signed(self) -> str:
        if self.header["alg"] == "none":
            parts = [json.dumps(part).encode() for part in (self.header, self.claims)]
            return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts) + "."
        registry = JWSRegistry(algorithms=["RS256", "HS256"], strict_check_header=False)
        return jwt.encode(self.header, self.claims, self.signing or self.key, registry=registry)

    def app(self) -> Starlette:
        """Its addresses."""

        async def configuration(_: Request) -> JSONResponse:
            published = {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "userinfo_endpoint": f"{self.issuer}/userinfo",
                "jwks_uri": f"{self.issuer}/jwks",
                "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"],
            }
            return JSONResponse(published | self.metadata)

        async def jwks(_: Request) -> JSONResponse:
            self.asked_keys += 1
            return JSONResponse(KeySet([self.key]).as_dict(private=False))

        async def token(_: Request) -> JSONResponse:
            text = self._signed()
            return JSONResponse({"access_token": "a", "token_type": "Bearer", "id_token": text})

        async def userinfo(_: Request) -> JSONResponse:
            return JSONResponse(self.userinfo)

        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", configuration),
                Route("/jwks", jwks),
                Route("/token", token, methods=["POST"]),
                Route("/userinfo", userinfo),
            ]
        )


@asynccontextmanager
async def lying_provider() -> AsyncIterator[LyingProvider]:
    """One on a port of loopback."""
    with a_port() as port:
        made = LyingProvider(port.url)
        async with serving(made.app(), port):
            yield made
