ALTER TABLE job_usage
  ADD COLUMN failed_step  text,
  ADD COLUMN failure_code text;

-- For operators, who look at all tenants together.
CREATE INDEX job_usage_of_all ON job_usage (finished_at);

CREATE TABLE step_usage (
  tenant      text             NOT NULL,
  job_id      text             NOT NULL,
  ordinal     integer          NOT NULL,
  name        text             NOT NULL,
  state       text             NOT NULL,
  begun       boolean          NOT NULL,
  seconds     double precision,
  attempts    integer          NOT NULL,
  finished_at timestamptz      NOT NULL,
  PRIMARY KEY (tenant, job_id, ordinal),
  FOREIGN KEY (tenant, job_id) REFERENCES job_usage ON DELETE CASCADE
);
COMMENT ON TABLE step_usage IS 'How the steps of each finished job went, as of its latest end.';
COMMENT ON COLUMN step_usage.seconds IS 'begin of its first part to end of its last; null unless done';
COMMENT ON COLUMN step_usage.finished_at IS 'when the job ended';

CREATE INDEX step_usage_finished ON step_usage (tenant, finished_at);
CREATE INDEX step_usage_of_all ON step_usage (finished_at);

-- Up to which departure (of the users service) everybody was forgotten here for good.
CREATE TABLE departure_cursor (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  number bigint  NOT NULL
);
