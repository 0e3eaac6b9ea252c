CREATE TABLE entered_setting (
  key        text COLLATE "C" PRIMARY KEY,
  sealed     bytea            NOT NULL,
  changed_at timestamptz      NOT NULL,
  changed_by text             NOT NULL
);
COMMENT ON TABLE entered_setting IS 'Settings of outside services entered while nodes run.';
COMMENT ON COLUMN entered_setting.sealed IS 'Nonce, then the value under AES-256-GCM; the key is bound to it.';
