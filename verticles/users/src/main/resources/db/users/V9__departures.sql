-- Whose account is no more: ids only, kept for good, so that a service that was away, or that was set
-- back to an older copy of its database, still forgets them.
CREATE TABLE departures (
  number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant      text NOT NULL,
  user_id     text NOT NULL,
  tenant_gone boolean NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
