"""One final answer for each application, daily digests, and alerts to admins."""

from pathlib import Path

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0012_mails.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0012_mails_down.sql"


def upgrade() -> None:
    """Add them. Of the mails of before, the first final one of each application is its final answer."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove them, with the digests' days and the alerts."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
