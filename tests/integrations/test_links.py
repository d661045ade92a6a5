"""Candidate links and form nonces: genuine ones open, everything else is refused in words for people."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import LinkError, SetupError
from domain.ports import Links
from domain.vocabulary import LinkPurpose
from integrations.links import SignedLinks

KEY = "k" * 32
NOW = datetime(2026, 4, 10, 9, 0, 0, 500_000, tzinfo=UTC)
LATER = NOW + timedelta(days=2)
INTERVIEW = UUID("0189d5a2-7f00-7000-8000-000000000001")
LINKS = SignedLinks(KEY, "https://hire.example/")
TOKEN = LINKS.sign(INTERVIEW, LinkPurpose.ACCEPT, 3, LATER)


def test_a_genuine_link_gives_its_generation_every_time() -> None:
    links: Links = LINKS
    assert [links.check(TOKEN, INTERVIEW, LinkPurpose.ACCEPT, NOW) for _ in range(2)] == [3, 3]
    assert SignedLinks(KEY, "http://other.example").check(TOKEN, INTERVIEW, LinkPurpose.ACCEPT, NOW) == 3


def test_the_address_names_purpose_and_interview() -> None:
    address = LINKS.url(INTERVIEW, LinkPurpose.ACCEPT, TOKEN)
    assert address == f"https://hire.example/interview/accept/{INTERVIEW}/{TOKEN}"
    assert TOKEN.isascii()
    assert not set(TOKEN) & set("/?#%& ")


@given(st.uuids(), st.sampled_from(LinkPurpose), st.integers(0, 2**31), st.text("abc_.-XYZ09", max_size=80))
def test_no_made_up_token_opens_and_every_signed_one_does(
    interview: UUID, purpose: LinkPurpose, generation: int, made_up: str
) -> None:
    token = LINKS.sign(interview, purpose, generation, LATER)
    assert LINKS.check(token, interview, purpose, NOW) == generation
    with pytest.raises(LinkError):
        LINKS.check(made_up, interview, purpose, NOW)


@pytest.mark.parametrize("place", range(len(TOKEN)))
def test_a_token_with_one_changed_character_is_refused(place: int) -> None:
    for other in {"A", "B", "_", "."} - {TOKEN[place]}:
        with pytest.raises(LinkError, match=r"This link is not valid\. Open the newest mail"):
            LINKS.check(TOKEN[:place] + other + TOKEN[place + 1 :], INTERVIEW, LinkPurpose.ACCEPT, NOW)


@pytest.mark.parametrize(
    "token",
    ["", ".", "…", "\ud800", "\x00", TOKEN + "=", TOKEN + "\n", TOKEN[:-1], f".{TOKEN}", "x" * 10**6],
    ids=lambda token: f"{len(token)}-characters",
)
def test_a_damaged_token_is_refused(token: str) -> None:
    with pytest.raises(LinkError, match="not valid"):
        LINKS.check(token, INTERVIEW, LinkPurpose.ACCEPT, NOW)


def test_a_link_opens_up_to_its_last_moment_and_not_after() -> None:
    next_second = LATER + timedelta(milliseconds=500)
    for moment in (LATER, next_second):
        assert LINKS.check(TOKEN, INTERVIEW, LinkPurpose.ACCEPT, moment) == 3
    with pytest.raises(LinkError, match=r"has expired\. Open the newest mail"):
        LINKS.check(TOKEN, INTERVIEW, LinkPurpose.ACCEPT, next_second + timedelta(microseconds=1))


def test_a_link_opens_no_other_interview_purpose_or_installation() -> None:
    with pytest.raises(LinkError, match="another interview"):
        LINKS.check(TOKEN, uuid4(), LinkPurpose.ACCEPT, NOW)
    with pytest.raises(LinkError, match="not valid"):
        LINKS.check(TOKEN, INTERVIEW, LinkPurpose.REJECT, NOW)
    with pytest.raises(LinkError, match="not valid"):
        SignedLinks("j" * 32, "https://hire.example").check(TOKEN, INTERVIEW, LinkPurpose.ACCEPT, NOW)


def test_a_nonce_gives_the_state_that_the_page_showed() -> None:
    nonce = LINKS.nonce(INTERVIEW, LinkPurpose.REJECT, "invitation_sent", NOW)
    assert LINKS.check_nonce(nonce, INTERVIEW, LinkPurpose.REJECT, NOW) == "invitation_sent"


def test_a_nonce_lives_for_a_day() -> None:
    nonce = LINKS.nonce(INTERVIEW, LinkPurpose.REJECT, "slot_pending", NOW)
    day = timedelta(hours=24)
    assert LINKS.check_nonce(nonce, INTERVIEW, LinkPurpose.REJECT, NOW + day) == "slot_pending"
    with pytest.raises(LinkError, match="open for too long"):
        LINKS.check_nonce(nonce, INTERVIEW, LinkPurpose.REJECT, NOW + day + timedelta(seconds=1))


def test_a_nonce_serves_one_interview_and_one_purpose_and_is_no_link() -> None:
    nonce = LINKS.nonce(INTERVIEW, LinkPurpose.REJECT, "3", NOW)
    with pytest.raises(LinkError, match="another interview"):
        LINKS.check_nonce(nonce, uuid4(), LinkPurpose.REJECT, NOW)
    with pytest.raises(LinkError, match="not valid"):
        LINKS.check_nonce(nonce, INTERVIEW, LinkPurpose.ACCEPT, NOW)
    with pytest.raises(LinkError, match="not valid"):
        LINKS.check(nonce, INTERVIEW, LinkPurpose.REJECT, NOW)
    with pytest.raises(LinkError, match="not valid"):
        LINKS.check_nonce(TOKEN, INTERVIEW, LinkPurpose.ACCEPT, NOW)


def test_a_short_key_is_a_mistake_of_the_setup() -> None:
    with pytest.raises(SetupError, match="at least 32"):
        SignedLinks("k" * 31, "https://hire.example")


@pytest.mark.parametrize("address", ["", "hire.example", "javascript:alert(1)", "ftp://x", "https://x/?a=1"])
def test_a_base_address_that_is_none_is_a_mistake_of_the_setup(address: str) -> None:
    with pytest.raises(SetupError, match="cannot begin a link"):
        SignedLinks(KEY, address)
