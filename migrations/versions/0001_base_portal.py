"""The base portal: users, jobs, applications.

Where a portal brought these tables along, they are adopted as they are: nothing is changed, and going down
leaves them alone. Tables that this step made carry a comment that says so.
"""

from alembic import op
from sqlalchemy import text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MARK = "made by migration 0001"

TABLES = {
    "users": """
        CREATE TABLE users (
            id UUID DEFAULT gen_random_uuid() NOT NULL,
            email TEXT NOT NULL,
            name TEXT NOT NULL,
            role VARCHAR(40) DEFAULT 'recruiter' NOT NULL,
            created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
            CONSTRAINT pk_users PRIMARY KEY (id)
        );
        CREATE UNIQUE INDEX uq_users_email ON users (lower(email));
    """,
    "jobs": """
        CREATE TABLE jobs (
            id UUID DEFAULT gen_random_uuid() NOT NULL,
            recruiter_id UUID NOT NULL,
            title TEXT NOT NULL,
            description TEXT DEFAULT '' NOT NULL,
            status VARCHAR(40) DEFAULT 'draft' NOT NULL,
            created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
            CONSTRAINT pk_jobs PRIMARY KEY (id),
            CONSTRAINT fk_jobs_recruiter_id_users FOREIGN KEY (recruiter_id)
                REFERENCES users (id) ON DELETE RESTRICT
        );
        CREATE INDEX ix_jobs_recruiter_id ON jobs (recruiter_id);
    """,
    "applications": """
        CREATE TABLE applications (
            id UUID DEFAULT gen_random_uuid() NOT NULL,
            job_id UUID NOT NULL,
            applicant_name TEXT NOT NULL,
            applicant_email TEXT NOT NULL,
            created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
            CONSTRAINT pk_applications PRIMARY KEY (id),
            CONSTRAINT fk_applications_job_id_jobs FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
        );
    """,
}
NEEDED = {
    "users": {"id", "email", "name", "role", "created_at"},
    "jobs": {"id", "recruiter_id", "title", "description", "status", "created_at"},
    "applications": {"id", "job_id", "applicant_name", "applicant_email", "created_at"},
}


def upgrade() -> None:
    """Make the tables that are missing; refuse tables of these names with other columns."""
    bind = op.get_bind()
    for table, ddl in TABLES.items():
        columns = set(
            bind.scalars(
                text(
                    "SELECT column_name FROM information_schema.columns"
                    " WHERE table_schema = 'public' AND table_name = :t"
                ),
                {"t": table},
            )
        )
        if not columns:
            op.execute(ddl)
            op.execute(f"COMMENT ON TABLE {table} IS '{MARK}'")
            op.execute(f"ALTER TABLE {table} OWNER TO understudy_owner")
        elif missing := NEEDED[table] - columns:
            raise RuntimeError(
                f"The table {table} exists but lacks: {', '.join(sorted(missing))}. Add these columns first."
            )


def downgrade() -> None:
    """Drop what this step made; adopted tables stay."""
    bind = op.get_bind()
    for table in reversed(TABLES):
        if bind.scalar(text("SELECT obj_description(to_regclass(:t), 'pg_class')"), {"t": table}) == MARK:
            op.execute(f"DROP TABLE {table}")
