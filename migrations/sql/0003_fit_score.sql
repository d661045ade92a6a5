-- What a fit score stands on, so that it can be explained and recomputed; meanings stand in models/.
CREATE TABLE job_texts (
    job_id UUID NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    requirements JSONB DEFAULT '{}'::jsonb NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_job_texts PRIMARY KEY (job_id, sha256),
    CONSTRAINT fk_job_texts_job_id_jobs FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
);

ALTER TABLE applications
    ADD COLUMN IF NOT EXISTS masked_text TEXT,
    ADD COLUMN IF NOT EXISTS resume_notices JSONB,
    ADD COLUMN IF NOT EXISTS score_input TEXT,
    ADD COLUMN IF NOT EXISTS score_parameters TEXT,
    ADD COLUMN IF NOT EXISTS score_job_text TEXT,
    ADD COLUMN IF NOT EXISTS score_requirements JSONB,
    ADD COLUMN IF NOT EXISTS score_notices JSONB;
ALTER TABLE applications
    ADD CONSTRAINT fk_applications_score_job_text FOREIGN KEY (job_id, score_job_text)
        REFERENCES job_texts (job_id, sha256);

-- A snapshot is written once and never changed: no role but the owner may update or delete it.
GRANT SELECT, INSERT ON job_texts TO understudy_web, understudy_worker;
GRANT SELECT ON job_texts TO understudy_auditor;

ALTER TABLE job_texts ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_texts FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON job_texts TO understudy_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON job_texts TO understudy_worker USING (true) WITH CHECK (true);
CREATE POLICY web_job_texts ON job_texts TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]));
CREATE POLICY auditor_job_texts ON job_texts FOR SELECT TO understudy_auditor USING (true);
ALTER TABLE job_texts OWNER TO understudy_owner;
