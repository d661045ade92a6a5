"""What a fit score stands on: the masked text, the job as it read, the scorer's parameters, reasons, notices.

Scores of before keep their numbers and stay without these columns: they cannot be recomputed, and say so.
"""

from pathlib import Path

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0003_fit_score.sql"

TABLES = ("job_texts",)
COLUMNS = {
    "applications": (
        "masked_text", "resume_notices", "score_input", "score_parameters", "score_job_text",
        "score_requirements", "score_notices",
    ),
}  # fmt: skip


def upgrade() -> None:
    """Add the columns and the snapshots of jobs; no row changes."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove both. Scores stay as numbers; a column that the portal had itself stays as well."""
    had = op.get_bind().scalar(
        text("SELECT columns FROM base_tables_before WHERE table_name = 'applications'")
    )
    op.execute("ALTER TABLE applications DROP CONSTRAINT fk_applications_score_job_text")
    brought = [column for column in COLUMNS["applications"] if column not in had]
    op.execute("ALTER TABLE applications " + ", ".join(f"DROP COLUMN {column}" for column in brought))
    op.execute("DROP TABLE job_texts")
