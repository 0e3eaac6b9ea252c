-- Services that must not miss a completed job read them in this order.

CREATE INDEX job_completed ON job (finished_at, id) WHERE state = 'COMPLETED';
