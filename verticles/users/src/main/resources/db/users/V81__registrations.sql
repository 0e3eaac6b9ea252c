-- Who asks for an account, with the name and the password typed then. Nothing else is made before the
-- link of the letter was opened: an address is nobody's until its owner has confirmed it, and no later
-- request changes what an earlier link leads to.
CREATE TABLE registrations (
  hash          bytea PRIMARY KEY CHECK (length(hash) = 32), -- of the secret in the letter's link
  email         text NOT NULL CHECK (email = lower(email)),
  name          text NOT NULL,
  password_hash text NOT NULL,
  expires_at    timestamptz NOT NULL
);
CREATE INDEX registrations_of_email ON registrations (email);
CREATE INDEX registrations_by_end ON registrations (expires_at);

-- Until now they were accounts without a confirmed address, alone in a tenant.
CREATE TEMPORARY TABLE unconfirmed ON COMMIT DROP AS
  SELECT u.tenant, u.id FROM users u
  WHERE u.email_verified_at IS NULL AND u.password_hash IS NOT NULL AND u.tenant <> 'local'
    AND NOT EXISTS (SELECT 1 FROM users o WHERE o.tenant = u.tenant AND o.id <> u.id);
INSERT INTO registrations (hash, email, name, password_hash, expires_at)
  SELECT t.hash, u.email, u.name, u.password_hash, t.expires_at
  FROM unconfirmed n
    JOIN users u ON u.tenant = n.tenant AND u.id = n.id
    JOIN one_time_tokens t ON t.tenant = n.tenant AND t.user_id = n.id
  WHERE t.purpose = 'VERIFY' AND t.used_at IS NULL AND t.expires_at > now();
DELETE FROM users u USING unconfirmed n WHERE u.tenant = n.tenant AND u.id = n.id;
DELETE FROM tenants t USING unconfirmed n WHERE t.id = n.tenant;
-- Of whoever was invited, a stranger may have set the password by registering.
UPDATE users SET password_hash = NULL WHERE email_verified_at IS NULL;
DELETE FROM one_time_tokens WHERE purpose = 'VERIFY';

-- An invitation takes an address from nobody, and does not tell whether it has an account elsewhere.
DROP INDEX users_email;
CREATE UNIQUE INDEX users_email ON users (email) WHERE email_verified_at IS NOT NULL;
CREATE UNIQUE INDEX users_email_of_tenant ON users (tenant, email);

-- The ticket of a login that began elsewhere is good in the browser only that began it.
ALTER TABLE one_time_tokens ADD COLUMN browser bytea CHECK (length(browser) = 32); -- hash

-- How often codes were blocked in a row: each further time for twice as long.
ALTER TABLE totp ADD COLUMN blocks integer NOT NULL DEFAULT 0;

-- For counting how many letters of a kind somebody got lately.
CREATE INDEX mail_outbox_of_recipient ON mail_outbox (recipient, subject, created_at);
