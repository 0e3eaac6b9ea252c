-- The tenants' own pieces of music. The sound itself is in the blob store.

CREATE TABLE music_piece (
  tenant     text        NOT NULL,
  id         text        NOT NULL,
  title      text        NOT NULL,
  mood       text,
  tempo      double precision,
  music_key  text,
  seconds    double precision NOT NULL,
  loudness   double precision NOT NULL,
  tags       text[]      NOT NULL,
  audio      jsonb       NOT NULL,
  provenance jsonb       NOT NULL,
  added_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);

-- What was found out about the files of the operator's music folder when they were first used; the
-- form of a file (name, size and time of its last change) says whether it is still the same.

CREATE TABLE music_file (
  form     text             PRIMARY KEY,
  audio    jsonb            NOT NULL,
  seconds  double precision NOT NULL,
  loudness double precision NOT NULL,
  tempo    double precision
);
