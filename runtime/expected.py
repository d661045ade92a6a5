"""What a migrated database holds beyond the tables of `models/`: triggers, policies, functions, roles.

Names only; a test compares these lists with a fresh database in both directions, so a migration that adds or
drops one of them has to say so here.
"""

from collections.abc import Mapping

from domain.states import INITIAL, MOVES

ROLES = (
    "understudy_owner", "understudy_web", "understudy_worker", "understudy_auditor", "understudy_impact",
    "understudy_identity",
)  # fmt: skip

TRIGGERS: Mapping[str, tuple[str, ...]] = {
    "access_log": ("append_only", "never_truncate"),
    "ai_insights": ("keep_owner", "number_change", "tell_room"),
    "applications": ("check_seat", "check_transition_insert", "check_transition_update", "keep_owner", "require_log"),
    "automation_logs": ("append_only", "never_truncate"),
    "bot_interviews": (
        "check_transition_insert", "check_transition_update", "keep_owner", "require_log", "tell_bot", "touch",
    ),
    "calendar_accounts": ("leave", "touch"),
    "calendar_tokens": ("touch",),
    "email_messages": ("wake_dispatcher",),
    "evidence": ("check_quote",),
    "interviews": (
        "check_processing_insert", "check_processing_story_insert", "check_processing_story_update",
        "check_processing_update", "check_transition_insert",
        "check_transition_update", "conducting", "default_type", "follow_interview", "keep_outcome", "keep_owner",
        "require_log", "require_processing_log", "tell_bot", "touch",
    ),
    "interview_recordings": ("drop_file", "keep_owner"),
    "interview_questions": ("keep_owner", "tell_room"),
    "jobs": (
        "check_openings", "check_transition_insert", "check_transition_update", "default_buffer", "drop_personas",
        "require_log",
    ),
    "log_seals": ("append_only", "never_truncate"),
    "negotiation_sessions": ("check_transition_insert", "check_transition_update", "require_log", "touch"),
    "outbox": ("wake_relay",),
    "persona_members": ("drop_empty",),
    "theme_evidence": ("drop_empty",),
    "transcripts": ("keep_owner", "number_change", "tell_room"),
    "users": ("keep_an_admin",),
    "webhook_endpoints": ("touch",),
}  # fmt: skip

POLICIES_OF_EVERY_TABLE = ("owner_all", "worker_all")
NOT_FOR_WORKERS = frozenset(
    {
        "self_identifications",
        "local_passwords",
        "identities",
        "identity_events",
        "web_sessions",
        "api_keys",
        "sign_ins",
    }
)
"""Tables that workers have no business with: voluntary answers, and what people sign in with."""

