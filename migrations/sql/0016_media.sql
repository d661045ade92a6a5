-- Media that jobs show, recordings of interviews, and files whose bytes lie in object storage. Meanings stand in models/.

ALTER TABLE files ADD COLUMN storage_key TEXT, ADD COLUMN uploaded_by UUID;
-- What an earlier way down kept (0016_media_down.sql): which files lie in object storage.
DO $$ BEGIN
    IF to_regclass('media_kept_files') IS NOT NULL THEN
        UPDATE files f SET storage_key = k.storage_key, uploaded_by = k.uploaded_by, content = NULL
        FROM media_kept_files k WHERE k.id = f.id;
        DROP TABLE media_kept_files;
    END IF;
END $$;
UPDATE files SET content = '' WHERE content IS NULL AND storage_key IS NULL;
ALTER TABLE files
    ADD CONSTRAINT uq_files_storage_key UNIQUE (storage_key),
    -- Bytes stand in one place, and the key of an object says what for and whose: `recordings/<id of the file>`.
    ADD CONSTRAINT ck_files_one_place CHECK (num_nonnulls(content, storage_key) = 1),
    ADD CONSTRAINT ck_files_storage_key CHECK (storage_key ~ ('^[a-z_]{1,40}/' || id::text || '$')),
    ADD CONSTRAINT fk_files_uploaded_by_users FOREIGN KEY (uploaded_by) REFERENCES users (id) ON DELETE SET NULL;
CREATE INDEX ix_files_uploaded_by ON files (uploaded_by);

CREATE TABLE job_interview_media (
    job_id UUID NOT NULL,
    file_id UUID NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_job_interview_media PRIMARY KEY (job_id, file_id),
    CONSTRAINT fk_job_interview_media_job_id_jobs FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE,
    CONSTRAINT fk_job_interview_media_file_id_files FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE
);
CREATE INDEX ix_job_interview_media_job_id ON job_interview_media (job_id, position);
CREATE INDEX ix_job_interview_media_file_id ON job_interview_media (file_id);

CREATE TABLE interview_recordings (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    interview_id UUID NOT NULL,
    file_id UUID NOT NULL,
    kind VARCHAR(40) NOT NULL,
    uploaded_by UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_interview_recordings PRIMARY KEY (id),
    CONSTRAINT uq_interview_recordings_file_id UNIQUE (file_id),
    CONSTRAINT ck_interview_recordings_kind CHECK (kind IN ('audio', 'video', 'transcript')),
    CONSTRAINT fk_interview_recordings_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_interview_recordings_file_id_files FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE,
    CONSTRAINT fk_interview_recordings_uploaded_by_users
        FOREIGN KEY (uploaded_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX ix_interview_recordings_interview_id ON interview_recordings (interview_id, created_at);
CREATE INDEX ix_interview_recordings_uploaded_by ON interview_recordings (uploaded_by);

DO $$ BEGIN
    IF to_regclass('media_kept_links') IS NOT NULL THEN
        INSERT INTO job_interview_media (job_id, file_id, position, created_at)
            SELECT k.job_id, k.file_id, k.position, k.created_at FROM media_kept_links k
            JOIN jobs j ON j.id = k.job_id JOIN files f ON f.id = k.file_id;
        INSERT INTO interview_recordings (id, interview_id, file_id, kind, uploaded_by, created_at)
            SELECT k.id, k.interview_id, k.file_id, k.kind, u.id, k.created_at FROM media_kept_recordings k
            JOIN interviews i ON i.id = k.interview_id JOIN files f ON f.id = k.file_id
            LEFT JOIN users u ON u.id = k.uploaded_by;
        DROP TABLE media_kept_links, media_kept_recordings;
    END IF;
END $$;

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['job_interview_media', 'interview_recordings'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
END $$;
GRANT SELECT ON job_interview_media TO understudy_worker;
GRANT SELECT, INSERT ON interview_recordings TO understudy_worker;
GRANT SELECT, INSERT, DELETE ON job_interview_media, interview_recordings TO understudy_web;
GRANT UPDATE (position) ON job_interview_media TO understudy_web;

-- Whether the one who acts may show a file in this place: it was uploaded for it, by them or an admin's colleague, or
-- it stands in an own job already. So nobody turns a resume or a recording of others into media of an own job.
CREATE FUNCTION app_may_attach(wanted UUID, place TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM files f WHERE f.id = wanted AND split_part(f.storage_key, '/', 1) = place
          AND (app_role() = 'admin' OR f.uploaded_by = app_user()))
    OR place = 'job_media' AND EXISTS (
        SELECT FROM job_interview_media m
        WHERE m.file_id = wanted AND (app_role() = 'admin' OR m.job_id = ANY (app_own_jobs())))
$$;
ALTER FUNCTION app_may_attach(UUID, TEXT) OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION app_may_attach(UUID, TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_may_attach(UUID, TEXT) TO understudy_web;

-- A job's media are for everybody of its interviews; its recruiter and admins choose them.
CREATE POLICY web_job_media_see ON job_interview_media FOR SELECT TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[])
    OR job_id = (SELECT app_invited('job')) OR job_id = ANY ((SELECT app_interviewing('job'))::uuid[]));
CREATE POLICY web_job_media_add ON job_interview_media FOR INSERT TO understudy_web WITH CHECK (
    ((SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]))
    AND app_may_attach(file_id, 'job_media'));
CREATE POLICY web_job_media_order ON job_interview_media FOR UPDATE TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]));
CREATE POLICY web_job_media_remove ON job_interview_media FOR DELETE TO understudy_web USING (
    (SELECT app_role()) = 'admin' OR job_id = ANY ((SELECT app_own_jobs())::uuid[]));
