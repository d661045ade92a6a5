"""Which addresses are called: people type them in, and servers answer with further ones."""

import pytest

from integrations.caldav import AddressRefusedError, CalDavRules, discover
from integrations.caldav.address import next_url, same_site, server_url


@pytest.mark.parametrize(
    "url",
    [
        "https://169.254.169.254/latest/meta-data/",
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://192.168.0.1:8443/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://[2002:7f00:1::]/",
        "https://0.0.0.0/",
        "https://100.64.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://localhost/",
        "https://224.0.0.1/",
    ],
)
async def test_addresses_inside_the_network_are_not_called(url: str) -> None:
    with pytest.raises(AddressRefusedError, match="private network"):
        await discover(url, "ada", "secret", CalDavRules())


@pytest.mark.parametrize(
    "url",
    [
        "http://cal.example.com/",
        "file:///etc/passwd",
        "gopher://cal.example.com/",
        "https://ada:secret@cal.example.com/",
        "https://",
        "",
        "https://exa mple.com/",
        "https://[::1/",
        "https://cal.example.com:99999/",
        "https://" + "a" * 3000,
    ],
)
def test_an_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(AddressRefusedError) as caught:
        server_url(url, CalDavRules())
    assert "secret" not in str(caught.value)


def test_https_is_taken_when_no_scheme_is_given() -> None:
    assert server_url("  Cal.Example.com ", CalDavRules()) == "https://cal.example.com/"
    assert (
        server_url("https://bücher.example:8443/dav", CalDavRules())
        == "https://xn--bcher-kva.example:8443/dav"
    )


@pytest.mark.parametrize(
    ("host", "other", "same"),
    [
        ("caldav.icloud.com", "p42-caldav.icloud.com", True),
        ("cloud.acme.example", "dav.cloud.acme.example", True),
        ("cloud.acme.example", "mail.acme.example", False),
        ("caldav.co.uk", "evil.co.uk", False),
        ("me.hosting.example", "evil.hosting.example", False),
        ("icloud.com", "evil-icloud.com", False),
        ("co.uk", "evil.co.uk", False),
        ("10.0.0.1", "1.10.0.0.1", False),
        ("caldav.com", "evil.com", False),
    ],
)
def test_sign_in_data_stay_on_the_site_they_were_given_for(host: str, other: str, same: bool) -> None:
    assert same_site(host, other) is same


def test_a_way_from_https_to_http_is_not_taken() -> None:
    rules = CalDavRules(plain_hosts=frozenset({"cal.example.com"}))
    with pytest.raises(AddressRefusedError):
        next_url("https://cal.example.com/", "http://cal.example.com/x", rules)
