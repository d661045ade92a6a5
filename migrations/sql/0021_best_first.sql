-- Row-level security lets a comparison narrow an index only when it is leakproof. That of NUMERIC is not, that of
-- INTEGER is: hundredths, below zero so that the best score comes first among ties that are in ascending order.

DROP INDEX ix_applications_fit_score, ix_applications_standing, ix_applications_notices;
ALTER TABLE applications
    ADD COLUMN score_order INTEGER NOT NULL GENERATED ALWAYS AS ((fit_score * -100)::integer) STORED;
CREATE INDEX ix_applications_best_first ON applications (job_id, score_order, created_at, id);
CREATE INDEX ix_applications_standing ON applications (job_id, shortlist_status, score_order, created_at, id)
    INCLUDE (ai_processed);
CREATE INDEX ix_applications_notices ON applications (job_id, score_order, created_at, id)
    WHERE unreadable_reason IS NOT NULL OR score_notices <> '[]'::jsonb OR resume_notices <> '[]'::jsonb;