-- A recording is for the recruiter, admins and whoever conducts the interview, who remove what they brought.
CREATE POLICY web_recordings_see ON interview_recordings FOR SELECT TO understudy_web USING (
    (SELECT app_role()) = 'admin'
    OR ((SELECT app_role()) = 'recruiter' AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id))
    OR interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]));
CREATE POLICY web_recordings_add ON interview_recordings FOR INSERT TO understudy_web WITH CHECK (
    ((SELECT app_role()) = 'admin'
     OR ((SELECT app_role()) = 'recruiter' AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id))
     OR interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[]))
    AND uploaded_by = (SELECT app_user()) AND app_may_attach(file_id, 'recordings'));
CREATE POLICY web_recordings_remove ON interview_recordings FOR DELETE TO understudy_web USING (
    (SELECT app_role()) = 'admin'
    OR ((SELECT app_role()) = 'recruiter' AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id))
    OR (uploaded_by = (SELECT app_user()) AND interview_id = ANY ((SELECT app_interviewing('interview'))::uuid[])));

CREATE POLICY web_files_media ON files FOR SELECT TO understudy_web
    USING (EXISTS (SELECT FROM job_interview_media m WHERE m.file_id = files.id));
CREATE POLICY web_files_recorded ON files FOR SELECT TO understudy_web
    USING (EXISTS (SELECT FROM interview_recordings r WHERE r.file_id = files.id));
CREATE POLICY web_files_own ON files FOR SELECT TO understudy_web
    USING (uploaded_by = (SELECT app_user()) AND (SELECT app_role()) IN ('recruiter', 'interviewer'));
CREATE POLICY web_files_own_remove ON files FOR DELETE TO understudy_web
    USING (uploaded_by = (SELECT app_user()) AND (SELECT app_role()) IN ('recruiter', 'interviewer'));
CREATE POLICY web_files_record ON files FOR INSERT TO understudy_web WITH CHECK (
    app_role() = 'interviewer' AND uploaded_by = app_user() AND split_part(storage_key, '/', 1) = 'recordings');

-- A recording is nobody else's: its file goes with it, also when a person is erased. The object follows with the next
-- sweep, because a transaction cannot reach it.
CREATE FUNCTION understudy_drop_recording() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM files f WHERE f.id = OLD.file_id;
    RETURN NULL;
END $$;
ALTER FUNCTION understudy_drop_recording() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION understudy_drop_recording() FROM PUBLIC;
CREATE TRIGGER drop_file AFTER DELETE ON interview_recordings
    FOR EACH ROW EXECUTE FUNCTION understudy_drop_recording();
CREATE TRIGGER keep_owner BEFORE UPDATE OF interview_id ON interview_recordings
    FOR EACH ROW WHEN (OLD.interview_id IS DISTINCT FROM NEW.interview_id)
    EXECUTE FUNCTION understudy_keep_owner('interview_id');

-- Rows that nothing refers to, whatever tables refer to files by then. Locked first and looked at a second time, so a
-- reference that is written at this moment either keeps its file, or finds it gone and fails.
CREATE FUNCTION sweep_files(before TIMESTAMPTZ, most INTEGER) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    is_used TEXT;
    found UUID[];
    gone BIGINT;
