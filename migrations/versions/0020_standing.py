"""Counting the applications of a job reads an index alone."""

from pathlib import Path

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0020_standing.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0020_standing_down.sql"


def upgrade() -> None:
    """Make the index hold what is counted, and add the count."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Take both back."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
