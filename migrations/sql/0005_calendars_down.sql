-- Back to one interviewer per interview, without offers and connected calendars.
DROP FUNCTION clear_expired_holds(UUID[], TIMESTAMPTZ);
DROP FUNCTION interviewer_load(UUID, UUID);
DROP FUNCTION interviewer_busy(UUID[], TIMESTAMPTZ, TIMESTAMPTZ, UUID, TIMESTAMPTZ);
DROP FUNCTION calendar_noticed(TEXT, TEXT);
DROP POLICY web_outbox_calendar ON outbox;
DROP POLICY web_log_calendar ON automation_logs;
UPDATE email_messages SET template = 'slot_proposals' WHERE template = 'negotiation_answer';
DROP INDEX uq_email_messages_interview;
-- Mails of one kind to several people get numbers of their own: the older form counts them apart.
UPDATE email_messages m SET sequence = m.sequence + 100000 * d.n
    FROM (SELECT id, row_number() OVER (PARTITION BY interview_id, template, sequence ORDER BY created_at, id) - 1 AS n
          FROM email_messages WHERE interview_id IS NOT NULL) d
    WHERE d.id = m.id AND d.n > 0;
CREATE UNIQUE INDEX uq_email_messages_interview ON email_messages (interview_id, template, sequence)
    WHERE interview_id IS NOT NULL;
DROP POLICY web_users_own ON users;
DROP POLICY web_log_own ON automation_logs;
DROP POLICY web_offers ON interview_interviewers;
DROP POLICY worker_offers ON interview_interviewers;
DROP POLICY worker_all ON interview_interviewers;
DELETE FROM interview_interviewers b
    WHERE b.kind = 'hold'
       OR b.user_id IS DISTINCT FROM (SELECT i.interviewer_id FROM interviews i WHERE i.id = b.interview_id);
DROP TRIGGER follow_interview ON interviews;
DROP INDEX uq_interview_interviewers_booking, ix_interview_interviewers_interview_id;
ALTER TABLE interview_interviewers
    DROP CONSTRAINT ex_interview_interviewers_overlap,
    DROP CONSTRAINT ck_interview_interviewers_hold_expires,
    DROP CONSTRAINT pk_interview_interviewers,
    DROP COLUMN id, DROP COLUMN kind, DROP COLUMN expires_at;
ALTER TABLE interview_interviewers
    ADD CONSTRAINT pk_interview_interviewers PRIMARY KEY (interview_id, user_id),
    ADD CONSTRAINT ex_interview_interviewers_overlap
        EXCLUDE USING gist (user_id WITH =, during WITH &&) WHERE (is_live);
REVOKE INSERT, DELETE ON interview_interviewers FROM understudy_worker, understudy_web;
CREATE POLICY worker_all ON interview_interviewers TO understudy_worker USING (true) WITH CHECK (true);
CREATE OR REPLACE FUNCTION understudy_follow_interview() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.interviewer_id IS NULL OR NEW.scheduled_time IS NULL THEN
        DELETE FROM interview_interviewers WHERE interview_id = NEW.id;
        RETURN NULL;
    END IF;
    DELETE FROM interview_interviewers WHERE interview_id = NEW.id AND user_id <> NEW.interviewer_id;
    INSERT INTO interview_interviewers (interview_id, user_id, during, is_live)
    VALUES (NEW.id, NEW.interviewer_id, tstzrange(NEW.scheduled_time, NEW.scheduled_time + NEW.duration),
            NEW.status IN ('confirmed', 'in_progress', 'completed'))
    ON CONFLICT (interview_id, user_id) DO UPDATE SET during = excluded.during, is_live = excluded.is_live;
    RETURN NULL;
END $$;
CREATE TRIGGER follow_interview AFTER INSERT OR UPDATE OF status, scheduled_time, duration, interviewer_id ON interviews
    FOR EACH ROW EXECUTE FUNCTION understudy_follow_interview();
CREATE FUNCTION interviewer_busy(wanted UUID[], since TIMESTAMPTZ, until TIMESTAMPTZ, but UUID)
RETURNS TABLE (user_id UUID, starts TIMESTAMPTZ, ends TIMESTAMPTZ) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT b.user_id, lower(b.during), upper(b.during) FROM interview_interviewers b
    WHERE b.user_id = ANY (wanted) AND b.is_live AND b.during && tstzrange(since, until)
      AND b.interview_id IS DISTINCT FROM but
$$;
ALTER FUNCTION interviewer_busy(UUID[], TIMESTAMPTZ, TIMESTAMPTZ, UUID) OWNER TO understudy_owner;
ALTER TABLE interviews DROP COLUMN panel, DROP COLUMN reschedules, DROP COLUMN replacements, DROP COLUMN video_url,
    DROP COLUMN bounced_at;
ALTER TABLE job_interviewers DROP COLUMN pool, DROP COLUMN member_since;
ALTER TABLE calendar_tokens DROP CONSTRAINT fk_calendar_tokens_user_id_calendar_accounts;
DROP TABLE incoming_words, incoming_messages, calendar_entries, calendar_busy, calendar_accounts;
DROP FUNCTION understudy_calendar_left();
ALTER TABLE users DROP CONSTRAINT ck_users_interview_limits;
ALTER TABLE jobs DROP CONSTRAINT ck_jobs_calendar;
