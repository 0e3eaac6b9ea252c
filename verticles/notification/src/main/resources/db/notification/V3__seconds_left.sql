ALTER TABLE job_event ADD COLUMN seconds_left integer;
COMMENT ON COLUMN job_event.seconds_left IS 'Until the job is finished, as estimated then.';
