-- Transcripts and insights go; interviews stay as they were before.
DROP POLICY web_log_room ON automation_logs;
DROP TRIGGER conducting ON interviews;
DROP FUNCTION understudy_conducting();
DROP POLICY web_interviews_conducting ON interviews;
DROP TABLE ai_insight_edits, ai_insights, transcripts;
DROP FUNCTION understudy_number_change();
DROP FUNCTION understudy_tell_room();
DROP SEQUENCE interview_room_revision;
ALTER TABLE interviews
    DROP COLUMN roles, DROP COLUMN roles_assigned, DROP COLUMN stt_provider, DROP COLUMN ai_provider,
    DROP COLUMN language, DROP COLUMN started_at, DROP COLUMN completed_at;
-- A column that the portal had itself stays.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM base_tables_before
                   WHERE table_name = 'jobs' AND 'sentiment_enabled' = ANY (columns)) THEN
        ALTER TABLE jobs DROP COLUMN sentiment_enabled;
    END IF;
END $$;
