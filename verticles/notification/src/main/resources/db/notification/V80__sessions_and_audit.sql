-- The login by which a browser was subscribed; it is told nothing more once that is ended.
ALTER TABLE push_subscription ADD COLUMN session text;

-- Up to which record of the audit log (of the users service) people were told what concerns them.
CREATE TABLE audit_cursor (
  single   boolean PRIMARY KEY DEFAULT true CHECK (single),
  sequence bigint  NOT NULL
);