POLICIES: Mapping[str, tuple[str, ...]] = {
    "access_log": ("auditor_access_note", "auditor_access_see", "web_access_note", "web_access_see"),
    "api_keys": ("identity_all", "web_keys"),
    "ai_insight_edits": ("web_insight_edits_add", "web_insight_edits_see"),
    "ai_insights": (
        "web_insights", "web_insights_interviewing", "web_insights_interviewing_add",
        "web_insights_interviewing_change",
    ),
    "alerts": ("web_alerts_mark", "web_alerts_see"),
    "applications": (
        "impact_applications", "web_applications", "web_applications_applicant",
        "web_applications_applicant_change", "web_applications_interviewing",
    ),
    "automation_logs": (
        "auditor_log", "identity_log", "impact_log",
        "web_log_add", "web_log_applicant", "web_log_calendar", "web_log_digest", "web_log_look",
        "web_log_own", "web_log_room", "web_log_questions", "web_log_see", "web_log_webhook",
    ),
    "bot_answers": ("web_bot_answers_own",),
    "bot_interviews": ("web_bot_own", "web_bot_see"),
    "calendar_accounts": ("web_calendar_accounts",),
    "calendar_busy": (),
    "calendar_entries": ("web_calendar_entries",),
    "calendar_tokens": ("web_tokens",),
    "candidate_requests": ("web_requests_answer", "web_requests_ask", "web_requests_see"),
    "candidates": (
        "web_candidates_add", "web_candidates_applicant", "web_candidates_applicant_change",
        "web_candidates_change", "web_candidates_erase", "web_candidates_see",
    ),
    "digest_refusals": ("web_digest_refusals",),
    "digests": (),
    "evidence": ("web_evidence",),
    "email_messages": ("web_mail", "web_mail_applicant", "web_mail_applicant_queue"),
    "feature_flag_overrides": ("auditor_overrides", "web_overrides_change", "web_overrides_see"),
    "feature_flags": ("auditor_flags", "web_flags_change", "web_flags_see"),
    "files": (
        "web_files_add", "web_files_applicant", "web_files_erase", "web_files_media", "web_files_own",
        "web_files_own_remove", "web_files_record", "web_files_recorded", "web_files_see",
    ),
    "held_steps": ("web_held",),
    "identities": ("identity_all", "web_identities"),
    "identity_events": ("identity_all",),
    "incoming_messages": (),
    "incoming_words": (),
    "insight_proposals": ("web_insight_proposals", "web_insight_proposals_forget"),
    "interview_interviewers": ("web_interview_interviewers", "web_offers", "worker_offers"),
    "interviewer_scorecards": ("web_cards_handed_in", "web_cards_own"),
    "interview_questions": ("web_interview_questions",),
    "interview_recordings": ("web_recordings_add", "web_recordings_remove", "web_recordings_see"),
    "interview_skills": ("web_interview_skills",),
    "interview_type_suggested_skills": ("web_suggested_keep", "web_suggested_see"),
    "interview_types": ("web_types_keep", "web_types_see"),
    "interviews": ("web_interviews", "web_interviews_conducting", "web_interviews_interviewing"),
    "job_interview_media": (
        "web_job_media_add", "web_job_media_order", "web_job_media_remove", "web_job_media_see",
    ),
    "job_interviewers": ("web_job_interviewers_change", "web_job_interviewers_see"),
    "job_texts": ("auditor_job_texts", "web_job_texts", "web_job_texts_audited"),
    "local_passwords": ("identity_all", "web_passwords"),
    "jobs": (
        "auditor_jobs", "impact_jobs", "web_jobs", "web_jobs_applicant", "web_jobs_audited",
        "web_jobs_interviewing",
    ),
    "log_seals": ("auditor_seals",),
    "negotiation_sessions": ("web_negotiation",),
    "no_show_risks": ("web_risks",),
    "persona_members": ("web_persona_members",),
    "personas": ("web_personas",),
    "processing_steps": ("web_processing_steps",),
    "theme_evidence": ("web_theme_evidence",),
    "themes": ("web_themes",),
    "outbox": ("web_outbox", "web_outbox_bot", "web_outbox_calendar", "web_outbox_webhook"),
    "question_skills": ("web_question_skills_change", "web_question_skills_see"),
    "questions": (
        "web_questions_add", "web_questions_change", "web_questions_remove", "web_questions_see",
    ),
    "repeated_requests": ("web_repeated_requests",),
    "scorecards": ("web_scorecards",),
    "self_identifications": ("impact_answers",),
    "skills": ("web_skills_keep", "web_skills_see"),
    "sign_ins": ("identity_all", "web_sign_ins_own"),
    "transcripts": (
        "web_transcripts", "web_transcripts_interviewing", "web_transcripts_interviewing_add",
        "web_transcripts_interviewing_change", "web_transcripts_own",
    ),
    "users": ("identity_users", "web_users", "web_users_admin", "web_users_own"),
    "webhook_deliveries": ("web_webhook_deliveries",),
    "webhook_endpoints": ("web_webhook_endpoints",),
    "web_sessions": ("identity_all", "web_sessions_own"),
}  # fmt: skip

FUNCTIONS = (
    "app_application", "app_applied", "app_card_due", "app_panel", "own_assessments",
    "app_interview", "app_interviewing", "app_invited", "app_own_address",
    "app_may_attach", "app_own_jobs", "blind_interviewers", "move_interview_media", "sweep_files",
    "understudy_drop_recording",
    "app_role", "app_sees_application", "app_sees_candidate", "app_sees_file",
    "app_sees_job", "app_sees_user", "app_user", "applicants_named", "applications_standing",
    "calendar_noticed", "candidate_by_email",
    "clear_expired_holds", "enter_by_key", "enter_by_session",
    "erase_own_person", "interviewer_busy", "interviewer_load",
    "newest_log_number", "reserve_answer_file", "seal_log", "understudy_refuse_seal_change",
    "keep_self_identification", "name_words", "own_self_identification", "own_steps",
    "request_processing", "understudy_check_processing", "understudy_check_quote", "understudy_drop_empty_persona",
    "understudy_drop_empty_theme", "understudy_drop_personas",
    "understudy_calendar_left", "understudy_check_openings", "understudy_check_seat", "understudy_check_transition",
    "questions_elsewhere", "understudy_default_type",
    "understudy_conducting", "understudy_default_buffer", "understudy_follow_interview", "understudy_keep_an_admin",
    "understudy_keep_outcome", "understudy_keep_owner",
    "understudy_notify", "understudy_number_change", "understudy_tell_room",
    "understudy_refuse_access_change", "understudy_refuse_log_change", "understudy_require_log",
    "understudy_tell_bot", "understudy_touch",
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
