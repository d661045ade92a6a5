"""A portal's database: its rows, and pictures of rows and structure to compare before and after."""

from typing import Any, LiteralString

import psycopg

BASE_TABLES: tuple[LiteralString, ...] = ("users", "jobs", "applications")

ROWS = """
    INSERT INTO users (id, email, name, role, created_at) VALUES
        ('00000000-0000-0000-0000-000000000001', 'Rosa@portal.example', 'Rosa', 'recruiter', '2024-01-01T10:00Z'),
        ('00000000-0000-0000-0000-000000000002', 'ian@portal.example', 'Ian', 'interviewer', '2024-01-02T10:00Z');
    INSERT INTO jobs (id, recruiter_id, title, description, status, created_at) VALUES
        ('00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000001', 'Baker', 'Bread', 'open',
         '2024-02-01T10:00Z'),
        ('00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-000000000001', 'Miller', '', 'draft',
         '2024-02-02T10:00Z');
    INSERT INTO applications (id, job_id, applicant_name, applicant_email, created_at) VALUES
        ('00000000-0000-0000-0000-000000000021', '00000000-0000-0000-0000-000000000011', 'Ana', 'ana@mail.example',
         '2024-03-01T10:00Z'),
        ('00000000-0000-0000-0000-000000000022', '00000000-0000-0000-0000-000000000012', 'Ana Lu', 'ANA@mail.example',
         '2024-03-02T10:00Z'),
        ('00000000-0000-0000-0000-000000000023', '00000000-0000-0000-0000-000000000011', 'Ana', 'ana@mail.example',
         '2024-03-03T10:00Z'),
        ('00000000-0000-0000-0000-000000000024', '00000000-0000-0000-0000-000000000011', 'Bo', 'bo@mail.example',
         '2024-03-04T10:00Z');
"""
"""Two jobs and three people, one of whom applied twice for one job and once more under another spelling."""

_STRUCTURE = """
    SELECT 'table', relname, relowner::regrole::text, relrowsecurity, relforcerowsecurity,
           (SELECT string_agg(g::text, ' ' ORDER BY g::text)
            FROM unnest(coalesce(relacl, acldefault('r', relowner))) g),
           obj_description(oid, 'pg_class')
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v')
    UNION ALL
    SELECT 'column', attrelid::regclass::text || '.' || attname, format_type(atttypid, atttypmod), attnotnull,
           atthasdef, (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum),
           col_description(attrelid, attnum)
    FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    UNION ALL
    SELECT 'index', indexname, indexdef, false, false, NULL, NULL FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT 'constraint', conname, pg_get_constraintdef(oid), convalidated, false, conrelid::regclass::text, NULL
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'trigger', tgname, tgrelid::regclass::text, false, false, NULL, NULL
    FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT 'policy', policyname, tablename, false, false, qual, with_check FROM pg_policies
    UNION ALL
    SELECT 'function', p.oid::regprocedure::text, prosrc, false, false, NULL, NULL FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'schema', nspname, nspacl::text, false, false, NULL, NULL FROM pg_namespace WHERE nspname = 'public'
"""


def execute(url: str, statements: str, *parameters: object) -> None:
    """Run statements as the owner of the database."""
    with psycopg.connect(url) as connection:
        connection.execute(statements.encode(), parameters or None)


def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def rows_of(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the base tables, with every column."""
    return {table: ask(url, f"SELECT * FROM {table} ORDER BY id") for table in BASE_TABLES}


def structure(url: str) -> set[tuple[Any, ...]]:
    """Everything that stands in the schema: tables with owner and grants, columns, indexes, rules, policies."""
    return set(ask(url, _STRUCTURE))
