"""A page deep in a long list costs what the first one does."""

from pathlib import Path

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0021_best_first.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0021_best_first_down.sql"


def upgrade() -> None:
    """Add the column that lists are ordered by, and build their indexes on it."""
    # Straight to the driver, as all files of SQL.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Order by the score itself again."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