BEGIN
    SELECT string_agg(format('EXISTS (SELECT FROM %s r WHERE r.%I = f.id)', c.conrelid::regclass, a.attname), ' OR ')
    INTO is_used
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'files'::regclass;
    EXECUTE format('SELECT array_agg(x.id) FROM (SELECT f.id FROM files f WHERE f.created_at < $1 AND NOT (%s)'
                   ' ORDER BY f.created_at LIMIT $2 FOR UPDATE SKIP LOCKED) x', is_used) INTO found USING before, most;
    EXECUTE format('DELETE FROM files f WHERE f.id = ANY ($1) AND NOT (%s)', is_used) USING found;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
ALTER FUNCTION sweep_files(TIMESTAMPTZ, INTEGER) OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION sweep_files(TIMESTAMPTZ, INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_files(TIMESTAMPTZ, INTEGER) TO understudy_worker;

-- Portals kept the ids of a job's media in a JSON array. What names a file becomes a link, in its order; the rest is
-- kept with its reason in `interview_media_not_moved`, and the column goes. Does nothing where there is no such column.
CREATE FUNCTION move_interview_media() RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    was RECORD;
    job RECORD;
    entry RECORD;
    reason TEXT;
    moved BIGINT := 0;
BEGIN
    SELECT format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS needed, pg_get_expr(d.adbin, d.adrelid) AS preset
    INTO was
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = 'jobs'::regclass AND a.attname = 'interview_media_file_ids' AND NOT a.attisdropped;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    CREATE TABLE IF NOT EXISTS interview_media_not_moved (
        job_id UUID NOT NULL, position INTEGER NOT NULL, value JSONB, reason TEXT NOT NULL);
    ALTER TABLE interview_media_not_moved ENABLE ROW LEVEL SECURITY;
    FOR job IN SELECT j.id, to_jsonb(j) -> 'interview_media_file_ids' AS ids FROM jobs j ORDER BY j.id LOOP
        -- Arrays that were kept as text are arrays all the same.
        IF jsonb_typeof(job.ids) = 'string' AND job.ids #>> '{}' IS JSON ARRAY THEN
            job.ids := (job.ids #>> '{}')::jsonb;
        END IF;
        IF job.ids IS NULL OR jsonb_typeof(job.ids) = 'null' THEN
            CONTINUE;
        ELSIF jsonb_typeof(job.ids) <> 'array' THEN
            INSERT INTO interview_media_not_moved VALUES (job.id, 0, job.ids, 'not an array');
            CONTINUE;
        END IF;
        FOR entry IN SELECT value, ordinality::integer - 1 AS position
                     FROM jsonb_array_elements(job.ids) WITH ORDINALITY LOOP
            IF jsonb_typeof(entry.value) <> 'string'
               OR NOT pg_input_is_valid(entry.value #>> '{}', 'uuid') THEN
                reason := 'not an id';
            ELSIF NOT EXISTS (SELECT FROM files f WHERE f.id = (entry.value #>> '{}')::uuid) THEN
                reason := 'no such file';
            ELSIF EXISTS (SELECT FROM applications a WHERE a.resume_file_id = (entry.value #>> '{}')::uuid) THEN
                reason := 'a resume';
            ELSE
                INSERT INTO job_interview_media (job_id, file_id, position)
                VALUES (job.id, (entry.value #>> '{}')::uuid, entry.position)
                ON CONFLICT (job_id, file_id) DO NOTHING;
                reason := CASE WHEN FOUND THEN NULL ELSE 'twice' END;
                moved := moved + CASE WHEN FOUND THEN 1 ELSE 0 END;
            END IF;
            IF reason IS NOT NULL THEN
                INSERT INTO interview_media_not_moved VALUES (job.id, entry.position, entry.value, reason);
            END IF;
        END LOOP;
    END LOOP;
    -- How the column was, for the way down.
    EXECUTE format('COMMENT ON TABLE interview_media_not_moved IS %L', to_jsonb(was)::text);
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE jobs DROP COLUMN interview_media_file_ids;
    RETURN moved;
END $$;
ALTER FUNCTION move_interview_media() OWNER TO understudy_owner;
REVOKE ALL ON FUNCTION move_interview_media() FROM PUBLIC;
SELECT move_interview_media();
