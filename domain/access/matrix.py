"""The matrix: for each table, how far each actor's verbs reach. Whoever is not named may do nothing.

Tests measure the database against it with direct SQL, table by table and verb by verb, and fail on a table that
is missing here.
"""

from collections.abc import Mapping

from domain.access.vocabulary import Actor, Rights, Scope

_OWN, _JOBS, _INTERVIEWS, _ALL, _NONE = (
    Scope.OWN, Scope.OWN_JOBS, Scope.OWN_INTERVIEWS, Scope.ALL, Scope.NONE,
)  # fmt: skip

_READS = Rights(_ALL)
_READS_OWN = Rights(_OWN)
_READS_JOBS = Rights(_JOBS)
_READS_INTERVIEWS = Rights(_INTERVIEWS)
_WRITES = Rights(_ALL, _ALL, _ALL)
_WRITES_JOBS = Rights(_JOBS, _JOBS, _JOBS)
_WRITES_INTERVIEWS = Rights(_INTERVIEWS, _INTERVIEWS, _INTERVIEWS)
_WRITES_OWN = Rights(_OWN, _OWN, _OWN)
_EVERYTHING = Rights(_ALL, _ALL, _ALL, _ALL)
_EVERYTHING_OF_JOBS = Rights(_JOBS, _JOBS, _JOBS, _JOBS)
_EVERYTHING_OWN = Rights(_OWN, _OWN, _OWN, _OWN)
_ADDS = Rights(_ALL, _ALL)

Row = Mapping[Actor, Rights]

