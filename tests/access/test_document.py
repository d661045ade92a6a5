"""docs/access.md, domain/access and the database's catalogues say the same."""

import difflib
from pathlib import Path

from domain.access import BY_COLUMN, FUNCTIONS, MATRIX, OPEN, Actor, Rights, Scope, Verb
from domain.access.document import BEGIN, END, render
from tests.access.probe import Connection

PAGE = Path(__file__).parents[2] / "docs" / "access.md"
ROLES = (
    "understudy_web",
    "understudy_worker",
    "understudy_auditor",
    "understudy_impact",
    "understudy_identity",
)
CALLED_BY_EVERYBODY = "everybody"


def written(page: str) -> str:
    """What stands between the marks."""
    return BEGIN + page.partition(BEGIN)[2].partition(END)[0] + END


def test_the_page_shows_the_matrix_as_it_is() -> None:
    page = PAGE.read_text("utf-8")
    changes = difflib.unified_diff(
        written(page).splitlines(), render().splitlines(), "docs/access.md", "domain/access", lineterm="", n=0
    )
    assert not (told := list(changes)), (
        "docs/access.md and domain/access/matrix.py differ. If the matrix is right, run"
        " python -m tests.access.test_document\n" + "\n".join(told)
    )


def granted(connection: Connection) -> set[tuple[str, str, str]]:
    """Role, table, verb: what the catalogues grant to a role or to everybody, and a policy lets through."""
    rows = connection.execute(
        """
        SELECT r.role, c.relname, v.verb
        FROM unnest(%s::text[]) r (role), pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) v (verb)
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL (%s)
          AND (has_table_privilege(r.role, c.oid, v.verb)
               OR (v.verb <> 'DELETE' AND has_any_column_privilege(r.role, c.oid, v.verb)))
          AND EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname AND p.cmd IN ('ALL', v.verb)
                      AND (p.roles && ARRAY[r.role, 'public']::name[]))
        """,
        (list(ROLES), list(OPEN)),
    )
    return {(role, table, verb.lower()) for role, table, verb in rows}


def database_role(actor: Actor) -> str:
    """In which role of the database somebody acts."""
    return actor.value if actor.value.startswith("understudy_") else "understudy_web"


def test_grants_and_policies_name_the_same_roles_and_verbs_as_the_matrix(connection: Connection) -> None:
    told = {
        (database_role(actor), table, verb.value)
        for table, row in MATRIX.items()
        for actor, rights in row.items()
        for verb, scope in zip(Verb, rights, strict=True)
        if scope is not Scope.NONE
    }
    found = granted(connection)
    assert found - told == set(), "the database grants more than the matrix says"
    assert told - found == set(), "the matrix says more than the database grants"


def test_nobody_may_truncate_refer_to_or_add_triggers_to_a_table(connection: Connection) -> None:
    rows = connection.execute(
        """
        SELECT r.role, c.relname, v.verb FROM unnest(%s::text[]) r (role), pg_class c,
            unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) v (verb)
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm')
          AND has_table_privilege(r.role, c.oid, v.verb)
        """,
        (list(ROLES),),
    )
    assert rows.fetchall() == []


def test_columns_are_granted_one_by_one_exactly_where_the_matrix_says_so(connection: Connection) -> None:
    rows = connection.execute(
        """
        SELECT r.role, c.relname, array_agg(a.attname::text ORDER BY a.attname)
        FROM unnest(%s::text[]) r (role), pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
          AND NOT has_table_privilege(r.role, c.oid, 'SELECT')
          AND has_column_privilege(r.role, c.oid, a.attnum, 'SELECT')
        GROUP BY r.role, c.relname
        """,
        (list(ROLES),),
    )
    found = {(role, table): tuple(columns) for role, table, columns in rows}
    assert found == {
        (role, table): tuple(sorted(c)) for role, of in BY_COLUMN.items() for table, c in of.items()
    }


def test_functions_that_look_past_the_policies_are_called_by_whom_the_matrix_names(
    connection: Connection,
) -> None:
    rows = connection.execute(
        """
        SELECT p.proname, coalesce(array_agg(r.role ORDER BY r.role) FILTER (
                   WHERE has_function_privilege(r.role, p.oid, 'EXECUTE')), '{}')
        FROM pg_proc p, unnest(%s::text[]) r (role)
        WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND p.prorettype <> 'trigger'::regtype
        GROUP BY p.oid, p.proname
        """,
        (list(ROLES),),
    )
    found = {name: set(roles) for name, roles in rows}
    told = {name: set(ROLES) if CALLED_BY_EVERYBODY in who else set(who) for name, who in FUNCTIONS.items()}
    assert found == told


def test_every_function_that_looks_past_the_policies_fixes_where_it_looks(connection: Connection) -> None:
    """Without a search path of its own, whoever calls it could put tables of the same names in its way."""
    rows = connection.execute("""
        SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
        AND NOT coalesce(array_to_string(proconfig, ','), '') LIKE '%search_path=%pg_temp%'
    """)
    assert rows.fetchall() == []


def test_policies_that_show_rows_are_no_condition_of_a_write() -> None:
    """Conditions and checks of permissive policies add up apart: a role that only reads has no writing verb at all."""
    for table, row in MATRIX.items():
        auditor = row.get(Actor.AUDITOR, Rights())
        own_papers = {"automation_logs", "access_log", "digest_refusals", "repeated_requests"}
        assert table in own_papers or auditor[1:] == (Scope.NONE,) * 3, table


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    PAGE.write_text(text.replace(written(text), render()), "utf-8")
