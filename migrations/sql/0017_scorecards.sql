-- Scorecards: what each interviewer thinks, the card merged from those, and what a language model proposed.
CREATE TABLE interviewer_scorecards (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    interview_id UUID NOT NULL,
    interviewer_id UUID NOT NULL,
    attitude INTEGER,
    communication INTEGER,
    technical INTEGER,
    strategic INTEGER,
    leadership INTEGER,
    english INTEGER,
    overall_score REAL,
    recommendation VARCHAR(40),
    justification TEXT DEFAULT '' NOT NULL,
    strengths JSONB DEFAULT '[]'::jsonb NOT NULL,
    weaknesses JSONB DEFAULT '[]'::jsonb NOT NULL,
    summary TEXT DEFAULT '' NOT NULL,
    notes TEXT DEFAULT '' NOT NULL,
    prefilled JSONB DEFAULT '{}'::jsonb NOT NULL,
    version INTEGER DEFAULT 1 NOT NULL,
    handed_in_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_interviewer_scorecards PRIMARY KEY (id),
    CONSTRAINT uq_interviewer_scorecards_interview_id_interviewer_id UNIQUE (interview_id, interviewer_id),
    CONSTRAINT ck_interviewer_scorecards_scale CHECK (
        attitude BETWEEN 1 AND 10 AND communication BETWEEN 1 AND 10 AND technical BETWEEN 1 AND 10
        AND strategic BETWEEN 1 AND 10 AND leadership BETWEEN 1 AND 10 AND english BETWEEN 1 AND 10),
    CONSTRAINT ck_interviewer_scorecards_recommendation CHECK (recommendation IN ('hire', 'no_hire', 'maybe')),
    CONSTRAINT ck_interviewer_scorecards_handed_in CHECK (
        handed_in_at IS NULL OR (recommendation IS NOT NULL AND justification <> '')),
    CONSTRAINT fk_interviewer_scorecards_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE,
    CONSTRAINT fk_interviewer_scorecards_interviewer_id_users
        FOREIGN KEY (interviewer_id) REFERENCES users (id) ON DELETE RESTRICT
);
CREATE INDEX ix_interviewer_scorecards_interviewer_id ON interviewer_scorecards (interviewer_id);

CREATE TABLE scorecards (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    interview_id UUID NOT NULL,
    attitude INTEGER,
    communication INTEGER,
    technical INTEGER,
    strategic INTEGER,
    leadership INTEGER,
    english INTEGER,
    overall_score REAL,
    recommendation VARCHAR(40),
    justification TEXT DEFAULT '' NOT NULL,
    strengths JSONB DEFAULT '[]'::jsonb NOT NULL,
    weaknesses JSONB DEFAULT '[]'::jsonb NOT NULL,
    summary TEXT DEFAULT '' NOT NULL,
    notes TEXT DEFAULT '' NOT NULL,
    cards INTEGER NOT NULL,
    votes JSONB NOT NULL,
    spread JSONB NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_scorecards PRIMARY KEY (id),
    CONSTRAINT uq_scorecards_interview_id UNIQUE (interview_id),
    CONSTRAINT ck_scorecards_scale CHECK (
        attitude BETWEEN 1 AND 10 AND communication BETWEEN 1 AND 10 AND technical BETWEEN 1 AND 10
        AND strategic BETWEEN 1 AND 10 AND leadership BETWEEN 1 AND 10 AND english BETWEEN 1 AND 10),
    CONSTRAINT ck_scorecards_recommendation CHECK (recommendation IN ('hire', 'no_hire', 'maybe')),
    CONSTRAINT ck_scorecards_cards CHECK (cards >= 1),
    CONSTRAINT fk_scorecards_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);

CREATE TABLE insight_proposals (
    interview_id UUID NOT NULL,
    read_up_to INTEGER DEFAULT 0 NOT NULL,
    asked INTEGER DEFAULT 0 NOT NULL,
    kept INTEGER DEFAULT 0 NOT NULL,
    dropped JSONB DEFAULT '{}'::jsonb NOT NULL,
    failures INTEGER DEFAULT 0 NOT NULL,
    last_failure TEXT,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_insight_proposals PRIMARY KEY (interview_id),
    CONSTRAINT fk_insight_proposals_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);

-- Interviews that this person conducts, whatever the role. A booking is live from confirmed on, until it is called off.
CREATE FUNCTION app_panel() RETURNS UUID[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(b.interview_id), '{}') FROM interview_interviewers b
    WHERE app_role() IN ('recruiter', 'interviewer', 'admin') AND b.user_id = app_user()
      AND b.kind = 'booking' AND b.is_live
$$;
-- Of those, the ones whose own card is not handed in: other people's cards of these stay hidden.
CREATE FUNCTION app_card_due() RETURNS UUID[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(wanted), '{}') FROM unnest(app_panel()) wanted
    WHERE NOT EXISTS (SELECT FROM interviewer_scorecards c WHERE c.interview_id = wanted
                      AND c.interviewer_id = app_user() AND c.handed_in_at IS NOT NULL)
$$;
-- How much the own interview left behind, for the candidate's copy of the own data: numbers, nobody's opinion.
CREATE FUNCTION own_assessments() RETURNS TABLE (insights BIGINT, scorecards BIGINT) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT
        (SELECT count(*) FROM ai_insights n WHERE n.interview_id = i.id),
        (SELECT count(*) FROM interviewer_scorecards c WHERE c.interview_id = i.id)
    FROM interviews i WHERE app_role() = 'candidate' AND i.id = app_interview();
END $$;

DO $$
DECLARE
    t TEXT;
    f TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['interviewer_scorecards', 'scorecards', 'insight_proposals'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
    FOREACH f IN ARRAY ARRAY['app_panel()', 'app_card_due()', 'own_assessments()'] LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO understudy_owner', f);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO understudy_web', f);
    END LOOP;
END $$;
GRANT SELECT ON interviewer_scorecards, scorecards TO understudy_worker;
GRANT SELECT, INSERT, UPDATE ON insight_proposals TO understudy_worker;
GRANT SELECT, INSERT, UPDATE ON interviewer_scorecards TO understudy_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON scorecards TO understudy_web;
GRANT SELECT, DELETE ON insight_proposals TO understudy_web;

-- Everybody writes one card of the own; a card that is not handed in is its writer's alone.
CREATE POLICY web_cards_own ON interviewer_scorecards TO understudy_web USING (
    interviewer_id = (SELECT app_user()) AND interview_id = ANY ((SELECT app_panel())::uuid[])
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
CREATE POLICY web_cards_handed_in ON interviewer_scorecards FOR SELECT TO understudy_web USING (
    (SELECT app_role()) IN ('recruiter', 'interviewer', 'admin') AND handed_in_at IS NOT NULL
    AND interview_id <> ALL ((SELECT app_card_due())::uuid[])
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
CREATE POLICY web_scorecards ON scorecards TO understudy_web USING (
    (SELECT app_role()) IN ('recruiter', 'interviewer', 'admin')
    AND interview_id <> ALL ((SELECT app_card_due())::uuid[])
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
CREATE POLICY web_insight_proposals ON insight_proposals FOR SELECT TO understudy_web USING (
    (SELECT app_role()) IN ('recruiter', 'interviewer', 'admin')
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
-- They go with the transcript that they are about.
CREATE POLICY web_insight_proposals_forget ON insight_proposals FOR DELETE TO understudy_web USING (
    (SELECT app_role()) IN ('recruiter', 'admin')
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));
