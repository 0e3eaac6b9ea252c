-- Collections of the tenants' own pictures and clips. The files themselves are in the blob store.

CREATE TABLE collection (
  tenant      text        NOT NULL,
  id          text        NOT NULL,
  name        text        NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);

CREATE TABLE item (
  tenant     text   NOT NULL,
  collection text   NOT NULL,
  position   int    NOT NULL,
  name       text   NOT NULL,
  tags       text[] NOT NULL,
  picture    jsonb  NOT NULL,
  PRIMARY KEY (tenant, collection, position),
  FOREIGN KEY (tenant, collection) REFERENCES collection (tenant, id) ON DELETE CASCADE
);
