-- All money is in micro-USD.

-- What a job may spend and has spent. What several calls of a job do at once to its account happens
-- one after the other, under this row's lock.
CREATE TABLE job_account (
  job_id    uuid PRIMARY KEY REFERENCES job ON DELETE CASCADE,
  tenant    text    NOT NULL,
  -- The day (UTC) that its costs count to: of the order, or of the last resumption.
  day       date    NOT NULL,
  -- The most it may cost, as its owner said; null for no limit.
  budget    bigint,
  estimated bigint  NOT NULL,
  estimate  jsonb   NOT NULL DEFAULT '[]',
  -- Set aside for what is still to come, leave given to calls included; 0 once the job is at an end.
  reserved  bigint  NOT NULL CHECK (reserved >= 0),
  -- The sum of its entries.
  settled   bigint  NOT NULL DEFAULT 0,
  open      boolean NOT NULL
);

INSERT INTO job_account (job_id, tenant, day, estimated, reserved, open)
SELECT id, tenant, (created_at AT TIME ZONE 'UTC')::date, 0, 0,
       state NOT IN ('COMPLETED', 'FAILED', 'CANCELLED')
  FROM job;

-- Calls that have leave to spend and have not been booked yet.
CREATE TABLE call_hold (
  call_id uuid PRIMARY KEY,
  job_id  uuid   NOT NULL REFERENCES job_account ON DELETE CASCADE,
  step_id uuid   NOT NULL,
  token   bigint NOT NULL,
  amount  bigint NOT NULL
);

CREATE INDEX call_hold_of_job ON call_hold (job_id);

-- The ledger. The books outlive the jobs: no reference to them.
CREATE TABLE cost_entry (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id   uuid             NOT NULL,
  tenant   text             NOT NULL,
  day      date             NOT NULL,
  kind     text             NOT NULL,
  step     text             NOT NULL,
  part     integer          NOT NULL,
  provider text             NOT NULL,
  unit     text             NOT NULL,
  quantity double precision NOT NULL,
  -- For one of the unit, and the version of the price list; null where there was no price.
  price    double precision,
  prices   text             NOT NULL,
  amount   bigint           NOT NULL,
  -- A call is booked once, however often it is handed in; null for what is no call.
  call_id  uuid,
  line     integer          NOT NULL DEFAULT 0,
  at       timestamptz      NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (call_id, line)
);

CREATE INDEX cost_entry_of_job ON cost_entry (job_id, id);
CREATE INDEX cost_entry_of_day ON cost_entry (tenant, day);

CREATE FUNCTION refuse_cost_entry_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Entries of the ledger are only ever added';
END
$$;

CREATE TRIGGER cost_entry_append_only BEFORE UPDATE OR DELETE ON cost_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_cost_entry_change();

-- The sums of a tenant by day (2026-01-31) and month (2026-01). Orders that would together cross a
-- cap meet at the locks of these rows; the month is always locked before the day.
CREATE TABLE spending (
  tenant   text   NOT NULL,
  period   text   NOT NULL,
  reserved bigint NOT NULL CHECK (reserved >= 0),
  settled  bigint NOT NULL,
  PRIMARY KEY (tenant, period)
);
