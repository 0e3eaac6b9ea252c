-- Tickets that wait for a node with a free slot. A row is gone once it was taken.
CREATE TABLE ticket (
  seq        bigserial PRIMARY KEY,
  queue      text        NOT NULL,
  id         text        NOT NULL,
  priority   int         NOT NULL DEFAULT 0,
  not_before timestamptz NOT NULL DEFAULT now(),
  -- The same work waits in a queue at most once.
  UNIQUE (queue, id)
);

CREATE INDEX ticket_order ON ticket (queue, priority DESC, seq);
