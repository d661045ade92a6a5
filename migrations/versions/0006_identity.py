"""Accounts, sessions, API keys and identities of people who sign in."""

from pathlib import Path

from alembic import op
from sqlalchemy import text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0006_identity.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0006_identity_down.sql"


def upgrade() -> None:
    """Add them."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove them, with all passwords, sessions and keys. The role stays, as roles belong to the whole cluster."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
    had = op.get_bind().scalar(text("SELECT columns FROM base_tables_before WHERE table_name = 'users'"))
    if "disabled_at" not in had:
        op.execute("ALTER TABLE users DROP COLUMN disabled_at")
