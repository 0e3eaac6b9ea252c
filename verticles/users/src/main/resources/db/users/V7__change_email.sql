ALTER TABLE users ADD COLUMN pending_email text;
COMMENT ON COLUMN users.pending_email IS 'Address that the account changes to once it is confirmed.';

ALTER TABLE one_time_tokens DROP CONSTRAINT one_time_tokens_purpose_check;
ALTER TABLE one_time_tokens ADD CONSTRAINT one_time_tokens_purpose_check
  CHECK (purpose IN ('VERIFY', 'RESET', 'INVITE', 'SETUP', 'LOGIN', 'EMAIL'));
