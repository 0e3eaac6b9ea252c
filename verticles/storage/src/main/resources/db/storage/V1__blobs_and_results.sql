CREATE TABLE blob (
  key        char(64)    PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'),
  size       bigint      NOT NULL CHECK (size > 0),
  media_type text        NOT NULL,
  origin     text        NOT NULL,
  tenant     text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE blob IS 'What is known of each file in the store; the file lies under its key.';
COMMENT ON COLUMN blob.key IS 'SHA-256 of the bytes, lower-case hex';
COMMENT ON COLUMN blob.origin IS 'the service that made it first; "recovered" when only the file was left';
COMMENT ON COLUMN blob.tenant IS 'for whom it was stored first';
COMMENT ON COLUMN blob.last_used IS 'exact to the hour';

CREATE INDEX blob_last_used ON blob (last_used);

CREATE TABLE result (
  work_key   text        PRIMARY KEY,
  blob_key   char(64)    NOT NULL REFERENCES blob (key) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE result IS 'Which work gave which file, so that equal work is not done twice.';

CREATE INDEX result_blob ON result (blob_key);
