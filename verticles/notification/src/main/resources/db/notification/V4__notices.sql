-- What happened that people may be told of: once for each key. Taking one puts off its due time,
-- which serves as the lease on it.
CREATE TABLE incident (
  key        text PRIMARY KEY,
  tenant     text        NOT NULL,
  kind       text        NOT NULL,
  -- Whom it concerns; null for those who rule the tenant.
  subject    text,
  at         timestamptz NOT NULL,
  data       jsonb       NOT NULL,
  due        timestamptz NOT NULL DEFAULT now(),
  attempts   integer     NOT NULL DEFAULT 0,
  done_at    timestamptz,
  last_error text
);
CREATE INDEX incident_due ON incident (due) WHERE done_at IS NULL;

-- What one person is told. Texts are made when it is read, in the reader's language.
CREATE TABLE notification (
  id       uuid PRIMARY KEY,
  number   bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  incident text        NOT NULL,
  tenant   text        NOT NULL,
  subject  text        NOT NULL,
  kind     text        NOT NULL,
  data     jsonb       NOT NULL,
  at       timestamptz NOT NULL,
  read_at  timestamptz,
  -- When an open page of the person was sent it.
  shown_at timestamptz,
  -- Taken out of the list; the row stays a while, so that the same is not told again.
  deleted_at timestamptz,
  UNIQUE (incident, subject)
);
CREATE INDEX notification_of_person ON notification (tenant, subject, number DESC)
  WHERE deleted_at IS NULL;
CREATE INDEX notification_unread ON notification (tenant, subject)
  WHERE read_at IS NULL AND deleted_at IS NULL;
CREATE INDEX notification_at ON notification (at);

CREATE TABLE preference (
  tenant  text    NOT NULL,
  subject text    NOT NULL,
  version integer NOT NULL,
  chosen  jsonb   NOT NULL,
  PRIMARY KEY (tenant, subject)
);

-- Where people logged in from before, so that only a new place is worth telling.
CREATE TABLE known_address (
  tenant  text        NOT NULL,
  subject text        NOT NULL,
  address text        NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, subject, address)
);

-- What is still to be sent to people; the target is empty for an e-mail.
CREATE TABLE delivery (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  notification uuid        NOT NULL REFERENCES notification ON DELETE CASCADE,
  tenant       text        NOT NULL,
  subject      text        NOT NULL,
  channel      text        NOT NULL CHECK (channel IN ('EMAIL')),
  target       text        NOT NULL DEFAULT '',
  digest       boolean     NOT NULL DEFAULT false,
  state        text        NOT NULL DEFAULT 'WAITING'
    CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP', 'NEEDLESS')),
  due          timestamptz NOT NULL,
  attempts     integer     NOT NULL DEFAULT 0,
  done_at      timestamptz,
  last_error   text,
  UNIQUE (notification, channel, target)
);
CREATE INDEX delivery_due ON delivery (channel, due) WHERE state = 'WAITING';
