"""How many requests are answered a minute."""

import httpx
import pytest

from domain.vocabulary import LinkPurpose
from tests.api.conftest import BEN, ROSA
from tests.web.site import BASE, Site
from web.deps import Rates

API = "/api/v1"


@pytest.fixture
def rates() -> Rates:
    return Rates(api=5, links=4, strangers=3)


async def test_a_user_is_told_what_is_left_and_then_when_to_come_again(site: Site) -> None:
    left = []
    for _ in range(5):
        answer = await site.http.get(f"{API}/jobs", headers=site.as_user(ROSA))
        assert (answer.status_code, answer.headers["ratelimit-policy"]) == (200, '"user";q=5;w=60')
        left.append(answer.headers["ratelimit"].split(";")[1])
    assert left == ["r=4", "r=3", "r=2", "r=1", "r=0"]
    refused = await site.http.post(f"{API}/jobs", headers=site.as_user(ROSA), json={"title": "Cook"})
    assert (refused.status_code, refused.headers["content-type"]) == (429, "application/problem+json")
    assert 1 <= int(refused.headers["retry-after"]) <= 61
    assert refused.json()["type"] == "urn:understudy:error:too_many_requests"
    assert refused.headers["retry-after"] in refused.json()["remedy"]
    other = await site.http.get(f"{API}/jobs", headers=site.as_user(BEN))
    assert other.status_code == 200


async def test_calls_without_a_known_key_are_counted_by_address(site: Site) -> None:
    wrong = {"Authorization": "Bearer usk_wrong"}
    answers = [(await site.http.get(f"{API}/jobs", headers=wrong)).status_code for _ in range(5)]
    assert answers == [401, 401, 401, 429, 429]
    known = await site.http.get(f"{API}/jobs", headers=site.as_user(ROSA))
    assert known.status_code == 200


async def test_candidate_pages_are_counted_by_address_but_not_those_of_a_proxy_that_names_nobody(
    site: Site,
) -> None:
    link = site.link(await site.an_invitation(), LinkPurpose.ACCEPT)
    answers = [(await site.http.get(link)).status_code for _ in range(6)]
    assert answers == [200, 200, 200, 200, 429, 429]
    page = await site.http.get(link)
    assert page.headers["content-type"].startswith("text/html")
    assert int(page.headers["retry-after"]) > 0
    app = site.http._transport.app  # type: ignore[attr-defined]  # the application of this client
    for address, status in (("198.51.100.9", 200), ("2001:db8::1", 200), ("127.0.0.1", 200)):
        transport = httpx.ASGITransport(app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as other:
            seen = [(await other.get(link)).status_code for _ in range(6)]
            assert seen[0] == status
            assert (429 in seen) == (address != "127.0.0.1")
    neighbour = httpx.ASGITransport(app, client=("2001:db8::2", 1))
    async with httpx.AsyncClient(transport=neighbour, base_url=BASE) as other:
        assert (await other.get(link)).status_code == 429  # one customer has a whole /64
