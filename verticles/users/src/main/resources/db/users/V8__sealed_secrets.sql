-- Name of the key that a secret is encrypted by; null for one that lies in clear, as all did before.
ALTER TABLE signing_keys ADD COLUMN secret_key text;
ALTER TABLE totp ADD COLUMN secret_key text;
