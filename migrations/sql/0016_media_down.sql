-- Back to files in the database alone. Objects stay in their storage: which file each one is, and where it was shown, is
-- kept in tables of ids, so that coming up again finds everything. Without any stored file nothing is left behind.
DO $$ BEGIN
    IF EXISTS (SELECT FROM files WHERE storage_key IS NOT NULL) THEN
        CREATE TABLE media_kept_files AS
            SELECT id, storage_key, uploaded_by FROM files WHERE storage_key IS NOT NULL;
        CREATE TABLE media_kept_links AS SELECT * FROM job_interview_media;
        CREATE TABLE media_kept_recordings AS SELECT * FROM interview_recordings;
        ALTER TABLE media_kept_files ENABLE ROW LEVEL SECURITY;
        ALTER TABLE media_kept_links ENABLE ROW LEVEL SECURITY;
        ALTER TABLE media_kept_recordings ENABLE ROW LEVEL SECURITY;
    END IF;
END $$;
-- A portal's JSON array comes back as the links say, with what could not be moved in its old place.
DO $$
DECLARE
    was JSONB;
BEGIN
    IF to_regclass('interview_media_not_moved') IS NULL THEN
        RETURN;
    END IF;
    was := obj_description('interview_media_not_moved'::regclass, 'pg_class')::jsonb;
    EXECUTE format('ALTER TABLE jobs ADD COLUMN interview_media_file_ids %s%s', was ->> 'type',
                   CASE WHEN was ->> 'preset' IS NULL THEN '' ELSE ' DEFAULT ' || (was ->> 'preset') END);
    EXECUTE format(
        'UPDATE jobs j SET interview_media_file_ids = %s::%s FROM ('
        '  SELECT job_id, jsonb_agg(value ORDER BY position, value) AS ids FROM ('
        '    SELECT job_id, position, to_jsonb(file_id) AS value FROM job_interview_media'
        '    UNION ALL SELECT job_id, position, value FROM interview_media_not_moved WHERE reason <> ''not an array'''
        '  ) every GROUP BY job_id'
        '  UNION ALL SELECT job_id, value FROM interview_media_not_moved WHERE reason = ''not an array'''
        ') x WHERE x.job_id = j.id',
        CASE WHEN was ->> 'type' LIKE '%[]' THEN 'ARRAY(SELECT jsonb_array_elements_text(x.ids))' ELSE 'x.ids::text' END,
        was ->> 'type');
    SET CONSTRAINTS ALL IMMEDIATE;
    IF (was ->> 'needed')::boolean THEN
        ALTER TABLE jobs ALTER COLUMN interview_media_file_ids SET NOT NULL;
    END IF;
    DROP TABLE interview_media_not_moved;
END $$;

DROP FUNCTION move_interview_media();
DROP FUNCTION sweep_files(TIMESTAMPTZ, INTEGER);
DROP POLICY web_files_record ON files;
DROP POLICY web_files_own_remove ON files;
DROP POLICY web_files_own ON files;
DROP POLICY web_files_recorded ON files;
DROP POLICY web_files_media ON files;
DROP TABLE job_interview_media, interview_recordings;
DROP FUNCTION understudy_drop_recording();
DROP FUNCTION app_may_attach(UUID, TEXT);
ALTER TABLE files DROP CONSTRAINT ck_files_one_place, DROP CONSTRAINT ck_files_storage_key;
DROP INDEX ix_files_uploaded_by;
ALTER TABLE files DROP COLUMN storage_key, DROP COLUMN uploaded_by;
