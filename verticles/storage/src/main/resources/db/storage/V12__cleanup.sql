ALTER TABLE blob ADD COLUMN deleting_at timestamptz;
COMMENT ON COLUMN blob.deleting_at IS 'since when it is being removed, and seen by nobody any more';

CREATE INDEX blob_deleting ON blob (deleting_at) WHERE deleting_at IS NOT NULL;
CREATE INDEX blob_class_used ON blob (class, last_used);

CREATE TABLE cleanup (
  id      int         PRIMARY KEY CHECK (id = 1),
  node    text,
  fence   bigint      NOT NULL DEFAULT 0,
  until   timestamptz NOT NULL DEFAULT '-infinity',
  done_at timestamptz NOT NULL DEFAULT '-infinity'
);
COMMENT ON TABLE cleanup IS 'The lease of the node that cleans up.';
COMMENT ON COLUMN cleanup.fence IS 'rises whenever the lease goes to somebody; who has an older one changes nothing any more';
INSERT INTO cleanup (id) VALUES (1);
