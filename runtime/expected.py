"""What a migrated database holds beyond the tables of `models/`: triggers, policies, functions, roles.

Names only; a test compares these lists with a fresh database in both directions, so a migration that adds or
drops one of them has to say so here.
"""

from collections.abc import Mapping

from domain.states import INITIAL, MOVES

ROLES = ("understudy_owner", "understudy_web", "understudy_worker", "understudy_auditor", "understudy_impact")

TRIGGERS: Mapping[str, tuple[str, ...]] = {
    "applications": ("check_seat", "check_transition_insert", "check_transition_update", "require_log"),
    "automation_logs": ("append_only", "never_truncate"),
    "calendar_accounts": ("leave", "touch"),
    "calendar_tokens": ("touch",),
    "email_messages": ("wake_dispatcher",),
    "interviews": (
        "check_processing_insert", "check_processing_update", "check_transition_insert",
        "check_transition_update", "follow_interview", "require_log", "require_processing_log", "touch",
    ),
    "jobs": (
        "check_openings", "check_transition_insert", "check_transition_update", "default_buffer", "require_log",
    ),
    "negotiation_sessions": ("check_transition_insert", "check_transition_update", "require_log", "touch"),
    "outbox": ("wake_relay",),
}  # fmt: skip

POLICIES_OF_EVERY_TABLE = ("owner_all", "worker_all")
NOT_FOR_WORKERS = frozenset({"self_identifications"})
"""Tables that whoever scores must not read."""

POLICIES: Mapping[str, tuple[str, ...]] = {
    "applications": ("impact_applications", "web_applications"),
    "automation_logs": (
        "auditor_log", "impact_log", "web_log_add", "web_log_calendar", "web_log_look", "web_log_own", "web_log_see",
    ),
    "calendar_accounts": ("web_calendar_accounts",),
    "calendar_busy": (),
    "calendar_entries": ("web_calendar_entries",),
    "calendar_tokens": ("web_tokens",),
    "candidates": (
        "web_candidates_add", "web_candidates_change", "web_candidates_erase", "web_candidates_see",
    ),
    "email_messages": ("web_mail",),
    "feature_flag_overrides": ("auditor_overrides", "web_overrides_change", "web_overrides_see"),
    "feature_flags": ("auditor_flags", "web_flags_change", "web_flags_see"),
    "files": ("web_files_add", "web_files_erase", "web_files_see"),
    "held_steps": ("web_held",),
    "incoming_messages": (),
    "incoming_words": (),
    "interview_interviewers": ("web_interview_interviewers", "web_offers", "worker_offers"),
    "interviews": ("web_interviews",),
    "job_interviewers": ("web_job_interviewers_change", "web_job_interviewers_see"),
    "job_texts": ("auditor_job_texts", "web_job_texts"),
    "jobs": ("auditor_jobs", "impact_jobs", "web_jobs", "web_jobs_audited"),
    "negotiation_sessions": ("web_negotiation",),
    "outbox": ("web_outbox", "web_outbox_calendar"),
    "self_identifications": ("impact_answers",),
    "users": ("web_users", "web_users_own"),
}  # fmt: skip

FUNCTIONS = (
    "app_application", "app_interview", "app_own_jobs", "app_role", "app_sees_application", "app_sees_candidate",
    "app_sees_file",
    "app_sees_job", "app_sees_user", "app_user", "calendar_noticed", "candidate_by_email",
    "clear_expired_holds", "interviewer_busy", "interviewer_load",
    "keep_self_identification", "own_self_identification",
    "understudy_calendar_left", "understudy_check_openings", "understudy_check_seat", "understudy_check_transition",
    "understudy_default_buffer", "understudy_follow_interview", "understudy_notify",
    "understudy_refuse_log_change", "understudy_require_log", "understudy_touch",
)  # fmt: skip


def policies(table: str) -> tuple[str, ...]:
    """The policies of one table."""
    common = POLICIES_OF_EVERY_TABLE[:1] if table in NOT_FOR_WORKERS else POLICIES_OF_EVERY_TABLE
    return (*common, *POLICIES.get(table, ()))


def transitions() -> set[tuple[str, str, str]]:
    """Every allowed change of state as the database stores it: entity, from ('' for coming into being), to."""
    moves = {
        (entity, old.value, new.value)
        for entity, table in MOVES.items()
        for old, targets in table.items()
        for new in targets
    }
    return moves | {(entity, "", first.value) for entity, first in INITIAL.items()}
