-- When the owner of a link was told that it is soon good no more.
ALTER TABLE link ADD COLUMN told_at timestamptz;
CREATE INDEX link_to_tell ON link (expires_at) WHERE told_at IS NULL AND revoked_at IS NULL;
