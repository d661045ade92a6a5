"""Rules of webhooks: addresses, answers, pauses."""

import ipaddress
import json
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.network import is_public
from domain.webhooks.address import checked
from domain.webhooks.event import message_id, payload
from domain.webhooks.rules import FIRST_PAUSE, LONGEST_PAUSE, is_delivered, pause


@given(st.integers(1, 10_000), st.none() | st.timedeltas(timedelta(0), timedelta(days=3)))
def test_pauses_grow_and_have_an_end(failures: int, asked: timedelta | None) -> None:
    now, later = pause(failures, asked), pause(failures + 1, asked)
    assert FIRST_PAUSE <= now <= later <= LONGEST_PAUSE
    assert asked is None or now >= min(asked, LONGEST_PAUSE)


@pytest.mark.parametrize(
    ("status", "taken"),
    [(None, False), (199, False), (200, True), (204, True), (299, True), (300, False), (410, False)],
)
def test_only_2xx_is_taken(status: int | None, taken: bool) -> None:
    assert is_delivered(status) is taken


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_counts_the_same_in_all_its_ipv6_forms(address: ipaddress.IPv4Address) -> None:
    plain = is_public(str(address))
    assert is_public(f"::ffff:{address}") is plain
    nat64 = ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(address))
    assert is_public(str(nat64)) is plain


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fec0::1", "fd00:ec2::254", "ff02::1"],
)  # fmt: skip
def test_addresses_of_our_own_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_addresses_of_the_internet_are(address: str) -> None:
    assert is_public(address)


def test_an_address_is_kept_in_its_plain_form() -> None:
    assert checked(" HTTPS://Bäckerei.Example:443/x?y=1#z ") == "https://xn--bckerei-5wa.example:443/x?y=1"
    assert checked("https://ats.example") == "https://ats.example/"
    assert checked("http://localhost:8080/h", {"localhost"}) == "http://localhost:8080/h"


@given(st.text(max_size=200))
def test_whatever_is_typed_in_is_an_address_or_refused_without_being_repeated(text: str) -> None:
    refused = None
    try:
        assert checked(text).startswith("https://")
    except InvalidInputError as error:
        refused = error
    if refused is not None:
        assert refused.field == "url"
        assert len(text.strip()) < 8 or text.strip() not in str(refused)


def test_the_id_of_a_message_is_that_of_the_row() -> None:
    event = uuid4()
    assert message_id(event) == message_id(event) == f"evt_{event.hex}"
    body = json.loads(payload({"action_type": "job_closed", "created_at": "2026-04-13", "reason": "für €"}))
    assert body == {
        "type": "job_closed",
        "timestamp": "2026-04-13",
        "data": {"action_type": "job_closed", "created_at": "2026-04-13", "reason": "für €"},
    }
