"""Links of applications without an interview can be revoked."""

from pathlib import Path

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0013_application_links.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0013_application_links_down.sql"


def upgrade() -> None:
    """Add the generation of their links."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove it."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
