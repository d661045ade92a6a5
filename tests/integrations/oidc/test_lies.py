"""Answers of a provider that must not be believed, and addresses that must not be asked."""

import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from joserfc.jwk import OctKey, RSAKey

from domain.errors import InvalidInputError, SetupError, UnavailableError
from domain.identity.arrival import Arrival
from domain.identity.ports import SignInRequest
from integrations.oidc import OpenIdProvider, ProviderRules, message_checker
from tests.integrations.oidc.lying_provider import LyingProvider, lying_provider

BACK = "https://hiring.example/sign-in/callback"


@pytest.fixture
async def liar() -> AsyncIterator[LyingProvider]:
    """A provider that says what the test wants."""
    async with lying_provider() as running:
        yield running


def asking(liar: LyingProvider) -> OpenIdProvider:
    """The product's own side."""
    return OpenIdProvider(ProviderRules(liar.issuer, "understudy", "secret"))


async def finish(ours: OpenIdProvider, request: SignInRequest, **answer: str) -> Arrival:
    """The browser comes back."""
    return await ours.finish({"state": request.state, "code": "c", **answer}, request, BACK)


async def test_a_good_answer_is_believed(liar: LyingProvider) -> None:
    ours = asking(liar)
    request = await ours.begin(BACK)
    liar.will_say(request)
    arrival = await finish(ours, request)
    assert (arrival.issuer, arrival.subject, arrival.email_verified) == (liar.issuer, "ada", True)


OTHER = "https://other.example"
NOW = int(time.time())


@pytest.mark.parametrize(
    "lie",
    [
        {"iss": OTHER}, {"iss": None}, {"aud": "somebody-else"}, {"aud": ["somebody-else"]}, {"aud": None},
        {"aud": ["understudy", "somebody-else"], "azp": "somebody-else"}, {"aud": []},
        {"exp": NOW - 3600}, {"exp": None}, {"exp": "soon"}, {"iat": None}, {"nbf": NOW + 3600},
        {"nonce": "another"}, {"nonce": None}, {"sub": None}, {"sub": ""}, {"sub": 7}, {"sub": "x" * 1000},
        {"at_hash": "wrong"},
    ],
    ids=lambda lie: " ".join(lie) + " " + " ".join(type(v).__name__ for v in lie.values()),
)  # fmt: skip
async def test_a_token_that_does_not_fit_is_refused(liar: LyingProvider, lie: dict[str, Any]) -> None:
    ours = asking(liar)
    request = await ours.begin(BACK)
    liar.will_say(request, **lie)
    with pytest.raises(InvalidInputError, match="does not hold"):
        await finish(ours, request)


async def test_a_signature_by_another_key_or_by_none_is_refused(liar: LyingProvider) -> None:
    ours = asking(liar)
    request = await ours.begin(BACK)
    liar.will_say(request)
    public = liar.key.as_pem(private=False)
    lies: list[tuple[dict[str, Any], RSAKey | OctKey]] = [
        ({"alg": "RS256", "kid": "one"}, RSAKey.generate_key(2048, {"kid": "one"})),
        # The public key as if it were a shared secret.
        ({"alg": "HS256", "kid": "one"}, OctKey.import_key(public.replace(b"-----", b"====="))),
        ({"alg": "none"}, liar.key),
        ({"alg": "RS256", "kid": "unknown"}, liar.key),
    ]
    for liar.header, liar.signing in lies:
        with pytest.raises(InvalidInputError, match="does not hold"):
            await finish(ours, request)
    assert liar.asked_keys == 1, "unknown keys do not make us ask again and again"


async def test_a_provider_that_changed_its_key_is_believed_after_another_look(liar: LyingProvider) -> None:
    ours = asking(liar)
    request = await ours.begin(BACK)
    liar.will_say(request)
    await finish(ours, request)
    liar.key = RSAKey.generate_key(2048, {"kid": "two"})
    liar.header = {"alg": "RS256", "kid": "two"}
    fresh = asking(liar)
    assert (await finish(fresh, request)).subject == "ada"


async def test_what_userinfo_says_counts_only_for_the_same_person(liar: LyingProvider) -> None:
    ours = asking(liar)
    request = await ours.begin(BACK)
    liar.will_say(request, email=None, email_verified=None, groups=None)
    liar.userinfo = {"sub": "eve", "email": "eve@corp.example", "email_verified": True}
    assert (await finish(ours, request)).email is None
    liar.userinfo = {"sub": "ada", "email": "ada@corp.example", "email_verified": True, "groups": ["it"]}
    arrival = await finish(ours, request)
    assert (arrival.email, arrival.email_verified, arrival.groups) == ("ada@corp.example", True, ("it",))


@pytest.mark.parametrize(
    "lie",
    [
        {"issuer": OTHER},
        {"token_endpoint": "http://other.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": ""},
    ],
    ids=str,
)
async def test_metadata_of_another_issuer_or_with_unsafe_addresses_is_refused(
    liar: LyingProvider, lie: dict[str, str]
) -> None:
    liar.metadata = lie
    with pytest.raises(SetupError):
        await asking(liar).begin(BACK)


@pytest.mark.parametrize(
    "issuer", ["http://provider.example", "provider.example", "https://", "ftp://127.0.0.1", "https://x/?a=b"]
)
def test_only_https_issuers_are_asked(issuer: str) -> None:
    with pytest.raises(SetupError):
        OpenIdProvider(ProviderRules(issuer, "understudy"))


async def test_a_provider_that_is_not_there_is_said_so() -> None:
    with pytest.raises(UnavailableError):
        await OpenIdProvider(ProviderRules("http://127.0.0.1:1", "understudy")).begin(BACK)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_c2hvcnQ=", "not base64 at all %%%"])
def test_a_weak_secret_of_messages_is_refused_at_the_start(secret: str) -> None:
    with pytest.raises(SetupError):
        message_checker(secret)
