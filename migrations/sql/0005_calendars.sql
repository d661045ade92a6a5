-- Calendars of interviewers, panels, held times. Meanings stand in models/.

-- Who takes part, and how much of it anybody takes.
ALTER TABLE job_interviewers ADD COLUMN IF NOT EXISTS pool TEXT DEFAULT 'interviewers';
ALTER TABLE job_interviewers ADD COLUMN IF NOT EXISTS member_since TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL;
ALTER TABLE users ADD COLUMN IF NOT EXISTS buffer_before INTERVAL DEFAULT interval '0' NOT NULL;
ALTER TABLE users ADD COLUMN IF NOT EXISTS buffer_after INTERVAL DEFAULT interval '0' NOT NULL;
ALTER TABLE users ADD COLUMN IF NOT EXISTS interviews_per_day INTEGER;
ALTER TABLE users ADD COLUMN IF NOT EXISTS interviews_per_week INTEGER;
ALTER TABLE users ADD COLUMN IF NOT EXISTS holiday_calendar TEXT;
ALTER TABLE users ADD CONSTRAINT ck_users_interview_limits CHECK (
    interviews_per_day >= 0 AND interviews_per_week >= 0
    AND buffer_before >= interval '0' AND buffer_after >= interval '0');
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS hold_window INTERVAL DEFAULT interval '24 hours' NOT NULL;
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS reschedule_cutoff INTERVAL DEFAULT interval '4 hours' NOT NULL;
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS reschedule_limit INTEGER DEFAULT 3 NOT NULL;
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS replacement_cutoff INTERVAL DEFAULT interval '48 hours' NOT NULL;
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS replacement_limit INTEGER DEFAULT 3 NOT NULL;
ALTER TABLE jobs ADD CONSTRAINT ck_jobs_calendar CHECK (
    hold_window > interval '0' AND reschedule_cutoff >= interval '0' AND reschedule_limit >= 0
    AND replacement_cutoff >= interval '0' AND replacement_limit >= 0);
ALTER TABLE interviews ADD COLUMN panel UUID[] DEFAULT '{}' NOT NULL;
ALTER TABLE interviews ADD COLUMN reschedules INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE interviews ADD COLUMN replacements INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE interviews ADD COLUMN video_url TEXT;
ALTER TABLE interviews ADD COLUMN bounced_at TIMESTAMP WITH TIME ZONE;

-- Bookings and holds share one constraint: what is offered to one candidate is nobody else's to take.
ALTER TABLE interview_interviewers
    ADD COLUMN id UUID DEFAULT gen_random_uuid() NOT NULL,
    ADD COLUMN kind VARCHAR(40) DEFAULT 'booking' NOT NULL,
    ADD COLUMN expires_at TIMESTAMP WITH TIME ZONE,
    DROP CONSTRAINT pk_interview_interviewers,
    DROP CONSTRAINT ex_interview_interviewers_overlap;
ALTER TABLE interview_interviewers
    ADD CONSTRAINT pk_interview_interviewers PRIMARY KEY (id),
    ADD CONSTRAINT ck_interview_interviewers_hold_expires CHECK ((kind = 'hold') = (expires_at IS NOT NULL)),
    ADD CONSTRAINT ex_interview_interviewers_overlap
        EXCLUDE USING gist (user_id WITH =, interview_id WITH <>, during WITH &&) WHERE (is_live);
CREATE UNIQUE INDEX uq_interview_interviewers_booking ON interview_interviewers (interview_id, user_id)
    WHERE kind = 'booking';
CREATE INDEX ix_interview_interviewers_interview_id ON interview_interviewers (interview_id);
-- Bookings are written by the interview's trigger alone; offers by the worker, and by whoever took over for the bot.
GRANT INSERT, DELETE ON interview_interviewers TO understudy_worker, understudy_web;
DROP POLICY worker_all ON interview_interviewers;
CREATE POLICY worker_all ON interview_interviewers FOR SELECT TO understudy_worker USING (true);
CREATE POLICY worker_offers ON interview_interviewers TO understudy_worker USING (kind = 'hold');
CREATE POLICY web_offers ON interview_interviewers TO understudy_web USING (
    kind = 'hold' AND app_role() IN ('admin', 'recruiter')
    AND EXISTS (SELECT FROM interviews i WHERE i.id = interview_id));

