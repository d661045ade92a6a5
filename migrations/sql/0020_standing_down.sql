DROP FUNCTION applications_standing(UUID[]);
DROP INDEX ix_applications_standing;
CREATE INDEX ix_applications_standing ON applications (job_id, shortlist_status, fit_score DESC, created_at, id);
