CREATE FUNCTION class_rank(class text) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT array_position(ARRAY['temporary', 'segments', 'parts', 'materials', 'results'], class) $$;
COMMENT ON FUNCTION class_rank IS 'The class of the higher rank is missed more.';

CREATE TABLE holder (
  blob_key   char(64)    NOT NULL REFERENCES blob (key) ON DELETE CASCADE,
  tenant     text        NOT NULL,
  owner      text        NOT NULL,
  class      text        NOT NULL
    CHECK (class IN ('temporary', 'segments', 'parts', 'materials', 'results')),
  size       bigint      NOT NULL,
  since      timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  PRIMARY KEY (blob_key, tenant)
);
COMMENT ON TABLE holder IS 'The tenants that stored a file; whoever does is charged its whole size.';
COMMENT ON COLUMN holder.owner IS 'who asked for it first: a user, a key, or system; "recovered" when only the file was left';
COMMENT ON COLUMN holder.class IS 'the one missed most of those the tenant stored it as';
COMMENT ON COLUMN holder.since IS 'when the tenant last stored it';
COMMENT ON COLUMN holder.expires_at IS 'when the tenant is done with it; NULL for never';

CREATE INDEX holder_tenant ON holder (tenant, class);

CREATE TABLE tenant_usage (
  tenant  text   NOT NULL,
  class   text   NOT NULL,
  objects bigint NOT NULL,
  bytes   bigint NOT NULL,
  PRIMARY KEY (tenant, class)
);
COMMENT ON TABLE tenant_usage IS 'The sums over holder, kept by a trigger.';

CREATE FUNCTION count_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE tenant_usage SET objects = objects - 1, bytes = bytes - OLD.size
    WHERE tenant = OLD.tenant AND class = OLD.class;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO tenant_usage AS known (tenant, class, objects, bytes)
    VALUES (NEW.tenant, NEW.class, 1, NEW.size)
    ON CONFLICT (tenant, class) DO UPDATE
    SET objects = known.objects + 1, bytes = known.bytes + excluded.bytes;
  END IF;
  RETURN NULL;
END $$;

INSERT INTO holder (blob_key, tenant, owner, class, size, since)
SELECT key, tenant, CASE origin WHEN 'recovered' THEN origin ELSE owner END, class, size, created_at
FROM blob;
INSERT INTO tenant_usage SELECT tenant, class, count(*), sum(size) FROM holder GROUP BY tenant, class;

CREATE TRIGGER holder_counted AFTER INSERT OR DELETE OR UPDATE OF class, size, tenant ON holder
FOR EACH ROW EXECUTE FUNCTION count_holder();
