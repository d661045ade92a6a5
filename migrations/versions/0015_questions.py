"""Interview types, skills, the bank of questions, and the questions of one interview."""

from pathlib import Path

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql"
UP = ("0015_questions.sql", "0015_questions_seed.sql", "0015_questions_bank.sql")
DOWN = ("0015_questions_down.sql",)


def _run(names: tuple[str, ...]) -> None:
    for name in names:
        # Straight to the driver: the files hold colons that are not parameters.
        op.get_bind().connection.cursor().execute((SQL / name).read_text("utf-8"))


def upgrade() -> None:
    """Add them, with first types and skills and a bank of questions."""
    _run(UP)


def downgrade() -> None:
    """Remove them."""
    _run(DOWN)
