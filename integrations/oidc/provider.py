"""Sign-in at a company's OpenID provider: code flow with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 9700)."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from domain.errors import ForbiddenError
from domain.identity.arrival import Arrival
from domain.identity.ports import SignInRequest
from integrations.oidc.discovery import Directory, check_address, exchange, fetch, refused

ALGORITHMS = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "EdDSA",
    "Ed25519",
)
"""With public keys only: neither `none` nor a secret that is shared."""
LEEWAY_SECONDS = 60
LONGEST = 300
"""Characters of a subject, name or address."""
MOST_GROUPS = 500


@dataclass(frozen=True, slots=True)
class ProviderRules:
    """How this installation is known to a provider."""

    issuer: str
    client_id: str
    client_secret: str | None = None
    groups_claim: str = "groups"


class OpenIdProvider:
    """A `domain.identity.ports.IdentityProvider`."""

    def __init__(self, rules: ProviderRules) -> None:
        """Asks nothing yet. Raises SetupError for an issuer that is not https (loopback excepted)."""
        self._rules = rules
        self._directory = Directory(rules.issuer)

    async def begin(self, redirect_uri: str) -> SignInRequest:
        """See the port."""
        metadata = await self._directory.metadata()
        verifier, state, nonce = generate_token(64), generate_token(43), generate_token(43)
        asked = {
            "response_type": "code",
            "client_id": self._rules.client_id,
            "redirect_uri": redirect_uri,
            "scope": self._scope(metadata),
            "state": state,
            "nonce": nonce,
            "code_challenge": create_s256_code_challenge(verifier),
            "code_challenge_method": "S256",
        }
        url: str = add_params_to_uri(metadata["authorization_endpoint"], list(asked.items()))
        return SignInRequest(url, state, nonce, verifier)

    async def finish(self, answer: Mapping[str, str], request: SignInRequest, redirect_uri: str) -> Arrival:
        """See the port."""
        if not hmac.compare_digest(answer.get("state", "").encode(), request.state.encode()):
            raise refused()
        metadata = await self._directory.metadata()
        # RFC 9207: an answer names its issuer, so that one provider's cannot pass for another's.
        named = answer.get("iss")
        must = metadata.get("authorization_response_iss_parameter_supported") is True
        if (named is not None or must) and named != self._rules.issuer:
            raise refused()
        if "error" in answer:
            raise ForbiddenError(
                "The sign-in was refused or cancelled at your company's provider.",
                remedy="Try again, or ask an admin.",
            )
        token = await self._token(metadata, answer.get("code", ""), request, redirect_uri)
        claims = await self._claims(token, request.nonce)
        return self._arrival(await self._completed(claims, metadata, token))

    def _scope(self, metadata: Mapping[str, Any]) -> str:
        scopes = ["openid", "email", "profile"]
        if self._rules.groups_claim in metadata.get("scopes_supported", ()):
            scopes.append(self._rules.groups_claim)
        return " ".join(scopes)

    async def _token(
        self, metadata: Mapping[str, Any], code: str, request: SignInRequest, redirect_uri: str
    ) -> Mapping[str, Any]:
        """What the provider gives for the code (RFC 6749, 4.1.3). A client without a secret has PKCE alone."""
        if not code:
            raise refused()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": request.code_verifier,
        }
        secret, basic = self._rules.client_secret, None
        known = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        if secret is not None and "client_secret_basic" in known:
            # RFC 6749, 2.3.1: both are encoded as form values first.
            basic = (quote_plus(self._rules.client_id), quote_plus(secret))
        else:
            form["client_id"] = self._rules.client_id
            if secret is not None:
                form["client_secret"] = secret
        return await exchange(metadata["token_endpoint"], form, basic)

    async def _claims(self, token: Mapping[str, Any], nonce: str) -> dict[str, Any]:
        """What the id token says, once its signature, issuer, audience, time and nonce are found right."""
        text = token.get("id_token")
        if not isinstance(text, str):
            raise refused()
        try:
            decoded = self._decoded(text, await self._directory.keys())
        except (JoseError, ValueError):
            # Providers change keys: one that is not known yet is looked for once more.
            decoded = None
        try:
            if decoded is None:
                decoded = self._decoded(text, await self._directory.keys(again=True))
            options = {
                "iss": {"essential": True, "value": self._rules.issuer},
                "aud": {"essential": True, "value": self._rules.client_id},
                "nonce": {"essential": True, "value": nonce},
            }
            params = {
                "nonce": nonce,
                "client_id": self._rules.client_id,
                "access_token": token.get("access_token"),
            }
            CodeIDToken(decoded.claims, decoded.header, options, params).validate(leeway=LEEWAY_SECONDS)
        except (JoseError, AuthlibBaseError, ValueError, TypeError, KeyError) as error:
            raise refused() from error
        return dict(decoded.claims)

    def _decoded(self, text: str, keys: KeySet) -> jwt.Token:
        registry = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
        return jwt.decode(text, keys, registry=registry)

    async def _completed(
        self, claims: dict[str, Any], metadata: Mapping[str, Any], token: Mapping[str, Any]
    ) -> dict[str, Any]:
        """With what only the userinfo endpoint says; the id token stands first."""
        endpoint, access = metadata.get("userinfo_endpoint"), token.get("access_token")
        wanted = {"email", "name", self._rules.groups_claim}
        if not isinstance(endpoint, str) or not isinstance(access, str) or wanted <= claims.keys():
            return claims
        more = await fetch(check_address(endpoint, "The provider's userinfo_endpoint"), bearer=access)
        # Core 5.3.2: an answer about somebody else must not be used.
        return {**more, **claims} if more.get("sub") == claims["sub"] else claims

    def _arrival(self, claims: Mapping[str, Any]) -> Arrival:
        subject = claims.get("sub")
        if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST:
            raise refused()
        groups = claims.get(self._rules.groups_claim)
        if isinstance(groups, str):
            groups = [groups]
        listed = [name for name in groups if isinstance(name, str)] if isinstance(groups, list) else []
        return Arrival(
            issuer=self._rules.issuer,
            subject=subject,
            email=_text(claims.get("email")),
            # Some providers write the word instead of the truth value.
            email_verified=claims.get("email_verified") in (True, "true", "True"),
            says_verified="email_verified" in claims,
            name=_text(claims.get("name")) or _text(claims.get("preferred_username")),
            groups=tuple(listed[:MOST_GROUPS]),
        )


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    cleaned = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return cleaned[:LONGEST] or None
