-- What providers answered to the calls of a step: a step done again does not ask them again. The
-- first answer to equal calls stays.
CREATE TABLE external_call (
  job_id     uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
  step       text        NOT NULL,
  provider   text        NOT NULL,
  -- SHA-256 of the canonical JSON of all that decides the answer.
  input_hash text        NOT NULL,
  call_id    uuid        NOT NULL,
  -- JSON, but as text: jsonb would neither keep numbers as they are nor take U+0000.
  answer     text        NOT NULL,
  kept_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (job_id, step, provider, input_hash)
);
