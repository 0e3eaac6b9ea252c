CREATE TABLE tenants (
  id         text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,64}$'),
  name       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE users (
  id         text NOT NULL CHECK (id ~ '^[a-z0-9-]{1,64}$'),
  tenant     text NOT NULL REFERENCES tenants (id),
  name       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);

-- The key itself is nowhere: 256 random bits need no slow hash, SHA-256 is enough.
CREATE TABLE api_keys (
  prefix       text PRIMARY KEY CHECK (prefix ~ '^[a-z0-9]{8}$'),
  hash         bytea NOT NULL CHECK (length(hash) = 32),
  tenant       text NOT NULL,
  user_id      text NOT NULL,
  name         text NOT NULL,
  scopes       text[] NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id)
);

-- The private half lies here so that every node signs alike; whoever may read this database may
-- sign tokens. The two newest keys are in use: the newest signs, both verify.
CREATE TABLE signing_keys (
  kid         text PRIMARY KEY,
  private_key bytea NOT NULL, -- PKCS #8
  public_key  bytea NOT NULL, -- X.509 SubjectPublicKeyInfo
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
