CREATE TABLE job_usage (
  tenant          text             NOT NULL,
  job_id          text             NOT NULL,
  state           text             NOT NULL,
  finished_at     timestamptz      NOT NULL,
  video_seconds   double precision NOT NULL,
  wall_seconds    double precision NOT NULL,
  render_seconds  double precision NOT NULL,
  segments        integer          NOT NULL,
  reused_segments integer          NOT NULL,
  characters      integer          NOT NULL,
  tokens          integer          NOT NULL,
  PRIMARY KEY (tenant, job_id)
);
COMMENT ON TABLE job_usage IS 'What each finished job used, as of its latest end.';
COMMENT ON COLUMN job_usage.render_seconds IS 'encoding time, reused segments not counted';

CREATE INDEX job_usage_finished ON job_usage (tenant, finished_at);
