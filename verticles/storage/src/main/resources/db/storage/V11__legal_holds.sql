CREATE TABLE legal_hold (
  blob_key char(64)    NOT NULL,
  tenant   text        NOT NULL,
  reason   text        NOT NULL,
  set_by   text        NOT NULL,
  set_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (blob_key, tenant),
  -- So that the database itself refuses to remove what is held, whoever tries.
  FOREIGN KEY (blob_key, tenant) REFERENCES holder (blob_key, tenant)
);
COMMENT ON TABLE legal_hold IS 'Files that must not be removed, whatever else says so.';

CREATE INDEX legal_hold_tenant ON legal_hold (tenant, set_at);

CREATE TABLE legal_hold_event (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT now(),
  blob_key char(64)    NOT NULL,
  tenant   text        NOT NULL,
  action   text        NOT NULL CHECK (action IN ('set', 'lifted')),
  reason   text        NOT NULL,
  actor    text        NOT NULL
);
COMMENT ON TABLE legal_hold_event IS 'Who set and lifted which hold, and why; only ever added to.';

CREATE INDEX legal_hold_event_tenant ON legal_hold_event (tenant, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The record of legal holds is only ever added to';
END $$;
CREATE TRIGGER legal_hold_event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON legal_hold_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
