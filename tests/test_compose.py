"""docker-compose.yml: valid by the compose schema, whole in its references, careful with secrets and ports."""

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml
from pydantic import AliasChoices

from runtime import migrate
from runtime.embedded.postgres import EmbeddedPostgres
from runtime.settings import Settings
from tests.runtime.embedded_home import new_home

FILE = Path(__file__).parents[1] / "docker-compose.yml"
TEXT = FILE.read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
JOBS = {"migrate", "temporal-schema", "temporal-namespace"}


def _each(key: str) -> Iterator[tuple[str, Any]]:
    for name, service in SERVICES.items():
        for value in service.get(key, []):
            yield name, value


def test_the_file_follows_the_compose_schema() -> None:
    program = Path(sys.executable).with_name("check-jsonschema")
    answer = subprocess.run(
        [program, "--builtin-schema", "vendor.compose-spec", FILE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_services_of_the_production_shape_are_there() -> None:
    assert {"postgres", "temporal", "temporal-ui", "migrate", "worker", "web", "mail"} <= set(SERVICES)
    assert SERVICES["worker"]["deploy"]["replicas"] == 2


def test_what_a_service_waits_for_exists_and_can_become_true() -> None:
    for name, service in SERVICES.items():
        for needed, how in service.get("depends_on", {}).items():
            assert needed in SERVICES, f"{name} waits for unknown {needed}"
            if how["condition"] == "service_healthy":
                assert "healthcheck" in SERVICES[needed], f"{name} waits for the health of {needed}"
            else:
                assert how["condition"] == "service_completed_successfully"
                assert needed in JOBS, f"{name} waits for the end of {needed}, which never ends"


def test_everything_but_a_job_has_a_health_check_and_comes_back() -> None:
    for name, service in SERVICES.items():
        assert ("healthcheck" in service) == (name not in JOBS)
        assert service["restart"] == ("no" if name in JOBS else "unless-stopped")


@pytest.mark.parametrize("kind", ["networks", "secrets", "volumes", "configs"])
def test_what_services_use_is_declared_and_what_is_declared_is_used(kind: str) -> None:
    used = {
        value["source"] if isinstance(value, dict) else str(value).partition(":")[0]
        for _, value in _each(kind)
    }
    assert used == set(COMPOSE[kind])


def test_ports_are_published_on_loopback_alone() -> None:
    ports = list(_each("ports"))
    assert ports
    for name, port in ports:
        assert str(port).startswith("127.0.0.1:"), f"{name} publishes {port}"


def test_the_database_is_on_the_internal_network_alone() -> None:
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert SERVICES["postgres"]["networks"] == SERVICES["temporal"]["networks"] == ["inside"]


def test_images_are_pinned() -> None:
    for name, service in SERVICES.items():
        tag = service["image"].rpartition(":")[2]
        assert re.match(r"v?\d+\.\d+(\.\d+)?", tag), f"{name} uses {service['image']}"


def test_no_secret_has_a_default_or_stands_in_the_file() -> None:
    names = re.findall(r"(?<!\$)\$\{(\w+)([^}]*)\}", TEXT)
    secret = [(name, rest) for name, rest in names if re.search("PASSWORD|KEY|TOKEN", name)]
    assert secret
    assert all(rest.startswith(":?") for _, rest in secret)
    assert not re.search(r"(?i)password: *['\"]?[a-z0-9]", TEXT)


def test_each_program_has_a_login_of_its_own() -> None:
    found = {
        name: re.match(r"postgresql://(\w+):", service["environment"]["DATABASE_URL"])
        for name, service in SERVICES.items()
        if "DATABASE_URL" in service.get("environment", {})
    }
    users = {name: match and match[1] for name, match in found.items()}
    assert users == {"migrate": "understudy", "web": "understudy_web", "worker": "understudy_worker"}


def test_the_programs_get_settings_that_exist() -> None:
    known = {"UNDERSTUDY_READY_FILE"}
    for field, info in Settings.model_fields.items():
        alias = info.validation_alias
        choices = alias.choices if isinstance(alias, AliasChoices) else [f"UNDERSTUDY_{field}"]
        known |= {str(choice).upper() for choice in choices}
    for name in ("migrate", "worker", "web"):
        assert set(SERVICES[name]["environment"]) <= known


async def test_the_script_of_the_logins_runs_on_a_real_server_and_keeps_the_logins_small() -> None:
    script = COMPOSE["configs"]["create_logins"]["content"]
    statements = script.partition("<<'SQL'\n")[2].partition("\nSQL")[0]
    for name in ("owner", "web", "worker", "temporal"):
        statements = statements.replace(f":'{name}'", f"'{name}-password'")
    # The embedded server has this login and this database already.
    statements = re.sub(r"CREATE (ROLE understudy |DATABASE understudy ).*\n", "", statements)
    first, _, second = statements.partition("\\connect understudy")
    with new_home() as home:
        postgres = EmbeddedPostgres(home, durable=False)
        await postgres.start()
        try:
            with psycopg.connect(postgres.admin_url, autocommit=True) as admin:
                for statement in first.split(";")[:-1]:
                    admin.execute(statement.encode())
            with psycopg.connect(f"{postgres.admin_url.rpartition('/')[0]}/understudy") as admin:
                admin.execute(second.encode())
            # The migrate job: its login may pass on exactly what the other logins need.
            await asyncio.to_thread(migrate.upgrade, postgres.url)
            web = f"postgresql://understudy_web:web-password@{postgres.address}"
            with psycopg.connect(f"{web}/understudy", autocommit=True) as connection:
                assert connection.execute("SELECT count(*) FROM jobs").fetchone() == (0,)
                # The web tier steps into the role that reads answers, and reads none without doing so.
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute("SELECT count(*) FROM self_identifications")
                with connection.transaction():
                    connection.execute("SET LOCAL ROLE understudy_impact")
                    assert connection.execute("SELECT count(*) FROM self_identifications").fetchone() == (0,)
                for refused in ("CREATE TABLE own (n int)", "DELETE FROM automation_logs", "DROP TABLE jobs"):
                    with pytest.raises(psycopg.errors.InsufficientPrivilege):
                        connection.execute(refused)
            worker = f"postgresql://understudy_worker:worker-password@{postgres.address}"
            with psycopg.connect(f"{worker}/understudy", autocommit=True) as connection:
                for refused in ("SET ROLE understudy_impact", "SELECT count(*) FROM self_identifications"):
                    with pytest.raises(psycopg.errors.InsufficientPrivilege):
                        connection.execute(refused)
            with pytest.raises(psycopg.OperationalError, match="CONNECT"):
                psycopg.connect(f"{web}/temporal")
        finally:
            await postgres.stop()
