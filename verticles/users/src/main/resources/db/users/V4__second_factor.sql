ALTER TABLE users ADD COLUMN multi_factor boolean NOT NULL DEFAULT false;

-- The secret lies here in clear, as codes are computed from it; it helps only who has the password.
CREATE TABLE totp (
  tenant        text NOT NULL,
  user_id       text NOT NULL,
  secret        bytea NOT NULL,
  last_step     bigint NOT NULL DEFAULT 0, -- the step of the last code taken: none works twice
  failures      integer NOT NULL DEFAULT 0,
  blocked_until timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (tenant, user_id),
  FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE
);

CREATE TABLE recovery_codes (
  tenant  text NOT NULL,
  user_id text NOT NULL,
  hash    bytea NOT NULL CHECK (length(hash) = 32), -- of 80 random bits
  used_at timestamptz,
  PRIMARY KEY (tenant, user_id, hash),
  FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE
);
