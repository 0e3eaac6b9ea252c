ALTER TABLE job_event ADD COLUMN node text;
ALTER TABLE job_event ADD COLUMN reused boolean;
COMMENT ON COLUMN job_event.node IS 'Where the part is worked on.';
COMMENT ON COLUMN job_event.reused IS 'Whether a part that is done was found rendered.';
