-- The trace of the request that ordered the job (W3C Trace Context, 32 hex digits).
ALTER TABLE job ADD COLUMN trace_id text;

-- Operators look at the jobs of all tenants, newest first.
CREATE INDEX job_by_age ON job (created_at DESC, id DESC);
