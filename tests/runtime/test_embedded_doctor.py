"""The doctor, with real servers and with nothing behind an address."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from integrations.mailbox import Mailbox
from runtime.embedded.doctor import Finding, diagnose
from runtime.embedded.ports import free_port
from runtime.embedded.postgres import EmbeddedPostgres
from runtime.settings import Settings
from tests.runtime.embedded_home import new_home


def _by_name(findings: list[Finding]) -> dict[str, Finding]:
    assert all(finding.remedy for finding in findings if finding.state != "ok")
    return {finding.name: finding for finding in findings}


async def test_the_embedded_stack_needs_nothing_but_this_installation(tmp_path: Path) -> None:
    findings = _by_name(await diagnose(Settings(home=tmp_path)))
    assert {finding.state for finding in findings.values()} == {"ok"}, findings


async def test_dead_addresses_and_a_short_key_are_found_with_remedies(tmp_path: Path) -> None:
    dead = f"127.0.0.1:{free_port()}"
    settings = Settings(
        home=tmp_path / "not" / "there",
        database_url=SecretStr(f"postgresql://nobody:x@{dead}/x"),
        temporal_address=dead,
        smtp_url=SecretStr(f"smtp://{dead}"),
        link_key=SecretStr("short"),
    )
    findings = _by_name(await diagnose(settings, lambda _: "2 migrations are missing."))
    failed = {name for name, finding in findings.items() if finding.state == "fail"}
    assert failed == {"postgres", "temporal", "mail", "link key", "secret keys", "migrations"}


async def test_real_servers_are_recognised(tmp_path: Path) -> None:
    with new_home() as home:
        postgres, mailbox = EmbeddedPostgres(home, durable=False), Mailbox(tmp_path)
        await postgres.start()
        await mailbox.start()
        try:
            settings = Settings(
                home=home,
                database_url=SecretStr(postgres.url),
                smtp_url=SecretStr(f"smtp://127.0.0.1:{mailbox.smtp_port}"),
            )
            findings = _by_name(await diagnose(settings, lambda _: None))
        finally:
            await mailbox.stop()
            await postgres.stop()
    assert findings["postgres"].what == "DATABASE_URL is PostgreSQL 18 with btree_gist."
    assert findings["mail"].state == findings["migrations"].state == "ok"
    assert findings["link key"].state == "warn"


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org"])
async def test_an_address_of_no_mail_server_is_refused(tmp_path: Path, url: str) -> None:
    findings = _by_name(await diagnose(Settings(home=tmp_path, smtp_url=SecretStr(url))))
    assert "smtps://" in findings["mail"].remedy


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ("a=" + "A" * 43, "ok"),
        ("b=" + "B" * 43 + ",a=" + "A" * 43, "ok"),
        ("A" * 43, "fail"),
        ("a=short", "fail"),
        ("a=!!!", "fail"),
        ("=" + "A" * 43, "fail"),
    ],
)
async def test_keys_for_secrets_are_tried(tmp_path: Path, keys: str, state: str) -> None:
    findings = _by_name(await diagnose(Settings(home=tmp_path, secret_keys=SecretStr(keys))))
    found = findings["secret keys"]
    assert found.state == state, found
    assert "A" * 43 not in found.what + found.remedy


@pytest.mark.parametrize(
    ("given", "base", "state"),
    [
        ((None, None), "https://hiring.example", "ok"),
        (("id", None), "https://hiring.example", "fail"),
        ((None, "secret"), "https://hiring.example", "fail"),
        (("id", "secret"), "https://hiring.example", "ok"),
        (("id", "secret"), "http://127.0.0.1:8000", "ok"),
        (("id", "secret"), "http://hiring.example", "fail"),
    ],
)
async def test_a_registration_with_google_is_whole_or_not_there(
    tmp_path: Path, given: tuple[str | None, str | None], base: str, state: str
) -> None:
    client_id, secret = given
    settings = Settings(
        home=tmp_path,
        base_url=base,
        google_client_id=client_id,
        google_client_secret=SecretStr(secret) if secret else None,
    )
    assert _by_name(await diagnose(settings))["google calendar"].state == state
