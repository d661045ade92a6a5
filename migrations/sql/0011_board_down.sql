DROP FUNCTION applicants_named(UUID, TSQUERY);
DROP INDEX ix_candidates_name_words;
DROP FUNCTION name_words(TEXT);
REVOKE SELECT ON SEQUENCE automation_logs_sequence_seq FROM understudy_web;
DROP INDEX ix_automation_logs_feed, ix_negotiation_sessions_escalated, ix_jobs_recruiter_newest, ix_jobs_newest, ix_applications_notices;
DO $$
BEGIN
    -- Beside a portal's own index of that name nothing is needed.
    IF to_regclass('ix_applications_shortlist_status') IS NULL THEN
        CREATE INDEX ix_applications_shortlist_status ON applications (job_id, shortlist_status);
    END IF;
END $$;
DROP INDEX ix_applications_standing;
