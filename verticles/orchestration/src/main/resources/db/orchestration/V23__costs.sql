-- What tasks were measured to take, as exponential averages over whole steps.
CREATE TABLE step_cost (
  address text             PRIMARY KEY,
  -- Seconds of work per unit of work (frame, character, second of sound).
  busy    double precision NOT NULL,
  -- Seconds from the begin of a step to its end per unit: less where parts run side by side, more
  -- where they wait for slots.
  wall    double precision NOT NULL,
  -- Units of a whole step.
  units   double precision NOT NULL,
  samples bigint           NOT NULL DEFAULT 1
);

-- As estimated when the job was last changed; null while it is not known.
ALTER TABLE job ADD COLUMN seconds_left integer;
