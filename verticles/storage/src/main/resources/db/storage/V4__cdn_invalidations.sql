CREATE TABLE cdn_invalidation (
  path text        PRIMARY KEY,
  due  timestamptz NOT NULL
);
COMMENT ON TABLE cdn_invalidation IS 'Paths that the CDN has to forget, until it took them.';
COMMENT ON COLUMN cdn_invalidation.due IS 'not before, since the object has to be gone by then';
