-- Videos and batches that are ordered at times to come.
CREATE TABLE schedule (
  id              uuid PRIMARY KEY,
  tenant          text        NOT NULL,
  subject         text        NOT NULL,
  name            text,
  title           text        NOT NULL,
  -- Whether the work is a batch.
  batch           boolean     NOT NULL,
  -- What is ordered each time, as JSON.
  work            text        NOT NULL,
  priority        integer     NOT NULL,
  -- Null for a single time.
  cron            text,
  zone            text        NOT NULL,
  missed          text        NOT NULL,
  overlap         text        NOT NULL,
  state           text        NOT NULL,
  -- Null when no time is left.
  next_at         timestamptz,
  content_hash    text        NOT NULL,
  idempotency_key text,
  created_at      timestamptz NOT NULL,
  UNIQUE (tenant, idempotency_key)
);

CREATE INDEX schedule_of_tenant ON schedule (tenant, id DESC);
CREATE INDEX schedule_due ON schedule (next_at) WHERE state = 'ACTIVE';

-- A time that came. Its row is written together with the schedule's next time, so that there is one
-- for each time however many nodes look; what it orders has a key made of both.
CREATE TABLE schedule_run (
  schedule_id uuid        NOT NULL REFERENCES schedule ON DELETE CASCADE,
  due         timestamptz NOT NULL,
  state       text        NOT NULL,
  job_id      uuid,
  batch_id    uuid,
  message     text,
  attempts    integer     NOT NULL DEFAULT 0,
  -- Until when a node is ordering it, or waits after it could not.
  lease_until timestamptz,
  PRIMARY KEY (schedule_id, due)
);

CREATE INDEX schedule_run_pending ON schedule_run (due) WHERE state = 'PENDING';
