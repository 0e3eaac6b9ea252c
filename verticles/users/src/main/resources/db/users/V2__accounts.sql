ALTER TABLE tenants ADD COLUMN tier text NOT NULL DEFAULT 'free' CHECK (tier ~ '^[a-z0-9-]{1,32}$');

-- Until now there were only owners of their own machine.
UPDATE tenants SET tier = 'unlimited';

ALTER TABLE users
  ADD COLUMN role text NOT NULL DEFAULT 'OPERATOR'
    CHECK (role IN ('VIEWER', 'CREATOR', 'ADMIN', 'OPERATOR', 'SERVICE')),
  ADD COLUMN email text CHECK (email = lower(email)),
  ADD COLUMN email_verified_at timestamptz,
  ADD COLUMN password_hash text; -- PHC string, Argon2id
ALTER TABLE users ALTER COLUMN role DROP DEFAULT;
CREATE UNIQUE INDEX users_email ON users (email);

CREATE TABLE sessions (
  id           uuid PRIMARY KEY,
  tenant       text NOT NULL,
  user_id      text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  address      text,
  agent        text,
  ended_at     timestamptz,
  end_reason   text,
  FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE
);
CREATE INDEX sessions_of_user ON sessions (tenant, user_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- Used ones stay as long as their session: one that comes back tells of a theft.
CREATE TABLE refresh_tokens (
  hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
  session    uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at    timestamptz
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session);

-- What links carry. Only hashes: whoever reads this table can use none of them.
CREATE TABLE one_time_tokens (
  hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
  purpose    text NOT NULL CHECK (purpose IN ('VERIFY', 'RESET', 'INVITE', 'SETUP', 'LOGIN')),
  tenant     text NOT NULL,
  user_id    text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE
);
CREATE INDEX one_time_tokens_of_user ON one_time_tokens (tenant, user_id);

-- Letters wait here in the transaction that they tell of. The text goes once it is sent: it may
-- hold a link that opens an account.
CREATE TABLE mail_outbox (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recipient  text NOT NULL,
  subject    text NOT NULL,
  body       text,
  created_at timestamptz NOT NULL DEFAULT now(),
  attempts   integer NOT NULL DEFAULT 0,
  next_at    timestamptz NOT NULL DEFAULT now(),
  sent_at    timestamptz,
  given_up_at timestamptz,
  last_error text
);
CREATE INDEX mail_outbox_waiting ON mail_outbox (next_at)
  WHERE sent_at IS NULL AND given_up_at IS NULL;
