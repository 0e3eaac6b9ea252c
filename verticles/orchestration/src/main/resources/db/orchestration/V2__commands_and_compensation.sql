-- 0 LOW, 1 NORMAL, 2 HIGH.
ALTER TABLE job ADD COLUMN priority integer NOT NULL DEFAULT 1;
-- The longest that the job may take from its first step on, as its workflow has it.
ALTER TABLE job ADD COLUMN timeout_ms bigint;
ALTER TABLE job ADD COLUMN deadline timestamptz;
ALTER TABLE job ADD COLUMN paused_at timestamptz;
-- The step that the job's owner had done anew last; null once the job is at an end again.
ALTER TABLE job ADD COLUMN retried_from text;
ALTER TABLE job ADD COLUMN rerun_of uuid;

CREATE INDEX job_with_deadline ON job (deadline) WHERE state = 'RUNNING' AND deadline IS NOT NULL;

-- Cores, MiB and graphics processors; null where the workflow does not say.
ALTER TABLE step ADD COLUMN need_cpu double precision;
ALTER TABLE step ADD COLUMN need_memory_mib bigint;
ALTER TABLE step ADD COLUMN need_gpu integer;

CREATE INDEX step_awaiting ON step (deadline) WHERE state = 'AWAITING';

-- What a job that failed or was called off has still to undo. Of one job, the row with the lowest
-- place that is pending comes next; taking it puts off its due time, which serves as the lease.
CREATE TABLE compensation (
  id         uuid PRIMARY KEY,
  job_id     uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
  place      integer     NOT NULL,
  step       text        NOT NULL,
  part       integer     NOT NULL,
  address    text        NOT NULL,
  -- Null when none could be made.
  request    jsonb,
  timeout_ms bigint      NOT NULL,
  state      text        NOT NULL,
  attempts   integer     NOT NULL DEFAULT 0,
  due        timestamptz NOT NULL DEFAULT now(),
  failure    text,
  UNIQUE (job_id, step, part)
);

CREATE INDEX compensation_due ON compensation (due) WHERE state = 'PENDING';
