CREATE TABLE job_event (
  job_id   text             NOT NULL,
  sequence bigint           NOT NULL CHECK (sequence > 0),
  tenant   text             NOT NULL,
  at       timestamptz      NOT NULL,
  type     text             NOT NULL,
  state    text             NOT NULL,
  step     text,
  part     integer,
  progress double precision NOT NULL,
  message  text             NOT NULL,
  PRIMARY KEY (job_id, sequence)
);
COMMENT ON TABLE job_event IS 'What happened to each job, kept for replay. Only ever added to and swept.';

CREATE INDEX job_event_at ON job_event (at);
