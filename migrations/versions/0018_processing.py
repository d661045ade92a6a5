"""What processing makes of an interview: evidence, themes, personas, and the history of its steps."""

from pathlib import Path

from alembic import op
from sqlalchemy import text

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0018_processing.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0018_processing_down.sql"


def upgrade() -> None:
    """Add them."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove them; a column that the portal had itself stays."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
    had = op.get_bind().scalar(text("SELECT columns FROM base_tables_before WHERE table_name = 'jobs'"))
    if "personas_enabled" not in had:
        op.execute("ALTER TABLE jobs DROP COLUMN personas_enabled")
