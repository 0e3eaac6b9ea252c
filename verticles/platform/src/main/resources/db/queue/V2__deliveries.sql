-- A ticket stays until it was handled, so that one which kills its node again and again is noticed.
ALTER TABLE ticket
  -- Whose delivery holds it; null while it waits. It waits again once not_before has passed.
  ADD COLUMN token      bigint,
  -- How often it was taken without being handled to the end.
  ADD COLUMN deliveries int NOT NULL DEFAULT 0;

CREATE SEQUENCE ticket_token;

CREATE TABLE dead_letter (
  id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  queue      text        NOT NULL,
  ticket     text        NOT NULL,
  priority   int         NOT NULL,
  deliveries int         NOT NULL,
  reason     text        NOT NULL,
  at         timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX dead_letter_age ON dead_letter (at, id);
