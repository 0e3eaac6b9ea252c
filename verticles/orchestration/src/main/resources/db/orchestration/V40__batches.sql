-- Many videos that were ordered at once. How far a row is follows from its job, so nothing is kept
-- twice: a row knows only whether it waits, and which job it became.
CREATE TABLE batch (
  id              uuid PRIMARY KEY,
  tenant          text        NOT NULL,
  subject         text        NOT NULL,
  name            text,
  content_hash    text        NOT NULL,
  idempotency_key text,
  -- RUNNING, PAUSED or CANCELLED, as its owner wants it.
  state           text        NOT NULL,
  -- A brief as a JSON object, not whole; text, because it goes through as it came.
  base            text        NOT NULL,
  priority        integer     NOT NULL,
  open_jobs       integer     NOT NULL,
  -- What is still to be done to the jobs there are: PAUSE, RESUME or CANCEL. The number tells a
  -- newer wish from the one that was carried out.
  command         text,
  command_number  integer     NOT NULL DEFAULT 0,
  hindrance       text,
  -- Whether there is something to do: rows that wait, jobs under way, a command.
  active          boolean     NOT NULL DEFAULT true,
  -- Not to be looked at earlier.
  due             timestamptz NOT NULL DEFAULT now(),
  fed_at          timestamptz,
  lease_owner     text,
  lease_until     timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  finished_at     timestamptz,
  UNIQUE (tenant, idempotency_key)
);

CREATE INDEX batch_of_tenant ON batch (tenant, id DESC);
CREATE INDEX batch_active ON batch (fed_at NULLS FIRST) WHERE active;

-- A row as it was sent; its variants share it.
CREATE TABLE batch_source (
  batch_id uuid    NOT NULL REFERENCES batch ON DELETE CASCADE,
  source   integer NOT NULL,
  line     integer NOT NULL,
  -- What is other than in the base, a JSON merge patch.
  patch    text    NOT NULL,
  -- Of all variants that give none.
  seed     bigint  NOT NULL,
  PRIMARY KEY (batch_id, source)
);

CREATE TABLE batch_row (
  batch_id uuid    NOT NULL,
  number   integer NOT NULL,
  source   integer NOT NULL,
  -- What is other than in the source, a JSON merge patch; null without variants.
  variant  text,
  title    text    NOT NULL,
  -- Whether it wants to be ordered; with a job, whether that is to go on after its end.
  pending  boolean NOT NULL,
  job_id   uuid,
  -- Faults of ours while it was ordered.
  attempts integer NOT NULL DEFAULT 0,
  -- Why it could not be ordered.
  failure  text,
  -- Whether it is no brief at all.
  invalid  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (batch_id, number),
  FOREIGN KEY (batch_id, source) REFERENCES batch_source ON DELETE CASCADE
);

CREATE INDEX batch_row_pending ON batch_row (batch_id, number) WHERE pending;
CREATE INDEX batch_row_of_source ON batch_row (batch_id, source);
