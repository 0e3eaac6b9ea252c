-- The texts of workflows that jobs began with: a running job goes on with the one it knows.
CREATE TABLE workflow (
  hash       text PRIMARY KEY,
  name       text        NOT NULL,
  version    integer     NOT NULL,
  source     text        NOT NULL,
  first_used timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE job (
  id              uuid PRIMARY KEY,
  tenant          text             NOT NULL,
  workflow        text             NOT NULL,
  workflow_hash   text             NOT NULL REFERENCES workflow,
  state           text             NOT NULL,
  brief           jsonb            NOT NULL,
  brief_hash      text             NOT NULL,
  idempotency_key text,
  correlation_id  text             NOT NULL,
  progress        double precision NOT NULL DEFAULT 0,
  -- The last number given to an event; numbers are given under this row's lock, so none is missing.
  sequence        bigint           NOT NULL DEFAULT 0,
  result          jsonb,
  failure         jsonb,
  created_at      timestamptz      NOT NULL,
  updated_at      timestamptz      NOT NULL,
  started_at      timestamptz,
  finished_at     timestamptz,
  UNIQUE (tenant, idempotency_key)
);

CREATE INDEX job_of_tenant ON job (tenant, id DESC);
CREATE INDEX job_in_queue ON job (id) WHERE state = 'QUEUED';

-- One row for each part of each step. A step that fans out has one row until its parts are known.
CREATE TABLE step (
  id          uuid PRIMARY KEY,
  job_id      uuid             NOT NULL REFERENCES job ON DELETE CASCADE,
  tenant      text             NOT NULL,
  name        text             NOT NULL,
  ordinal     integer          NOT NULL,
  part        integer          NOT NULL,
  -- How many parts the step has; null while that is unknown, 0 for a fan-out over nothing.
  parts       integer,
  fan_out     boolean          NOT NULL,
  address     text             NOT NULL,
  weight      double precision NOT NULL,
  timeout_ms  bigint           NOT NULL,
  state       text             NOT NULL,
  attempt     integer          NOT NULL DEFAULT 0,
  request     jsonb,
  result      jsonb,
  progress    double precision NOT NULL DEFAULT 0,
  owner       text,
  token       bigint           NOT NULL DEFAULT 0,
  lease_until timestamptz,
  deadline    timestamptz,
  not_before  timestamptz,
  ticket_at   timestamptz,
  tickets     integer          NOT NULL DEFAULT 0,
  started_at  timestamptz,
  finished_at timestamptz,
  UNIQUE (job_id, name, part)
);

CREATE INDEX step_leased ON step (lease_until) WHERE state = 'RUNNING';
CREATE INDEX step_waiting_for_a_node ON step (ticket_at) WHERE state = 'READY';

CREATE TABLE job_event (
  job_id   uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
  sequence bigint      NOT NULL,
  tenant   text        NOT NULL,
  at       timestamptz NOT NULL,
  event    jsonb       NOT NULL,
  PRIMARY KEY (job_id, sequence)
);

-- What other services have still to be told. The rows of one job and target make a lane, which is
-- delivered in order: only its first row is ever taken, and taking it puts off its due time, which
-- serves as the lease on the lane.
CREATE TABLE outbox (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id         uuid        NOT NULL REFERENCES job ON DELETE CASCADE,
  tenant         text        NOT NULL,
  correlation_id text        NOT NULL,
  target         text        NOT NULL,
  sequence       bigint      NOT NULL,
  attempts       integer     NOT NULL DEFAULT 0,
  due            timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX outbox_lane ON outbox (job_id, target, id);
CREATE INDEX outbox_due ON outbox (due);
