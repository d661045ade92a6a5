"""Reading a provider's messages, whatever they hold."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.identity.events import EventKind, read_event
from tests.support.data import MONDAY

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
NAMES = (
    "id", "sub", "email", "email_verified", "name", "groups", "email_addresses", "primary_email_address_id",
    "first_name", "last_name", "public_metadata", "updated_at",
)  # fmt: skip


@given(st.sampled_from(EventKind), st.dictionaries(st.sampled_from(NAMES), JSON), JSON)
def test_any_message_is_read_or_refused(kind: EventKind, data: dict[str, object], timestamp: object) -> None:
    body = json.dumps({"type": kind, "data": data, "timestamp": timestamp}).encode()
    try:
        event = read_event(body, "https://issuer", MONDAY)
    except InvalidInputError:
        return
    assert event is not None
    assert event.at.tzinfo is not None
    assert event.person.subject
    assert event.person.email is None or event.person.email.isprintable()


@given(st.binary())
def test_any_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(InvalidInputError) as refused:
        read_event(body, "https://issuer", MONDAY)
    assert refused.value.field == "type"


def test_the_plain_shape_is_read_as_openid_claims() -> None:
    data = {"sub": "1", "email": "a@b.example", "email_verified": True, "name": " A\nB ", "groups": ["x", 7]}
    body = json.dumps({"type": "user.updated", "timestamp": "2026-03-02T12:00:00Z", "data": data}).encode()
    event = read_event(body, "https://issuer", MONDAY)
    assert event is not None
    assert event.at == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert (event.person.name, event.person.groups) == ("A B", ("x",))
    assert event.person.trusted_email(trusts_mail=False) == "a@b.example"


def test_only_the_main_address_of_several_counts() -> None:
    data = {
        "id": "1",
        "email_addresses": [
            {"id": "a", "email_address": "a@b.example", "verification": {"status": "verified"}}
        ],
    }
    body = json.dumps({"type": "user.created", "data": {**data, "primary_email_address_id": "z"}}).encode()
    event = read_event(body, "https://issuer", MONDAY)
    assert event is not None
    assert event.person.email is None
