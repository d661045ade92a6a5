"""Indexes and figures of the board, digests."""

from pathlib import Path

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0011_board.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0011_board_down.sql"


def upgrade() -> None:
    """Add them."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove them."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
