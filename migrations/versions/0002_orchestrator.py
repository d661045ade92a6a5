"""The orchestrator on top of the base portal: columns, tables, rules, roles and policies, flags.

A portal that brought its own tables gets them back as they were: `base_tables_before` keeps owner, row-level
security, columns and which of them may be empty, and going down follows it.
"""

from pathlib import Path
from typing import Any

from alembic import op
from sqlalchemy import Row, text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql"

TABLES = (
    "automation_logs", "candidates", "feature_flags", "files", "outbox", "calendar_tokens",
    "feature_flag_overrides", "held_steps", "job_interviewers", "interviews", "email_messages",
    "interview_interviewers", "negotiation_sessions", "state_transitions", "base_tables_before",
)  # fmt: skip
FUNCTIONS = (
    "understudy_check_transition()", "understudy_require_log()", "understudy_check_seat()",
    "understudy_check_openings()", "understudy_default_buffer()", "understudy_follow_interview()",
    "understudy_refuse_log_change()", "understudy_touch()", "understudy_notify()",
    "app_sees_file(uuid)", "app_sees_user(uuid)", "app_own_jobs()", "app_sees_application(uuid, uuid)",
    "app_sees_candidate(uuid)", "app_sees_job(uuid)", "app_interview()", "app_user()", "app_role()",
    "interviewer_busy(uuid[], timestamptz, timestamptz, uuid)", "candidate_by_email(text)",
)  # fmt: skip
COLUMNS = {
    "users": ("time_zone", "work_starts", "work_ends", "work_days"),
    "jobs": (
        "company", "location", "requirements", "number_of_openings", "shortlisting_buffer", "automation_enabled",
        "applications_closed", "closes_at", "closed_at", "ranked_at", "finished_at", "review_mode",
        "review_window", "review_deadline", "review_confirmed_at", "confirmation_window",
        "slot_selection_window", "slot_horizon", "minimum_notice", "interview_length", "negotiation_rounds",
        "promotion_cutoff", "undo_window", "reminder_lead", "no_show_grace", "held_from_status", "held_since",
    ),
    "applications": (
        "candidate_id", "fit_score", "held_seat", "rank", "summary", "shortlist_status", "ai_processed", "scorer",
        "score_components", "score_evidence", "unreadable_reason", "resume_file_id", "resume_text", "scored_at",
    ),
}  # fmt: skip
CONSTRAINTS = {
    "jobs": (
        "ck_jobs_openings", "ck_jobs_buffer", "ck_jobs_confirmation_window", "ck_jobs_slot_selection_window",
        "ck_jobs_interview_length",
    ),
    "applications": (
        "ck_applications_fit_score", "ck_applications_seat_has_rank", "uq_applications_job_id_candidate_id",
        "fk_applications_candidate_id_candidates", "fk_applications_resume_file_id_files",
    ),
}  # fmt: skip
INDEXES = (
    "ix_jobs_status_closes_at", "ix_applications_candidate_id", "ix_applications_fit_score",
    "ix_applications_resume_file_id", "ix_applications_shortlist_status", "ix_applications_unscored",
    "uq_applications_seat",
)  # fmt: skip
POLICIES = {
    "users": ("owner_all", "worker_all", "web_users"),
    "jobs": ("owner_all", "worker_all", "web_jobs", "auditor_jobs"),
    "applications": ("owner_all", "worker_all", "web_applications"),
}
BEFORE = """
    CREATE TABLE base_tables_before AS
    SELECT c.relname::text AS table_name, pg_get_userbyid(c.relowner)::text AS owner,
           c.relrowsecurity AS has_row_security, c.relforcerowsecurity AS forces_row_security,
           array_agg(a.attname::text) AS columns,
           coalesce(array_agg(a.attname::text) FILTER (WHERE NOT a.attnotnull), '{}') AS may_be_empty
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.oid IN ('users'::regclass, 'jobs'::regclass, 'applications'::regclass)
    GROUP BY c.oid
"""

# As this step brings them; a later change of the tables in `domain` is a later migration.
TRANSITIONS = {
    "application": {
        "": ("pending",), "pending": ("shortlisted", "buffer", "rejected"),
        "buffer": ("shortlisted", "pending", "rejected"), "shortlisted": ("rejected", "expired"),
    },
    "interview": {
        "": ("invitation_sent",), "invitation_sent": ("slot_pending", "cancelled", "expired"),
        "slot_pending": ("confirmed", "cancelled", "expired"),
        "confirmed": ("confirmed", "in_progress", "completed", "no_show", "cancelled"),
        "in_progress": ("completed", "cancelled"),
    },
    "negotiation": {
        "": ("awaiting_availability",),
        "awaiting_availability": ("awaiting_selection", "resolved", "escalated", "expired"),
        "awaiting_selection": ("awaiting_availability", "resolved", "escalated", "expired"),
    },
    "job": {
        "": ("draft",), "draft": ("open", "on_hold", "cancelled"), "open": ("closed", "on_hold", "cancelled"),
        "closed": ("filled", "exhausted", "on_hold", "cancelled"),
        "on_hold": ("draft", "open", "closed", "cancelled"),
    },
    "processing": {"": ("none",), "none": ("processing",), "processing": ("ready", "error"),
                   "error": ("processing",)},
}  # fmt: skip

