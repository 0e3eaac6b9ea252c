-- Reading a job's steps costs the same however many other jobs there are. The index that did so before
-- V21 leaves out copies, so it does not serve a question that wants them.
CREATE INDEX step_of_job ON step (job_id, ordinal, part);

-- What a step needs, beside its turn: finding needs that no node meets reads one entry for each
-- different need, not one for each step that waits.
ALTER TABLE turn ADD COLUMN need_memory_mib bigint NOT NULL DEFAULT 0;
ALTER TABLE turn ADD COLUMN need_gpu integer NOT NULL DEFAULT 0;

UPDATE turn t SET need_memory_mib = coalesce(s.need_memory_mib, 0), need_gpu = coalesce(s.need_gpu, 0)
  FROM step s WHERE s.id = t.step_id AND (s.need_memory_mib IS NOT NULL OR s.need_gpu IS NOT NULL);

CREATE INDEX turn_needs ON turn (queue, slots, need_memory_mib, need_gpu)
 WHERE NOT running AND unfit IS NULL;
