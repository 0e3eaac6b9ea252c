CREATE TABLE setting (
  key        text COLLATE "C" PRIMARY KEY,
  value      text             NOT NULL,
  version    integer          NOT NULL CHECK (version > 0),
  changed_at timestamptz      NOT NULL,
  changed_by text             NOT NULL
);
COMMENT ON TABLE setting IS 'The newest version of each setting of the installation.';

CREATE TABLE setting_history (
  key        text COLLATE "C" NOT NULL REFERENCES setting (key),
  version    integer          NOT NULL,
  value      text             NOT NULL,
  changed_at timestamptz      NOT NULL,
  changed_by text             NOT NULL,
  PRIMARY KEY (key, version)
);
COMMENT ON TABLE setting_history IS 'The latest versions, the newest included.';
