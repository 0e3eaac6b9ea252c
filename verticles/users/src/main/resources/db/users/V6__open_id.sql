-- Who an account is at an issuer (OpenID Connect): its subject there never changes, an address may.
CREATE TABLE identities (
  issuer    text NOT NULL,
  subject   text NOT NULL,
  tenant    text NOT NULL,
  user_id   text NOT NULL,
  linked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject),
  FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE
);
CREATE INDEX identities_of_user ON identities (tenant, user_id);

-- Logins that went to the issuer and have not come back.
CREATE TABLE open_id_attempts (
  state      bytea PRIMARY KEY CHECK (length(state) = 32),   -- hash
  browser    bytea NOT NULL CHECK (length(browser) = 32),    -- hash
  verifier   text NOT NULL,
  nonce      text NOT NULL,
  expires_at timestamptz NOT NULL
);
