"""Media of jobs, recordings of interviews, and files whose bytes are in object storage."""

from pathlib import Path

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0016_media.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0016_media_down.sql"


def upgrade() -> None:
    """Add them."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove them."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
