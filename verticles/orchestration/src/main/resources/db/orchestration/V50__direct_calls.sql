-- Calls to providers that were asked for directly belong to a tenant, but to no job.
ALTER TABLE cost_entry ALTER COLUMN job_id DROP NOT NULL;
