-- How far a measurement of `wall` is off as a rule, as an exponential average; null where none was
-- compared yet.
ALTER TABLE step_cost ADD COLUMN IF NOT EXISTS deviation double precision;

-- A unit of rendering was a frame of any size, and is one of 1080x1920 from now on: what was
-- learnt does not compare.
DELETE FROM step_cost WHERE address = 'video.render-segment';
