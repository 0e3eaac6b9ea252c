-- What the files of imported folders were found to be; the form of a file (place, size, times and
-- number on its disk) says whether it is still the same. The bytes are in the blob store.

CREATE TABLE folder_file (
  form    text        PRIMARY KEY,
  blob    jsonb       NOT NULL,
  info    jsonb,
  seen_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN folder_file.info IS 'null for a colour table';
