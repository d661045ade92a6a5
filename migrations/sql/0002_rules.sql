-- The rules that the database itself keeps, whoever writes.

CREATE TABLE state_transitions (
    entity TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    PRIMARY KEY (entity, from_state, to_state)
);
COMMENT ON TABLE state_transitions IS 'Allowed changes of state; from_state '''' marks initial states (I7).';

-- I7: only listed transitions. Arguments: entity, column.
CREATE FUNCTION understudy_check_transition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    old_state TEXT := '';
    new_state TEXT := to_jsonb(NEW) ->> TG_ARGV[1];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        old_state := to_jsonb(OLD) ->> TG_ARGV[1];
        IF old_state = new_state THEN
            RETURN NEW;
        END IF;
    END IF;
    IF NOT EXISTS (
        SELECT FROM state_transitions t
        WHERE t.entity = TG_ARGV[0] AND t.from_state = old_state AND t.to_state = new_state
    ) THEN
        RAISE EXCEPTION '% cannot go from % to %', TG_ARGV[0], coalesce(nullif(old_state, ''), 'nothing'), new_state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'state_transitions';
    END IF;
    RETURN NEW;
END $$;

-- I6: no log, no change. Checked at commit: exactly one log row of this transaction tells of this change.
CREATE FUNCTION understudy_require_log() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    was TEXT := to_jsonb(OLD) ->> TG_ARGV[1];
    becomes TEXT := to_jsonb(NEW) ->> TG_ARGV[1];
    told BIGINT;
BEGIN
    SELECT count(*) INTO told FROM automation_logs l
    WHERE l.entity_id = NEW.id AND l.transaction_id = pg_current_xact_id()::text::bigint
      AND l.entity = TG_ARGV[0] AND l.previous_state = was AND l.new_state = becomes;
    IF told <> 1 THEN
        RAISE EXCEPTION '% % went from % to % with % log rows, one is required',
            TG_ARGV[0], NEW.id, was, becomes, told
            USING ERRCODE = 'check_violation', CONSTRAINT = 'one_log_row_per_change';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER check_transition_insert BEFORE INSERT ON jobs
    FOR EACH ROW EXECUTE FUNCTION understudy_check_transition('job', 'status');
CREATE TRIGGER check_transition_update BEFORE UPDATE OF status ON jobs
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION understudy_check_transition('job', 'status');
CREATE CONSTRAINT TRIGGER require_log AFTER UPDATE OF status ON jobs DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION understudy_require_log('job', 'status');

CREATE TRIGGER check_transition_insert BEFORE INSERT ON applications
    FOR EACH ROW EXECUTE FUNCTION understudy_check_transition('application', 'shortlist_status');
CREATE TRIGGER check_transition_update BEFORE UPDATE OF shortlist_status ON applications
    FOR EACH ROW WHEN (OLD.shortlist_status IS DISTINCT FROM NEW.shortlist_status)
    EXECUTE FUNCTION understudy_check_transition('application', 'shortlist_status');
CREATE CONSTRAINT TRIGGER require_log AFTER UPDATE OF shortlist_status ON applications DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.shortlist_status IS DISTINCT FROM NEW.shortlist_status)
    EXECUTE FUNCTION understudy_require_log('application', 'shortlist_status');

CREATE TRIGGER check_transition_insert BEFORE INSERT ON interviews
    FOR EACH ROW EXECUTE FUNCTION understudy_check_transition('interview', 'status');
CREATE TRIGGER check_transition_update BEFORE UPDATE OF status ON interviews
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION understudy_check_transition('interview', 'status');
CREATE TRIGGER check_processing_insert BEFORE INSERT ON interviews
    FOR EACH ROW EXECUTE FUNCTION understudy_check_transition('processing', 'processing_status');
CREATE TRIGGER check_processing_update BEFORE UPDATE OF processing_status ON interviews
    FOR EACH ROW WHEN (OLD.processing_status IS DISTINCT FROM NEW.processing_status)
    EXECUTE FUNCTION understudy_check_transition('processing', 'processing_status');
CREATE CONSTRAINT TRIGGER require_log AFTER UPDATE OF status ON interviews DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION understudy_require_log('interview', 'status');
CREATE CONSTRAINT TRIGGER require_processing_log AFTER UPDATE OF processing_status ON interviews
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.processing_status IS DISTINCT FROM NEW.processing_status)
    EXECUTE FUNCTION understudy_require_log('processing', 'processing_status');

CREATE TRIGGER check_transition_insert BEFORE INSERT ON negotiation_sessions
    FOR EACH ROW EXECUTE FUNCTION understudy_check_transition('negotiation', 'state');
CREATE TRIGGER check_transition_update BEFORE UPDATE OF state ON negotiation_sessions
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION understudy_check_transition('negotiation', 'state');
CREATE CONSTRAINT TRIGGER require_log AFTER UPDATE OF state ON negotiation_sessions DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION understudy_require_log('negotiation', 'state');

-- I1: a seat is one of the job's openings, and openings never shrink below a held seat.
CREATE FUNCTION understudy_check_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    openings INTEGER;
BEGIN
    SELECT number_of_openings INTO openings FROM jobs WHERE id = NEW.job_id FOR SHARE;
    IF NEW.rank > openings THEN
        RAISE EXCEPTION 'seat % does not exist: the job has % openings', NEW.rank, openings
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seat_within_openings';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER check_seat BEFORE UPDATE OF shortlist_status, rank ON applications
    FOR EACH ROW WHEN (NEW.shortlist_status = 'shortlisted') EXECUTE FUNCTION understudy_check_seat();

CREATE FUNCTION understudy_check_openings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM applications a WHERE a.job_id = NEW.id AND a.shortlist_status = 'shortlisted'
               AND a.rank > NEW.number_of_openings) THEN
        RAISE EXCEPTION 'a seat above % is held', NEW.number_of_openings
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seat_within_openings';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER check_openings BEFORE UPDATE OF number_of_openings ON jobs
    FOR EACH ROW WHEN (NEW.number_of_openings < OLD.number_of_openings)
    EXECUTE FUNCTION understudy_check_openings();

CREATE FUNCTION understudy_default_buffer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.shortlisting_buffer := coalesce(NEW.shortlisting_buffer, NEW.number_of_openings);
    RETURN NEW;
END $$;
CREATE TRIGGER default_buffer BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION understudy_default_buffer();

-- I5: an interviewer's time follows the interview; the exclusion constraint refuses overlaps.
CREATE FUNCTION understudy_follow_interview() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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

-- The log is append-only for everybody. A seal may be set once, by the owner.
CREATE FUNCTION understudy_refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.seal IS NULL AND NEW.seal IS NOT NULL
       AND to_jsonb(OLD) - 'seal' - 'sealed_at' = to_jsonb(NEW) - 'seal' - 'sealed_at' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'automation_logs is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON automation_logs
    FOR EACH ROW EXECUTE FUNCTION understudy_refuse_log_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON automation_logs
    FOR EACH STATEMENT EXECUTE FUNCTION understudy_refuse_log_change();

CREATE FUNCTION understudy_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER touch BEFORE UPDATE ON interviews FOR EACH ROW EXECUTE FUNCTION understudy_touch();
CREATE TRIGGER touch BEFORE UPDATE ON negotiation_sessions FOR EACH ROW EXECUTE FUNCTION understudy_touch();
CREATE TRIGGER touch BEFORE UPDATE ON calendar_tokens FOR EACH ROW EXECUTE FUNCTION understudy_touch();

-- Wake the relay and the mail dispatcher at commit.
CREATE FUNCTION understudy_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify(TG_ARGV[0], '');
    RETURN NULL;
END $$;
CREATE TRIGGER wake_relay AFTER INSERT ON outbox
    FOR EACH STATEMENT EXECUTE FUNCTION understudy_notify('understudy_outbox');
CREATE TRIGGER wake_dispatcher AFTER INSERT ON email_messages
    FOR EACH STATEMENT EXECUTE FUNCTION understudy_notify('understudy_mail');
