-- One row for each video ordered; events may come twice, and on every node.
CREATE TABLE video_uses (
  tenant   text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  job_id   text NOT NULL,
  at       timestamptz NOT NULL,
  released boolean NOT NULL, -- it failed or was called off, and does not count
  sequence bigint NOT NULL,  -- of the event that said so
  PRIMARY KEY (tenant, job_id)
);
CREATE INDEX video_uses_by_time ON video_uses (tenant, at);
