-- How pictures and clips look: of files by the key of their bytes, of candidates whose thumbnail
-- was seen by their name. Of no tenant: bytes look the same to everybody.

CREATE TABLE appearance (
  subject text        PRIMARY KEY,
  looks   jsonb       NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX appearance_by_age ON appearance (seen_at);