CREATE OR REPLACE FUNCTION understudy_follow_interview() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    -- Tries to write entries count for one version of the booking.
    IF TG_OP = 'UPDATE' AND OLD.calendar_sequence <> NEW.calendar_sequence THEN
        UPDATE calendar_entries SET attempts = 0 WHERE interview_id = NEW.id AND attempts > 0;
    END IF;
    -- An offer ends when a time is fixed or the interview is over.
    IF NEW.status <> 'slot_pending' AND (TG_OP = 'INSERT' OR OLD.status IS DISTINCT FROM NEW.status
            OR OLD.scheduled_time IS DISTINCT FROM NEW.scheduled_time) THEN
        DELETE FROM interview_interviewers WHERE interview_id = NEW.id AND kind = 'hold';
    END IF;
    IF NEW.interviewer_id IS NULL OR NEW.scheduled_time IS NULL THEN
        DELETE FROM interview_interviewers WHERE interview_id = NEW.id AND kind = 'booking';
        RETURN NULL;
    END IF;
    DELETE FROM interview_interviewers
    WHERE interview_id = NEW.id AND kind = 'booking' AND user_id <> ALL (NEW.interviewer_id || NEW.panel);
    -- In one order for everybody: two panels with the same people never wait for each other in a circle.
    INSERT INTO interview_interviewers (interview_id, user_id, during, is_live)
    SELECT NEW.id, who, tstzrange(NEW.scheduled_time, NEW.scheduled_time + NEW.duration),
           NEW.status IN ('confirmed', 'in_progress', 'completed')
    FROM (SELECT DISTINCT unnest(NEW.interviewer_id || NEW.panel) AS who ORDER BY who) everybody
    ON CONFLICT (interview_id, user_id) WHERE kind = 'booking'
        DO UPDATE SET during = excluded.during, is_live = excluded.is_live;
    RETURN NULL;
END $$;
DROP TRIGGER follow_interview ON interviews;
CREATE TRIGGER follow_interview
    AFTER INSERT OR UPDATE OF status, scheduled_time, duration, interviewer_id, panel, calendar_sequence ON interviews
    FOR EACH ROW EXECUTE FUNCTION understudy_follow_interview();

-- A panel: one mail of a kind for each of them. Two kinds of answers became one.
DROP INDEX uq_email_messages_interview;
CREATE UNIQUE INDEX uq_email_messages_interview ON email_messages (interview_id, template, sequence, user_id)
    NULLS NOT DISTINCT WHERE interview_id IS NOT NULL;
UPDATE email_messages SET template = 'negotiation_answer' WHERE template IN ('slot_proposals', 'negotiation_retry');

