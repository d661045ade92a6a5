"""Calendars of interviewers, panels of several interviewers, and offered times that are held.

Bookings of before keep their row; every interviewer of a job is in one pool, so any one of them still suffices.
"""

from pathlib import Path

from alembic import op
from sqlalchemy import text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0005_calendars.sql"
DOWN = Path(__file__).parent.parent / "sql" / "0005_calendars_down.sql"

TABLES = ("calendar_accounts", "calendar_busy", "calendar_entries", "incoming_messages", "incoming_words")
COLUMNS = {
    "jobs": ("hold_window", "reschedule_cutoff", "reschedule_limit", "replacement_cutoff", "replacement_limit"),
    "users": (
        "buffer_before", "buffer_after", "interviews_per_day", "interviews_per_week", "holiday_calendar",
    ),
}  # fmt: skip


def upgrade() -> None:
    """Add tables, columns and functions."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove them. Of a panel the lead stays; offers end; a column that the portal had itself stays as well."""
    op.get_bind().connection.cursor().execute(DOWN.read_text("utf-8"))
    for table, columns in COLUMNS.items():
        had = op.get_bind().scalar(
            text("SELECT columns FROM base_tables_before WHERE table_name = :table"), {"table": table}
        )
        for column in columns:
            if column not in had:
                op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
