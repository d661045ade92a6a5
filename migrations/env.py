"""Runs migrations in one transaction behind an advisory lock, so that two runs take turns.

Roles belong to the whole cluster, not to one database: they are made here, before any step, and stay. The
lock is one database's own, so runs of two databases can meet here: whoever is slower finds the roles made.
"""

from alembic import context
from sqlalchemy import Connection, create_engine, pool, text

import models

LOCK = 7_313_026
TABLES_WITHOUT_MODEL = {"state_transitions", "base_tables_before"}
STEPPED_INTO = ("understudy_impact", "understudy_identity")
"""Roles that the web tier takes on for one transaction: to read answers, to sign people in."""
ROLES = ("understudy_owner", "understudy_web", "understudy_worker", "understudy_auditor", *STEPPED_INTO)


def _ensure_roles(connection: Connection) -> None:
    for role in ROLES:
        connection.execute(
            text(
                f"""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
                        CREATE ROLE {role} NOLOGIN NOSUPERUSER NOBYPASSRLS;
                    END IF;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another database's run was faster
                END $$
                """
            )
        )
        member = connection.scalar(
            text(
                "SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = :role ::regrole"
                " AND m.member = current_user::regrole AND pg_has_role(current_user, :role, 'USAGE'))"
            ),
            {"role": role},
        )
        if not member:
            connection.execute(
                text(
                    f"""
                    DO $$ BEGIN
                        GRANT {role} TO CURRENT_USER;
                    EXCEPTION WHEN unique_violation THEN NULL;  -- so was another database's run
                    END $$
                    """
                )
            )
    for role in STEPPED_INTO:
        _let_web_step_into(connection, role)
    connection.execute(text("GRANT USAGE, CREATE ON SCHEMA public TO understudy_owner"))


def _let_web_step_into(connection: Connection, role: str) -> None:
    """The web tier may take on such a role, but never has its rights without doing so."""
    connection.execute(
        text(
            f"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = '{role}'::regrole
                               AND member = 'understudy_web'::regrole AND set_option) THEN
                    GRANT {role} TO understudy_web WITH INHERIT FALSE, SET TRUE;
                END IF;
            EXCEPTION WHEN unique_violation THEN NULL;  -- another database's run was faster
            END $$
            """
        )
    )


def run() -> None:
    """Entry point for Alembic."""
    url = context.config.get_main_option("sqlalchemy.url")
    if url is None:
        raise RuntimeError("migrations need sqlalchemy.url")
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.connect() as connection, connection.begin():
        connection.execute(text("SET LOCAL lock_timeout = '60s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        _ensure_roles(connection)
        context.configure(
            connection=connection,
            target_metadata=models.Base.metadata,
            compare_server_default=False,
            include_object=lambda _o, name, kind, _r, _c: (
                not (kind == "table" and name in TABLES_WITHOUT_MODEL)
            ),
        )
        context.run_migrations()
    engine.dispose()


run()
