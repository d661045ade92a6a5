-- How many applications of a job stand where: asked by every list of jobs and every board.

-- With what is counted inside, so that counting reads the index alone.
DROP INDEX ix_applications_standing;
CREATE INDEX ix_applications_standing ON applications (job_id, shortlist_status, fit_score DESC, created_at, id)
    INCLUDE (ai_processed);

-- Policies ask about each row: counting 10,000 of them asks whose job it is once. Who only interviews counts the
-- applications of the own interviews, as the policies have it.
CREATE FUNCTION applications_standing(of_jobs UUID[])
RETURNS TABLE (job_id UUID, shortlist_status TEXT, applications BIGINT, unscored BIGINT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH asked AS MATERIALIZED (
        SELECT id, app_role() IN ('admin', 'recruiter') AND app_sees_job(id) AS whole
        FROM (SELECT DISTINCT unnest(of_jobs) AS id) AS jobs
    )
    SELECT asked.id, counted.* FROM asked CROSS JOIN LATERAL (
        SELECT a.shortlist_status, count(*), count(*) FILTER (WHERE NOT a.ai_processed)
        FROM applications a WHERE a.job_id = asked.id GROUP BY a.shortlist_status
    ) AS counted
    WHERE asked.whole
    UNION ALL
    SELECT a.job_id, a.shortlist_status, count(*), count(*) FILTER (WHERE NOT a.ai_processed)
    FROM asked JOIN applications a ON a.job_id = asked.id
    WHERE NOT asked.whole AND a.id = ANY (app_interviewing('application'))
    GROUP BY a.job_id, a.shortlist_status
$$;
REVOKE ALL ON FUNCTION applications_standing(UUID[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION applications_standing(UUID[]) TO understudy_web;
ALTER FUNCTION applications_standing(UUID[]) OWNER TO understudy_owner;