-- Connected calendars: state here, secrets in calendar_tokens.
CREATE TABLE calendar_accounts (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    user_id UUID NOT NULL,
    provider VARCHAR(40) NOT NULL,
    settings JSONB DEFAULT '{}'::jsonb NOT NULL,
    calendar_id TEXT DEFAULT '' NOT NULL,
    busy_calendar_ids JSONB DEFAULT '[]'::jsonb NOT NULL,
    health VARCHAR(40) DEFAULT 'connected' NOT NULL,
    health_since TIMESTAMP WITH TIME ZONE NOT NULL,
    health_reason TEXT,
    failures INTEGER DEFAULT 0 NOT NULL,
    synced_at TIMESTAMP WITH TIME ZONE,
    cursor TEXT,
    channel_id TEXT,
    channel_resource_id TEXT,
    channel_expires_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_calendar_accounts PRIMARY KEY (id),
    CONSTRAINT uq_calendar_accounts_user_id_provider UNIQUE (user_id, provider),
    CONSTRAINT uq_calendar_accounts_channel_id UNIQUE (channel_id),
    CONSTRAINT fk_calendar_accounts_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
INSERT INTO calendar_accounts (id, user_id, provider, health, health_since, health_reason)
    SELECT id, user_id, provider, 'dead', now(), 'Connected before calendars were read. Connect it again.'
    FROM calendar_tokens;
ALTER TABLE calendar_tokens
    ADD CONSTRAINT fk_calendar_tokens_user_id_calendar_accounts FOREIGN KEY (user_id, provider)
        REFERENCES calendar_accounts (user_id, provider) ON DELETE CASCADE;

-- A copy of what those calendars call busy; replaced as a whole by each look.
CREATE TABLE calendar_busy (
    account_id UUID NOT NULL,
    starts TIMESTAMP WITH TIME ZONE NOT NULL,
    ends TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_calendar_busy PRIMARY KEY (account_id, starts),
    CONSTRAINT ck_calendar_busy_order CHECK (ends > starts),
    CONSTRAINT fk_calendar_busy_account_id_calendar_accounts
        FOREIGN KEY (account_id) REFERENCES calendar_accounts (id) ON DELETE CASCADE
);

-- Our entries in those calendars. They outlive the interview's row: an erased person's entry is still to be removed.
CREATE TABLE calendar_entries (
    account_id UUID NOT NULL,
    interview_id UUID NOT NULL,
    sequence INTEGER,
    event_id TEXT,
    etag TEXT,
    attempts INTEGER DEFAULT 0 NOT NULL,
    last_error TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_calendar_entries PRIMARY KEY (account_id, interview_id),
    CONSTRAINT fk_calendar_entries_account_id_calendar_accounts
        FOREIGN KEY (account_id) REFERENCES calendar_accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_calendar_entries_interview_id ON calendar_entries (interview_id);

-- Mail that came in: handled once. Words that a person is to read go with the interview they are about.
CREATE TABLE incoming_messages (
    key TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    interview_id UUID,
    outcome VARCHAR(40) NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_incoming_messages PRIMARY KEY (key),
    CONSTRAINT fk_incoming_messages_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE SET NULL
);
CREATE INDEX ix_incoming_messages_interview_id_received_at ON incoming_messages (interview_id, received_at);
CREATE TABLE incoming_words (
    key TEXT NOT NULL,
    interview_id UUID NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_incoming_words PRIMARY KEY (key),
    CONSTRAINT fk_incoming_words_key_incoming_messages
        FOREIGN KEY (key) REFERENCES incoming_messages (key) ON DELETE CASCADE,
    CONSTRAINT fk_incoming_words_interview_id_interviews
        FOREIGN KEY (interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
CREATE INDEX ix_incoming_words_interview_id ON incoming_words (interview_id);

DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY['calendar_accounts', 'calendar_busy', 'calendar_entries', 'incoming_messages',
                             'incoming_words'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY owner_all ON %I TO understudy_owner USING (true) WITH CHECK (true)', t);
        EXECUTE format('CREATE POLICY worker_all ON %I TO understudy_worker USING (true) WITH CHECK (true)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO understudy_worker', t);
        EXECUTE format('ALTER TABLE %I OWNER TO understudy_owner', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_accounts TO understudy_web;
GRANT SELECT ON calendar_entries TO understudy_web;
CREATE POLICY web_calendar_accounts ON calendar_accounts TO understudy_web
    USING (app_role() = 'admin' OR (app_role() IN ('recruiter', 'interviewer') AND user_id = app_user()));
CREATE POLICY web_calendar_entries ON calendar_entries FOR SELECT TO understudy_web
    USING (app_role() = 'admin' OR EXISTS (SELECT FROM calendar_accounts a WHERE a.id = account_id));
CREATE TRIGGER touch BEFORE UPDATE ON calendar_accounts FOR EACH ROW EXECUTE FUNCTION understudy_touch();

-- Bookings that waited for a calendar which is disconnected wait no longer: their workflows tell them by mail.
CREATE FUNCTION understudy_calendar_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name, payload, job_id)
    SELECT 'left:' || OLD.id || ':' || i.id, 'update', 'InterviewWorkflow', 'interview-' || i.id, 'changed',
           '{"cause": "calendar"}', i.job_id
    FROM calendar_entries e JOIN interviews i ON i.id = e.interview_id
    WHERE e.account_id = OLD.id AND i.status = 'confirmed'
      AND i.calendar_synced_sequence IS DISTINCT FROM i.calendar_sequence
    ON CONFLICT DO NOTHING;
    RETURN OLD;
END $$;
ALTER FUNCTION understudy_calendar_left() OWNER TO understudy_owner;
CREATE TRIGGER leave BEFORE DELETE ON calendar_accounts FOR EACH ROW EXECUTE FUNCTION understudy_calendar_left();

-- Its owner tells the calendar's workflow and the log of connecting and disconnecting, and nothing else.
CREATE POLICY web_outbox_calendar ON outbox TO understudy_web USING (
    app_role() <> 'candidate' AND EXISTS (SELECT FROM calendar_accounts a WHERE workflow_id = 'calendar-' || a.id));
CREATE POLICY web_log_calendar ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    action_type IN ('calendar_connected', 'calendar_disconnected') AND actor_id = app_user()
    AND app_role() IN ('recruiter', 'interviewer'));
-- A notice of a provider, checked before, names a channel; its calendar is looked at as soon as possible.
CREATE FUNCTION calendar_noticed(channel TEXT, notice TEXT) RETURNS BOOLEAN LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    account UUID;
BEGIN
    SELECT a.id INTO account FROM calendar_accounts a WHERE a.channel_id = channel;
    IF account IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name, payload)
    VALUES ('notice:' || channel || ':' || notice, 'update', 'CalendarWorkflow', 'calendar-' || account, 'changed',
            '{"cause": "notice"}')
    ON CONFLICT DO NOTHING;
    RETURN true;
END $$;
ALTER FUNCTION calendar_noticed(TEXT, TEXT) OWNER TO understudy_owner;

-- Busy times without whose they are, at business time `at`: bookings, offers to others that still hold, what the
-- connected calendars say (without our own entries in them), and everything of a person whose calendar is blind.
DROP FUNCTION interviewer_busy(UUID[], TIMESTAMPTZ, TIMESTAMPTZ, UUID);
CREATE FUNCTION interviewer_busy(
    wanted UUID[], since TIMESTAMPTZ, until TIMESTAMPTZ, but UUID, at TIMESTAMPTZ)
RETURNS TABLE (user_id UUID, starts TIMESTAMPTZ, ends TIMESTAMPTZ, kind TEXT) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT b.user_id, lower(b.during), upper(b.during), b.kind FROM interview_interviewers b
    WHERE b.user_id = ANY (wanted) AND b.is_live AND b.during && tstzrange(since, until)
      AND b.interview_id IS DISTINCT FROM but AND (b.expires_at IS NULL OR b.expires_at > at)
  UNION ALL
    SELECT outside.user_id, lower(span), upper(span), 'calendar'
    FROM (
        SELECT a.user_id, unnest(range_agg(tstzrange(c.starts, c.ends)) - coalesce((
            SELECT range_agg(b.during) FROM interview_interviewers b
            WHERE b.user_id = a.user_id AND b.is_live AND b.kind = 'booking'
              AND b.during && tstzrange(since, until)), '{}'::tstzmultirange)) AS span
        FROM calendar_accounts a JOIN calendar_busy c ON c.account_id = a.id
        WHERE a.user_id = ANY (wanted) AND c.starts < until AND c.ends > since
        GROUP BY a.user_id
    ) outside
  UNION ALL
    SELECT a.user_id, since, until, 'blind' FROM calendar_accounts a
    WHERE a.user_id = ANY (wanted) AND a.health IN ('dead', 'unreachable')
$$;
ALTER FUNCTION interviewer_busy(UUID[], TIMESTAMPTZ, TIMESTAMPTZ, UUID, TIMESTAMPTZ) OWNER TO understudy_owner;
-- How many interviews each took since they became a member: fair load counts from there.
CREATE FUNCTION interviewer_load(of_job UUID, but UUID)
RETURNS TABLE (user_id UUID, taken BIGINT) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT m.user_id, count(b.id) FROM job_interviewers m
    LEFT JOIN interview_interviewers b ON b.user_id = m.user_id AND b.is_live AND b.kind = 'booking'
        AND lower(b.during) >= m.member_since AND b.interview_id IS DISTINCT FROM but
    WHERE m.job_id = of_job GROUP BY m.user_id
$$;
ALTER FUNCTION interviewer_load(UUID, UUID) OWNER TO understudy_owner;
-- Offers that ran out make room before a booking or another offer.
CREATE FUNCTION clear_expired_holds(of_users UUID[], at TIMESTAMPTZ) RETURNS VOID LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    DELETE FROM interview_interviewers b
    WHERE b.user_id = ANY (of_users) AND b.kind = 'hold' AND b.expires_at <= at
$$;
ALTER FUNCTION clear_expired_holds(UUID[], TIMESTAMPTZ) OWNER TO understudy_owner;

-- Colleagues keep their own hours, but not their own role.
CREATE POLICY web_users_own ON users FOR UPDATE TO understudy_web
    USING (id = app_user() AND app_role() IN ('recruiter', 'interviewer'))
    WITH CHECK (id = app_user() AND role = app_role());
CREATE POLICY web_log_own ON automation_logs FOR INSERT TO understudy_web WITH CHECK (
    action_type = 'user_changed' AND actor_id = app_user() AND app_role() IN ('recruiter', 'interviewer'));
