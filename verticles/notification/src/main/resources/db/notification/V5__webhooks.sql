-- Secrets are sealed; whoever reads this table can sign nothing.
CREATE TABLE webhook (
  id              uuid PRIMARY KEY,
  tenant          text        NOT NULL,
  subject         text        NOT NULL,
  url             text        NOT NULL,
  description     text,
  -- Empty for all.
  kinds           text[]      NOT NULL,
  secret          bytea       NOT NULL,
  old_secret      bytea,
  old_until       timestamptz,
  enabled         boolean     NOT NULL DEFAULT true,
  disabled_reason text,
  failing_since   timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_of_tenant ON webhook (tenant, created_at);

-- A message keeps its id and text, so that what is sent again is the same. Taking one puts off its
-- due time, which serves as the lease on it.
CREATE TABLE webhook_delivery (
  id         uuid PRIMARY KEY,
  number     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  webhook    uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
  incident   text        NOT NULL,
  type       text        NOT NULL,
  body       text        NOT NULL,
  state      text        NOT NULL DEFAULT 'WAITING'
    CHECK (state IN ('WAITING', 'DELIVERED', 'FAILED')),
  due        timestamptz NOT NULL DEFAULT now(),
  -- Since it was made or replayed; the log has all.
  attempts   integer     NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (webhook, incident)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (due) WHERE state = 'WAITING';
CREATE INDEX webhook_delivery_of_webhook ON webhook_delivery (webhook, number DESC);
CREATE INDEX webhook_delivery_at ON webhook_delivery (created_at);

CREATE TABLE webhook_attempt (
  delivery uuid        NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
  at       timestamptz NOT NULL,
  status   integer,
  millis   integer     NOT NULL,
  error    text,
  response text
);
CREATE INDEX webhook_attempt_of_delivery ON webhook_attempt (delivery, at);
