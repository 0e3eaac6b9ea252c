-- 0 LOW, 1 NORMAL, 2 HIGH.
ALTER TABLE job ADD COLUMN IF NOT EXISTS priority integer NOT NULL DEFAULT 1;

CREATE INDEX job_at_work ON job (tenant) WHERE state = 'RUNNING';

-- The parts of steps that want a node or have one. It holds only those, so that finding whose turn
-- it is costs the same however many jobs wait.
CREATE TABLE turn (
  step_id   uuid PRIMARY KEY REFERENCES step ON DELETE CASCADE,
  job_id    uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
  tenant    text        NOT NULL,
  queue     text        NOT NULL,
  priority  integer     NOT NULL,
  ordinal   integer     NOT NULL,
  part      integer     NOT NULL,
  -- Whether no step of its job has begun.
  fresh     boolean     NOT NULL,
  -- Not to be handed out earlier.
  due       timestamptz NOT NULL,
  -- When its newest ticket was put; null while it waits for its turn.
  ticket_at timestamptz,
  tickets   integer     NOT NULL DEFAULT 0,
  running   boolean     NOT NULL DEFAULT false
);

-- The order within a tenant: what matters more, then later steps, so that what has begun is finished
-- first, then the oldest job.
CREATE INDEX turn_waiting
    ON turn (queue, tenant, fresh, priority DESC, ordinal DESC, job_id, part)
 WHERE ticket_at IS NULL;
CREATE INDEX turn_out ON turn (queue, tenant) WHERE ticket_at IS NOT NULL;
CREATE INDEX turn_untaken ON turn (ticket_at) WHERE ticket_at IS NOT NULL AND NOT running;
CREATE INDEX turn_of_job ON turn (job_id);

-- How many tasks of a queue a node carries out at once, as it said last.
CREATE TABLE slot_offer (
  queue text        NOT NULL,
  node  text        NOT NULL,
  slots integer     NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (queue, node)
);

-- When a tenant was last given a slot of a queue.
CREATE TABLE tenant_turn (
  queue     text        NOT NULL,
  tenant    text        NOT NULL,
  served_at timestamptz NOT NULL,
  PRIMARY KEY (queue, tenant)
);
