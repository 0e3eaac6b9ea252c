CREATE TABLE orphan (
  store      text        NOT NULL,
  kind       text        NOT NULL
    CHECK (kind IN ('plain', 'sealed', 'outgoing', 'staged', 'object', 'multipart', 'lost')),
  name       text        NOT NULL,
  detail     text,
  size       bigint      NOT NULL,
  seen_at    timestamptz NOT NULL DEFAULT now(),
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (store, kind, name)
);
COMMENT ON TABLE orphan IS 'Files that the books do not have, and entries whose file is nowhere.';
COMMENT ON COLUMN orphan.store IS 'id of a data folder, name of a bucket, or books';
COMMENT ON COLUMN orphan.detail IS 'the id of an upload in parts';
COMMENT ON COLUMN orphan.seen_at IS 'when it was found first; it is removed some time after that';

CREATE TABLE orphan_scan (
  store    text        PRIMARY KEY,
  node     text        NOT NULL,
  begun_at timestamptz NOT NULL,
  done_at  timestamptz,
  files    bigint      NOT NULL DEFAULT 0
);
COMMENT ON TABLE orphan_scan IS 'When each place was last looked through, and how many files it has.';
