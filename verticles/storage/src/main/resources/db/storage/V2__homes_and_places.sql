ALTER TABLE blob
  ADD COLUMN class text NOT NULL DEFAULT 'results'
    CHECK (class IN ('temporary', 'segments', 'parts', 'materials', 'results')),
  ADD COLUMN owner text NOT NULL DEFAULT 'system';
UPDATE blob SET class = CASE origin
  WHEN 'materials' THEN 'materials' WHEN 'speech' THEN 'parts' WHEN 'content' THEN 'parts'
  ELSE 'results' END;
COMMENT ON COLUMN blob.class IS 'the one missed most of those it was stored as; decides where it is kept, and for how long';
COMMENT ON COLUMN blob.owner IS 'who asked for it first: a user, a key, or system';

CREATE TABLE store (
  id      uuid        PRIMARY KEY,
  node    text        NOT NULL,
  address text,
  seen_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE store IS 'Data folders, and the nodes that work with them at present.';
COMMENT ON COLUMN store.address IS 'where the others can fetch its files, host:port; NULL when they cannot';

CREATE TABLE place (
  blob_key char(64)    NOT NULL REFERENCES blob (key) ON DELETE CASCADE,
  store_id uuid        NOT NULL,
  since    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (blob_key, store_id)
);
COMMENT ON TABLE place IS 'Which data folders have a file, plain and ready to be read.';

CREATE INDEX place_store ON place (store_id);

CREATE TABLE home (
  blob_key    char(64)    NOT NULL REFERENCES blob (key) ON DELETE CASCADE,
  bucket      text        NOT NULL,
  object      text        NOT NULL,
  stored_size bigint      NOT NULL,
  encoding    text        NOT NULL CHECK (encoding IN ('identity', 'zstd')),
  key_id      text,
  data_key    bytea,
  stored_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (blob_key, bucket),
  CHECK ((key_id IS NULL) = (data_key IS NULL))
);
COMMENT ON TABLE home IS 'Where a file is kept for good beside the plain ones: a bucket, or the encrypted folder of a store.';
COMMENT ON COLUMN home.bucket IS 'a name below storage.buckets, or vault/<store id>';
COMMENT ON COLUMN home.key_id IS 'the key of storage.encryption.keys that wraps the data key; NULL when not encrypted';
COMMENT ON COLUMN home.data_key IS 'the key of this object alone, wrapped';

CREATE INDEX home_key ON home (key_id) WHERE key_id IS NOT NULL;

CREATE TABLE upload (
  blob_key    char(64)    NOT NULL REFERENCES blob (key) ON DELETE CASCADE,
  bucket      text        NOT NULL,
  store_id    uuid        NOT NULL,
  object      text        NOT NULL,
  stored_size bigint      NOT NULL,
  digest      char(64)    NOT NULL,
  encoding    text        NOT NULL CHECK (encoding IN ('identity', 'zstd')),
  key_id      text,
  data_key    bytea,
  upload_id   text,
  part_size   bigint,
  begun_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (blob_key, bucket, store_id),
  CHECK ((key_id IS NULL) = (data_key IS NULL)),
  CHECK ((upload_id IS NULL) = (part_size IS NULL))
);
COMMENT ON TABLE upload IS 'Files on their way to a home, so that a store goes on after whatever stopped it.';
COMMENT ON COLUMN upload.digest IS 'SHA-256 of what is sent, hex';

CREATE INDEX upload_store ON upload (store_id);
