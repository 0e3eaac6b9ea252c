-- A new key is published some time before it signs, so that everybody knows it by then.
ALTER TABLE signing_keys ADD COLUMN signs_from timestamptz;
UPDATE signing_keys SET signs_from = created_at;
ALTER TABLE signing_keys ALTER COLUMN signs_from SET NOT NULL;
CREATE INDEX signing_keys_by_time ON signing_keys (signs_from);