MATRIX: Mapping[str, Row] = {
    # People who sign in -------------------------------------------------------------------------------------
    "users": {
        Actor.RECRUITER: Rights(_ALL, update=_OWN),
        Actor.INTERVIEWER: Rights(_ALL, update=_OWN),
        Actor.AUDITOR: _READS,
        Actor.ADMIN: _WRITES,
        Actor.CANDIDATE: _READS_OWN,
        Actor.WORKER: _READS,
        Actor.IDENTITY: _WRITES,
    },
    "local_passwords": {
        Actor.RECRUITER: _READS_OWN,
        Actor.INTERVIEWER: _READS_OWN,
        Actor.AUDITOR: _READS_OWN,
        Actor.ADMIN: _READS,
        Actor.IDENTITY: _EVERYTHING,
    },
    "identities": {
        Actor.RECRUITER: _READS_OWN,
        Actor.INTERVIEWER: _READS_OWN,
        Actor.AUDITOR: _READS_OWN,
        Actor.ADMIN: _READS,
        Actor.IDENTITY: _EVERYTHING,
    },
    "identity_events": {Actor.IDENTITY: _EVERYTHING},
    "web_sessions": {
        Actor.RECRUITER: _READS_OWN,
        Actor.INTERVIEWER: _READS_OWN,
        Actor.AUDITOR: _READS_OWN,
        Actor.ADMIN: _READS_OWN,
        Actor.IDENTITY: _EVERYTHING,
    },
    "api_keys": {
        Actor.RECRUITER: _READS_OWN,
        Actor.INTERVIEWER: _READS_OWN,
        Actor.AUDITOR: _READS_OWN,
        Actor.ADMIN: _READS,
        Actor.IDENTITY: _EVERYTHING,
    },
    "sign_ins": {
        Actor.RECRUITER: _READS_OWN,
        Actor.INTERVIEWER: _READS_OWN,
        Actor.AUDITOR: _READS_OWN,
        Actor.ADMIN: _READS_OWN,
        Actor.IDENTITY: _EVERYTHING,
    },
    # Hiring -------------------------------------------------------------------------------------------------
    "jobs": {
        Actor.RECRUITER: _WRITES_JOBS,
        Actor.INTERVIEWER: _READS_INTERVIEWS,
        Actor.AUDITOR: _READS,
        Actor.ADMIN: _WRITES,
        Actor.CANDIDATE: _READS_OWN,
        Actor.APPLICANT: _READS_OWN,
        Actor.WORKER: _WRITES,
        Actor.AUDITOR_ROLE: _READS,
        Actor.IMPACT: _READS,
    },
    "job_texts": {
        Actor.RECRUITER: Rights(_JOBS, _JOBS),
        Actor.AUDITOR: _READS,
        Actor.ADMIN: _ADDS,
        Actor.WORKER: _ADDS,
        Actor.AUDITOR_ROLE: _READS,
    },
    "job_interviewers": {
        Actor.RECRUITER: _EVERYTHING_OF_JOBS,
        Actor.ADMIN: _EVERYTHING,
        Actor.CANDIDATE: _READS_OWN,
        Actor.WORKER: _WRITES,
    },
    "candidates": {
        Actor.RECRUITER: Rights(_JOBS, _ALL),
        Actor.INTERVIEWER: _READS_INTERVIEWS,
        Actor.ADMIN: _EVERYTHING,
        Actor.CANDIDATE: Rights(_OWN, update=_OWN, delete=_OWN),
        Actor.APPLICANT: Rights(_OWN, update=_OWN),
        Actor.WORKER: _WRITES,
    },
    "files": {
        Actor.RECRUITER: Rights(_JOBS, _ALL, delete=_OWN),
        Actor.INTERVIEWER: Rights(_INTERVIEWS, Scope.OWN_RECORDINGS, delete=_OWN),
        Actor.ADMIN: Rights(_ALL, _ALL, delete=_ALL),
        Actor.CANDIDATE: Rights(Scope.OWN_AND_MEDIA, delete=_OWN),
        Actor.APPLICANT: _READS_OWN,
        Actor.WORKER: _WRITES,
    },
    "applications": {
        Actor.RECRUITER: _WRITES_JOBS,
        Actor.INTERVIEWER: _READS_INTERVIEWS,
        Actor.ADMIN: _WRITES,
        Actor.CANDIDATE: Rights(_OWN, update=_OWN),
        Actor.APPLICANT: Rights(_OWN, update=_OWN),
        Actor.WORKER: _WRITES,
        Actor.IMPACT: _READS,
    },
    "self_identifications": {Actor.IMPACT: _READS},
    "interviews": {
        Actor.RECRUITER: _WRITES_JOBS,
        # Of the row, only what says how the interview is conducted: a trigger refuses the rest.
        Actor.INTERVIEWER: Rights(_INTERVIEWS, update=_INTERVIEWS),
        Actor.ADMIN: _WRITES,
        Actor.CANDIDATE: Rights(_OWN, update=_OWN),
        Actor.WORKER: _WRITES,
    },
    "interview_interviewers": {
        Actor.RECRUITER: Rights(Scope.OWN_AND_JOBS, Scope.OWN_HOLDS, delete=Scope.OWN_HOLDS),
        Actor.INTERVIEWER: _READS_OWN,
        Actor.ADMIN: Rights(_ALL, Scope.HOLDS, delete=Scope.HOLDS),
        Actor.CANDIDATE: _READS_OWN,
        Actor.WORKER: Rights(_ALL, Scope.HOLDS, delete=Scope.HOLDS),
    },
    "negotiation_sessions": {
        Actor.RECRUITER: _WRITES_JOBS,
        Actor.ADMIN: _WRITES,
        Actor.CANDIDATE: _WRITES_OWN,
        Actor.WORKER: _WRITES,
    },
    "candidate_requests": {
        Actor.RECRUITER: Rights(_JOBS, update=_JOBS),
        Actor.ADMIN: Rights(_ALL, update=_ALL),
        Actor.CANDIDATE: Rights(_OWN, _OWN),
        Actor.APPLICANT: Rights(_OWN, _OWN),
        Actor.WORKER: _READS,
    },
    "bot_interviews": {
        Actor.RECRUITER: _READS_JOBS,
        Actor.INTERVIEWER: _READS_INTERVIEWS,
        Actor.ADMIN: _READS,
        Actor.CANDIDATE: _WRITES_OWN,
        Actor.WORKER: Rights(_ALL, update=_ALL),
    },
    "bot_answers": {Actor.CANDIDATE: _WRITES_OWN, Actor.WORKER: Rights(_ALL, update=_ALL)},
    "interviewer_scorecards": {
        Actor.RECRUITER: Rights(Scope.CARDS, Scope.OWN_CARDS, Scope.OWN_CARDS),
        Actor.INTERVIEWER: Rights(Scope.CARDS, Scope.OWN_CARDS, Scope.OWN_CARDS),
        Actor.ADMIN: Rights(Scope.CARDS, Scope.OWN_CARDS, Scope.OWN_CARDS),
        Actor.WORKER: _READS,
    },
    "scorecards": {
        Actor.RECRUITER: Rights(*[Scope.CARDS_HANDED_IN] * 4),
        Actor.INTERVIEWER: Rights(*[Scope.CARDS_HANDED_IN] * 4),
        Actor.ADMIN: Rights(*[Scope.CARDS_HANDED_IN] * 4),
        Actor.WORKER: _READS,
    },
    "insight_proposals": {
        Actor.RECRUITER: Rights(_JOBS, delete=_JOBS),
        Actor.INTERVIEWER: _READS_INTERVIEWS,
        Actor.ADMIN: Rights(_ALL, delete=_ALL),
        Actor.WORKER: _WRITES,
    },
    "interview_types": {
        Actor.RECRUITER: _READS,
        Actor.INTERVIEWER: _READS,
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: _READS,
    },
    "skills": {
        Actor.RECRUITER: _READS,
        Actor.INTERVIEWER: _READS,
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: _READS,
    },
    "interview_type_suggested_skills": {
        Actor.RECRUITER: _READS,
        Actor.INTERVIEWER: _READS,
        Actor.ADMIN: Rights(_ALL, _ALL, delete=_ALL),
        Actor.WORKER: _READS,
    },
    "questions": {
        Actor.RECRUITER: _WRITES,
        Actor.INTERVIEWER: _READS,
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: _WRITES,
    },
    "question_skills": {
        Actor.RECRUITER: Rights(_ALL, _ALL, delete=_ALL),
        Actor.INTERVIEWER: _READS,
        Actor.ADMIN: Rights(_ALL, _ALL, delete=_ALL),
        Actor.WORKER: Rights(_ALL, _ALL, delete=_ALL),
    },
    "interview_skills": {
        Actor.RECRUITER: Rights(_JOBS, _JOBS, delete=_JOBS),
        Actor.INTERVIEWER: Rights(_INTERVIEWS, _INTERVIEWS, delete=_INTERVIEWS),
        Actor.ADMIN: Rights(_ALL, _ALL, delete=_ALL),
        Actor.WORKER: Rights(_ALL, _ALL, delete=_ALL),
    },
    "interview_questions": {
        Actor.RECRUITER: _EVERYTHING_OF_JOBS,
        Actor.INTERVIEWER: Rights(_INTERVIEWS, _INTERVIEWS, _INTERVIEWS, _INTERVIEWS),
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: _EVERYTHING,
    },
    "job_interview_media": {
        Actor.RECRUITER: _EVERYTHING_OF_JOBS,
        Actor.INTERVIEWER: _READS_INTERVIEWS,
        Actor.ADMIN: _EVERYTHING,
        Actor.CANDIDATE: _READS_OWN,
        Actor.WORKER: _READS,
    },
    "interview_recordings": {
        Actor.RECRUITER: Rights(_JOBS, Scope.OWN_RECORDINGS, delete=_JOBS),
        Actor.INTERVIEWER: Rights(_INTERVIEWS, Scope.OWN_RECORDINGS, delete=Scope.OWN_RECORDINGS),
        Actor.ADMIN: Rights(_ALL, Scope.OWN_RECORDINGS, delete=_ALL),
        Actor.WORKER: _ADDS,
    },
    "evidence": {
        Actor.RECRUITER: _READS_JOBS,
        Actor.INTERVIEWER: _READS_INTERVIEWS,
        Actor.ADMIN: _READS,
        Actor.WORKER: _EVERYTHING,
    },
    "processing_steps": {
        Actor.RECRUITER: _READS_JOBS,
        Actor.INTERVIEWER: _READS_INTERVIEWS,
        Actor.ADMIN: _READS,
        Actor.WORKER: _EVERYTHING,
    },
    "themes": {Actor.RECRUITER: _READS_JOBS, Actor.ADMIN: _READS, Actor.WORKER: _EVERYTHING},
    "theme_evidence": {Actor.RECRUITER: _READS_JOBS, Actor.ADMIN: _READS, Actor.WORKER: _EVERYTHING},
    "personas": {Actor.RECRUITER: _READS_JOBS, Actor.ADMIN: _READS, Actor.WORKER: _EVERYTHING},
    "persona_members": {Actor.RECRUITER: _READS_JOBS, Actor.ADMIN: _READS, Actor.WORKER: _EVERYTHING},
    "no_show_risks": {
        Actor.RECRUITER: _READS_JOBS,
        Actor.ADMIN: _READS,
        Actor.CANDIDATE: _READS_OWN,
        Actor.WORKER: _ADDS,
    },
    # The interview room --------------------------------------------------------------------------------------
    "transcripts": {
        Actor.RECRUITER: _EVERYTHING_OF_JOBS,
        Actor.INTERVIEWER: _WRITES_INTERVIEWS,
        Actor.ADMIN: _EVERYTHING,
        Actor.CANDIDATE: _READS_OWN,
        Actor.WORKER: _EVERYTHING,
    },
    "ai_insights": {
        Actor.RECRUITER: _EVERYTHING_OF_JOBS,
        Actor.INTERVIEWER: _WRITES_INTERVIEWS,
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: _EVERYTHING,
    },
    "ai_insight_edits": {
        Actor.RECRUITER: Rights(_JOBS, Scope.OWN_EDITS),
        Actor.INTERVIEWER: Rights(_INTERVIEWS, Scope.OWN_EDITS),
        Actor.ADMIN: Rights(_ALL, Scope.OWN_EDITS),
        Actor.WORKER: _ADDS,
    },
    # Mail and calendars -------------------------------------------------------------------------------------
    "email_messages": {
        Actor.RECRUITER: _WRITES_JOBS,
        Actor.ADMIN: _WRITES,
        Actor.CANDIDATE: _WRITES_OWN,
        Actor.APPLICANT: Rights(_OWN, _OWN),
        Actor.WORKER: _WRITES,
    },
    "incoming_messages": {Actor.WORKER: _EVERYTHING},
    "incoming_words": {Actor.WORKER: _EVERYTHING},
    "digests": {Actor.WORKER: _ADDS},
    "digest_refusals": {
        Actor.RECRUITER: Rights(_OWN, _OWN, delete=_OWN),
        Actor.INTERVIEWER: Rights(_OWN, _OWN, delete=_OWN),
        Actor.AUDITOR: Rights(_OWN, _OWN, delete=_OWN),
        Actor.ADMIN: Rights(_OWN, _OWN, delete=_OWN),
        Actor.WORKER: _READS,
    },
    "alerts": {Actor.ADMIN: Rights(_ALL, update=_ALL), Actor.WORKER: _WRITES},
    "calendar_accounts": {
        Actor.RECRUITER: _EVERYTHING_OWN,
        Actor.INTERVIEWER: _EVERYTHING_OWN,
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: _EVERYTHING,
    },
    "calendar_tokens": {
        Actor.RECRUITER: _EVERYTHING_OWN,
        Actor.INTERVIEWER: _EVERYTHING_OWN,
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: _EVERYTHING,
    },
    "calendar_entries": {
        Actor.RECRUITER: _READS_OWN,
        Actor.INTERVIEWER: _READS_OWN,
        Actor.ADMIN: _READS,
        Actor.WORKER: _EVERYTHING,
    },
    "calendar_busy": {Actor.WORKER: _EVERYTHING},
    # Programs -----------------------------------------------------------------------------------------------
    "webhook_endpoints": {
        Actor.RECRUITER: _EVERYTHING_OWN,
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: Rights(_ALL, update=_ALL),
    },
    "webhook_deliveries": {
        Actor.RECRUITER: _WRITES_OWN,
        Actor.ADMIN: _WRITES,
        Actor.WORKER: _EVERYTHING,
    },
    "repeated_requests": {
        Actor.RECRUITER: _WRITES_OWN,
        Actor.INTERVIEWER: _WRITES_OWN,
        Actor.AUDITOR: _WRITES_OWN,
        Actor.ADMIN: _WRITES_OWN,
        Actor.WORKER: Rights(_ALL, delete=_ALL),
    },
    # Automation ---------------------------------------------------------------------------------------------
    "feature_flags": {
        Actor.RECRUITER: _READS,
        Actor.INTERVIEWER: _READS,
        Actor.AUDITOR: _READS,
        Actor.ADMIN: Rights(_ALL, update=_ALL),
        Actor.CANDIDATE: _READS,
        Actor.WORKER: _WRITES,
        Actor.AUDITOR_ROLE: _READS,
    },
    "feature_flag_overrides": {
        Actor.RECRUITER: _EVERYTHING_OF_JOBS,
        Actor.AUDITOR: _READS,
        Actor.ADMIN: _EVERYTHING,
        Actor.CANDIDATE: _READS_OWN,
        Actor.WORKER: _EVERYTHING,
        Actor.AUDITOR_ROLE: _READS,
    },
    "held_steps": {
        Actor.RECRUITER: _EVERYTHING_OF_JOBS,
        Actor.ADMIN: _EVERYTHING,
        Actor.WORKER: _EVERYTHING,
    },
    "outbox": {
        Actor.RECRUITER: Rights(*[Scope.JOBS_AND_CONNECTIONS] * 3),
        Actor.INTERVIEWER: Rights(*[Scope.CALENDARS] * 3),
        Actor.ADMIN: _WRITES,
        Actor.CANDIDATE: _WRITES_OWN,
        Actor.WORKER: _WRITES,
    },
    # Records ------------------------------------------------------------------------------------------------
    "automation_logs": {
        Actor.RECRUITER: Rights(_JOBS, Scope.JOBS_AND_ACTS),
        Actor.INTERVIEWER: Rights(_NONE, Scope.OWN_ACTS),
        Actor.AUDITOR: Rights(_ALL, Scope.OWN_ACTS),
        Actor.ADMIN: Rights(_ALL, Scope.ANY_AS_SELF),
        Actor.CANDIDATE: Rights(_OWN, _OWN),
        Actor.APPLICANT: Rights(_NONE, _OWN),
        Actor.WORKER: _ADDS,
        Actor.AUDITOR_ROLE: _READS,
        Actor.IMPACT: _READS,
        Actor.IDENTITY: Rights(_NONE, Scope.ACCOUNTS),
    },
    "log_seals": {Actor.AUDITOR_ROLE: _READS, Actor.WORKER: _READS},
    "access_log": {
        Actor.RECRUITER: Rights(_NONE, _OWN),
        Actor.INTERVIEWER: Rights(_NONE, _OWN),
        Actor.AUDITOR: Rights(_ALL, _OWN),
        Actor.ADMIN: Rights(_ALL, _OWN),
        Actor.CANDIDATE: Rights(_NONE, _OWN),
        Actor.APPLICANT: Rights(_NONE, _OWN),
        Actor.WORKER: _ADDS,
        Actor.AUDITOR_ROLE: Rights(_ALL, _OWN),
    },
}
