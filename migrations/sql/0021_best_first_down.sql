DROP INDEX ix_applications_best_first, ix_applications_standing, ix_applications_notices;
ALTER TABLE applications DROP COLUMN score_order;
CREATE INDEX ix_applications_fit_score ON applications (job_id, fit_score DESC, created_at, id);
CREATE INDEX ix_applications_standing ON applications (job_id, shortlist_status, fit_score DESC, created_at, id)
    INCLUDE (ai_processed);
CREATE INDEX ix_applications_notices ON applications (job_id, fit_score DESC, created_at, id)
    WHERE unreadable_reason IS NOT NULL OR score_notices <> '[]'::jsonb OR resume_notices <> '[]'::jsonb;
