-- No-show risk of booked interviews, each value with its parts and what came of it. Meanings stand in models/.
CREATE TABLE no_show_risks (
    interview_id UUID NOT NULL,
    ordinal INTEGER NOT NULL,
    job_id UUID,
    scheduled_time TIMESTAMP WITH TIME ZONE NOT NULL,
    value NUMERIC(4, 3) NOT NULL,
    parts JSONB NOT NULL,
    facts JSONB NOT NULL,
    rule TEXT NOT NULL,
    computed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    outcome VARCHAR(40),
    CONSTRAINT pk_no_show_risks PRIMARY KEY (interview_id, ordinal),
    CONSTRAINT ck_no_show_risks_value CHECK (value BETWEEN 0 AND 1),
    CONSTRAINT ck_no_show_risks_outcome CHECK (outcome IN ('completed', 'no_show', 'cancelled')),
    CONSTRAINT fk_no_show_risks_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_no_show_risks_job_id_jobs FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE SET NULL
);
CREATE INDEX ix_no_show_risks_outcome ON no_show_risks (job_id) WHERE outcome IS NOT NULL;
ALTER TABLE no_show_risks OWNER TO understudy_owner;
ALTER TABLE no_show_risks ENABLE ROW LEVEL SECURITY;
ALTER TABLE no_show_risks FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON no_show_risks TO understudy_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON no_show_risks TO understudy_worker USING (true) WITH CHECK (true);
-- History is added to, never changed, whoever writes; the outcome comes from the trigger below.
GRANT SELECT, INSERT ON no_show_risks TO understudy_worker;
-- Pages read; a candidate may see what was thought of the own interview.
GRANT SELECT ON no_show_risks TO understudy_web;
CREATE POLICY web_risks ON no_show_risks FOR SELECT TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR ((SELECT app_role()) = 'candidate' AND interview_id = (SELECT app_interview())));

-- The outcome belongs to the value that stood when the interview ended.
CREATE FUNCTION understudy_keep_outcome() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE no_show_risks r SET outcome = NEW.status
    WHERE r.interview_id = NEW.id
      AND r.ordinal = (SELECT max(l.ordinal) FROM no_show_risks l WHERE l.interview_id = NEW.id);
    RETURN NULL;
END $$;
ALTER FUNCTION understudy_keep_outcome() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION understudy_keep_outcome() FROM PUBLIC;
CREATE TRIGGER keep_outcome AFTER UPDATE OF status ON interviews
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status IN ('completed', 'no_show', 'cancelled'))
    EXECUTE FUNCTION understudy_keep_outcome();
