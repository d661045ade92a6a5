-- What the recruiter's board reads fast. Meanings stand in models/.

-- Bench, pending and ended ones, each in the order of promotion. It takes the place of the index over status alone.
CREATE INDEX ix_applications_standing ON applications (job_id, shortlist_status, fit_score DESC, created_at, id);
DROP INDEX IF EXISTS ix_applications_shortlist_status;
-- Those that a person should look at: few of many.
CREATE INDEX ix_applications_notices ON applications (job_id, fit_score DESC, created_at, id)
    WHERE unreadable_reason IS NOT NULL OR score_notices <> '[]'::jsonb OR resume_notices <> '[]'::jsonb;
CREATE INDEX ix_jobs_newest ON jobs (created_at DESC, id DESC);
CREATE INDEX ix_jobs_recruiter_newest ON jobs (recruiter_id, created_at DESC, id DESC);
-- Conversations that wait for a person are counted on every page.
CREATE INDEX ix_negotiation_sessions_escalated ON negotiation_sessions (interview_id) WHERE state = 'escalated';

-- A job's log in the order in which transactions began to write: below the oldest running one nothing can be added
-- any more, so a live feed that goes on from there has no gap.
CREATE INDEX ix_automation_logs_feed ON automation_logs (job_id, transaction_id, sequence);
-- One number tells a waiting feed that there is nothing new.
GRANT SELECT ON SEQUENCE automation_logs_sequence_seq TO understudy_web;

-- Words of a name without case, marks and punctuation, so that "jose" finds "José" and "brien" finds "O'Brien".
CREATE FUNCTION name_words(name TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp AS $$
    SELECT to_tsvector('simple'::regconfig, translate(
        regexp_replace(normalize(coalesce(name, ''), NFKD), E'[\u0300-\u036f]', '', 'g'),
        E'''\u2019`.,;:-_/@()', '             '))
$$;
CREATE INDEX ix_candidates_name_words ON candidates USING gin (name_words(name));

-- Policies keep an index over names from being used: the search looks past them, after asking whose job it is.
CREATE FUNCTION applicants_named(of_job UUID, wanted TSQUERY) RETURNS SETOF UUID LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT a.id FROM candidates c JOIN applications a ON a.candidate_id = c.id
    WHERE name_words(c.name) @@ wanted AND a.job_id = of_job
      AND app_role() IN ('admin', 'recruiter') AND app_sees_job(of_job)
    UNION ALL
    SELECT a.id FROM applications a
    WHERE a.job_id = of_job AND a.candidate_id IS NULL AND name_words(a.applicant_name) @@ wanted
      AND app_role() IN ('admin', 'recruiter') AND app_sees_job(of_job)
$$;
REVOKE ALL ON FUNCTION applicants_named(UUID, TSQUERY) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION applicants_named(UUID, TSQUERY) TO understudy_web;
ALTER FUNCTION name_words(TEXT) OWNER TO understudy_owner;
ALTER FUNCTION applicants_named(UUID, TSQUERY) OWNER TO understudy_owner;
