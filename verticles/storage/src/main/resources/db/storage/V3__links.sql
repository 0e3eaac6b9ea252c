CREATE TABLE link (
  id            text        PRIMARY KEY,
  tenant        text        NOT NULL,
  owner         text        NOT NULL,
  subject       text        NOT NULL,
  blob_key      char(64)    NOT NULL,
  media_type    text        NOT NULL,
  file_name     text        NOT NULL,
  disposition   text        NOT NULL CHECK (disposition IN ('INLINE', 'ATTACHMENT')),
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  max_downloads int         CHECK (max_downloads > 0),
  downloads     int         NOT NULL DEFAULT 0,
  taken_at      timestamptz,
  revoked_at    timestamptz
);
COMMENT ON TABLE link IS 'Signed links to files. The file may be gone meanwhile; its entry is not needed to keep the link.';
COMMENT ON COLUMN link.id IS '128 random bits, Base64 for URLs';
COMMENT ON COLUMN link.subject IS 'what it is a file of: video/<id>/<file>, material/<id>/<version>, object/<key>';
COMMENT ON COLUMN link.taken_at IS 'when the last download that counts began';

CREATE INDEX link_tenant ON link (tenant, created_at DESC, id);
CREATE INDEX link_expires ON link (expires_at);
CREATE INDEX link_blob ON link (blob_key);

-- Here so that every node signs alike; whoever may read this database may make links. Used only
-- where the settings name no key.
CREATE TABLE link_key (
  id         text        PRIMARY KEY,
  secret     bytea       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
