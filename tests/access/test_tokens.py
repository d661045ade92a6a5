"""Tokens that somebody guessed, changed, cut or put together: none opens anything."""

from datetime import timedelta
from itertools import islice
from urllib.parse import quote

import pytest

from domain.errors import LinkError
from domain.vocabulary import LinkPurpose
from integrations.links import SignedLinks
from tests.access.faces import Faces
from tests.access.mutations import mutated
from tests.access.routes import Route
from tests.access.world import Side
from tests.support.data import MONDAY
from tests.support.identity import key_for
from web.desk.session import COOKIE

MANY, SOME = 10_000, 300
LATER = MONDAY + timedelta(days=30)


def genuine(links: SignedLinks, side: Side, purpose: LinkPurpose) -> tuple[str, tuple[str, ...]]:
    """The one token that opens a page, and others that are genuine for something else or no longer."""
    mine = side.booked
    token = links.sign(mine, purpose, 0, LATER)
    others = [links.sign(mine, other, 0, LATER) for other in LinkPurpose if other is not purpose]
    others += [links.sign(mine, purpose, generation, LATER) for generation in (1, 2, -1, 10**9)]
    others += [links.sign(side.talking, purpose, 0, LATER), links.sign(side.job, purpose, 0, LATER)]
    others += [links.sign(mine, purpose, 0, MONDAY - timedelta(seconds=n)) for n in (1, 86_400)]
    others += [SignedLinks("x" * 40, "https://other.example").sign(mine, purpose, 0, LATER)]
    others += [links.nonce(mine, purpose, "0", MONDAY), links.opt_out(mine, LATER).rpartition("/")[2]]
    return token, tuple(others)


def is_accepted(links: SignedLinks, side: Side, purpose: LinkPurpose, token: str) -> bool:
    """Whether a page would open: the token is good for it, and of the generation that the row holds."""
    try:
        return links.check(token, side.booked, purpose, MONDAY) == 0
    except LinkError:
        return False


async def test_none_of_ten_thousand_changed_links_is_accepted(faces: Faces) -> None:
    side, tried = faces.world.sides[0], set[tuple[str, str]]()
    for purpose in LinkPurpose:
        token, others = genuine(faces.links, side, purpose)
        assert is_accepted(faces.links, side, purpose, token)
        assert not [other for other in others if is_accepted(faces.links, side, purpose, other)]
        wrong = list(islice(mutated(token, others), MANY // len(LinkPurpose) + 1))
        tried |= {(purpose.value, text) for text in wrong}
        assert not [text for text in wrong if is_accepted(faces.links, side, purpose, text)], purpose
        forms = faces.links.nonce(side.booked, purpose, "state", MONDAY)
        for text in islice(mutated(forms, others), SOME):
            with pytest.raises(LinkError):
                faces.links.check_nonce(text, side.booked, purpose, MONDAY)
    assert len(tried) >= MANY


async def test_pages_answer_changed_links_with_a_clear_refusal_and_change_nothing(faces: Faces) -> None:
    side = faces.world.sides[0]
    before = await faces.state()
    for purpose in (LinkPurpose.SCHEDULE, LinkPurpose.APPLICATION):
        token, others = genuine(faces.links, side, purpose)
        wrong = [*(other for other in others), *list(mutated_some(token, others))]
        nonce = faces.links.nonce(side.booked, purpose, "", faces.clock.now)
        page = f"/interview/{purpose}/{side.booked}"
        assert (await faces.http.get(f"{page}/{token}")).status_code == 200
        for text in wrong:
            address = f"{page}/{quote(text, safe='')}"
            for answer in (
                await faces.http.get(address),
                await faces.http.post(address, data={"nonce": nonce}),
            ):
                assert answer.status_code in {403, 404}, (text, answer.status_code)
                assert "PERSONA" not in answer.text
    assert await faces.state() == before


def mutated_some(token: str, others: tuple[str, ...]) -> list[str]:
    """A few of each kind: every so many of the first thousands."""
    return list(islice(mutated(token, others), 0, 4 * SOME, 8))


async def test_changed_api_keys_are_refused(faces: Faces) -> None:
    admin = faces.callers["admin A"]
    key, other = await key_for(faces.owner, admin.email), await key_for(faces.owner, admin.email)

    async def answered(text: str, scheme: str = "Bearer") -> int:
        headers = [(b"Authorization", f"{scheme} {text}".encode())]
        return (await faces.http.get("/api/v1/jobs", headers=headers)).status_code

    assert await answered(key) == 200
    for text in islice(mutated(key, (other, admin.cookie)), 0, 8 * SOME, 8):
        # HTTP leaves out the white space at the end of a header.
        if text.strip() != key:
            assert await answered(text) == 401, text
    assert await answered(admin.cookie) == 401, "a browser's session is no key"
    assert [await answered(key, scheme) for scheme in ("Basic", "Digest", "")] == [401] * 3


async def test_changed_session_cookies_lead_to_the_sign_in(faces: Faces) -> None:
    admin = faces.callers["admin A"]
    key = await key_for(faces.owner, admin.email)

    async def answered(text: str) -> tuple[int, str]:
        faces.http.cookies.clear()
        answer = await faces.http.get("/users", headers=[(b"Cookie", f"{COOKIE}={text}".encode())])
        return answer.status_code, answer.headers.get("location", "")

    assert await answered(admin.cookie) == (200, "")
    others = (faces.callers["recruiter A"].cookie, key)
    for text in islice(mutated(admin.cookie, others), 0, 8 * SOME, 8):
        # A cookie ends at a semicolon and loses white space and quotes around it.
        if text.partition(";")[0].strip().strip('"') != admin.cookie:
            assert await answered(text) == (303, "/sign-in?next=/users"), text
    assert (await answered(key))[0] == 303, "a key is no browser's session"


async def test_a_session_that_ended_and_a_key_that_was_revoked_open_nothing(own_faces: Faces) -> None:
    recruiter, route = own_faces.callers["recruiter B"], Route("POST", "/sign-out")
    key = await key_for(own_faces.owner, recruiter.email)
    own_faces.http.cookies.set(COOKIE, recruiter.cookie, domain=own_faces.http.base_url.host)
    assert (await own_faces.http.get("/")).status_code == 200
    assert (await own_faces.ask(route, recruiter, "/sign-out")).status_code == 303
    own_faces.http.cookies.set(COOKIE, recruiter.cookie, domain=own_faces.http.base_url.host)
    assert (await own_faces.http.get("/")).status_code == 303
    bearer = {"Authorization": f"Bearer {key}"}
    (own,) = [
        one
        for one in (await own_faces.http.get("/api/v1/keys", headers=bearer)).json()["items"]
        if one["name"] == "test"
    ]
    admin = own_faces.callers["admin B"]
    revoke = Route("DELETE", "/api/v1/keys/{key_id}")
    assert (await own_faces.ask(revoke, admin, f"/api/v1/keys/{own['id']}")).status_code in {200, 204}
    assert (await own_faces.http.get("/api/v1/jobs", headers=bearer)).status_code == 401
