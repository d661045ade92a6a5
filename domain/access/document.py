"""The matrix as a table that people read: docs/access.md holds exactly this."""

from domain.access.grants import BY_COLUMN, FUNCTIONS, OPEN
from domain.access.matrix import MATRIX
from domain.access.vocabulary import Actor, Rights, Scope, Verb

BEGIN = "<!-- matrix: begin -->"
END = "<!-- matrix: end -->"

_WEB = tuple(actor for actor in Actor if not actor.startswith("understudy_"))
_ROLES = tuple(actor for actor in Actor if actor.startswith("understudy_"))


def render() -> str:
    """Everything between the two marks of the document."""
    parts = (
        "### Through the web tier\n",
        _table(_WEB),
        "\n### Database roles of their own\n",
        _table(_ROLES),
        "\n### Tables of which a role reads some columns only\n",
        _lines("role", "table", "columns", _columns()),
        "\n### Functions that look past row-level security\n",
        _lines(
            "function", "who may call it", "", [(f"`{n}`", ", ".join(r), "") for n, r in FUNCTIONS.items()]
        ),
        "\n### Tables without row-level security\n",
        _lines("table", "why", "", [(f"`{name}`", why, "") for name, why in OPEN.items()]),
    )
    return "\n".join((BEGIN, *parts, END))


def _table(actors: tuple[Actor, ...]) -> str:
    head = "| table | " + " | ".join(actors) + " |"
    rule = "|---" * (len(actors) + 1) + "|"
    rows = [
        f"| `{table}` | " + " | ".join(_cell(row.get(actor, Rights())) for actor in actors) + " |"
        for table, row in MATRIX.items()
    ]
    return "\n".join((head, rule, *rows))


def _cell(rights: Rights) -> str:
    """`select, insert: own jobs; update: own`; verbs that reach equally far stand together."""
    reach: dict[Scope, list[Verb]] = {}
    for verb, scope in zip(Verb, rights, strict=True):
        if scope is not Scope.NONE:
            reach.setdefault(scope, []).append(verb)
    return "; ".join(f"{', '.join(verbs)}: **{scope}**" for scope, verbs in reach.items()) or "–"


def _columns() -> list[tuple[str, str, str]]:
    return [
        (f"`{role}`", f"`{table}`", ", ".join(columns))
        for role, tables in BY_COLUMN.items()
        for table, columns in tables.items()
    ]


def _lines(first: str, second: str, third: str, rows: list[tuple[str, str, str]]) -> str:
    width = 3 if third else 2
    head = (first, second, third)[:width]
    lines = ["| " + " | ".join(head) + " |", "|---" * width + "|"]
    return "\n".join((*lines, *("| " + " | ".join(row[:width]) + " |" for row in rows)))
