-- What the orchestrator adds to the base portal's tables. Old rows keep their values; nothing starts by itself:
-- jobs that exist already get automation_enabled = false, so that an upgrade never mails anybody.
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS time_zone TEXT DEFAULT 'UTC' NOT NULL,
    ADD COLUMN IF NOT EXISTS work_starts TIME WITHOUT TIME ZONE DEFAULT '09:00' NOT NULL,
    ADD COLUMN IF NOT EXISTS work_ends TIME WITHOUT TIME ZONE DEFAULT '18:00' NOT NULL,
    ADD COLUMN IF NOT EXISTS work_days INTEGER DEFAULT '31' NOT NULL;

ALTER TABLE jobs
    ADD COLUMN IF NOT EXISTS company TEXT DEFAULT '' NOT NULL,
    ADD COLUMN IF NOT EXISTS location TEXT DEFAULT '' NOT NULL,
    ADD COLUMN IF NOT EXISTS requirements JSONB DEFAULT '{}'::jsonb NOT NULL,
    ADD COLUMN IF NOT EXISTS number_of_openings INTEGER DEFAULT '1' NOT NULL,
    ADD COLUMN IF NOT EXISTS shortlisting_buffer INTEGER,
    ADD COLUMN IF NOT EXISTS automation_enabled BOOLEAN,
    ADD COLUMN IF NOT EXISTS applications_closed BOOLEAN DEFAULT 'false' NOT NULL,
    ADD COLUMN IF NOT EXISTS closes_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN IF NOT EXISTS closed_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN IF NOT EXISTS ranked_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN IF NOT EXISTS finished_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN IF NOT EXISTS review_mode VARCHAR(40) DEFAULT 'none' NOT NULL,
    ADD COLUMN IF NOT EXISTS review_window INTERVAL DEFAULT interval '24 hours' NOT NULL,
    ADD COLUMN IF NOT EXISTS review_deadline TIMESTAMP WITH TIME ZONE,
    ADD COLUMN IF NOT EXISTS review_confirmed_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN IF NOT EXISTS confirmation_window INTERVAL DEFAULT interval '48 hours' NOT NULL,
    ADD COLUMN IF NOT EXISTS slot_selection_window INTERVAL DEFAULT interval '24 hours' NOT NULL,
    ADD COLUMN IF NOT EXISTS slot_horizon INTERVAL DEFAULT interval '14 days' NOT NULL,
    ADD COLUMN IF NOT EXISTS minimum_notice INTERVAL DEFAULT interval '12 hours' NOT NULL,
    ADD COLUMN IF NOT EXISTS interview_length INTERVAL DEFAULT interval '60 minutes' NOT NULL,
    ADD COLUMN IF NOT EXISTS negotiation_rounds INTEGER DEFAULT '3' NOT NULL,
    ADD COLUMN IF NOT EXISTS promotion_cutoff INTERVAL DEFAULT interval '24 hours',
    ADD COLUMN IF NOT EXISTS undo_window INTERVAL DEFAULT interval '10 minutes' NOT NULL,
    ADD COLUMN IF NOT EXISTS reminder_lead INTERVAL DEFAULT interval '24 hours' NOT NULL,
    ADD COLUMN IF NOT EXISTS no_show_grace INTERVAL DEFAULT interval '15 minutes' NOT NULL,
    ADD COLUMN IF NOT EXISTS held_from_status VARCHAR(40),
    ADD COLUMN IF NOT EXISTS held_since TIMESTAMP WITH TIME ZONE;

UPDATE jobs SET shortlisting_buffer = number_of_openings WHERE shortlisting_buffer IS NULL;
UPDATE jobs SET automation_enabled = false WHERE automation_enabled IS NULL;
ALTER TABLE jobs
    ALTER COLUMN shortlisting_buffer SET NOT NULL,
    ALTER COLUMN automation_enabled SET DEFAULT 'true',
    ALTER COLUMN automation_enabled SET NOT NULL,
    ADD CONSTRAINT ck_jobs_openings CHECK (number_of_openings BETWEEN 1 AND 10000),
    ADD CONSTRAINT ck_jobs_buffer CHECK (shortlisting_buffer BETWEEN 0 AND 100000),
    ADD CONSTRAINT ck_jobs_confirmation_window CHECK (confirmation_window > interval '0'),
    ADD CONSTRAINT ck_jobs_slot_selection_window CHECK (slot_selection_window > interval '0'),
    ADD CONSTRAINT ck_jobs_interview_length CHECK (interview_length > interval '0');
