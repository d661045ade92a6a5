"""Impact: voluntary answers in a table and a role of their own, and jobs that ask for a look before invitations."""

from pathlib import Path

from alembic import op
from sqlalchemy import text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0004_impact.sql"

TABLES = ("self_identifications",)
COLUMNS = {"jobs": ("impact_review_required",)}
FUNCTIONS = (
    "keep_self_identification(text, text, text, text, timestamptz)", "own_self_identification()",
    "app_application()",
)  # fmt: skip
POLICIES = {
    "applications": ("impact_applications",),
    "automation_logs": ("impact_log", "web_log_look"),
    "jobs": ("impact_jobs", "web_jobs_audited"),
}


def upgrade() -> None:
    """Add the table, what the role may read, and the setting of jobs; no row changes."""
    # Straight to the driver: the file holds colons that are not parameters.
    op.get_bind().connection.cursor().execute(SQL.read_text("utf-8"))


def downgrade() -> None:
    """Remove them, with all answers. The role stays, as roles belong to the whole cluster."""
    for table, policies in POLICIES.items():
        for policy in policies:
            op.execute(f"DROP POLICY {policy} ON {table}")
        op.execute(f"REVOKE ALL ON {table} FROM understudy_impact")
    op.execute("DROP TABLE self_identifications")
    for function in FUNCTIONS:
        op.execute(f"DROP FUNCTION {function}")
    op.execute("REVOKE ALL ON alembic_version FROM understudy_impact")
    op.execute("REVOKE USAGE ON SCHEMA public FROM understudy_impact")
    op.execute("ALTER TABLE jobs DROP CONSTRAINT ck_jobs_impact_review")
    had = op.get_bind().scalar(text("SELECT columns FROM base_tables_before WHERE table_name = 'jobs'"))
    for column in set(COLUMNS["jobs"]) - set(had):
        op.execute(f"ALTER TABLE jobs DROP COLUMN {column}")
