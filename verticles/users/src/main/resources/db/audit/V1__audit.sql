-- What was done, each record chained to the one before it. Triggers keep honest mistakes out; who
-- may switch them off cannot forge the hashes' marks, whose key is not in the database.
CREATE TABLE audit_log (
  sequence       bigint PRIMARY KEY CHECK (sequence > 0),
  id             text NOT NULL UNIQUE,
  at             timestamptz NOT NULL,
  action         text NOT NULL,
  outcome        text NOT NULL,
  tenant         text NOT NULL,
  actor          text NOT NULL,
  target         text,
  address        text,
  correlation_id text NOT NULL,
  details        jsonb NOT NULL,
  previous       bytea NOT NULL CHECK (length(previous) = 32),
  hash           bytea NOT NULL CHECK (length(hash) = 32),
  key_id         text NOT NULL,
  mark           bytea NOT NULL  -- HMAC-SHA-256 of the hash
);

CREATE INDEX audit_log_at ON audit_log (at);
CREATE INDEX audit_log_tenant ON audit_log (tenant, sequence);
CREATE INDEX audit_log_actor ON audit_log (actor, sequence);
CREATE INDEX audit_log_action ON audit_log (action, sequence);

CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only: % is refused', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_log_rows BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
CREATE TRIGGER audit_log_whole BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();

-- The end of the chain, marked as well, so that a cut-off tail is missed. Whoever appends holds
-- the row's lock, on whichever node.
CREATE TABLE audit_head (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  sequence bigint NOT NULL,
  hash     bytea NOT NULL,
  key_id   text NOT NULL,
  mark     bytea NOT NULL
);

INSERT INTO audit_head (sequence, hash, key_id, mark)
VALUES (0, decode(repeat('00', 32), 'hex'), '', '');

CREATE FUNCTION audit_head_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.sequence > OLD.sequence THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The end of the audit log only moves on: % is refused', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_head_rows BEFORE UPDATE OR DELETE ON audit_head
  FOR EACH ROW EXECUTE FUNCTION audit_head_only_grows();
