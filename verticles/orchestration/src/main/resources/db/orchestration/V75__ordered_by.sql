ALTER TABLE job ADD COLUMN subject text;
COMMENT ON COLUMN job.subject IS 'Who ordered it, to be told of its end; null for jobs of older versions.';