FLAGS = {
    "global_automation": "The kill switch: off holds every automatic step of every job.",
    "auto_shortlisting": "Rank a closed job's applications and fill its seats and bench.",
    "auto_promotion": "Pass a vacated seat to the next on the bench.",
    "interview_invitations": "Send invitations.",
    "negotiation_bot": "Answer candidates who write other times.",
    "calendar_integration": "Put booked interviews into calendars and tell the attendees.",
    "no_show_prediction": "Estimate the risk of a no-show; skipped while off.",
    "reminders": "Remind candidates before their interview.",
    "interview_processing": "Process recordings and transcripts.",
    "llm_assist": "Let a language model help where rules end; skipped while off.",
}
ON_AT_FIRST = set(FLAGS) - {"llm_assist"}


def _run_file(name: str) -> None:
    # Straight to the driver: the files hold percent signs and colons that are not parameters.
    op.get_bind().connection.cursor().execute((SQL / name).read_text("utf-8"))


def upgrade() -> None:
    """Add everything; old rows are kept and completed."""
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    bind = op.get_bind()
    op.execute(BEFORE)
    for part in ("tables_first", "base_columns", "tables", "rules"):
        _run_file(f"0002_{part}.sql")
    bind.execute(
        text("INSERT INTO state_transitions VALUES (:entity, :old, :new)"),
        [
            {"entity": entity, "old": old, "new": new}
            for entity, moves in TRANSITIONS.items()
            for old, targets in moves.items()
            for new in targets
        ],
    )
    bind.execute(
        text("INSERT INTO feature_flags (flag_name, enabled, description) VALUES (:name, :on, :why)"),
        [{"name": name, "on": name in ON_AT_FIRST, "why": why} for name, why in FLAGS.items()],
    )
    _run_file("0002_access.sql")
    for table in (*COLUMNS, *TABLES):
        op.execute(f"ALTER TABLE {table} OWNER TO understudy_owner")
    for function in FUNCTIONS:
        op.execute(f"ALTER FUNCTION {function} OWNER TO understudy_owner")


def downgrade() -> None:
    """Remove what the step brought; base rows are as they were, newer applications keep name and address."""
    before = {row.table_name: row for row in op.get_bind().execute(text("SELECT * FROM base_tables_before"))}
    for table, policies in POLICIES.items():
        for policy in policies:
            op.execute(f"DROP POLICY {policy} ON {table}")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
        op.execute(f"REVOKE ALL ON {table} FROM understudy_web, understudy_worker, understudy_auditor")
    op.execute("REVOKE ALL ON alembic_version FROM understudy_web, understudy_worker, understudy_auditor")
    _give_names_back(before["applications"].may_be_empty)
    # A constraint trigger that waits for its commit would block the changes of structure below.
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")
    op.execute(
        "DROP FUNCTION understudy_check_transition(), understudy_require_log(), understudy_check_seat(),"
        " understudy_check_openings(), understudy_default_buffer() CASCADE"
    )
    for table, columns in COLUMNS.items():
        # What stood on a column that the portal had itself would outlive this step.
        for constraint in CONSTRAINTS.get(table, ()):
            op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
        brought = [column for column in columns if column not in before[table].columns]
        op.execute(f"ALTER TABLE {table} " + ", ".join(f"DROP COLUMN {c} CASCADE" for c in brought))
    op.execute("DROP INDEX IF EXISTS " + ", ".join(INDEXES))
    op.execute("ALTER TABLE applications RESET (fillfactor)")
    op.execute("DROP TABLE " + ", ".join(TABLES) + " CASCADE")
    for function in FUNCTIONS[5:]:
        op.execute(f"DROP FUNCTION {function} CASCADE")
    op.execute("REVOKE USAGE ON SCHEMA public FROM understudy_web, understudy_worker, understudy_auditor")
    for table, was in before.items():
        _give_table_back(table, was)


def _give_names_back(may_be_empty: list[str]) -> None:
    """Newer applications, which only name their candidate, get name and address as the portal stores them."""
    op.execute(
        "UPDATE applications a SET applicant_name = c.name, applicant_email = c.email FROM candidates c"
        " WHERE c.id = a.candidate_id AND c.id <> a.id AND a.applicant_name IS NULL AND a.applicant_email IS NULL"
    )
    for column in ("applicant_name", "applicant_email"):
        if column not in may_be_empty:
            op.execute(f"UPDATE applications SET {column} = '' WHERE {column} IS NULL")
            op.execute("SET CONSTRAINTS ALL IMMEDIATE")
            op.execute(f"ALTER TABLE applications ALTER COLUMN {column} SET NOT NULL")


def _give_table_back(table: str, was: Row[Any]) -> None:
    quote = op.get_bind().dialect.identifier_preparer.quote
    for column in set(COLUMNS[table]) & set(was.columns) & set(was.may_be_empty):
        op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} DROP NOT NULL")
    if was.has_row_security:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    if was.forces_row_security:
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} OWNER TO {quote(was.owner)}")