CREATE INDEX ix_jobs_status_closes_at ON jobs (status, closes_at);

ALTER TABLE applications
    ADD COLUMN IF NOT EXISTS job_id UUID,
    ADD COLUMN IF NOT EXISTS candidate_id UUID,
    ADD COLUMN IF NOT EXISTS fit_score NUMERIC(5, 2) DEFAULT '0' NOT NULL,
    ADD COLUMN IF NOT EXISTS rank INTEGER,
    ADD COLUMN IF NOT EXISTS summary TEXT,
    ADD COLUMN IF NOT EXISTS shortlist_status VARCHAR(40) DEFAULT 'pending' NOT NULL,
    ADD COLUMN IF NOT EXISTS ai_processed BOOLEAN DEFAULT 'false' NOT NULL,
    ADD COLUMN IF NOT EXISTS scorer TEXT,
    ADD COLUMN IF NOT EXISTS score_components JSONB,
    ADD COLUMN IF NOT EXISTS score_evidence JSONB,
    ADD COLUMN IF NOT EXISTS unreadable_reason TEXT,
    ADD COLUMN IF NOT EXISTS resume_file_id UUID,
    ADD COLUMN IF NOT EXISTS resume_text TEXT,
    ADD COLUMN IF NOT EXISTS scored_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE applications ALTER COLUMN applicant_name DROP NOT NULL, ALTER COLUMN applicant_email DROP NOT NULL;

-- One candidate per mail address; of several spellings of a name the latest application's counts.
INSERT INTO candidates (name, email, created_at)
SELECT DISTINCT ON (lower(applicant_email))
       coalesce(nullif(applicant_name, ''), applicant_email), applicant_email, coalesce(created_at, now())
FROM applications
WHERE candidate_id IS NULL AND trim(applicant_email) <> ''
ORDER BY lower(applicant_email), created_at DESC
ON CONFLICT DO NOTHING;
-- A second application of the same person for the same job stays as it is, without a candidate: one application counts.
UPDATE applications a SET candidate_id = first.candidate_id
FROM (
    SELECT DISTINCT ON (a.job_id, c.id) a.id, c.id AS candidate_id
    FROM applications a JOIN candidates c ON lower(c.email) = lower(a.applicant_email)
    WHERE a.candidate_id IS NULL
    ORDER BY a.job_id, c.id, a.created_at, a.id
) first
WHERE first.id = a.id;
-- Without an address nobody is known to be somebody else: one candidate per application, with its id.
INSERT INTO candidates (id, name, created_at)
SELECT id, coalesce(nullif(applicant_name, ''), 'Applicant'), coalesce(created_at, now())
FROM applications
WHERE candidate_id IS NULL AND coalesce(trim(applicant_email), '') = '';
UPDATE applications SET candidate_id = id
WHERE candidate_id IS NULL AND coalesce(trim(applicant_email), '') = '';

ALTER TABLE applications
    ADD CONSTRAINT ck_applications_fit_score CHECK (fit_score BETWEEN 0 AND 100),
    ADD CONSTRAINT ck_applications_seat_has_rank CHECK (shortlist_status <> 'shortlisted' OR coalesce(rank, 0) >= 1),
    ADD CONSTRAINT uq_applications_job_id_candidate_id UNIQUE (job_id, candidate_id),
    ADD CONSTRAINT fk_applications_candidate_id_candidates
        FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
    ADD CONSTRAINT fk_applications_resume_file_id_files
        FOREIGN KEY (resume_file_id) REFERENCES files (id) ON DELETE SET NULL;
CREATE INDEX ix_applications_candidate_id ON applications (candidate_id);
CREATE INDEX ix_applications_fit_score ON applications (job_id, fit_score DESC, created_at, id);
CREATE INDEX ix_applications_resume_file_id ON applications (resume_file_id);
CREATE INDEX ix_applications_shortlist_status ON applications (job_id, shortlist_status);
CREATE INDEX ix_applications_unscored ON applications (job_id) WHERE NOT ai_processed;
-- A seat is the rank of a shortlisted row (I1). Kept in a column of its own, because an index on rank itself would
-- make ranking rewrite every index entry of every application; with it, and with room on the pages, none.
ALTER TABLE applications
    ADD COLUMN held_seat INTEGER GENERATED ALWAYS AS (CASE WHEN shortlist_status = 'shortlisted' THEN rank END) STORED,
    SET (fillfactor = 70);
CREATE UNIQUE INDEX uq_applications_seat ON applications (job_id, held_seat) WHERE held_seat IS NOT NULL;
