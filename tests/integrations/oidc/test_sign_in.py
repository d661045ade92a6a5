"""The whole way: from the sign-in page to a real provider and back."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy import text

from domain.identity.arrival import RoleRules
from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from integrations.oidc import OpenIdProvider, ProviderRules
from tests.integrations.oidc.provider_process import CLIENT, SECRET, Canaille, Person, canaille
from tests.support.data import Data, Sessions
from tests.web.site import BASE, FORM_KEY, Clock
from web.app import create_app
from web.deps import Identity, WebDeps
from web.desk.session import COOKIE as SESSION

ADA = Person("ada", "ada@corp.example", ("it", "everybody"))
ROSA = Person("rosa", "rosa@corp.example", ("hr",))
NOBODY = Person("nemo", "nemo@corp.example", ("everybody",))
GROUPS = RoleRules({"it": UserRole.ADMIN, "hr": UserRole.RECRUITER})
BACK = f"{BASE}/sign-in/callback"


@pytest.fixture(scope="module")
def provider() -> Iterator[Canaille]:
    """A provider that says that its mail addresses are verified."""
    with canaille(BACK, (ADA, ROSA, NOBODY)) as running:
        yield running


class Desk:
    """A browser at the desk."""

    def __init__(self, http: httpx.AsyncClient, provider: Canaille, owner: Sessions) -> None:
        self.http = http
        self.provider = provider
        self.owner = owner

    async def begin(self, **fields: str) -> str:
        """Press the button. Returns the provider's address."""
        page = await self.http.post("/sign-in/provider", data=fields)
        assert page.status_code == 200, page.text
        link = re.search(r'<a class="button" href="([^"]+)"', page.text)
        assert link, page.text
        address = unescape(link[1])
        assert page.headers["refresh"] == f"0; url={address}"
        return address

    async def sign_in(self, person: Person, **fields: str) -> httpx.Response:
        """There and back."""
        return await self.http.get(await self.provider.consent(await self.begin(**fields), person))

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Rows, seen by the owner."""
        async with self.owner.begin() as session:
            return [tuple(row) for row in await session.execute(text(sql))]


@asynccontextmanager
async def at(
    provider: Canaille,
    web: Sessions,
    owner: Sessions,
    *,
    trusts_mail: bool = False,
    roles: RoleRules = GROUPS,
) -> AsyncIterator[Desk]:
    """The product with this provider."""
    rules = ProviderRules(provider.issuer, CLIENT, SECRET)
    identity = Identity(OpenIdProvider(rules), roles, trusts_mail, provider.issuer)
    links = SignedLinks("k" * 40, BASE)
    app = create_app(WebDeps(web, Clock(), links, BASE, FORM_KEY, identity=identity))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as http:
        yield Desk(http, provider, owner)


@pytest.fixture
async def desk(provider: Canaille, web_sessions: Sessions, owner_sessions: Sessions) -> AsyncIterator[Desk]:
    """With groups that decide about roles."""
    async with at(provider, web_sessions, owner_sessions) as made:
        yield made


PEOPLE = (
    "SELECT u.email, u.role, i.subject FROM users u LEFT JOIN identities i ON i.user_id = u.id ORDER BY 1"
)


async def test_somebody_arrives_once_with_the_role_of_the_groups(desk: Desk) -> None:
    answer = await desk.sign_in(ADA, next="/users")
    assert answer.headers["refresh"] == "0; url=/users", answer.text
    cookies = answer.headers.get_list("set-cookie")
    assert any(c.startswith(f"{SESSION}=uss_") and "SameSite=strict" in c for c in cookies)
    assert "ada@corp.example" in (await desk.http.get("/users")).text
    desk.http.cookies.clear()
    await desk.sign_in(ADA)
    assert await desk.rows(PEOPLE) == [("ada@corp.example", "admin", "ada")]
    actions = await desk.rows("SELECT action_type, actor_kind FROM automation_logs ORDER BY sequence")
    assert actions == [("user_added", "identity_provider"), ("user_linked", "identity_provider")]
    assert await desk.rows("SELECT outcome, means, user_id IS NOT NULL FROM sign_ins") == [
        ("succeeded", "oidc", True),
        ("succeeded", "oidc", True),
    ]


async def test_a_known_address_is_linked_once_and_follows_the_groups(desk: Desk, data: Data) -> None:
    await data.a_user(UserRole.ADMIN, email="first@corp.example")
    known = await data.a_user(UserRole.INTERVIEWER, email="Rosa@corp.example")
    assert (await desk.sign_in(ROSA)).status_code == 200
    rows = await desk.rows(f"SELECT role FROM users WHERE id = '{known}'")
    assert rows == [("recruiter",)]
    assert ("Rosa@corp.example", "recruiter", "rosa") in await desk.rows(PEOPLE)


async def test_somebody_in_no_group_that_may_is_refused_and_not_added(desk: Desk) -> None:
    answer = await desk.sign_in(NOBODY)
    assert answer.status_code == 403
    assert "None of your groups may use Understudy" in answer.text
    assert SESSION not in desk.http.cookies
    assert await desk.rows(PEOPLE) == []
    assert await desk.rows("SELECT outcome FROM sign_ins") == [("refused",)]


async def test_somebody_disabled_is_refused_although_the_provider_lets_them_in(desk: Desk) -> None:
    await desk.sign_in(ADA)
    await desk.sign_in(ROSA)
    await desk.rows("UPDATE users SET disabled_at = now() WHERE email LIKE 'rosa%' RETURNING id")
    desk.http.cookies.clear()
    assert (await desk.sign_in(ROSA)).status_code == 403
    assert SESSION not in desk.http.cookies


async def test_the_request_asks_for_a_code_with_state_nonce_and_pkce(desk: Desk) -> None:
    one, two = [parse_qs(urlsplit(await desk.begin()).query) for _ in range(2)]
    assert one["response_type"] == ["code"]
    assert one["code_challenge_method"] == ["S256"]
    assert one["redirect_uri"] == [BACK]
    for name in ("state", "nonce", "code_challenge"):
        assert len(one[name][0]) >= 43
        assert one[name] != two[name]


async def test_an_answer_counts_in_the_browser_that_began_and_once(desk: Desk) -> None:
    back = await desk.provider.consent(await desk.begin(), ADA)
    kept = dict(desk.http.cookies)
    desk.http.cookies.clear()
    stranger = await desk.http.get(back)
    assert stranger.status_code == 404
    assert "begun in another browser" in stranger.text
    desk.http.cookies.update(kept)
    forged = await desk.http.get(back.replace("state=", "state=x"))
    assert forged.status_code == 422
    for cookie in kept.items():
        desk.http.cookies.set(*cookie, domain="understudy.test", path="/sign-in/callback")
    mixed = await desk.http.get(f"{back.split('&iss=')[0]}&iss=https://other.example")
    assert mixed.status_code == 422
    desk.http.cookies.clear()
    for cookie in kept.items():
        desk.http.cookies.set(*cookie)
    assert (await desk.http.get(back)).status_code == 200
    desk.http.cookies.clear()
    desk.http.cookies.update(kept)
    assert (await desk.http.get(back)).status_code == 422, "the provider takes a code once"


async def test_a_cancelled_sign_in_says_so(desk: Desk) -> None:
    state = parse_qs(urlsplit(await desk.begin()).query)["state"][0]
    cancelled = {"state": state, "error": "access_denied", "iss": desk.provider.issuer}
    answer = await desk.http.get("/sign-in/callback", params=cancelled)
    assert answer.status_code == 403
    assert "refused or cancelled" in answer.text


async def test_an_address_that_nobody_verified_is_trusted_only_where_the_setting_says_so(
    web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    with canaille(BACK, (ADA,), verified=None) as silent:
        async with at(silent, web_sessions, owner_sessions) as desk:
            refused = await desk.sign_in(ADA)
            assert refused.status_code == 403
            assert "not verified" in refused.text
            assert await desk.rows(PEOPLE) == []
        async with at(silent, web_sessions, owner_sessions, trusts_mail=True) as desk:
            assert (await desk.sign_in(ADA)).status_code == 200
            assert await desk.rows(PEOPLE) == [("ada@corp.example", "admin", "ada")]
