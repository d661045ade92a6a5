"""What the matrix does not say: open tables, columns that are granted one by one, functions that look further."""

from collections.abc import Mapping

OPEN: Mapping[str, str] = {
    "alembic_version": "the number of the newest migration",
    "base_tables_before": "what the portal's tables looked like before; the owner's alone",
    "state_transitions": "the rules of section “states”, the same in every installation",
}
"""Tables without row-level security, and why that is right: they hold nothing of a person or a job."""

BY_COLUMN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "understudy_impact": {
        "applications": ("ai_processed", "fit_score", "id", "job_id", "rank", "shortlist_status"),
        "automation_logs": ("application_id", "entity", "job_id", "new_state"),
        "jobs": ("id", "ranked_at"),
    },
    "understudy_web": {
        "api_keys": (
            "created_at", "expires_at", "hint", "id", "last_used_at", "name", "revoked_at", "scopes", "user_id",
        ),
        "identities": ("deleted_at", "issuer", "linked_at", "user_id"),
        "local_passwords": ("changed_at", "expires_at", "must_change", "user_id"),
        "sign_ins": ("at", "id", "means", "outcome", "user_id"),
        "web_sessions": ("client", "created_at", "expires_at", "id", "last_seen_at", "means", "user_id"),
    },
}  # fmt: skip
"""Tables of which a database role reads these columns only."""

_WEB, _WORKER = "understudy_web", "understudy_worker"

FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "app_applied": (_WEB,),
    "app_card_due": (_WEB,),
    "app_interviewing": (_WEB,),
    "app_invited": (_WEB,),
    "app_may_attach": (_WEB,),
    "app_own_address": (_WEB,),
    "app_own_jobs": (_WEB,),
    "app_panel": (_WEB,),
    "app_sees_application": (_WEB,),
    "app_sees_candidate": (_WEB,),
    "app_sees_file": (_WEB,),
    "app_sees_job": (_WEB,),
    "app_sees_user": (_WEB,),
    "applicants_named": (_WEB,),
    "applications_standing": (_WEB,),
    "blind_interviewers": (_WEB, _WORKER),
    "calendar_noticed": (_WEB, _WORKER),
    "candidate_by_email": (_WEB, _WORKER),
    "clear_expired_holds": (_WEB, _WORKER),
    "enter_by_key": (_WEB,),
    "enter_by_session": (_WEB,),
    "erase_own_person": (_WEB,),
    "interviewer_busy": (_WEB, _WORKER),
    "interviewer_load": (_WEB, _WORKER),
    "keep_self_identification": (_WEB,),
    "move_interview_media": (),
    "newest_log_number": (_WORKER,),
    "own_assessments": (_WEB,),
    "own_self_identification": (_WEB,),
    "own_steps": (_WEB,),
    "reserve_answer_file": (_WEB,),
    "questions_elsewhere": (_WEB, _WORKER),
    "request_processing": (_WEB, _WORKER),
    "seal_log": (_WORKER,),
    "sweep_files": (_WORKER,),
}
"""Functions that look past row-level security, and which roles may call them. Those of triggers may be called by
nobody, so that no role hangs one up on a table of its own."""
