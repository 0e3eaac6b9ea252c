-- Why tenants have files no longer, so that whoever asks for one is told the true reason.
CREATE TABLE past_holder (
  blob_key text        NOT NULL,
  tenant   text        NOT NULL,
  reason   text        NOT NULL CHECK (reason IN ('GIVEN_UP', 'EXPIRED')),
  at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (blob_key, tenant)
);
CREATE INDEX past_holder_at ON past_holder (at);

-- Whoever stores a file anew has it again.
CREATE FUNCTION hold_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM past_holder WHERE blob_key = NEW.blob_key AND tenant = NEW.tenant;
  RETURN NULL;
END $$;

CREATE TRIGGER holder_again AFTER INSERT ON holder
  FOR EACH ROW EXECUTE FUNCTION hold_again();
