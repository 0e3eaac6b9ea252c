-- A tenant's own library. The files themselves are in the blob store.

CREATE TABLE asset (
  tenant      text        NOT NULL,
  id          text        NOT NULL,
  title       text        NOT NULL,
  description text,
  tags        text[]      NOT NULL,
  kind        text        NOT NULL,
  orientation text,
  seconds     double precision NOT NULL,
  version     int         NOT NULL,
  words       tsvector    NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  deleted_at  timestamptz,
  PRIMARY KEY (tenant, id)
);
COMMENT ON COLUMN asset.words IS 'stems of title (A), tags (B), description (C) and file name (D)';
COMMENT ON COLUMN asset.deleted_at IS 'when it was deleted; purged some time later';

CREATE INDEX asset_words ON asset USING gin (words);
CREATE INDEX asset_tags ON asset USING gin (tags);
CREATE INDEX asset_newest ON asset (tenant, created_at DESC, id DESC);

CREATE TABLE asset_version (
  tenant     text        NOT NULL,
  asset      text        NOT NULL,
  version    int         NOT NULL,
  file_name  text,
  blob       jsonb       NOT NULL,
  bytes      bigint      NOT NULL,
  info       jsonb       NOT NULL,
  portrait   jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, asset, version),
  FOREIGN KEY (tenant, asset) REFERENCES asset (tenant, id) ON DELETE CASCADE
);

CREATE TABLE asset_collection (
  tenant     text        NOT NULL,
  id         text        NOT NULL,
  name       text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, name)
);

CREATE TABLE asset_member (
  tenant     text        NOT NULL,
  collection text        NOT NULL,
  asset      text        NOT NULL,
  added_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, collection, asset),
  FOREIGN KEY (tenant, collection) REFERENCES asset_collection (tenant, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant, asset) REFERENCES asset (tenant, id) ON DELETE CASCADE
);
CREATE INDEX asset_member_of ON asset_member (tenant, asset);

CREATE TABLE asset_use (
  tenant    text        NOT NULL,
  video     text        NOT NULL,
  scene     int         NOT NULL,
  asset     text        NOT NULL,
  version   int         NOT NULL,
  chosen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, video, scene, asset),
  FOREIGN KEY (tenant, asset) REFERENCES asset (tenant, id) ON DELETE CASCADE
);
CREATE INDEX asset_use_of ON asset_use (tenant, asset, chosen_at DESC);

-- Files on their way. The bytes lie in the folder "uploads" of the node that takes them.
CREATE TABLE upload (
  tenant     text        NOT NULL,
  id         text        PRIMARY KEY,
  state      text        NOT NULL,
  length     bigint,
  most       bigint      NOT NULL,
  details    jsonb       NOT NULL,
  assets     text[]      NOT NULL DEFAULT '{}',
  problem    text,
  staged     text,
  node       text,
  claimed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
COMMENT ON COLUMN upload.length IS 'bytes; null when the sender does not know';
COMMENT ON COLUMN upload.most IS 'bytes that are kept free for it in the tenant''s allowance';
COMMENT ON COLUMN upload.staged IS 'name in the staging folder while it is looked at';
COMMENT ON COLUMN upload.node IS 'who looks at it, and says so again and again in claimed_at';

CREATE INDEX upload_of_tenant ON upload (tenant);
CREATE INDEX upload_expiry ON upload (expires_at);
