-- By which browsers know us: made once for the installation. The private half is sealed.
CREATE TABLE push_key (
  one         boolean     PRIMARY KEY DEFAULT true CHECK (one),
  public_key  bytea       NOT NULL,
  private_key bytea       NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);

-- A browser belongs to whoever subscribed it last.
CREATE TABLE push_subscription (
  id         uuid PRIMARY KEY,
  tenant     text        NOT NULL,
  subject    text        NOT NULL,
  endpoint   text        NOT NULL UNIQUE,
  public_key bytea       NOT NULL,
  -- Sealed for the endpoint.
  auth       bytea       NOT NULL,
  device     text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at    timestamptz
);
CREATE INDEX push_subscription_of_person ON push_subscription (tenant, subject, created_at);

-- The target of a push is the id of the browser's subscription.
ALTER TABLE delivery DROP CONSTRAINT delivery_channel_check;
ALTER TABLE delivery ADD CONSTRAINT delivery_channel_check CHECK (channel IN ('EMAIL', 'PUSH'));
