-- Voluntary answers of applicants, readable by one role that can read nothing else of a person; meanings stand in models/.
CREATE TABLE self_identifications (
    application_id UUID NOT NULL,
    sex TEXT,
    race_ethnicity TEXT,
    age_band TEXT,
    answered_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    wording_version TEXT NOT NULL,
    CONSTRAINT pk_self_identifications PRIMARY KEY (application_id),
    CONSTRAINT fk_self_identifications_application_id_applications
        FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE,
    CONSTRAINT ck_self_identifications_sex
        CHECK (sex IN ('female', 'male', 'another', 'prefer_not_to_say')),
    CONSTRAINT ck_self_identifications_race_ethnicity
        CHECK (race_ethnicity IN ('hispanic_or_latino', 'white', 'black_or_african_american',
            'native_hawaiian_or_pacific_islander', 'asian', 'american_indian_or_alaska_native',
            'two_or_more_races', 'prefer_not_to_say')),
    CONSTRAINT ck_self_identifications_age_band
        CHECK (age_band IN ('under_40', '40_and_over', 'prefer_not_to_say'))
);
ALTER TABLE self_identifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_identifications FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON self_identifications TO understudy_owner USING (true) WITH CHECK (true);
CREATE POLICY impact_answers ON self_identifications FOR SELECT TO understudy_impact USING (true);
-- Nobody else is granted anything: not the workers, who score, and not the web tier.
GRANT SELECT ON self_identifications TO understudy_impact;
ALTER TABLE self_identifications OWNER TO understudy_owner;

-- What the figures need of a process: scores and steps. No name, no resume, no reason.
GRANT USAGE ON SCHEMA public TO understudy_impact;
GRANT SELECT ON alembic_version TO understudy_impact;
GRANT SELECT (id, job_id, fit_score, ai_processed, rank, shortlist_status) ON applications TO understudy_impact;
GRANT SELECT (id, ranked_at) ON jobs TO understudy_impact;
GRANT SELECT (job_id, application_id, entity, new_state) ON automation_logs TO understudy_impact;
CREATE POLICY impact_applications ON applications FOR SELECT TO understudy_impact USING (true);
CREATE POLICY impact_jobs ON jobs FOR SELECT TO understudy_impact USING (true);
CREATE POLICY impact_log ON automation_logs FOR SELECT TO understudy_impact USING (true);

-- An auditor who looks at the figures sees which jobs there are, and leaves a row that says so.
CREATE POLICY web_jobs_audited ON jobs FOR SELECT TO understudy_web USING ((SELECT app_role()) = 'auditor');
CREATE POLICY web_log_look ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    app_role() = 'auditor' AND action_type = 'impact_viewed' AND actor_id = app_user());

-- The own application of whoever answers: a candidate's by the interview, else an applicant's by a link of its own.
CREATE FUNCTION app_application() RETURNS UUID LANGUAGE sql STABLE AS $$
    SELECT CASE app_role()
        WHEN 'candidate' THEN (SELECT i.application_id FROM interviews i WHERE i.id = app_interview())
        WHEN 'applicant' THEN (SELECT a.id FROM applications a
                               WHERE a.id = nullif(current_setting('app.application_id', true), '')::uuid)
    END
$$;
-- Answering nothing withdraws what was said before.
CREATE FUNCTION keep_self_identification(
    new_sex TEXT, new_race_ethnicity TEXT, new_age_band TEXT, wording TEXT, answered TIMESTAMPTZ)
RETURNS BOOLEAN LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    own UUID := app_application();
BEGIN
    IF own IS NULL THEN
        RAISE EXCEPTION 'only a candidate answers, and only for the own application' USING ERRCODE = '42501';
    END IF;
    IF new_sex IS NULL AND new_race_ethnicity IS NULL AND new_age_band IS NULL THEN
        DELETE FROM self_identifications s WHERE s.application_id = own;
        RETURN false;
    END IF;
    INSERT INTO self_identifications AS s
    VALUES (own, new_sex, new_race_ethnicity, new_age_band, answered, wording)
    ON CONFLICT (application_id) DO UPDATE
        SET sex = excluded.sex, race_ethnicity = excluded.race_ethnicity, age_band = excluded.age_band,
            answered_at = excluded.answered_at, wording_version = excluded.wording_version;
    RETURN true;
END $$;
-- What a candidate said, for the candidate.
CREATE FUNCTION own_self_identification()
RETURNS TABLE (sex TEXT, race_ethnicity TEXT, age_band TEXT, answered_at TIMESTAMPTZ, wording_version TEXT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.sex, s.race_ethnicity, s.age_band, s.answered_at, s.wording_version
    FROM self_identifications s WHERE s.application_id = app_application()
$$;
REVOKE ALL ON FUNCTION keep_self_identification(TEXT, TEXT, TEXT, TEXT, TIMESTAMPTZ) FROM PUBLIC;
REVOKE ALL ON FUNCTION own_self_identification() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_self_identification(TEXT, TEXT, TEXT, TEXT, TIMESTAMPTZ) TO understudy_web;
GRANT EXECUTE ON FUNCTION own_self_identification() TO understudy_web;
ALTER FUNCTION app_application() OWNER TO understudy_owner;
ALTER FUNCTION keep_self_identification(TEXT, TEXT, TEXT, TEXT, TIMESTAMPTZ) OWNER TO understudy_owner;
ALTER FUNCTION own_self_identification() OWNER TO understudy_owner;

-- A job may ask that somebody looks at the figures before its review is confirmed.
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS impact_review_required BOOLEAN DEFAULT false NOT NULL;
ALTER TABLE jobs ADD CONSTRAINT ck_jobs_impact_review CHECK (NOT impact_review_required OR review_mode <> 'none');
