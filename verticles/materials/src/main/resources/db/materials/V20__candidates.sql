-- What was looked at for each scene of a video, best first, and what was thought of it.

CREATE TABLE candidate (
  tenant    text             NOT NULL,
  job       text             NOT NULL,
  title     text             NOT NULL,
  scene     int              NOT NULL,
  place     int              NOT NULL,
  key       text             NOT NULL,
  score     double precision NOT NULL,
  reasons   text[]           NOT NULL,
  chosen    boolean          NOT NULL,
  candidate jsonb            NOT NULL,
  noted_at  timestamptz      NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, job, scene, place)
);

-- A pick names a candidate of any video of its tenant.
CREATE INDEX candidate_by_key ON candidate (tenant, key, noted_at DESC);

-- What was shown lately is shown again only where nothing else fits as well.
CREATE INDEX candidate_shown ON candidate (tenant, noted_at) WHERE chosen;

CREATE INDEX candidate_by_age ON candidate (noted_at);
