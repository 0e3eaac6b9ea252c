-- What texts mean, by the model that told it: Base64 of 32-bit floats. Of no tenant: a text has the
-- same vector for everybody, and cannot be read from its hash.

CREATE TABLE embedding (
  model     text        NOT NULL,
  text_hash text        NOT NULL,
  vector    text        NOT NULL,
  added_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (model, text_hash)
);
