DROP FUNCTION blind_interviewers(UUID[]);
DROP POLICY web_log_digest ON automation_logs;
DROP TABLE alerts, digest_refusals, digests;
DROP INDEX ix_email_messages_failed, ix_email_messages_application_id;
ALTER TABLE email_messages DROP COLUMN final_of;
