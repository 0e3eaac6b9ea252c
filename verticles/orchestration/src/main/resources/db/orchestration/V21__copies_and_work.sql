-- Of the same part that takes too long, a second row may be made: another node's try at it. The
-- result is kept in the first row alone, whoever brings it.
ALTER TABLE step ADD COLUMN copy_of uuid REFERENCES step ON DELETE CASCADE;
-- How much there is to do, in the unit of the task (frames, characters, seconds); null while the
-- request is not there.
ALTER TABLE step ADD COLUMN work double precision;
-- How long the try took that brought the result; null where that says nothing about the next one.
ALTER TABLE step ADD COLUMN seconds double precision;

ALTER TABLE step DROP CONSTRAINT step_job_id_name_part_key;
CREATE UNIQUE INDEX step_place ON step (job_id, name, part) WHERE copy_of IS NULL;
CREATE UNIQUE INDEX step_copy ON step (copy_of) WHERE copy_of IS NOT NULL;
