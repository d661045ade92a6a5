"""Connecting an account, with friendly and hostile browsers."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest

from domain.calendars import CalendarUnavailableError
from domain.errors import InvalidInputError, SetupError
from integrations.google_calendar import Consent, GoogleApp, GoogleOAuth
from integrations.google_calendar.app import SCOPES
from tests.doubles.google import GoogleDouble, Hand
from tests.integrations.google_calendar.office import OWNER, WINDOW, Office, entry

BACK = "http://127.0.0.1:8000/calendars/google/back"


@pytest.fixture
def oauth(office: Office) -> GoogleOAuth:
    return GoogleOAuth(office.app)


async def browse(consent: Consent) -> str:
    """Follow the link as a browser does; returns the address it is sent back to."""
    async with httpx.AsyncClient() as browser:
        answer = await browser.get(consent.url)
    assert answer.status_code == 302
    return answer.headers["location"]


async def finish(oauth: GoogleOAuth, consent: Consent, answer: str) -> Mapping[str, str]:
    return await oauth.finish(answer, consent.state, consent.code_verifier, BACK)


async def test_a_connected_account_can_be_booked(oauth: GoogleOAuth, office: Office, owner: Hand) -> None:
    consent = oauth.begin(BACK, login_hint=OWNER)
    secret = await finish(oauth, consent, await browse(consent))
    assert set(secret) == {"access_token", "refresh_token", "expiry", "scopes"}
    assert set(secret["scopes"].split()) == set(SCOPES)
    account = replace(office.account(), secret=secret)
    await office.calendar.put(account, entry())
    assert len(owner.events()) == 1
    await office.calendar.busy(replace(account, secret={**secret, "expiry": ""}), WINDOW)
    assert len(office.kept) == 1


def test_the_request_asks_offline_with_consent_and_pkce(oauth: GoogleOAuth) -> None:
    one, other = oauth.begin(BACK), oauth.begin(BACK)
    asked = parse_qs(urlsplit(one.url).query)
    assert asked["access_type"] == ["offline"]
    assert asked["prompt"] == ["consent"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [BACK]
    assert set(asked["scope"][0].split()) == set(SCOPES)
    assert one.code_verifier not in one.url
    assert one.state != other.state
    assert one.code_verifier != other.code_verifier


async def test_a_wrong_state_is_refused_before_google_is_asked(
    oauth: GoogleOAuth, google: GoogleDouble
) -> None:
    consent = oauth.begin(BACK)
    answer = await browse(consent)
    for state in ("another", ""):
        with pytest.raises(InvalidInputError) as caught:
            await oauth.finish(answer, state, consent.code_verifier, BACK)
        assert caught.value.field == "state"
    assert "POST /token" not in google.requests


async def test_another_s_verifier_is_refused(oauth: GoogleOAuth) -> None:
    consent, attacker = oauth.begin(BACK), oauth.begin(BACK)
    answer = await browse(consent)
    with pytest.raises(InvalidInputError) as caught:
        await oauth.finish(answer, consent.state, attacker.code_verifier, BACK)
    assert caught.value.remedy


async def test_denied_consent_says_what_to_do(oauth: GoogleOAuth, google: GoogleDouble) -> None:
    google.people.consent.deny = True
    consent = oauth.begin(BACK)
    with pytest.raises(InvalidInputError, match="denied") as caught:
        await finish(oauth, consent, await browse(consent))
    assert caught.value.remedy


async def test_an_unticked_box_says_what_to_do(oauth: GoogleOAuth, google: GoogleDouble) -> None:
    google.people.consent.untick = {SCOPES[1]}
    consent = oauth.begin(BACK)
    with pytest.raises(InvalidInputError) as caught:
        await finish(oauth, consent, await browse(consent))
    assert caught.value.field == "scope"
    assert "ticked" in str(caught.value)


async def test_scopes_that_were_granted_earlier_do_no_harm(oauth: GoogleOAuth, google: GoogleDouble) -> None:
    google.people.consent.earlier = {"openid"}
    consent = oauth.begin(BACK)
    secret = await finish(oauth, consent, await browse(consent))
    assert set(secret["scopes"].split()) == {*SCOPES, "openid"}
    assert secret["refresh_token"]


async def test_a_missing_refresh_token_says_what_to_do(oauth: GoogleOAuth, google: GoogleDouble) -> None:
    google.people.consent.remembered = True
    consent = oauth.begin(BACK)
    with pytest.raises(InvalidInputError) as caught:
        await finish(oauth, consent, await browse(consent))
    assert caught.value.field == "refresh_token"
    assert "Third-party access" in str(caught.value)


async def test_a_code_works_once_and_for_ten_minutes(oauth: GoogleOAuth, google: GoogleDouble) -> None:
    consent = oauth.begin(BACK)
    answer = await browse(consent)
    await finish(oauth, consent, answer)
    with pytest.raises(InvalidInputError):
        await finish(oauth, consent, answer)

    late = oauth.begin(BACK)
    answer = await browse(late)
    google.clock.advance(timedelta(minutes=11))
    with pytest.raises(InvalidInputError):
        await finish(oauth, late, answer)


async def test_an_answer_without_code_is_refused(oauth: GoogleOAuth) -> None:
    consent = oauth.begin(BACK)
    for rest in ({}, {"error": "admin_policy_enforced"}, {"error": "server_error"}, {"code": "4/made-up"}):
        with pytest.raises(InvalidInputError):
            await finish(oauth, consent, f"{BACK}?{urlencode({'state': consent.state, **rest})}")


async def test_a_wrong_client_secret_points_to_the_installation(office: Office) -> None:
    oauth = GoogleOAuth(replace(office.app, client_secret="rotated"))
    consent = oauth.begin(BACK)
    with pytest.raises(InvalidInputError, match="invalid_client"):
        await finish(oauth, consent, await browse(consent))


async def test_a_google_that_is_away_is_unavailable(oauth: GoogleOAuth, google: GoogleDouble) -> None:
    consent = oauth.begin(BACK)
    answer = await browse(consent)
    google.stop()
    with pytest.raises(CalendarUnavailableError):
        await finish(oauth, consent, answer)
    with pytest.raises(CalendarUnavailableError):
        await oauth.revoke("token")


async def test_revoked_access_ends_everything_and_revoking_again_is_done(
    oauth: GoogleOAuth, office: Office, google: GoogleDouble
) -> None:
    account = office.account()
    await oauth.revoke(account.secret["refresh_token"])
    await oauth.revoke(account.secret["refresh_token"])
    assert all(each.revoked for each in google.people.grants)


async def test_several_people_may_connect_at_once(google: GoogleDouble, oauth: GoogleOAuth) -> None:
    people = [f"person{number}@example.com" for number in range(5)]
    for person in people:
        google.add_account(person)
    consents = [oauth.begin(BACK, login_hint=person) for person in people]
    answers = await asyncio.gather(*(browse(each) for each in consents))
    secrets = await asyncio.gather(*map(finish, [oauth] * 5, consents, answers))
    granted = {each.refresh_token: each.email for each in google.people.grants}
    assert [granted[each["refresh_token"]] for each in secrets] == people


@pytest.mark.parametrize(
    "change",
    [
        {"token_uri": "http://oauth2.googleapis.com/token"},
        {"api_endpoint": "http://127.0.0.1.example.com/calendar/v3/"},
        {"api_endpoint": "https://proxy.example.com/"},
        {"revoke_uri": "ftp://127.0.0.1/"},
    ],
)
def test_addresses_on_which_tokens_could_be_lost_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(SetupError):
        GoogleApp("id", "secret", **change)


def test_a_return_address_in_the_open_is_refused(oauth: GoogleOAuth) -> None:
    with pytest.raises(SetupError):
        oauth.begin("http://hiring.example.com/back")
